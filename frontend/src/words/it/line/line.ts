import type { line as en } from '../../en/line/line';

/** The line check: what gets through from here, for whoever wants to meet and for whoever keeps the network. */
export const line: typeof en = {
  title: 'Prova la linea',
  lead: 'Da qui passa tutto ciò che serve a un cerchio? Ci vuole mezzo minuto. Un suono di prova parte e torna soltanto a te.',
  copy: 'Copia per l’assistenza',
  names: 'Non nomina nessuno.',

  subject: {
    page: 'Questa pagina',
    socket: 'WebSocket',
    microphone: 'Microfono',
    udp: 'Audio via UDP',
    tcp: 'Audio via TCP',
    turn: 'Audio via relay (TURN)',
  },
  mark: {
    running: 'In prova:',
    good: 'Bene:',
    note: 'Nota:',
    bad: 'Problema:',
  },

  found: {
    running: 'Un momento.',
    asked: 'Il browser chiede il microfono: rispondi.',
    passes: 'Passa.',
    weak: 'Passa, ma la linea è debole.',
    plain: 'Passa, senza https.',
    blocked: 'Non passa.',
    no_return: 'Si collega, ma non torna nessun suono.',
    no_webrtc: 'Questo browser non invia audio: WebRTC manca o è spento.',
    refuses: 'Risponde, ma non trasmette nessun suono.',
    cut: 'Si è aperto, e poi si è interrotto. Ripeti la prova.',
    not_set_up: 'Non predisposto su questo server.',
    untried: 'Non provato: serve il WebSocket.',
    full: 'Non provato: in questo momento il server prova molte linee.',
    busy: 'Non provato: dalla tua rete sono arrivate molte prove.',
    gives_sound: 'Dà suono.',
    quiet: 'È aperto. Intanto c’era silenzio.',
    unanswered: 'La domanda del browser è rimasta senza risposta.',
  },
  roundTrip: (ms: number) => `${ms}\u00a0ms andata e ritorno.`,
  lost: (percent: string) => `${percent} di perdita.`,
  relayedBy: {
    udp: 'Via UDP fino al relay.',
    tcp: 'Via TCP fino al relay.',
    tls: 'Via TLS fino al relay.',
  },

  todo: {
    plain: 'I browser danno accesso al microfono solo con https.',
    full: 'Riprova tra un minuto.',
    busy: 'Riprova tra un minuto.',
    quiet: 'Per sicurezza, ripeti la prova e di’ qualcosa.',
    unanswered: 'Ripeti la prova, e consenti il microfono.',
    refuses: 'Non dipende dalla tua rete: avvisa chi gestisce il server.',
    no_webrtc: 'Usa un altro browser, o chiedi che WebRTC sia consentito.',
  },
  letThrough: {
    page: 'In questo momento il server non risponde. Questo dispositivo è ancora in rete?',
    socket:
      'Chiedi di lasciar passare i WebSocket (wss) verso questo indirizzo, senza che un proxy li legga.',
    udp: 'Chiedi di lasciar passare UDP verso l’indirizzo e la porta del server indicati sotto, e le sue risposte.',
    tcp: 'Chiedi di lasciar passare TCP verso l’indirizzo e la porta del server indicati sotto.',
    turn: 'Chiedi di lasciar passare gli indirizzi del relay indicati sotto; ne basta uno.',
  },

  verdict: {
    running: 'Provo la tua linea',
    good: 'Va tutto bene: da qui puoi partecipare.',
    other_way:
      'Da qui puoi partecipare. L’audio fa un percorso più lungo, e può arrivare in ritardo.',
    microphone: 'La tua linea è buona. Controlla il microfono.',
    weak: 'L’audio passa, ma la linea è debole: qualche parola può perdersi o tardare.',
    no_sound:
      'Non passa nessun suono: non sentiresti nessuno. Prova un’altra rete (l’hotspot del telefono), spegni la VPN, o mostra questo all’assistenza.',
    no_webrtc: 'Questo browser non si può usare per un cerchio.',
    no_socket:
      'Da questa rete non si può entrare in un cerchio. Provane un’altra, o mostra questo all’assistenza.',
    no_page: 'In questo momento il server non risponde. Riprova tra un momento.',
    refused: 'In questo momento non si è potuta provare la linea. Riprova tra un minuto.',
  },

  network: {
    title: 'Per chi gestisce la rete',
    rules: [
      'https e WebSocket sicuri (wss) verso il nome di questa pagina, TCP 443. Un proxy che legge https deve inoltrare i WebSocket.',
      'UDP da qualsiasi porta verso l’indirizzo e la porta del server per l’audio, e le sue risposte: è la via migliore.',
      'Dove UDP non è consentito: TCP, oppure un relay (TURN), se questa prova dice che il server ne ha uno.',
      'L’audio è cifrato (DTLS, SRTP) e non si può leggere lungo il percorso. Nulla viene inviato ad altri.',
    ],
  },
  report: {
    title: 'Prova della linea di un cerchio Balint',
    at: 'Quando',
    server: 'Server',
    browser: 'Browser',
    udp: 'L’audio via UDP va a',
    tcp: 'L’audio via TCP va a',
    relays: 'L’audio via relay va a',
    unknown: 'non noto',
  },
};
