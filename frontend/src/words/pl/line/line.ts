import type { line as en } from '../../en/line/line';

/** The line check: what gets through from here, for whoever wants to meet and for whoever keeps the network. */
export const line: typeof en = {
  title: 'Sprawdź połączenie',
  lead: 'Czy wszystko, czego potrzebuje krąg, przechodzi z tego miejsca? Trwa to pół minuty. Dźwięk próbny zostaje wysłany i wraca tylko do ciebie.',
  copy: 'Kopiuj dla pomocy IT',
  names: 'Nie ma w tym żadnych imion.',

  subject: {
    page: 'Ta strona',
    socket: 'WebSocket',
    microphone: 'Mikrofon',
    udp: 'Dźwięk przez UDP',
    tcp: 'Dźwięk przez TCP',
    turn: 'Dźwięk przez serwer pośredni (TURN)',
  },
  mark: {
    running: 'Sprawdzamy:',
    good: 'Dobrze:',
    note: 'Uwaga:',
    bad: 'Problem:',
  },

  found: {
    running: 'Sprawdzamy.',
    asked: 'Przeglądarka pyta o mikrofon: odpowiedz jej.',
    passes: 'Przechodzi.',
    weak: 'Przechodzi, ale połączenie jest słabe.',
    plain: 'Przechodzi, bez https.',
    blocked: 'Nie przechodzi.',
    no_return: 'Łączy się, ale dźwięk nie wraca.',
    no_webrtc: 'Ta przeglądarka nie wysyła dźwięku: brakuje WebRTC albo jest wyłączone.',
    refuses: 'Łączy się, ale dźwięk nie przechodzi.',
    cut: 'Urwało się po chwili. Sprawdź ponownie.',
    not_set_up: 'Na tym serwerze tego nie przygotowano.',
    untried: 'Bez próby: wymaga WebSocket.',
    full: 'Bez próby: serwer sprawdza teraz wiele połączeń.',
    busy: 'Bez próby: z twojej sieci przyszło wiele sprawdzeń.',
    gives_sound: 'Daje dźwięk.',
    quiet: 'Jest otwarty. Tymczasem było cicho.',
    unanswered: 'Pytanie przeglądarki zostało bez odpowiedzi.',
  },
  roundTrip: (ms: number) => `${ms}\u00a0ms tam i z powrotem.`,
  lost: (percent: string) => `Zgubiono ${percent}.`,
  relayedBy: {
    udp: 'Przez UDP do serwera pośredniego.',
    tcp: 'Przez TCP do serwera pośredniego.',
    tls: 'Przez TLS do serwera pośredniego.',
  },

  todo: {
    plain: 'Przeglądarki dają dostęp do mikrofonu tylko przy https.',
    full: 'Spróbuj ponownie za minutę.',
    busy: 'Spróbuj ponownie za minutę.',
    quiet: 'Dla pewności sprawdź ponownie i powiedz coś.',
    unanswered: 'Sprawdź ponownie i zezwól na mikrofon.',
    refuses: 'To nie wina sieci: powiedz o tym osobie, która utrzymuje serwer.',
    no_webrtc: 'Użyj innej przeglądarki albo poproś o dopuszczenie WebRTC.',
  },
  letThrough: {
    page: 'Serwer w tej chwili nie odpowiada. Czy to urządzenie ma jeszcze połączenie?',
    socket: 'Poproś o przepuszczanie WebSocket (wss) do tego adresu, bez odczytywania przez proxy.',
    udp: 'Poproś o przepuszczanie UDP do podanego niżej adresu i portu serwera oraz odpowiedzi.',
    tcp: 'Poproś o przepuszczanie TCP do podanego niżej adresu i portu serwera.',
    turn: 'Poproś o przepuszczanie do podanych niżej adresów serwera pośredniego; wystarczy jeden.',
  },

  verdict: {
    running: 'Sprawdzamy twoje połączenie',
    good: 'Wszystko dobrze: stąd można się spotkać.',
    other_way: 'Stąd można się spotkać. Dźwięk idzie dłuższą drogą i może docierać z opóźnieniem.',
    microphone: 'Połączenie jest dobre. Sprawdź mikrofon.',
    weak: 'Dźwięk przechodzi, ale połączenie jest słabe: słowa mogą ginąć albo docierać z opóźnieniem.',
    no_sound:
      'Dźwięk nie przechodzi: nikogo nie będzie słychać. Spróbuj innej sieci (na przykład z telefonu), wyłącz VPN albo pokaż to pomocy IT.',
    no_webrtc: 'Tej przeglądarki nie da się użyć do kręgu.',
    no_socket: 'Z tej sieci nie da się wejść do kręgu. Spróbuj innej albo pokaż to pomocy IT.',
    no_page: 'Serwer w tej chwili nie odpowiada. Spróbuj za chwilę ponownie.',
    refused: 'Nie udało się teraz sprawdzić połączenia. Spróbuj ponownie za minutę.',
  },

  network: {
    title: 'Dla osób, które dbają o sieć',
    rules: [
      'https i bezpieczne WebSocket (wss) do nazwy tej strony, TCP 443. Proxy, które odczytuje https, musi przekazywać WebSocket dalej.',
      'UDP z dowolnego portu do adresu i portu dźwięku na serwerze oraz odpowiedzi: to najlepsza droga.',
      'Gdzie UDP nie jest dozwolone: TCP albo serwer pośredni (TURN), jeśli to sprawdzenie mówi, że jest dostępny.',
      'Dźwięk jest szyfrowany (DTLS, SRTP) i nie da się go odczytać po drodze. Nic nie jest wysyłane do nikogo innego.',
    ],
  },
  report: {
    title: 'Sprawdzenie połączenia kręgu Balinta',
    at: 'Kiedy',
    server: 'Serwer',
    browser: 'Przeglądarka',
    udp: 'Dźwięk przez UDP idzie do',
    tcp: 'Dźwięk przez TCP idzie do',
    relays: 'Dźwięk przez serwer pośredni idzie do',
    unknown: 'nieznane',
  },
};
