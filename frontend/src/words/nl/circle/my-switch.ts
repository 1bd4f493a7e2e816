import type { mySwitch as en } from '../../en/circle/my-switch';
import { leaving } from '../everywhere/leaving';
import { microphone } from '../everywhere/microphone';

export const mySwitch: typeof en = {
  mine: {
    ...microphone.mine,

    blocked: {
      is: 'Het geluid komt er niet door',
      means:
        'Je hoort niemand, en niemand hoort je. Waarschijnlijk laat dit netwerk of een VPN geen geluid door. Probeer een ander netwerk (bijvoorbeeld de hotspot van een telefoon) of zet de VPN uit; in een ziekenhuis of praktijk zegt de test van je verbinding wat je kunt vragen. Deze pagina blijft het proberen.',
    },
    joining: { is: 'Het geluid wordt verbonden', means: 'Je wordt nog niet gehoord.' },
    reconnecting: {
      is: 'Je verbinding komt terug',
      means: 'Het geluid gaat door als dat kan. Je plaats blijft voor je vrij.',
    },
    back: {
      is: 'Je komt terug',
      means: 'Je plaats blijft bewaard. Intussen hoort niemand je.',
    },
    moving: { is: leaving.closed.MOVED.title, means: leaving.closed.MOVED.text },

    observing: { is: 'Je bent toehoorder', means: 'Niemand hoort je.' },
    outside: { is: 'Je luistert', means: 'De binnenkring wordt gehoord.' },
    sitting_back: {
      is: 'Je luistert nu',
      means: 'Niemand kan je horen tot je terugkeert.',
    },
    silenced: {
      is: 'Een begeleider heeft je stem uitgezet',
      means: 'Je kunt weer spreken als de begeleiding dat toelaat.',
    },

    opens_with_floor: {
      is: 'Je luistert nu',
      means: 'Je wordt weer gehoord zodra je mag spreken.',
    },
    stays_closed: {
      is: 'Je luistert nu',
      means: 'Je microfoon blijft dicht tot je die zelf opent.',
    },
    closed: { is: 'Je microfoon is dicht', means: 'Open die als je iets wilt zeggen.' },
    unconnected: { is: 'Het geluid wordt verbonden', means: 'Je wordt nog niet gehoord.' },
    away: { is: 'Je bent onderweg', means: 'Je wordt nog niet gehoord.' },
    unsent: {
      is: 'Je stem wordt niet verstuurd',
      means: 'Niemand hoort je. Deze pagina blijft het proberen.',
    },
    alone: {
      is: 'Je bent hier alleen',
      means: 'Je microfoon is open: wie binnenkomt, hoort je.',
    },
    unheard: {
      is: 'Hier heeft nog niemand geluid',
      means: 'Je wordt nog niet gehoord. Je microfoon is open.',
    },
    heard: { is: 'De kring hoort je', means: 'Je microfoon is open.' },
    heard_in_debrief: {
      is: 'De andere begeleiders horen je',
      means: 'Je microfoon is open.',
    },
  },

  does: {
    open: 'Mijn microfoon openen',
    close: 'Mijn microfoon sluiten',
    open_later: 'Mijn microfoon openen zodra ik mag spreken',
    close_later: 'Mijn microfoon dicht laten',
    retry: microphone.tryAgain,
    replace: 'Andere microfoon gebruiken',
  },

  weakLine: {
    heard: 'Je verbinding hapert: anderen kunnen woorden missen.',
    hears: 'Je verbinding hapert: je kunt woorden missen.',
    both: 'Je verbinding hapert: woorden kunnen in beide richtingen wegvallen.',
    slow: 'Je verbinding is traag: woorden komen laat aan.',
  },

  heardWithQuestions: 'Je wordt weer gehoord als de vragen beginnen.',
  readyForReturn:
    'Niemand kan je horen tot je terugkeert. Je microfoon wordt daarvoor klaargezet; er wordt niets verstuurd.',
  speaksClosed: 'Je spreekt, maar je microfoon is dicht.',
};
