import type { output as en } from '../../en/output/output';

/** The choice where somebody hears the circle, and a sound to try it by. */
export const output: typeof en = {
  where: 'Auriculares o altavoces',
  system: 'Lo que elija tu sistema',
  onlySystem: 'Tu sistema elige por dónde oyes el círculo.',
  choose: 'Elegir auriculares o altavoces',
  refused: (name: string) => `No se ha podido usar ${name}. Nada ha cambiado.`,
  anOutput: (n: number) => `Salida ${n}`,
  test: 'Reproducir un sonido suave',
  played:
    'Ha sonado algo suave. Si no lo has oído, elige otra salida o sube el volumen de tu dispositivo.',
  notPlayed: 'El navegador no lo ha reproducido. Pulsa otra vez.',
};
