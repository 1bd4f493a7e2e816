import type { fishbowl as en } from '../../en/circle/fishbowl';

export const fishbowl: typeof en = {
  fishbowl: {
    outer: 'círculo exterior',
    listens: 'Está a escutar. Ouve-se o círculo interior.',
    sit_outside: 'Ir para o círculo exterior',
    sit_inside: 'Ir para o círculo interior',
  },
};
