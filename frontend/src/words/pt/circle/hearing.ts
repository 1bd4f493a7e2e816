import type { hearing as en } from '../../en/circle/hearing';
import { output } from '../everywhere/output';

export const hearing: typeof en = {
  hearing: {
    ...output.hearing,

    title: 'Como ouve o círculo',
    stopped: 'Aqui, o som está parado. Há vozes que não está a ouvir.',
    letMeHear: 'Quero ouvir o círculo',
    gone: (name) => `Já não se encontra: ${name}. Nada toca até escolher.`,
    playHere: 'Ouvir sem este dispositivo',
    understood: 'Fechar esta nota',
    unopened: (names) => `Vozes que não ouve: ${names}. Falta aqui a chave.`,

    worn: 'Uso auscultadores',
    wornMeans:
      'Assim, cada voz vem do seu próprio lugar. Com altifalantes, as outras pessoas ouviriam o eco da sua própria voz.',
    plain: 'Neste momento, isto não funciona aqui. Ouve as vozes sem esse efeito.',

    volumes: 'Volume',
    everybody: 'Toda a gente',
    eachVoice: 'Cada voz',
    onlyHere: 'Só do seu lado se ouve a diferença.',
    deviceVolume: 'É o seu dispositivo que regula o volume, com os botões dele.',
  },
};
