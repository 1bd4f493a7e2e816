import type { problems as en } from '../../en/server/problems';

export const problems: typeof en = {
  problems: {
    tooOften: (seconds) =>
      `Votre réseau a demandé cela très souvent. Réessayez dans ${seconds}\u00a0s.`,
    tooManyOpen:
      'Trop de connexions sont ouvertes depuis votre réseau. Fermez quelques pages, et réessayez dans un instant.',
    otherName: (url) =>
      `Cette page ne fonctionne pas sous ce nom. Ouvrez-la sur ${url} et collez-y votre lien, si vous en avez un.`,
    groupsNotKept:
      'Ce serveur ne garde aucun groupe, car il pourrait les perdre. Prévenez la personne qui le gère\u00a0: «\u202fdoctor\u202f» dit pourquoi.',
    needsKey: 'Ici, il faut la clé d’ouverture pour ouvrir un cercle ou un groupe.',
    tooSlow: 'L’envoi a pris trop de temps. Réessayez.',
    tooMuch: 'C’est trop demander à la fois.',
    failed: 'Une erreur s’est produite sur ce serveur. Réessayez dans un instant.',

    full: 'Ce serveur a atteint le nombre de cercles qu’il admet. Réessayez plus tard.',
    fullOfUnused:
      'Beaucoup de cercles où personne n’est encore entré attendent sur ce serveur, qui n’en ouvre donc plus. Entrez dans ceux que vous avez ouverts, ou réessayez un autre jour\u00a0: ils se terminent d’eux-mêmes.',
    circleNotOpened:
      'Le cercle n’a pas pu être sauvegardé, il n’a donc pas été ouvert. Réessayez plus tard.',
    noTitle: 'Le nom d’un cercle a de 1 à 80\u00a0caractères visibles.',
    noMember: 'Un cercle demande au moins une personne qui anime et un membre.',
    noPlan:
      'Ces étapes ne font pas une séance. Un cas comporte ces étapes, une fois chacune et dans cet ordre\u00a0: «\u202fPrésentation\u202f», «\u202fQuestions de clarification\u202f» (facultative), «\u202fMise en retrait\u202f», «\u202fÉchanges\u202f», «\u202fRetour\u202f». Une séance a de 2 à 30\u00a0étapes, et 180\u00a0minutes au plus.',

    groupNotOpened:
      'Le groupe n’a pas pu être sauvegardé, il n’a donc pas été ouvert. Réessayez plus tard.',
    groupNotRead: 'Le groupe ne peut pas être lu en ce moment. Réessayez dans un instant.',
    groupUnsure:
      'On ne peut pas dire si cela a été sauvegardé. Regardez de nouveau le groupe avant de redemander.',
    groupNewer: 'Ce groupe est gardé par une version plus récente de ce serveur. Rien n’a changé.',
    groupErased: 'Ce groupe n’existe plus ici.',
    groupLink:
      'Ce lien n’ouvre aucun groupe ici. Il a peut-être été renouvelé\u00a0: demandez le vôtre aux leaders.',
    meetingNotEntered: 'Le cercle n’a pas pu être ouvert ou trouvé. Réessayez dans un instant.',

    notDrawn:
      'Le PDF n’a pas les lettres d’un nom de cette attestation. Imprimez-la plutôt depuis la page.',
    notMade: 'L’attestation n’a pas pu être faite à temps. Réessayez dans un instant.',

    noMail:
      'Ce serveur n’envoie pas d’e-mails. Parlez-en avec les leaders de votre groupe, qui peuvent vous renvoyer votre lien.',
    linkSent:
      'Si un groupe d’ici a cette adresse, votre lien est en route\u00a0: cela prend quelques minutes. Il est envoyé au plus quelques fois par jour. Sinon, parlez-en avec les leaders de votre groupe, qui peuvent vous le renvoyer.',
  },
};
