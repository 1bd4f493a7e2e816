import type { line as en } from '../../en/line/line';

export const line: typeof en = {
  title: 'Test je verbinding',
  lead: 'Komt alles wat een kring nodig heeft er vanaf hier door? Het duurt een halve minuut. Er wordt een testtoon verstuurd, die alleen naar jou terugkomt.',
  copy: 'Kopiëren voor je helpdesk',
  names: 'Er staan geen namen in.',

  subject: {
    page: 'Deze pagina',
    socket: 'WebSocket',
    microphone: 'Microfoon',
    udp: 'Geluid via UDP',
    tcp: 'Geluid via TCP',
    turn: 'Geluid via een relay (TURN)',
  },
  mark: {
    running: 'Wordt getest:',
    good: 'Goed:',
    note: 'Let op:',
    bad: 'Probleem:',
  },

  found: {
    running: 'Bezig.',
    asked: 'Je browser vraagt om je microfoon: geef antwoord.',
    passes: 'Komt erdoor.',
    weak: 'Komt erdoor, maar de verbinding is zwak.',
    plain: 'Komt erdoor, zonder https.',
    blocked: 'Komt er niet door.',
    no_return: 'Maakt verbinding, maar er komt geen geluid terug.',
    no_webrtc: 'Deze browser verstuurt geen geluid: WebRTC ontbreekt of staat uit.',
    refuses: 'Antwoordt, maar geeft geen geluid door.',
    cut: 'Ging open en brak toen af. Test nog eens.',
    not_set_up: 'Niet ingesteld op deze server.',
    untried: 'Niet getest: daarvoor is de WebSocket nodig.',
    full: 'Niet getest: deze server test nu al veel verbindingen.',
    busy: 'Niet getest: er kwamen veel tests vanaf jullie netwerk.',
    gives_sound: 'Geeft geluid.',
    quiet: 'Staat open. Het was intussen stil.',
    unanswered: 'De vraag van je browser is niet beantwoord.',
  },
  roundTrip: (ms) => `${ms}\u00a0ms heen en terug.`,
  lost: (percent) => `${percent} verloren.`,
  relayedBy: {
    udp: 'Via UDP naar de relay.',
    tcp: 'Via TCP naar de relay.',
    tls: 'Via TLS naar de relay.',
  },

  todo: {
    plain: 'Browsers geven alleen bij https toegang tot de microfoon.',
    full: 'Probeer het over een minuut nog eens.',
    busy: 'Probeer het over een minuut nog eens.',
    quiet: 'Test nog eens en zeg iets, om zeker te zijn.',
    unanswered: 'Test nog eens, en sta de microfoon toe.',
    refuses: 'Dit ligt niet aan jullie netwerk: vertel het aan wie de server beheert.',
    no_webrtc: 'Gebruik een andere browser, of vraag of WebRTC kan worden toegelaten.',
  },
  letThrough: {
    page: 'De server antwoordt nu niet. Is dit apparaat nog verbonden?',
    socket:
      'Vraag of WebSockets (wss) naar dit adres mogen worden doorgelaten, zonder dat een proxy ze leest.',
    udp: 'Vraag of UDP naar het adres en de poort van de server hieronder mag worden doorgelaten, en de antwoorden ook.',
    tcp: 'Vraag of TCP naar het adres en de poort van de server hieronder mag worden doorgelaten.',
    turn: 'Vraag of de adressen van de relay hieronder mogen worden doorgelaten; één ervan is genoeg.',
  },

  verdict: {
    running: 'Je verbinding wordt getest',
    good: 'Alles is goed: vanaf hier kun je meedoen.',
    other_way:
      'Vanaf hier kun je meedoen. Geluid neemt een langere weg, en kan met vertraging aankomen.',
    microphone: 'Je verbinding is goed. Kijk naar je microfoon.',
    weak: 'Geluid komt erdoor, maar je verbinding is zwak: woorden kunnen wegvallen, of laat aankomen.',
    no_sound:
      'Er komt geen geluid door: je zou niemand horen. Probeer een ander netwerk (de hotspot van een telefoon), zet een VPN uit, of laat dit aan je helpdesk zien.',
    no_webrtc: 'Met deze browser kun je niet aan een kring meedoen.',
    no_socket:
      'Vanaf dit netwerk is een kring niet te bereiken. Probeer een ander netwerk, of laat dit aan je helpdesk zien.',
    no_page: 'De server antwoordt nu niet. Probeer het zo nog eens.',
    refused: 'De verbinding kon nu niet worden getest. Probeer het over een minuut nog eens.',
  },

  network: {
    title: 'Voor wie het netwerk beheert',
    rules: [
      'https en beveiligde WebSockets (wss) naar de naam van deze pagina, TCP 443. Een proxy die https leest, moet WebSockets doorgeven.',
      'UDP vanaf elke poort naar het adres en de poort van de server voor geluid, en de antwoorden: de beste weg.',
      'Waar UDP niet is toegestaan: TCP, of een relay (TURN), als deze test zegt dat de server er een heeft.',
      'Geluid is versleuteld (DTLS, SRTP) en kan onderweg niet worden gelezen. Er wordt niets naar anderen gestuurd.',
    ],
  },
  report: {
    title: 'Verbindingstest van een Balintkring',
    at: 'Wanneer',
    server: 'Server',
    browser: 'Browser',
    udp: 'Geluid via UDP gaat naar',
    tcp: 'Geluid via TCP gaat naar',
    relays: 'Geluid via een relay gaat naar',
    unknown: 'niet bekend',
  },
};
