import type { hearing as en } from '../../en/circle/hearing';
import { output } from '../everywhere/output';

export const hearing: typeof en = {
  hearing: {
    ...output.hearing,

    title: 'Wie Sie den Kreis hören',
    stopped: 'Der Ton ist hier angehalten. Sie hören nicht jede Stimme.',
    letMeHear: 'Den Kreis hören',
    gone: (name) => `${name} ist nicht mehr angeschlossen. Bis Sie wählen, ist nichts zu hören.`,
    playHere: 'Ohne dieses Gerät hören',
    understood: 'Hinweis schließen',
    unopened: (names) => `Sie hören ${names} nicht: Hier fehlt der Schlüssel.`,

    worn: 'Ich trage Kopfhörer',
    wornMeans:
      'Jede Stimme kommt dann von ihrem eigenen Platz. Mit Lautsprechern würden die anderen sich selbst hören.',
    plain: 'Das geht hier gerade nicht. Sie hören die Stimmen ohne Richtung.',

    volumes: 'Lautstärke',
    everybody: 'Alle',
    eachVoice: 'Jede Stimme',
    onlyHere: 'Nur Sie hören den Unterschied.',
    deviceVolume: 'Die Lautstärke stellen Sie am Gerät ein, mit seinen eigenen Tasten.',
  },
};
