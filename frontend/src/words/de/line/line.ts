import type { line as en } from '../../en/line/line';

export const line: typeof en = {
  title: 'Ihre Verbindung prüfen',
  lead: 'Kommt von hier alles durch, was ein Kreis braucht? Es dauert eine halbe Minute. Ein Testton wird gesendet und kommt nur zu Ihnen zurück.',
  copy: 'Für die IT kopieren',
  names: 'Es nennt keine Namen.',

  subject: {
    page: 'Diese Seite',
    socket: 'WebSocket',
    microphone: 'Mikrofon',
    udp: 'Ton über UDP',
    tcp: 'Ton über TCP',
    turn: 'Ton über ein Relay (TURN)',
  },
  mark: {
    running: 'Wird geprüft:',
    good: 'Gut:',
    note: 'Hinweis:',
    bad: 'Problem:',
  },

  found: {
    running: 'Wird nachgesehen.',
    asked: 'Ihr Browser fragt nach Ihrem Mikrofon: Bitte antworten Sie ihm.',
    passes: 'Kommt durch.',
    weak: 'Kommt durch, aber die Verbindung ist schwach.',
    plain: 'Kommt durch, ohne https.',
    blocked: 'Kommt nicht durch.',
    no_return: 'Wird verbunden, aber es kommt kein Ton zurück.',
    no_webrtc: 'Dieser Browser sendet keinen Ton: WebRTC fehlt oder ist ausgeschaltet.',
    refuses: 'Antwortet, gibt aber keinen Ton weiter.',
    cut: 'Kam zustande und brach dann ab. Prüfen Sie noch einmal.',
    not_set_up: 'Auf diesem Server nicht eingerichtet.',
    untried: 'Nicht versucht: Dafür braucht es den WebSocket.',
    full: 'Nicht versucht: Dieser Server prüft gerade viele Verbindungen.',
    busy: 'Nicht versucht: Aus Ihrem Netz kamen viele Prüfungen.',
    gives_sound: 'Es liefert Ton.',
    quiet: 'Es ist offen. Währenddessen war es still.',
    unanswered: 'Die Frage Ihres Browsers blieb ohne Antwort.',
  },
  roundTrip: (ms) => `${ms}\u00a0ms hin und zurück.`,
  lost: (percent) => `${percent} verloren.`,
  relayedBy: {
    udp: 'Über UDP zum Relay.',
    tcp: 'Über TCP zum Relay.',
    tls: 'Über TLS zum Relay.',
  },

  todo: {
    plain: 'Browser geben ein Mikrofon nur über https frei.',
    full: 'Versuchen Sie es in einer Minute noch einmal.',
    busy: 'Versuchen Sie es in einer Minute noch einmal.',
    quiet: 'Prüfen Sie noch einmal und sagen Sie etwas, um sicherzugehen.',
    unanswered: 'Prüfen Sie noch einmal, und erlauben Sie das Mikrofon.',
    refuses: 'Das liegt nicht an Ihrem Netz: Sagen Sie es denen, die den Server betreiben.',
    no_webrtc: 'Nehmen Sie einen anderen Browser, oder bitten Sie darum, WebRTC zuzulassen.',
  },
  letThrough: {
    page: 'Der Server antwortet gerade nicht. Ist dieses Gerät noch verbunden?',
    socket:
      'Bitten Sie darum, WebSockets (wss) zu dieser Adresse durchzulassen, ohne dass ein Proxy sie mitliest.',
    udp: 'Bitten Sie darum, UDP zur unten genannten Adresse und zum Port des Servers durchzulassen, und die Antworten darauf.',
    tcp: 'Bitten Sie darum, TCP zur unten genannten Adresse und zum Port des Servers durchzulassen.',
    turn: 'Bitten Sie darum, die unten genannten Adressen des Relays durchzulassen; eine davon genügt.',
  },

  verdict: {
    running: 'Ihre Verbindung wird geprüft',
    good: 'Alles in Ordnung: Von hier aus können Sie teilnehmen.',
    other_way:
      'Von hier aus können Sie teilnehmen. Der Ton nimmt einen längeren Weg und kommt vielleicht verzögert an.',
    microphone: 'Ihre Verbindung ist gut. Sehen Sie nach Ihrem Mikrofon.',
    weak: 'Der Ton kommt durch, aber Ihre Verbindung ist schwach: Worte können verloren gehen oder spät kommen.',
    no_sound:
      'Es kommt kein Ton durch: Sie würden niemanden hören. Versuchen Sie ein anderes Netz (den Hotspot eines Telefons), schalten Sie ein VPN aus, oder zeigen Sie dies Ihrer IT.',
    no_webrtc: 'Dieser Browser lässt sich für einen Kreis nicht nutzen.',
    no_socket:
      'Aus diesem Netz kommt man in keinen Kreis. Versuchen Sie ein anderes, oder zeigen Sie dies Ihrer IT.',
    no_page: 'Der Server antwortet gerade nicht. Versuchen Sie es gleich noch einmal.',
    refused:
      'Die Verbindung ließ sich gerade nicht prüfen. Versuchen Sie es in einer Minute noch einmal.',
  },

  network: {
    title: 'Für alle, die das Netz betreuen',
    rules: [
      'https und sichere WebSockets (wss) zum Namen dieser Seite, TCP 443. Ein Proxy, der https mitliest, muss WebSockets weiterreichen.',
      'UDP von jedem Port zur Adresse und zum Port des Servers für den Ton, und die Antworten darauf: der beste Weg.',
      'Wo UDP nicht erlaubt ist: TCP oder ein Relay (TURN), wenn diese Prüfung sagt, dass der Server eines hat.',
      'Der Ton ist verschlüsselt (DTLS, SRTP) und unterwegs nicht lesbar. An niemand anderen wird etwas gesendet.',
    ],
  },
  report: {
    title: 'Verbindungsprüfung eines Balintkreises',
    at: 'Wann',
    server: 'Server',
    browser: 'Browser',
    udp: 'Ton über UDP geht an',
    tcp: 'Ton über TCP geht an',
    relays: 'Ton über ein Relay geht an',
    unknown: 'nicht bekannt',
  },
};
