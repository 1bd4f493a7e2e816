import type { lostLink as en } from '../../en/front/lost-link';

/** For somebody who has a link and no seat. */
export const lostLink: typeof en = {
  lostLink: {
    title: '¿Tienes un enlace a un círculo?',
    cut: 'Esta dirección no lleva a ningún círculo: el final del enlace se ha perdido por el camino.',
    bookmark:
      'Esta dirección por sí sola no lleva a ningún asiento. La clave está en el enlace de tu invitación, y esta página no se la muestra a nadie. Abre otra vez ese enlace, por favor.',
    explain: 'Pega aquí el enlace entero, o el mensaje en que venía.',
    field: 'Tu enlace',
    go: 'Ir a mi asiento',
    looksLike: (site: string) => `Un enlace entero es así: ${site}/#WyJxT3Z2bDlJ….Kd8sVtqN4u`,
    none: 'Aquí no hay ningún enlace entero. Puede que se haya cortado: pide a la coordinación que te lo envíe de nuevo.',
    byMail: 'O haz que el enlace de tu grupo se envíe a la dirección que diste al grupo.',
    send: 'Enviarme mi enlace',
  },
};
