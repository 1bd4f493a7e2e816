import type { door as en } from '../../en/circle/door';

/** What is said at the door of a running circle, and before somebody leaves it. */
export const door: typeof en = {
  waiting: {
    title: 'Stoisz u drzwi',
    open: 'Wpuścić cię może osoba prowadząca.',
    closed: 'Krąg zamknął drzwi. Wpuścić cię może tylko osoba prowadząca.',
    asked: 'Pytamy krąg, czy możesz obserwować. Potem może cię wpuścić osoba prowadząca.',
    sent: 'Osoba prowadząca odesłała cię do drzwi. Możesz znowu wejść, gdy na to pozwoli.',
    yourself: 'Twoje miejsce jest teraz zajęte. Tam pytamy, czy to ty.',
    nobody:
      'Nie ma tu innej osoby prowadzącej. W ciągu dwóch minut wejdziesz bez niczyjej zgody; pod imieniem, którego tu wcześniej użyto, od razu.',
    quiet: 'Tutaj nikt cię nie słyszy i ty nie słyszysz nikogo.',
  },

  askedToLeave: {
    title: 'Wyjść z kręgu?',
    back: 'W tym oknie wybrano powrót do poprzedniej strony. Spotkanie trwa. Jeśli wyjdziesz, twoje miejsce poczeka; prowadzi do niego ten sam link.',
    onward:
      'W tym oknie otwarto inny link. Spotkanie trwa. Jeśli wyjdziesz, twoje miejsce poczeka; prowadzi do niego link tego kręgu.',
    yes: 'Wyjdź z kręgu',
    no: 'Zostań',
  },
};
