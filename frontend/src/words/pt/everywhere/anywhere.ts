import type { anywhere as en } from '../../en/everywhere/anywhere';

export const anywhere: typeof en = {
  close: 'Fechar',

  language: {
    choose: 'Língua',
    notKept:
      'Este navegador não guarda nada para esta página, por isso a página segue a língua do navegador.',
  },

  copying: {
    copied: 'Copiado',
    failedTitle: 'Copie à mão, por favor',
    failed:
      'Este navegador não deixa a página copiar. O texto está selecionado: copie-o com o teclado, ou toque nele sem levantar o dedo.',
  },

  part: {
    failed: 'Esta parte da página falhou. O som continua.',
    again: 'Mostrar de novo',
    loading: 'Esta parte da página está a carregar.',
    unloaded: 'Não foi possível carregar uma parte desta página.',
    doWithout: 'Não foi possível carregar esta parte. Pode entrar sem ela.',
    reload: 'Carregar de novo a página',
  },
};
