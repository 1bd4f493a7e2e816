import type { Written } from '../written';

/** How French is written. */
export const written: Written = {
  quotes: ['«\u202f', '\u202f»'],
  wrong: {
    'a wide space, or none, before ; ! ?': {
      finds: /(?<![\u202f!?])[;!?]/,
      in: ['Ada?', 'Ada !', 'Ada\u00a0;'],
    },
    'no fixed space before a colon': {
      finds: /(?<!\u00a0):(?![\d/])/,
      in: ['Les noms:', 'Groupe : Ada', 'Ada\u202f: Bo'],
    },
    'a number that a line may part from its noun': {
      finds:
        /\d (?:derniers )?(?:an|caractère|date|heure|jour|min|mois|personne|place|seconde|semaine|séance)/,
      in: ['3 mois', 'les 14 derniers jours', '12 min'],
    },
  },
};
