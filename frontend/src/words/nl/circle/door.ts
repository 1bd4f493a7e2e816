import type { door as en } from '../../en/circle/door';

export const door: typeof en = {
  waiting: {
    title: 'Je staat aan de deur',
    open: 'Een begeleider kan je binnenlaten.',
    closed: 'De kring heeft de deur gesloten. Alleen een begeleider kan je binnenlaten.',
    asked:
      'De kring krijgt de vraag of je toehoorder mag zijn. Daarna kan een begeleider je binnenlaten.',
    sent: 'Een begeleider heeft je naar de deur gestuurd, en kan je weer binnenlaten.',
    yourself: 'Je plaats is nu bezet. Op die plaats komt de vraag of jij dit bent.',
    nobody:
      'Er is hier geen andere begeleider. Binnen twee minuten kom je vanzelf binnen; onder de naam die je hier had, meteen.',
    quiet: 'Niemand hoort je hier, en jij hoort niemand.',
  },

  askedToLeave: {
    title: 'De kring verlaten?',
    back: 'Je ging terug in dit venster. De bijeenkomst gaat intussen door. Ga je weg, dan blijft je plaats bewaard, en dezelfde link brengt je terug.',
    onward:
      'Je opende een andere link in dit venster. De bijeenkomst gaat intussen door. Ga je weg, dan blijft je plaats bewaard, en de link van deze kring brengt je terug.',
    yes: 'De kring verlaten',
    no: 'Blijven',
  },
};
