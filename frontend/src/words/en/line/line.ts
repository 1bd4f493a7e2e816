import type { Verdict } from '../../../lib/check/finding';

/** The line check: what gets through from here, for whoever wants to meet and for whoever keeps the network. */
export const line = {
  title: 'Check your line',
  lead: 'Does everything that a circle needs get through from here? It takes half a minute. A test tone is sent and comes back to you alone.',
  copy: 'Copy for your help desk',
  names: 'It names nobody.',

  subject: {
    page: 'This page',
    socket: 'WebSocket',
    microphone: 'Microphone',
    udp: 'Sound by UDP',
    tcp: 'Sound by TCP',
    turn: 'Sound by a relay (TURN)',
  },
  /** Read out before each finding. */
  mark: { running: 'Checking:', good: 'Good:', note: 'Note:', bad: 'Problem:' },

  found: {
    running: 'Looking.',
    asked: 'Your browser asks for your microphone: answer it.',
    passes: 'Gets through.',
    weak: 'Gets through, but the line is weak.',
    plain: 'Gets through, without https.',
    blocked: 'Does not get through.',
    no_return: 'Connects, but no sound comes back.',
    no_webrtc: 'This browser sends no sound: WebRTC is missing or switched off.',
    refuses: 'It answers, but passes no sound on.',
    cut: 'Opened, and then broke off. Check again.',
    not_set_up: 'Not set up on this server.',
    untried: 'Not tried: it takes the WebSocket.',
    full: 'Not tried: this server checks many lines just now.',
    busy: 'Not tried: many checks came from your network.',
    gives_sound: 'It gives sound.',
    quiet: 'It is open. It was quiet meanwhile.',
    unanswered: 'Your browser’s question was not answered.',
  },
  roundTrip: (ms: number) => `${ms}\u00a0ms there and back.`,
  lost: (percent: string) => `${percent} lost.`,
  relayedBy: {
    udp: 'By UDP to the relay.',
    tcp: 'By TCP to the relay.',
    tls: 'By TLS to the relay.',
  },

  todo: {
    plain: 'Browsers give a microphone to https only.',
    full: 'Try again in a minute.',
    busy: 'Try again in a minute.',
    quiet: 'Check again and say something, to be sure.',
    unanswered: 'Check again, and allow the microphone.',
    refuses: 'This is not your network: tell whoever runs the server.',
    no_webrtc: 'Use another browser, or ask for WebRTC to be allowed.',
  },
  letThrough: {
    page: 'The server does not answer just now. Is this device still connected?',
    socket: 'Ask for WebSockets (wss) to this address to be let through, unread by a proxy.',
    udp: 'Ask for UDP to the server’s address and port below to be let through, and its answers.',
    tcp: 'Ask for TCP to the server’s address and port below to be let through.',
    turn: 'Ask for the relay’s addresses below to be let through; one of them is enough.',
  },

  verdict: {
    running: 'Checking your line',
    good: 'All is well: you can meet from here.',
    other_way: 'You can meet from here. Sound takes a longer way, and may arrive with a delay.',
    microphone: 'Your line is good. Look at your microphone.',
    weak: 'Sound gets through, but your line is weak: words may be lost, or come late.',
    no_sound:
      'No sound gets through: you would hear nobody. Try another network (a phone’s hotspot), switch a VPN off, or show this to your help desk.',
    no_webrtc: 'This browser cannot be used for a circle.',
    no_socket:
      'A circle cannot be entered from this network. Try another one, or show this to your help desk.',
    no_page: 'The server does not answer just now. Try again in a moment.',
    refused: 'The line could not be checked just now. Try again in a minute.',
  } satisfies Record<Verdict, string>,

  network: {
    title: 'For whoever keeps the network',
    rules: [
      'https and secure WebSockets (wss) to the name of this page, TCP 443. A proxy that reads https must pass WebSockets on.',
      'UDP from any port to the server’s address and port for sound, and its answers: the best way.',
      'Where UDP is not allowed: TCP, or a relay (TURN), if this check says that the server has one.',
      'Sound is encrypted (DTLS, SRTP) and cannot be read on its way. Nothing is sent to anybody else.',
    ],
  },
  report: {
    title: 'Line check of a Balint circle',
    at: 'When',
    server: 'Server',
    browser: 'Browser',
    udp: 'Sound by UDP goes to',
    tcp: 'Sound by TCP goes to',
    relays: 'Sound by a relay goes to',
    unknown: 'not known',
  },
};
