import type { anywhere as en } from '../../en/everywhere/anywhere';

/** What is said in every part of the page. */
export const anywhere: typeof en = {
  close: 'Cerrar',

  language: {
    choose: 'Idioma',
    notKept:
      'Este navegador no guarda nada para esta página, así que la página sigue el idioma del navegador.',
  },

  copying: {
    copied: 'Copiado',
    failedTitle: 'Por favor, cópialo a mano',
    failed:
      'Este navegador no permite que la página copie. El texto está seleccionado: cópialo con el teclado, o mantenlo pulsado.',
  },

  part: {
    failed: 'Esta parte de la página ha fallado. El sonido continúa.',
    again: 'Mostrarla de nuevo',
    loading: 'Se está cargando esta parte de la página.',
    unloaded: 'No se ha podido cargar una parte de esta página.',
    doWithout: 'No se ha podido cargar esta parte. Puedes entrar sin ella.',
    reload: 'Cargar la página de nuevo',
  },
};
