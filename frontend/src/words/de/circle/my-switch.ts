import type { mySwitch as en } from '../../en/circle/my-switch';
import { leaving } from '../everywhere/leaving';
import { microphone } from '../everywhere/microphone';

export const mySwitch: typeof en = {
  mine: {
    ...microphone.mine,

    blocked: {
      is: 'Der Ton kommt nicht durch',
      means:
        'Sie hören niemanden, und niemand hört Sie. Wahrscheinlich lässt dieses Netz oder ein VPN keinen Ton durch. Versuchen Sie ein anderes Netz (etwa den Hotspot eines Telefons), oder schalten Sie das VPN aus; worum Sie in einer Klinik bitten können, sagt die Prüfung der Verbindung. Die Seite versucht es weiter.',
    },
    joining: { is: 'Der Ton wird verbunden', means: 'Noch hört Sie niemand.' },
    reconnecting: {
      is: 'Ihre Verbindung wird wiederhergestellt',
      means: 'Der Ton läuft weiter, soweit möglich. Ihr Platz bleibt Ihnen erhalten.',
    },
    back: { is: 'Sie kommen zurück', means: 'Ihr Platz bleibt Ihnen. Solange hört Sie niemand.' },
    moving: { is: leaving.closed.MOVED.title, means: leaving.closed.MOVED.text },

    observing: { is: 'Sie beobachten', means: 'Niemand hört Sie.' },
    outside: { is: 'Sie hören zu', means: 'Zu hören ist der Innenkreis.' },
    sitting_back: {
      is: 'Sie hören zu',
      means: 'Niemand kann Sie hören, bis Sie zurückkehren.',
    },
    silenced: {
      is: 'Die Leitung hat Sie stumm gestellt',
      means: 'Sie können wieder sprechen, wenn die Leitung es zulässt.',
    },

    opens_with_floor: {
      is: 'Sie hören zu',
      means: 'Man hört Sie wieder, sobald Sie sprechen dürfen.',
    },
    stays_closed: {
      is: 'Sie hören zu',
      means: 'Ihr Mikrofon bleibt geschlossen, bis Sie es öffnen.',
    },
    closed: {
      is: 'Ihr Mikrofon ist geschlossen',
      means: 'Öffnen Sie es, wenn Sie sprechen möchten.',
    },
    unconnected: { is: 'Der Ton wird verbunden', means: 'Noch hört Sie niemand.' },
    away: { is: 'Sie sind auf dem Weg', means: 'Noch hört Sie niemand.' },
    unsent: {
      is: 'Ihre Stimme wird nicht gesendet',
      means: 'Niemand hört Sie. Die Seite versucht es weiter.',
    },
    alone: {
      is: 'Sie sind allein hier',
      means: 'Ihr Mikrofon ist offen: Wer kommt, hört Sie.',
    },
    unheard: {
      is: 'Noch hat hier niemand Ton',
      means: 'Noch hört Sie niemand. Ihr Mikrofon ist offen.',
    },
    heard: { is: 'Der Kreis hört Sie', means: 'Ihr Mikrofon ist offen.' },
    heard_in_debrief: {
      is: 'Die anderen aus der Leitung hören Sie',
      means: 'Ihr Mikrofon ist offen.',
    },
  },

  does: {
    open: 'Mikrofon öffnen',
    close: 'Mikrofon schließen',
    open_later: 'Mikrofon öffnen, wenn ich sprechen darf',
    close_later: 'Mikrofon geschlossen lassen',
    retry: microphone.tryAgain,
    replace: 'Anderes Mikrofon nehmen',
  },

  weakLine: {
    heard: 'Ihre Verbindung hat Aussetzer: Andere hören vielleicht nicht jedes Wort.',
    hears: 'Ihre Verbindung hat Aussetzer: Sie hören vielleicht nicht jedes Wort.',
    both: 'Ihre Verbindung hat Aussetzer: In beiden Richtungen können Worte verloren gehen.',
    slow: 'Ihre Verbindung ist langsam: Worte kommen spät an.',
  },

  heardWithQuestions: 'Man hört Sie wieder, wenn die Fragen beginnen.',
  readyForReturn:
    'Niemand kann Sie hören, bis Sie zurückkehren. Ihr Mikrofon wird dafür vorbereitet; nichts wird gesendet.',
  speaksClosed: 'Sie sprechen, aber Ihr Mikrofon ist geschlossen.',
};
