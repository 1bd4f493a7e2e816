import type { mySwitch as en } from '../../en/circle/my-switch';
import { leaving } from '../everywhere/leaving';
import { microphone } from '../everywhere/microphone';

/** One's own microphone: whether one is heard, why not, and what can be done about it. */
export const mySwitch: typeof en = {
  mine: {
    ...microphone.mine,

    blocked: {
      is: 'Il tuo audio non passa',
      means:
        'Non senti nessuno, e nessuno ti sente. Probabilmente questa rete, o una VPN, non lascia passare l’audio. Prova un’altra rete (per esempio l’hotspot del telefono) o spegni la VPN; in ospedale o in ambulatorio, la prova della linea dice che cosa chiedere. Questa pagina continua a provare.',
    },
    joining: { is: 'Il tuo audio si collega', means: 'Per ora nessuno ti sente.' },
    reconnecting: {
      is: 'La tua linea sta tornando',
      means: 'Se possibile, l’audio continua. Il tuo posto resta riservato.',
    },
    back: {
      is: 'Stai tornando',
      means: 'Il tuo posto ti aspetta. Intanto nessuno ti sente.',
    },
    moving: { is: leaving.closed.MOVED.title, means: leaving.closed.MOVED.text },

    observing: { is: 'Stai osservando', means: 'Nessuno ti sente.' },
    outside: { is: 'Ascolti', means: 'Si sente il cerchio interno.' },
    sitting_back: {
      is: 'Stai ascoltando',
      means: 'Finché non rientri, nessuno può sentirti.',
    },
    silenced: {
      is: 'Chi conduce ti ha messo in silenzio',
      means: 'Potrai parlare quando ti ridarà la voce.',
    },

    opens_with_floor: {
      is: 'Stai ascoltando',
      means: 'Ti sentiranno di nuovo quando potrai parlare.',
    },
    stays_closed: {
      is: 'Stai ascoltando',
      means: 'Il tuo microfono resta chiuso finché non lo apri.',
    },
    closed: { is: 'Il tuo microfono è chiuso', means: 'Aprilo quando vuoi parlare.' },
    unconnected: { is: 'Il tuo audio si collega', means: 'Per ora nessuno ti sente.' },
    away: { is: 'Stai arrivando', means: 'Per ora nessuno ti sente.' },
    unsent: {
      is: 'La tua voce non parte',
      means: 'Nessuno ti sente. Questa pagina continua a provare.',
    },
    alone: {
      is: 'Qui per ora ci sei solo tu',
      means: 'Il tuo microfono è aperto: chi arriva ti sente.',
    },
    unheard: {
      is: 'Qui nessuno ha ancora l’audio',
      means: 'Per ora nessuno ti sente. Il tuo microfono è aperto.',
    },
    heard: { is: 'Il cerchio ti sente', means: 'Il tuo microfono è aperto.' },
    heard_in_debrief: {
      is: 'Ti sente chi conduce con te',
      means: 'Il tuo microfono è aperto.',
    },
  },

  does: {
    open: 'Apri il microfono',
    close: 'Chiudi il microfono',
    open_later: 'Apri il microfono quando potrò parlare',
    close_later: 'Tieni chiuso il microfono',
    retry: microphone.tryAgain,
    replace: 'Usa un altro microfono',
  },

  weakLine: {
    heard: 'La tua linea va a scatti: a chi ascolta può sfuggire qualche parola.',
    hears: 'La tua linea va a scatti: può sfuggirti qualche parola.',
    both: 'La tua linea va a scatti: qualche parola può perdersi in entrambi i sensi.',
    slow: 'La tua linea è lenta: le parole arrivano tardi.',
  },

  heardWithQuestions: 'Ti sentiranno di nuovo quando cominciano le domande.',
  readyForReturn:
    'Finché non rientri, nessuno può sentirti. Il tuo microfono si prepara per allora; non si invia nulla.',
  speaksClosed: 'Stai parlando, ma il tuo microfono è chiuso.',
};
