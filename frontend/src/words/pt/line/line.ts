import type { line as en } from '../../en/line/line';

export const line: typeof en = {
  title: 'Verifique a sua ligação',
  lead: 'Passa daqui tudo aquilo de que um círculo precisa? Demora meio minuto. É enviado um tom de teste, que volta só para si.',
  copy: 'Copiar para a informática',
  names: 'Não nomeia ninguém.',

  subject: {
    page: 'Esta página',
    socket: 'WebSocket',
    microphone: 'Microfone',
    udp: 'Som por UDP',
    tcp: 'Som por TCP',
    turn: 'Som por retransmissor (TURN)',
  },
  mark: {
    running: 'A verificar:',
    good: 'Bom:',
    note: 'Nota:',
    bad: 'Problema:',
  },

  found: {
    running: 'Em curso.',
    asked: 'O navegador pede o seu microfone: responda-lhe.',
    passes: 'Passa.',
    weak: 'Passa, mas a ligação está fraca.',
    plain: 'Passa, sem https.',
    blocked: 'Não passa.',
    no_return: 'Liga-se, mas não volta nenhum som.',
    no_webrtc: 'Este navegador não envia som: o WebRTC falta ou está desligado.',
    refuses: 'Responde, mas não transmite nenhum som.',
    cut: 'Abriu-se, e depois interrompeu-se. Verifique de novo.',
    not_set_up: 'Não está configurado neste servidor.',
    untried: 'Não testado: precisa do WebSocket.',
    full: 'Não testado: neste momento, o servidor verifica muitas ligações.',
    busy: 'Não testado: vieram muitas verificações da sua rede.',
    gives_sound: 'Dá som.',
    quiet: 'Está aberto. Entretanto, houve silêncio.',
    unanswered: 'A pergunta do navegador ficou sem resposta.',
  },
  roundTrip: (ms) => `${ms}\u00a0ms ida e volta.`,
  lost: (percent) => `${percent} de perdas.`,
  relayedBy: {
    udp: 'Por UDP até ao retransmissor.',
    tcp: 'Por TCP até ao retransmissor.',
    tls: 'Por TLS até ao retransmissor.',
  },

  todo: {
    plain: 'Os navegadores só dão acesso ao microfone em https.',
    full: 'Tente de novo daqui a um minuto.',
    busy: 'Tente de novo daqui a um minuto.',
    quiet: 'Para ter a certeza, verifique de novo e diga alguma coisa.',
    unanswered: 'Verifique de novo, e permita o microfone.',
    refuses: 'Não é da sua rede: avise quem gere o servidor.',
    no_webrtc: 'Use outro navegador, ou peça que o WebRTC seja permitido.',
  },
  letThrough: {
    page: 'Neste momento, o servidor não responde. Este dispositivo ainda tem ligação?',
    socket:
      'Peça que se deixem passar os WebSockets (wss) para este endereço, sem que um proxy os leia.',
    udp: 'Peça que se deixe passar o UDP para o endereço e a porta do servidor abaixo, e as respostas.',
    tcp: 'Peça que se deixe passar o TCP para o endereço e a porta do servidor abaixo.',
    turn: 'Peça que se deixem passar os endereços do retransmissor abaixo; basta um deles.',
  },

  verdict: {
    running: 'A verificar a sua ligação',
    good: 'Está tudo bem: pode reunir-se a partir daqui.',
    other_way:
      'Pode reunir-se a partir daqui. O som faz um caminho mais longo, e pode chegar com atraso.',
    microphone: 'A sua ligação está boa. Veja o microfone.',
    weak: 'O som passa, mas a ligação está fraca: pode haver palavras perdidas, ou atrasadas.',
    no_sound:
      'Não passa som nenhum: não ouviria ninguém. Experimente outra rede (a partilha de internet de um telemóvel), desligue a VPN, ou mostre isto à informática.',
    no_webrtc: 'Este navegador não serve para um círculo.',
    no_socket:
      'Não se consegue entrar num círculo a partir desta rede. Experimente outra, ou mostre isto à informática.',
    no_page: 'Neste momento, o servidor não responde. Tente de novo daqui a pouco.',
    refused:
      'Neste momento, não foi possível verificar a ligação. Tente de novo daqui a um minuto.',
  },

  network: {
    title: 'Para quem cuida da rede',
    rules: [
      'https e WebSockets seguros (wss) para o nome desta página, TCP 443. Um proxy que leia https tem de deixar passar os WebSockets.',
      'UDP de qualquer porta para o endereço e a porta de som do servidor, e as respostas: o melhor caminho.',
      'Onde o UDP não é permitido: TCP, ou um retransmissor (TURN), se esta verificação disser que o servidor o tem.',
      'O som está encriptado (DTLS, SRTP) e não pode ser lido pelo caminho. Nada é enviado a mais ninguém.',
    ],
  },
  report: {
    title: 'Verificação da ligação de um círculo Balint',
    at: 'Quando',
    server: 'Servidor',
    browser: 'Navegador',
    udp: 'O som por UDP vai para',
    tcp: 'O som por TCP vai para',
    relays: 'O som por retransmissor vai para',
    unknown: 'desconhecido',
  },
};
