import type { opening as en } from '../../en/front/opening';

export const opening: typeof en = {
  template: {
    one_case_60: 'Ein Fall, 60 Minuten',
    one_case_90: 'Ein Fall, 90 Minuten',
    two_cases_90: 'Zwei Fälle, 90 Minuten',
    fishbowl_90: 'Großgruppe, 90 Minuten',
  },

  sealing: {
    label: 'Versiegelt: Der Server kann nicht mithören',
    means: 'Das braucht Chrome oder Edge 141, Firefox 130, Safari 17 oder neuer.',
    not: 'Für ältere Browser. Der Server könnte mithören, und alle erfahren das. Wer leitet, braucht Chrome oder Edge 114, Firefox 125, Safari 17 oder neuer.',
    cannot:
      'Dieser Browser kann keinen Kreis versiegeln. Öffnen Sie diese Seite über https oder in einem anderen Browser.',
  },

  openingKey: {
    label: 'Eröffnungsschlüssel',
    hint: 'Auf diesem Server werden Kreise mit einem Schlüssel eröffnet. Sie bekommen ihn von der Person, die ihn verwahrt.',
  },

  noAnswer: 'Der Server hat nicht geantwortet. Bitte versuchen Sie es gleich noch einmal.',
};
