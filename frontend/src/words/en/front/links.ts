import type { Role } from '../../../protocol';

export type InvitedRole = Exclude<Role, 'presenter'>;

/** How somebody joins, at the end of every invitation. */
const HOW_TO_JOIN =
  'To join, open the link on a computer or a phone with a microphone. Headphones help. Be alone in a quiet room. You need no account and nothing to install.';

const invitation =
  (invited: (title: string) => string) =>
  (title: string, sentence: string, link: string): string =>
    [
      invited(title),
      `Nothing is recorded, ever, and this is what we agree on: ${sentence}`,
      `Your own link, for you alone:\n${link}`,
      HOW_TO_JOIN,
    ].join('\n\n');

/** Giving a circle's links away. */
export const links = {
  links: {
    title: 'Your circle is ready',
    explain: 'Each link is one person’s seat. Give every person their own, and nobody else’s.',
    kept: 'The links are kept in this browser, and nowhere else, until you say that all are handed out. Safari forgets them after a week without a visit: hand them out before. On a shared computer, choose “forget the links here” before you go.',
    notKept:
      'This browser keeps nothing for this page, so the links are only here. Copy them before you close or reload it.',
    until: (time: string) =>
      `Somebody has to enter once before ${time}, if only for a moment: then the circle waits for its meeting. If nobody does, it ends.`,
    own: 'Your own seat',
    ownMeans: 'This link is yours, so it stands in no list below.',
    takeSeat: 'Take my seat',
    group: {
      facilitator: 'Facilitators',
      member: 'Members',
      observer: 'Observers',
    } satisfies Record<InvitedRole, string>,
    seat: (n: number) => `Seat ${n}`,
    line: (n: number, link: string) => `Seat ${n}: ${link}`,
    whose: 'For whom?',
    whoseSeat: (n: number) => `For whom is seat ${n}?`,
    whoseMeans:
      'The names you write here are for you alone: they stay in this browser, and stand in no invitation.',
    copyInvitation: 'Copy the invitation',
    copyInvitationFor: (n: number) => `Copy the invitation for seat ${n}`,
    copyFacilitators: 'Copy the facilitators’ links',
    copyOthers: 'Copy all links of members and observers',
    copyMembers: 'Copy all links of members',
    more: 'Link, mail, QR code',
    moreFor: (n: number) => `Link, mail and QR code of seat ${n}`,
    copyLink: 'Copy only the link',
    copyLinkFor: (n: number) => `Copy only the link of seat ${n}`,
    share: 'Share',
    shareFor: (n: number) => `Share the invitation for seat ${n}`,
    mail: 'Write a mail',
    mailFor: (n: number) => `Write a mail with the invitation for seat ${n}`,
    qrFor: (n: number) => `QR code of the link of seat ${n}`,
    qrFailed: 'The QR code could not be drawn. The link above is the same.',
    forget: 'All handed out: forget the links here',
    forgetTitle: 'Forget the links in this browser?',
    forgetText:
      'Nobody can show them again. The circle stays open, and every link you have given away still opens its seat.',
    forgetYes: 'Forget them',
    forgetNo: 'Keep them here',
    another: 'Open another circle',
  },

  /** What one person is sent. It holds the whole text, for a mail or a message. */
  invitation: {
    subject: (title: string) => `Your seat in the Balint circle “${title}”`,
    facilitator: invitation(
      (title) => `You are invited to facilitate the Balint circle “${title}”.`,
    ),
    member: invitation((title) => `You are invited to the Balint circle “${title}”.`),
    observer: invitation(
      (title) =>
        `You are invited to observe the Balint circle “${title}”: you hear everything, and nobody hears you. Everybody in the circle is asked before you come in.`,
    ),
  } satisfies Record<InvitedRole, (title: string, sentence: string, link: string) => string> & {
    subject: (title: string) => string;
  },
};
