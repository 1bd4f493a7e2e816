import type { lostLink as en } from '../../en/front/lost-link';

export const lostLink: typeof en = {
  lostLink: {
    title: 'Tem um link para um círculo?',
    cut: 'Este endereço não leva a nenhum círculo: o fim do link perdeu-se pelo caminho.',
    bookmark:
      'Só com este endereço não se chega a nenhum lugar. A chave está no link do seu convite, e esta página não a mostra a ninguém. Abra outra vez esse link, por favor.',
    explain: 'Cole aqui o link inteiro, ou a mensagem em que ele chegou.',
    field: 'O seu link',
    go: 'Ir para o meu lugar',
    looksLike: (site) => `Um link inteiro é assim: ${site}/#WyJxT3Z2bDlJ….Kd8sVtqN4u`,
    none: 'Aqui não há nenhum link inteiro. Talvez tenha sido cortado: peça a quem facilita que o envie outra vez, por favor.',
    byMail: 'Ou peça que o link do seu grupo seja enviado para o endereço que deu ao grupo.',
    send: 'Enviar-me o meu link',
  },
};
