import type { links as en } from '../../en/front/links';

/** How somebody joins, at the end of every invitation. */
const HOW_TO_JOIN =
  'Om mee te doen open je de link op een computer of telefoon met een microfoon. Een koptelefoon helpt. Ga alleen in een stille kamer zitten. Je hebt geen account nodig en hoeft niets te installeren.';

const invitation =
  (invited: (title: string) => string) =>
  (title: string, sentence: string, link: string): string =>
    [
      invited(title),
      `Er wordt nooit iets opgenomen, en dit spreken we af: ${sentence}`,
      `Je eigen link, voor jou alleen:\n${link}`,
      HOW_TO_JOIN,
    ].join('\n\n');

export const links: typeof en = {
  links: {
    title: 'Je kring is klaar',
    explain:
      'Elke link is de plaats van één persoon. Geef iedereen de eigen link, en die van niemand anders.',
    kept: 'De links worden in deze browser bewaard, en nergens anders, tot je zegt dat ze allemaal zijn uitgedeeld. Safari vergeet ze na een week zonder bezoek: deel ze eerder uit. Kies op een gedeelde computer ‘Links hier vergeten’ voordat je weggaat.',
    notKept:
      'Deze browser bewaart niets voor deze pagina, dus de links staan alleen hier. Kopieer ze voordat je de pagina sluit of opnieuw laadt.',
    until: (time) =>
      `Vóór ${time} moet er één keer iemand binnenkomen, al is het maar even: dan wacht de kring op de bijeenkomst. Komt er niemand, dan eindigt de kring.`,
    own: 'Je eigen plaats',
    ownMeans: 'Deze link is van jou, dus staat hij hieronder in geen enkele lijst.',
    takeSeat: 'Plaatsnemen',
    group: {
      facilitator: 'Begeleiders',
      member: 'Deelnemers',
      observer: 'Toehoorders',
    },
    seat: (n) => `Plaats ${n}`,
    line: (n, link) => `Plaats ${n}: ${link}`,
    whose: 'Voor wie?',
    whoseSeat: (n) => `Voor wie is plaats ${n}?`,
    whoseMeans:
      'De namen die je hier schrijft, zijn alleen voor jou: ze blijven in deze browser, en staan in geen enkele uitnodiging.',
    copyInvitation: 'Uitnodiging kopiëren',
    copyInvitationFor: (n) => `Uitnodiging kopiëren voor plaats ${n}`,
    copyFacilitators: 'Links van begeleiders kopiëren',
    copyOthers: 'Alle links van deelnemers en toehoorders kopiëren',
    copyMembers: 'Alle links van deelnemers kopiëren',
    more: 'Link, mail, QR-code',
    moreFor: (n) => `Link, mail en QR-code van plaats ${n}`,
    copyLink: 'Alleen de link kopiëren',
    copyLinkFor: (n) => `Alleen de link kopiëren: plaats ${n}`,
    share: 'Delen',
    shareFor: (n) => `De uitnodiging voor plaats ${n} delen`,
    mail: 'Mail schrijven',
    mailFor: (n) => `Een mail schrijven met de uitnodiging voor plaats ${n}`,
    qrFor: (n) => `QR-code van de link van plaats ${n}`,
    qrFailed: 'De QR-code kon niet worden getekend. De link hierboven is dezelfde.',
    forget: 'Alles uitgedeeld: links hier vergeten',
    forgetTitle: 'De links in deze browser vergeten?',
    forgetText:
      'Niemand kan ze dan nog tonen. De kring blijft open, en elke link die je hebt gegeven, opent nog steeds de eigen plaats.',
    forgetYes: 'Vergeten',
    forgetNo: 'Hier bewaren',
    another: 'Nog een kring openen',
  },

  invitation: {
    subject: (title) => `Je plaats in de Balintkring ‘${title}’`,
    facilitator: invitation(
      (title) => `Je bent uitgenodigd om de Balintkring ‘${title}’ te begeleiden.`,
    ),
    member: invitation((title) => `Je bent uitgenodigd voor de Balintkring ‘${title}’.`),
    observer: invitation(
      (title) =>
        `Je bent uitgenodigd als toehoorder in de Balintkring ‘${title}’: je hoort alles, en niemand hoort jou. Iedereen in de kring wordt om toestemming gevraagd voordat je binnenkomt.`,
    ),
  },
};
