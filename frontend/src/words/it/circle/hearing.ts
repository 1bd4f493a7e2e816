import type { hearing as en } from '../../en/circle/hearing';
import { output } from '../everywhere/output';

/** How this person hears the circle. */
export const hearing: typeof en = {
  hearing: {
    ...output.hearing,

    title: 'Come senti il cerchio',
    stopped: 'Qui l’audio è fermo. Non senti tutte le voci.',
    letMeHear: 'Fammi sentire il cerchio',
    gone: (name: string) => `${name} non c’è più. Finché non scegli, non si sente nulla.`,
    playHere: 'Ascolta senza questo dispositivo',
    understood: 'Chiudi questo avviso',
    unopened: (names: string) => `Non senti ${names}: qui manca la chiave.`,

    worn: 'Porto le cuffie',
    wornMeans:
      'Ogni voce arriva allora dal suo posto. Con gli altoparlanti, chi parla risentirebbe la propria voce.',
    plain: 'Qui, in questo momento, non funziona. Senti le voci senza direzione.',

    volumes: 'Volume',
    everybody: 'Tutte le voci',
    eachVoice: 'Ogni voce',
    onlyHere: 'La differenza la senti solo tu.',
    deviceVolume: 'Il volume lo regola il tuo dispositivo, con i suoi pulsanti.',
  },
};
