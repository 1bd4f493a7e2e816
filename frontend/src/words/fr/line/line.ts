import type { line as en } from '../../en/line/line';

export const line: typeof en = {
  title: 'Vérifiez votre connexion',
  lead: 'Tout ce dont un cercle a besoin passe-t-il d’ici\u202f? Cela prend une demi-minute. Un son d’essai est envoyé et ne revient qu’à vous.',
  copy: 'Copier pour l’informatique',
  names: 'Ceci ne nomme personne.',

  subject: {
    page: 'Cette page',
    socket: 'WebSocket',
    microphone: 'Micro',
    udp: 'Son par UDP',
    tcp: 'Son par TCP',
    turn: 'Son par un relais (TURN)',
  },
  mark: {
    running: 'En cours\u00a0:',
    good: 'Bien\u00a0:',
    note: 'À noter\u00a0:',
    bad: 'Problème\u00a0:',
  },

  found: {
    running: 'Vérification.',
    asked: 'Votre navigateur demande votre micro\u00a0: répondez-lui.',
    passes: 'Passe.',
    weak: 'Passe, mais la connexion est faible.',
    plain: 'Passe, sans https.',
    blocked: 'Ne passe pas.',
    no_return: 'Se connecte, mais aucun son ne revient.',
    no_webrtc: 'Ce navigateur n’envoie pas de son\u00a0: WebRTC manque ou est désactivé.',
    refuses: 'Répond, mais ne transmet aucun son.',
    cut: 'S’est ouvert, puis s’est interrompu. Vérifiez de nouveau.',
    not_set_up: 'Pas en place sur ce serveur.',
    untried: 'Pas essayé\u00a0: il faut pour cela le WebSocket.',
    full: 'Pas essayé\u00a0: ce serveur vérifie beaucoup de connexions pour l’instant.',
    busy: 'Pas essayé\u00a0: beaucoup de vérifications sont venues de votre réseau.',
    gives_sound: 'Il donne du son.',
    quiet: 'Il est ouvert. Rien ne s’est fait entendre entre-temps.',
    unanswered: 'La question de votre navigateur est restée sans réponse.',
  },
  roundTrip: (ms) => `${ms}\u00a0ms aller et retour.`,
  lost: (percent) => `${percent} de pertes.`,
  relayedBy: {
    udp: 'Par UDP jusqu’au relais.',
    tcp: 'Par TCP jusqu’au relais.',
    tls: 'Par TLS jusqu’au relais.',
  },

  todo: {
    plain: 'Les navigateurs ne donnent accès au micro qu’en https.',
    full: 'Réessayez dans une minute.',
    busy: 'Réessayez dans une minute.',
    quiet: 'Vérifiez de nouveau en disant quelque chose, pour en avoir la certitude.',
    unanswered: 'Vérifiez de nouveau, et autorisez le micro.',
    refuses: 'Cela ne vient pas de votre réseau\u00a0: prévenez la personne qui gère le serveur.',
    no_webrtc: 'Prenez un autre navigateur, ou demandez que l’on autorise WebRTC.',
  },
  letThrough: {
    page: 'Le serveur ne répond pas pour l’instant. Cet appareil est-il encore connecté\u202f?',
    socket:
      'Demandez qu’on laisse passer les WebSockets (wss) vers cette adresse, sans lecture par un proxy.',
    udp: 'Demandez qu’on laisse passer UDP vers l’adresse et le port du serveur ci-dessous, et ses réponses.',
    tcp: 'Demandez qu’on laisse passer TCP vers l’adresse et le port du serveur ci-dessous.',
    turn: 'Demandez qu’on laisse passer les adresses du relais ci-dessous\u202f; une seule suffit.',
  },

  verdict: {
    running: 'Vérification de votre connexion',
    good: 'Tout va bien\u00a0: vous pouvez participer depuis cet endroit.',
    other_way:
      'Vous pouvez participer depuis cet endroit. Le son prend un chemin plus long, et peut arriver avec un décalage.',
    microphone: 'Votre connexion est bonne. Vérifiez votre micro.',
    weak: 'Le son passe, mais votre connexion est faible\u00a0: des mots peuvent se perdre, ou arriver en retard.',
    no_sound:
      'Aucun son ne passe\u00a0: vous n’entendriez personne. Essayez un autre réseau (le partage de connexion d’un téléphone), désactivez le VPN, ou montrez ceci à votre service informatique.',
    no_webrtc: 'Ce navigateur ne peut pas servir pour un cercle.',
    no_socket:
      'On ne peut pas entrer dans un cercle depuis ce réseau. Essayez-en un autre, ou montrez ceci à votre service informatique.',
    no_page: 'Le serveur ne répond pas pour l’instant. Réessayez dans un instant.',
    refused: 'La connexion n’a pas pu être vérifiée pour l’instant. Réessayez dans une minute.',
  },

  network: {
    title: 'Pour la personne qui gère le réseau',
    rules: [
      'https et WebSockets sécurisés (wss) vers le nom de cette page, TCP 443. Un proxy qui lit le https doit transmettre les WebSockets.',
      'UDP depuis n’importe quel port vers l’adresse et le port du serveur pour le son, et ses réponses\u00a0: c’est la meilleure voie.',
      'Là où UDP n’est pas autorisé\u00a0: TCP, ou un relais (TURN), si cette vérification dit que le serveur en a un.',
      'Le son est chiffré (DTLS, SRTP) et ne peut pas être lu en route. Rien n’est envoyé à personne d’autre.',
    ],
  },
  report: {
    title: 'Vérification de connexion d’un cercle Balint',
    at: 'Quand',
    server: 'Serveur',
    browser: 'Navigateur',
    udp: 'Le son par UDP va vers',
    tcp: 'Le son par TCP va vers',
    relays: 'Le son par un relais va vers',
    unknown: 'pas connu',
  },
};
