/** For somebody who has a link and no seat. */
export const lostLink = {
  lostLink: {
    title: 'Do you have a link to a circle?',
    cut: 'This address leads to no circle: the end of its link got lost on the way.',
    bookmark:
      'This address alone leads to no seat. The key is in the link of your invitation, and this page shows it to nobody. Please open that link again.',
    explain: 'Paste the whole link here, or the message it came in.',
    field: 'Your link',
    go: 'Go to my seat',
    looksLike: (site: string) => `A whole link looks like this: ${site}/#WyJxT3Z2bDlJ….Kd8sVtqN4u`,
    none: 'There is no whole link in this. It may have been cut off: please ask your facilitator to send it again.',
    byMail: 'Or have your group’s link sent to the address that you have given the group.',
    send: 'Send me my link',
  },
};
