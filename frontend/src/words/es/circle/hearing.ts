import type { hearing as en } from '../../en/circle/hearing';
import { output } from '../everywhere/output';

/** How this person hears the circle. */
export const hearing: typeof en = {
  hearing: {
    ...output.hearing,

    title: 'Cómo oyes el círculo',
    stopped: 'El sonido está detenido aquí. No oyes a todo el mundo.',
    letMeHear: 'Oír el círculo',
    gone: (name: string) => `Se ha desconectado ${name}. No sonará nada hasta que elijas.`,
    playHere: 'Oír por otra salida',
    understood: 'Cerrar esta nota',
    unopened: (names: string) => `No oyes a ${names}: aquí falta la clave.`,

    worn: 'Llevo auriculares',
    wornMeans: 'Así cada voz llega desde su asiento. Con altavoces, el resto se oiría a sí mismo.',
    plain: 'Esto no funciona aquí ahora mismo. Oyes las voces sin más.',

    volumes: 'Volumen',
    everybody: 'Todo el círculo',
    eachVoice: 'Cada voz',
    onlyHere: 'Solo tú oyes la diferencia.',
    deviceVolume: 'El volumen se ajusta con los botones de tu dispositivo.',
  },
};
