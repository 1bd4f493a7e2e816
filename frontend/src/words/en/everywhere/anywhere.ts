/** What is said in every part of the page. */
export const anywhere = {
  close: 'Close',

  language: {
    choose: 'Language',
    notKept:
      'This browser keeps nothing for this page, so the page goes by the language of the browser.',
  },

  copying: {
    copied: 'Copied',
    failedTitle: 'Please copy it yourself',
    failed:
      'This browser does not let the page copy. The text is selected: copy it by keyboard, or touch and hold it.',
  },

  /** A part of the page that could not be drawn, or loaded. */
  part: {
    failed: 'This part of the page has failed. The sound goes on.',
    again: 'Show it again',
    loading: 'This part of the page is being loaded.',
    unloaded: 'A part of this page could not be loaded.',
    doWithout: 'This part could not be loaded. You can join without it.',
    reload: 'Load the page again',
  },
};
