import type { leaving as en } from '../../en/everywhere/leaving';

/** What is said where the line to the circle ends. */
export const leaving: typeof en = {
  closed: {
    BAD_MESSAGE: {
      title: 'Strona i serwer się nie zrozumiały',
      text: 'Twoje miejsce czeka. Zwykle pomaga ponowne wczytanie strony.',
    },
    TOO_SLOW: { title: 'Połączenie było zbyt wolne', text: 'Twoje miejsce czeka.' },
    TOO_MANY: {
      title: 'Za dużo naraz',
      text: 'Serwer zamknął połączenie, żeby chronić krąg. Twoje miejsce czeka.',
    },
    NOT_INVITED: {
      title: 'To zaproszenie nie otwiera tutaj żadnego kręgu',
      text: 'Być może zginęła część linku. Poproś o niego jeszcze raz osobę prowadzącą.',
    },
    NO_CIRCLE: {
      title: 'Tego kręgu już tu nie ma',
      text: 'Spotkanie się skończyło, ma nowy termin lub je odwołano, albo krąg otwarto na nowo lub nikt w nim nie był. Zajrzyj do swojej grupy lub zapytaj osobę prowadzącą.',
    },
    NAME_NEEDED: {
      title: 'Krąg potrzebuje twojego imienia',
      text: 'Takiego, pod jakim znają cię inni, do 40 znaków.',
    },
    REPLACED: {
      title: 'Twoje miejsce jest otwarte w innym oknie',
      text: 'Na jednym miejscu jest jedna osoba, w jednym oknie, dlatego to okno teraz milczy. Jeśli to nie ty, powiedz o tym osobie prowadzącej.',
    },
    ENDED: {
      title: 'Spotkanie dobiegło końca',
      text: 'Dziękujemy za obecność. Co tu powiedziano, zostaje w kręgu; niczego z tego nie zachowano.',
    },
    GOODBYE: {
      title: 'Nie ma cię już w kręgu',
      text: 'Twoje miejsce czeka. Póki spotkanie trwa, prowadzi do niego ten sam link.',
    },
    CIRCLE_FAILED: { title: 'Krąg na chwilę się zatrzymał', text: 'Twoje miejsce czeka.' },
    MOVED: {
      title: 'Krąg przenosi się na inny serwer',
      text: 'Jeszcze chwila. Twoje miejsce czeka; tymczasem nikt cię nie słyszy.',
    },
    UNINVITED: {
      title: 'Twoje zaproszenie zakończono',
      text: 'Ten link nie prowadzi już do kręgu. Jeśli masz nowy, otwórz go: prowadzi na twoje miejsce. Jeśli cię to dziwi, porozmawiaj z osobą prowadzącą.',
    },
    NOT_ADMITTED: {
      title: 'Nie wpuszczono cię',
      text: 'Odmówiła osoba, do której to miejsce należy, albo osoba prowadząca. Jeśli cię to dziwi, porozmawiaj z osobą prowadzącą.',
    },
    BUSY: {
      title: 'Nie w tej chwili',
      text: 'Ktoś czeka u drzwi z twoim linkiem albo otwierano go zbyt często.',
    },
    FULL: { title: 'Serwer jest w tej chwili pełny', text: 'Twoje miejsce czeka.' },
  },
  otherWindow: {
    which:
      'Na jednym miejscu jest jedna osoba, w jednym oknie. W którym oknie chcesz zostać? Drugie zamilknie.',
    here: 'Zostaję w tym oknie',
    there: 'Zostaję w drugim oknie',
    stays: 'Zostajesz w drugim oknie. To możesz zamknąć.',
  },

  comeBack: 'Wróć do kręgu',
  takeSeatHere: 'Zajmij miejsce tutaj',
  toFront: 'Do strony głównej',
  toGroup: 'Do mojej grupy',
  toConfirm: 'Na stronie grupy potwierdź w ciągu 14 dni, kto był obecny.',
};
