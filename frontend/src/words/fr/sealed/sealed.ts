import type { sealed as en } from '../../en/sealed/sealed';

export const sealed: typeof en = {
  sealed: {
    protects:
      'Votre navigateur scelle votre voix, et seuls les navigateurs de ce cercle la rouvrent. Leur clé est dans vos liens, et n’est jamais envoyée au serveur.',
    seen: 'Le serveur voit encore qui est là et quand quelqu’un parle. C’est aussi lui qui vous donne cette page\u00a0: qui changerait la page pourrait briser le sceau.',
    notMeans:
      'La personne qui gère le serveur pourrait écouter. Ce cercle a été ouvert ainsi, pour des personnes aux navigateurs plus anciens. Pour une séance scellée, ouvrez un autre cercle.',
    sent: (ofGroup) =>
      `Votre lien a été réécrit en route, et sa clé a donc été envoyée une fois au serveur. La personne qui gère le serveur pourrait écouter. ${ofGroup ? 'Demandez aux leaders de donner une autre clé au groupe.' : 'Pour plus de sûreté, ouvrez un autre cercle et envoyez ses liens par une autre voie.'}`,
    withheld:
      'Votre navigateur a créé une clé pour cette seule séance, mais le serveur ne la transmet pas. Votre voix n’est donc scellée que par la clé de vos liens\u00a0: qui trouverait un lien plus tard pourrait ouvrir ce qui aurait été enregistré. Rechargez la page. Si elle dit encore la même chose, prévenez la personne qui gère le serveur.',
    unopened:
      'Une voix ne peut pas être ouverte ici. Si recharger la page ne suffit pas, demandez aux autres de recharger la leur. Si cela ne change rien, comparez les chiffres autrement que par cette page, et prévenez la personne qui gère le serveur.',
    compare:
      'Ces chiffres sont les mêmes pour tout le monde dans ce cercle. Comparez-les à voix haute si vous voulez en avoir la certitude\u00a0:',
    digits: (digits) => `${digits.slice(0, 4)}\u00a0${digits.slice(4)}`,
    problem: {
      missing: {
        title: 'Votre lien a perdu sa clé',
        text: 'Ce cercle est scellé\u00a0: on ne peut écouter qu’avec sa clé. La clé est la fin de votre lien, après ~. Ouvrez le lien entier, tel qu’il a été envoyé, ou demandez à votre leader de vous le renvoyer.',
      },
      cut: {
        title: 'La fin de votre lien manque',
        text: 'Elle contient la clé de ce cercle, et une partie s’en est perdue. Ouvrez le lien entier, tel qu’il a été envoyé, ou demandez à votre leader de vous le renvoyer.',
      },
      mistyped: {
        title: 'Il y a une erreur dans votre lien',
        text: 'La clé à la fin, après ~, n’est plus telle qu’elle a été faite\u00a0: un caractère a peut-être changé. Ouvrez le lien tel qu’il a été envoyé, ou demandez à votre leader de vous le renvoyer.',
      },
      foreign: {
        title: 'Cette clé est celle d’un autre cercle',
        text: 'La fin de votre lien, après ~, n’appartient pas à ce cercle, ou le serveur ne dit pas la vérité. N’utilisez pas ce lien pour une séance. Demandez à votre leader de vous renvoyer le vôtre.',
      },
      unlocked: {
        title: 'Ce cercle devrait être scellé',
        text: 'Votre lien a une clé, mais le serveur dit que ce cercle n’en a pas. N’utilisez pas ce lien pour une séance\u00a0: quelqu’un pourrait écouter. Dites-le à votre leader, autrement que par cette page.',
      },
      unable: {
        title: 'Ce navigateur ne peut pas sceller votre voix',
        text: 'Ce cercle est scellé\u00a0: personne ne peut donc y entrer sans sceller sa voix. Ouvrez votre lien dans Chrome ou Edge à partir de la version 141, Firefox à partir de la 130 ou Safari à partir de la 17, en https.',
      },
      unstarted: {
        title: 'Le scellement n’a pas démarré',
        text: 'La partie de cette page qui scelle votre voix n’a pas pu se charger\u00a0: rien n’a donc été envoyé. Rechargez la page, ou ouvrez votre lien dans un autre navigateur.',
      },
    },
  },
};
