import type { lostLink as en } from '../../en/front/lost-link';

/** For somebody who has a link and no seat. */
export const lostLink: typeof en = {
  lostLink: {
    title: 'Masz link do kręgu?',
    cut: 'Ten adres nie prowadzi do żadnego kręgu: koniec linku zginął po drodze.',
    bookmark:
      'Sam ten adres nie prowadzi do żadnego miejsca. Klucz jest w linku z twojego zaproszenia, a strona nikomu go nie pokazuje. Otwórz tamten link jeszcze raz.',
    explain: 'Wklej tu cały link albo wiadomość, w której przyszedł.',
    field: 'Twój link',
    go: 'Do mojego miejsca',
    looksLike: (site: string) => `Cały link wygląda tak: ${site}/#WyJxT3Z2bDlJ….Kd8sVtqN4u`,
    none: 'Nie ma tu całego linku. Być może został ucięty: poproś osobę prowadzącą, by wysłała go ponownie.',
    byMail: 'Albo poproś, by link twojej grupy został wysłany na adres, który grupa ma od ciebie.',
    send: 'Wyślij mi mój link',
  },
};
