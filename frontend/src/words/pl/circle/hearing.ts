import type { hearing as en } from '../../en/circle/hearing';
import { output } from '../everywhere/output';

/** How this person hears the circle. */
export const hearing: typeof en = {
  hearing: {
    ...output.hearing,

    title: 'Jak słyszysz krąg',
    stopped: 'Dźwięk jest tu zatrzymany. Nie słyszysz wszystkich.',
    letMeHear: 'Chcę słyszeć krąg',
    gone: (name: string) => `Odłączono: ${name}. Nic nie gra, dopóki nie wybierzesz.`,
    playHere: 'Odtwarzaj bez tego',
    understood: 'Zamknij tę informację',
    unopened: (names: string) => `Nie słyszysz: ${names}. Brakuje tu klucza.`,

    worn: 'Mam założone słuchawki',
    wornMeans:
      'Każdy głos dobiega wtedy ze swojego miejsca. Przy głośnikach inni słyszeliby samych siebie.',
    plain: 'W tej chwili to tu nie działa. Głosy słychać zwyczajnie.',

    volumes: 'Głośność',
    everybody: 'Wszyscy',
    eachVoice: 'Każdy głos osobno',
    onlyHere: 'Różnicę słyszysz tylko ty.',
    deviceVolume: 'Głośność ustawia się przyciskami urządzenia.',
  },
};
