import type { output as en } from '../../en/everywhere/output';

/** Where somebody hears the circle, and whether they do. */
export const output: typeof en = {
  hearing: {
    missing: (name: string) =>
      `No se encuentra ${name}. Oyes el círculo por donde suena tu sistema.`,
    something: 'aquello por lo que oías el círculo',
    check: 'Probar cómo oigo',
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
  },
};
