import type { now as en } from '../../en/leading/now';

export const now: typeof en = {
  now: {
    title: 'Espera respuesta',
    needsPause: (name: string) => `${name} necesita una pausa.`,
    stopClock: 'Pausar el reloj',
    bringBack: (name: string) => `Que vuelva ${name}`,
    endCaseTitle: '¿Terminar aquí el caso, con delicadeza?',
    endCaseText:
      'El círculo pasa directamente a lo que viene después. Nadie tiene que decir por qué.',
    seen: (name: string) => `Decir a ${name} que lo vemos`,
    asksForWord: (name: string) => `${name} pide la palabra.`,
    letSpeak: (name: string) => `Dar la palabra a ${name}`,
    notNow: 'Ahora no',
    lost: (name: string) => `${name} lleva dos minutos sin conexión.`,
    noSound: (name: string) => `${name} está sin sonido: no oye a nadie, y no se le oye.`,
    weakLine: (name: string) =>
      `${name} tiene una conexión débil: puede haber palabras que se pierdan o lleguen tarde.`,
    goOnWithout: (name: string) => `Seguir sin ${name}`,
    knocks: (name: string) => `${name} está a la puerta.`,
    knocksToObserve: (name: string) => `${name} está a la puerta, para observar.`,
    knocksAgain: (name: string) => `${name} ha venido otra vez con el mismo enlace.`,
    knocksWithLinkOf: (name: string, owner: string) =>
      `${name} ha venido con el enlace de ${owner}, con otro nombre.`,
    occupied: (owner: string) => `${owner} está aquí. Quien pase ocupará ese asiento.`,
    turnAway: (name: string) => `No, no dejar pasar a ${name}`,
    no: 'No',
    linkDoubted: (name: string) => `${name} dice: otra persona ha abierto mi enlace.`,
    linkDoubtedMeans: 'A esa persona no se la dejó pasar.',
    linkEnds: 'En cuanto retires la invitación, el enlace ya no llevará a este círculo.',
    linkRenewed:
      'En la página del grupo puedes dar un enlace nuevo, o retirar una visita: entonces este enlace ya no abrirá nada.',
    linkStays:
      'La invitación de quien coordina no se puede retirar. Para mayor seguridad, abre otro círculo.',
    letIn: (name: string) => `Dejar pasar a ${name}`,
    allAgreed: 'Todo el círculo ha aceptado.',
    notAllAgreed: 'Todavía no ha aceptado todo el círculo.',
  },
};
