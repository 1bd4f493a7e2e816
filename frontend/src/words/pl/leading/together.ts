import type { together as en } from '../../en/leading/together';

export const together: typeof en = {
  together: {
    title: 'Współprowadzenie',
    tell: 'Powiedz osobie współprowadzącej',
    youSay: (signal: string) => `Ty: ${signal}`,
    hint: 'Zaznaczaj, kogo jeszcze nie było słychać',
    cards: 'Zdania pod ręką',
    show: 'Pokaż to kręgowi',
  },
};
