import type { line as en } from '../../en/line/line';

/** The line check: what gets through from here, for whoever wants to meet and for whoever keeps the network. */
export const line: typeof en = {
  title: 'Prueba tu conexión',
  lead: '¿Pasa desde aquí todo lo que necesita un círculo? La prueba dura medio minuto. Se envía un tono que solo vuelve a ti.',
  copy: 'Copiar para el soporte técnico',
  names: 'No nombra a nadie.',

  subject: {
    page: 'Esta página',
    socket: 'WebSocket',
    microphone: 'Micrófono',
    udp: 'Sonido por UDP',
    tcp: 'Sonido por TCP',
    turn: 'Sonido por un servidor intermedio (TURN)',
  },
  mark: {
    running: 'Probando:',
    good: 'Bien:',
    note: 'Nota:',
    bad: 'Problema:',
  },

  found: {
    running: 'Mirando.',
    asked: 'Tu navegador pregunta por tu micrófono: respóndele.',
    passes: 'Pasa.',
    weak: 'Pasa, pero la conexión es débil.',
    plain: 'Pasa, sin https.',
    blocked: 'No pasa.',
    no_return: 'Conecta, pero no vuelve sonido.',
    no_webrtc: 'Este navegador no envía sonido: WebRTC falta o está desactivado.',
    refuses: 'Responde, pero no transmite sonido.',
    cut: 'Se abrió y luego se cortó. Repite la prueba.',
    not_set_up: 'No está preparado en este servidor.',
    untried: 'Sin probar: necesita el WebSocket.',
    full: 'Sin probar: este servidor comprueba ahora muchas conexiones.',
    busy: 'Sin probar: han llegado muchas pruebas desde tu red.',
    gives_sound: 'Da sonido.',
    quiet: 'Está abierto. No ha sonado nada mientras tanto.',
    unanswered: 'La pregunta de tu navegador ha quedado sin respuesta.',
  },
  roundTrip: (ms: number) => `${ms}\u00a0ms entre ida y vuelta.`,
  lost: (percent: string) => `${percent} de pérdida.`,
  relayedBy: {
    udp: 'Por UDP hasta el servidor intermedio.',
    tcp: 'Por TCP hasta el servidor intermedio.',
    tls: 'Por TLS hasta el servidor intermedio.',
  },

  todo: {
    plain: 'Los navegadores solo dan acceso al micrófono con https.',
    full: 'Prueba de nuevo en un minuto.',
    busy: 'Prueba de nuevo en un minuto.',
    quiet: 'Repite la prueba y di algo, para comprobarlo.',
    unanswered: 'Repite la prueba y permite el micrófono.',
    refuses: 'No es cosa de tu red: avisa a quien gestiona el servidor.',
    no_webrtc: 'Usa otro navegador, o pide que se permita WebRTC.',
  },
  letThrough: {
    page: 'El servidor no responde ahora mismo. ¿Sigue conectado este dispositivo?',
    socket: 'Pide que se dejen pasar WebSockets (wss) a esta dirección, sin que los lea un proxy.',
    udp: 'Pide que se deje pasar UDP a la dirección y el puerto del servidor que figuran abajo, y sus respuestas.',
    tcp: 'Pide que se deje pasar TCP a la dirección y el puerto del servidor que figuran abajo.',
    turn: 'Pide que se dejen pasar las direcciones del servidor intermedio que figuran abajo; basta una.',
  },

  verdict: {
    running: 'Probando tu conexión',
    good: 'Todo bien: desde aquí puedes participar.',
    other_way:
      'Desde aquí puedes participar. El sonido va por un camino más largo, y puede llegar con retraso.',
    microphone: 'Tu conexión es buena. Mira tu micrófono.',
    weak: 'El sonido pasa, pero tu conexión es débil: puede haber palabras que se pierdan o lleguen tarde.',
    no_sound:
      'No pasa ningún sonido: no oirías a nadie. Prueba otra red (la de un teléfono), apaga la VPN o muestra esto al soporte técnico.',
    no_webrtc: 'Este navegador no sirve para un círculo.',
    no_socket:
      'Desde esta red no se puede entrar en un círculo. Prueba otra, o muestra esto al soporte técnico.',
    no_page: 'El servidor no responde ahora mismo. Prueba de nuevo en un momento.',
    refused: 'La conexión no se ha podido probar ahora mismo. Prueba de nuevo en un minuto.',
  },

  network: {
    title: 'Para quien gestiona la red',
    rules: [
      'https y WebSockets seguros (wss) al nombre de esta página, TCP 443. Un proxy que lea https debe dejar pasar los WebSockets.',
      'UDP desde cualquier puerto a la dirección y el puerto del servidor para el sonido, y sus respuestas: el mejor camino.',
      'Donde no se permite UDP: TCP, o un servidor intermedio (TURN), si esta prueba dice que el servidor lo tiene.',
      'El sonido va cifrado (DTLS, SRTP) y no se puede leer por el camino. No se envía nada a nadie más.',
    ],
  },
  report: {
    title: 'Prueba de conexión de un círculo Balint',
    at: 'Cuándo',
    server: 'Servidor',
    browser: 'Navegador',
    udp: 'El sonido por UDP va a',
    tcp: 'El sonido por TCP va a',
    relays: 'El sonido por un servidor intermedio va a',
    unknown: 'no se sabe',
  },
};
