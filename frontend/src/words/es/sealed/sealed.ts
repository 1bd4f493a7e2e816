import type { sealed as en } from '../../en/sealed/sealed';

/** Sealed voices: what is protected, what the server still sees, and what to do when a key does not fit. */
export const sealed: typeof en = {
  sealed: {
    protects:
      'Tu navegador sella tu voz, y solo los navegadores de este círculo la abren de nuevo. Su clave está en los enlaces del círculo, y nunca se envía al servidor.',
    seen: 'El servidor sigue viendo quién está aquí y cuándo habla alguien. También te da esta página: quien la cambie podría romper el sello.',
    notMeans:
      'Quien gestiona el servidor podría escuchar. Este círculo se abrió así, para personas con navegadores más antiguos. Para una sesión sellada, hay que abrir otro círculo.',
    sent: (ofGroup) =>
      `Tu enlace se reescribió por el camino, y así su clave se ha enviado una vez al servidor. Quien gestiona el servidor podría escuchar. ${ofGroup ? 'Pide a la coordinación que dé otra clave al grupo.' : 'Para mayor seguridad, abre otro círculo y envía sus enlaces por otra vía.'}`,
    withheld:
      'Tu navegador ha creado una clave solo para esta sesión, pero el servidor no la transmite. Así, tu voz está sellada solo con la clave de los enlaces: quien encuentre un enlace más tarde podría abrir lo que se haya grabado. Carga la página de nuevo. Si dice lo mismo, avisa a quien gestiona el servidor.',
    unopened:
      'Una voz no se puede abrir aquí. Si no basta con cargar la página de nuevo, pide al resto del círculo que cargue la suya. Si sigue igual, compara las cifras con el grupo por otra vía que no sea esta página, y avisa a quien gestiona el servidor.',
    compare:
      'Estas cifras son las mismas en todo el círculo. Si quieres tener certeza, compáralas en voz alta con el grupo:',
    digits: (digits: string) => `${digits.slice(0, 4)}\u00a0${digits.slice(4)}`,
    problem: {
      missing: {
        title: 'Tu enlace ha perdido su clave',
        text: 'Este círculo está sellado: solo puede escuchar quien tiene su clave. La clave es el final de tu enlace, tras ~. Abre el enlace entero, tal como te llegó, o pide a la coordinación que te lo envíe de nuevo.',
      },
      cut: {
        title: 'Falta el final de tu enlace',
        text: 'Ahí va la clave de este círculo, y se ha perdido una parte. Abre el enlace entero, tal como te llegó, o pide a la coordinación que te lo envíe de nuevo.',
      },
      mistyped: {
        title: 'Tu enlace tiene un error',
        text: 'La clave de su final, tras ~, no está como se creó: quizá cambió un carácter. Abre el enlace tal como te llegó, o pide a la coordinación que te lo envíe de nuevo.',
      },
      foreign: {
        title: 'Esta clave es de otro círculo',
        text: 'El final de tu enlace, tras ~, no corresponde a este círculo, o el servidor no dice la verdad. No lo uses para la sesión. Pide a la coordinación que te envíe de nuevo tu enlace.',
      },
      unlocked: {
        title: 'Este círculo debería estar sellado',
        text: 'Tu enlace tiene una clave, pero el servidor dice que este círculo no la tiene. No lo uses para la sesión: alguien podría escuchar. Díselo a la coordinación, por otra vía que no sea esta página.',
      },
      unable: {
        title: 'Este navegador no puede sellar tu voz',
        text: 'Este círculo está sellado, así que nadie puede entrar sin sello. Abre tu enlace por https en Chrome o Edge desde la versión 141, Firefox desde la 130 o Safari desde la 17.',
      },
      unstarted: {
        title: 'El sello no se ha puesto en marcha',
        text: 'La parte de esta página que sella tu voz no se ha podido cargar, así que no se ha enviado nada. Carga la página de nuevo, o abre tu enlace en otro navegador.',
      },
    },
  },
};
