import type { leading as en } from '../../en/circle/leading';
import { count } from '../count';

export const leading: typeof en = {
  leading: {
    title: 'Animer',
    handle: (cases) =>
      cases === 0
        ? 'Animer'
        : `Animer\u00a0: ${count(cases, 'cas est proposé', 'cas sont proposés')}`,
    next: (phase) => `Ensuite\u00a0: ${phase}`,
    back: (phase) => `Revenir à\u00a0: ${phase}`,
    skipTo: (phase) => `Passer à\u00a0: ${phase}`,
    skipEnds: (phase) => `Terminer le cas, et passer à\u00a0: ${phase}\u202f?`,
    skipEndsText:
      'Le cas se termine ici, avant le retour de la personne qui le présente. Vous pouvez y revenir par le déroulement de la séance.',
    time: 'Temps',
    ends: (time) => `La séance finit vers ${time}.`,
    wouldEnd: (time) => `Commencée maintenant, la séance finit vers ${time}.`,
    thisStep: 'Cette étape',
    change: (n) => (n < 0 ? `−${-n}\u00a0min` : `+${n}\u00a0min`),
    pause: 'Arrêter l’horloge',
    resume: 'Relancer l’horloge',
    behind: (n) => `La séance a ${count(n, 'minute', 'minutes')} de retard.`,
    take: (n) => `Prendre ${n}\u00a0min sur les échanges`,
    youKeep: 'Vous tenez l’horloge.',
    keeps: (name) => `${name} tient l’horloge.`,
    takeClock: 'Prendre l’horloge',
    case: 'Cas',
    cases: 'Qui a un cas\u202f?',
    hasCase: (name) => `${name} a un cas.`,
    nextTime: 'Pour la prochaine fois',
    makePresenter: (name) => `Confier la présentation à ${name}`,
    atSeat: (name) => `Ce que vous pouvez faire pour ${name}`,
    end: 'Terminer la séance',
    endTitle: 'Terminer la séance pour tout le monde\u202f?',
    endText:
      'Le cercle se ferme et ne peut plus être rouvert. On garde qui était là et combien chaque étape a duré, et rien d’autre.',
    stay: 'Rester',
  },

  aimed: {
    ask_to_present: 'Demander de présenter',
    name_presenter: 'Confier la présentation',
    silence_person: 'Suspendre la parole',
    lift_silence: 'Rendre la parole',
    sit_outside: 'Vers le cercle extérieur',
    sit_inside: 'Vers le cercle intérieur',
    hand_clock: 'Confier l’horloge',
    go_on_without: 'Continuer sans cette personne',
    admit: 'Ouvrir la porte',
    turn_away: 'Ne pas ouvrir',
    agree_to_observer: 'Accepter',
    send_to_door: 'Renvoyer à la porte',
    end_invitation: 'Mettre fin à l’invitation',
  },

  now: {
    title: 'Attend une réponse',
    needsPause: (name) => `${name} a besoin d’une pause.`,
    stopClock: 'Arrêter l’horloge',
    bringBack: (name) => `Faire revenir ${name}`,
    endCase: 'Terminer le cas',
    endCaseTitle: 'Terminer le cas ici, en douceur\u202f?',
    endCaseNo: 'Continuer le cas',
    endCaseText: 'Le cercle passe aussitôt à la suite. Personne n’a à dire pourquoi.',
    seen: (name) => `Montrer à ${name} que c’est vu`,
    asksForWord: (name) => `${name} demande la parole.`,
    letSpeak: (name) => `Laisser parler ${name}`,
    lost: (name) => `${name} n’a plus de connexion depuis deux minutes.`,
    noSound: (name) => `${name} n’a pas de son\u00a0: n’entend personne, et personne ne l’entend.`,
    weakLine: (name) =>
      `${name} a une connexion faible\u00a0: des mots peuvent se perdre ou arriver en retard.`,
    goOn: 'Continuer',
    goOnWithout: (name) => `Continuer sans ${name}`,
    knocks: (name) => `${name} est à la porte.`,
    knocksToObserve: (name) => `${name} est à la porte, pour observer.`,
    knocksAgain: (name) => `${name} revient par le même lien.`,
    knocksWithLinkOf: (name, owner) =>
      `${name} est à la porte, sous ce nom, avec le lien prévu pour ${owner}.`,
    occupied: (owner) =>
      `${owner} est là. Ouvrir, c’est donner cette place à la personne qui entre.`,
    turnAway: (name) => `Non, ne pas ouvrir à ${name}`,
    no: 'Non',
    linkDoubted: (name) => `${name} dit\u00a0: quelqu’un d’autre a ouvert mon lien.`,
    linkDoubtedMeans:
      'Cette autre personne n’est pas entrée. Dès que vous mettez fin à l’invitation, le lien n’ouvre plus rien.',
    letIn: (name) => `Ouvrir à ${name}`,
    allAgreed: 'Tout le monde a donné son accord.',
    notAllAgreed: 'Il manque encore des accords.',
  },

  together: {
    title: 'Co-leader',
    tell: 'Faire signe à l’autre leader',
    says: (name, signal) => `${name}\u00a0: ${signal}`,
    youSay: (signal) => `Vous\u00a0: ${signal}`,
    hint: 'Marquer qui ne s’est pas encore fait entendre',
    cards: 'Phrases à portée de main',
    show: 'Montrer ceci au cercle',
  },

  door: {
    title: 'Porte',
    close: 'Fermer la porte',
    open: 'Ouvrir la porte',
    isOpen: 'Ouverte à qui a une invitation.',
    isClosed: 'Fermée\u00a0: qui arrive maintenant doit frapper.',
    notHere: (n) => `Invitations encore attendues (${n})`,
    empty: (seat, role) => `Place ${seat}, ${role}\u00a0: encore personne`,
    endFor: (who) => `Mettre fin à l’invitation\u00a0: ${who}`,
    endTitle: (who) => `Mettre fin à l’invitation\u00a0: ${who}\u202f?`,
    endText:
      'La connexion et la place prennent fin maintenant, et le lien n’ouvre plus rien désormais.',
    endNo: 'La garder',
    seat: (seat) => `place ${seat}`,
  },

  after: {
    title: 'Après la séance',
    enterDebrief: 'Aller dans la salle des leaders',
    leaveDebrief: 'Revenir auprès des autres',
    bounded: 'Fermer la salle quand son temps est écoulé',
    record: 'Ce qui est gardé de cette séance',
    phases: 'Étapes',
    attendance: 'Qui était là',
    nothingElse: 'Cela, et rien d’autre.',
    stay: (times, minutes) => `${times}, ${minutes}\u00a0min`,
    minutes: (n) => `${n}\u00a0min`,
  },
};
