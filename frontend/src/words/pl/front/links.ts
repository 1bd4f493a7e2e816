import type { links as en } from '../../en/front/links';

/** How somebody joins, at the end of every invitation. */
const HOW_TO_JOIN =
  'Aby dołączyć, otwórz link na komputerze albo telefonie z mikrofonem. Najlepiej w słuchawkach. Usiądź w cichym pokoju, bez innych osób. Nie trzeba konta i niczego nie trzeba instalować.';

const invitation =
  (invited: (title: string) => string) =>
  (title: string, sentence: string, link: string): string =>
    [
      invited(title),
      `Nic nie jest nagrywane, nigdy, a umawiamy się na to: ${sentence}`,
      `Twój własny link, tylko dla Ciebie:\n${link}`,
      HOW_TO_JOIN,
    ].join('\n\n');

/** Giving a circle's links away. */
export const links: typeof en = {
  links: {
    title: 'Twój krąg jest gotowy',
    explain: 'Każdy link to miejsce jednej osoby. Daj każdej jej własny i żadnego innego.',
    kept: 'Linki są przechowywane w tej przeglądarce i nigdzie indziej, dopóki nie potwierdzisz, że wszystkie są rozdane. Safari zapomina o nich po tygodniu bez odwiedzin: rozdaj je wcześniej. Na wspólnym komputerze usuń je stąd, zanim odejdziesz.',
    notKept:
      'Ta przeglądarka niczego dla tej strony nie przechowuje, więc linki są tylko tutaj. Skopiuj je, zanim zamkniesz lub wczytasz stronę ponownie.',
    until: (time: string) =>
      `Ktoś musi wejść choć raz, choćby na chwilę, najpóźniej: ${time}. Wtedy krąg czeka na swoje spotkanie. Jeśli nikt nie wejdzie, krąg się kończy.`,
    own: 'Twoje własne miejsce',
    ownMeans: 'Ten link jest twój, więc nie ma go na żadnej liście poniżej.',
    takeSeat: 'Zajmuję miejsce',
    group: {
      facilitator: 'Osoby prowadzące',
      member: 'Osoby uczestniczące',
      observer: 'Osoby obserwujące',
    },
    seat: (n: number) => `Miejsce ${n}`,
    line: (n: number, link: string) => `Miejsce ${n}: ${link}`,
    whose: 'Dla kogo?',
    whoseSeat: (n: number) => `Dla kogo jest miejsce ${n}?`,
    whoseMeans:
      'Imiona wpisane tutaj są tylko dla ciebie: zostają w tej przeglądarce i nie ma ich w żadnym zaproszeniu.',
    copyInvitation: 'Kopiuj zaproszenie',
    copyInvitationFor: (n: number) => `Kopiuj zaproszenie: miejsce ${n}`,
    copyFacilitators: 'Kopiuj linki osób prowadzących',
    copyOthers: 'Kopiuj linki uczestniczących i obserwujących',
    copyMembers: 'Kopiuj linki osób uczestniczących',
    more: 'Link, e-mail, kod QR',
    moreFor: (n: number) => `Link, e-mail i kod QR: miejsce ${n}`,
    copyLink: 'Kopiuj tylko link',
    copyLinkFor: (n: number) => `Kopiuj tylko link: miejsce ${n}`,
    share: 'Udostępnij',
    shareFor: (n: number) => `Udostępnij zaproszenie: miejsce ${n}`,
    mail: 'Napisz e-mail',
    mailFor: (n: number) => `Napisz e-mail z zaproszeniem: miejsce ${n}`,
    qrFor: (n: number) => `Kod QR linku: miejsce ${n}`,
    qrFailed: 'Nie udało się narysować kodu QR. Link powyżej jest ten sam.',
    forget: 'Wszystkie rozdane: usuń linki stąd',
    forgetTitle: 'Usunąć linki z tej przeglądarki?',
    forgetText:
      'Nikt nie będzie mógł ich znowu pokazać. Krąg pozostaje otwarty, a każdy rozdany link nadal otwiera swoje miejsce.',
    forgetYes: 'Usuń stąd',
    forgetNo: 'Zachowaj je tutaj',
    another: 'Otwórz kolejny krąg',
  },

  invitation: {
    subject: (title: string) => `Twoje miejsce w kręgu Balinta „${title}”`,
    facilitator: invitation((title) => `Zapraszamy Cię do prowadzenia kręgu Balinta „${title}”.`),
    member: invitation((title) => `Zapraszamy Cię do kręgu Balinta „${title}”.`),
    observer: invitation(
      (title) =>
        `Zapraszamy Cię do obserwowania kręgu Balinta „${title}”: słyszysz wszystko, a Ciebie nie słyszy nikt. Zanim wejdziesz, pytamy o zgodę wszystkich w kręgu.`,
    ),
  },
};
