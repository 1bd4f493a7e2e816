import type { refused as en } from '../../en/server/refused';

export const refused: typeof en = {
  refused: {
    not_yours: 'Cela revient aux leaders du groupe, ou à quelqu’un d’autre. Rien n’a changé.',
    stale:
      'Quelqu’un d’autre parmi les leaders a changé cela entre-temps. Rien de ce que vous avez envoyé n’a encore été sauvegardé\u00a0: regardez ce qui a changé, et renvoyez-le si cela convient encore.',
    no_such_person: 'Cette personne n’est pas dans le groupe. Rien n’a changé.',
    no_such_meeting: 'Le groupe n’a pas cette séance. Rien n’a changé.',
    no_name: 'Un nom a de 1 à 40\u00a0caractères visibles, le nom d’un groupe jusqu’à 80.',
    name_taken: 'Quelqu’un dans ce groupe a déjà ce nom. Ajoutez une lettre, ou le nom de famille.',
    full: 'Une séance a 16\u00a0places au plus, et toutes sont prises.',
    out_of_bounds: 'Un nombre ou un texte est hors des limites. Rien n’a changé.',
    no_plan: 'Ces étapes ne font pas une séance. Rien n’a changé.',
    no_such_zone:
      'Ce serveur ne connaît pas ce fuseau horaire. Nommez-le comme l’IANA\u00a0: Europe/Berlin.',
    which_time:
      'Dites ce qui doit rester quand le fuseau horaire change\u00a0: l’heure affichée, ou le moment.',
    no_such_time:
      'Une heure a des heures et des minutes, et pas de fuseau horaire à elle. Rien n’a changé.',
    in_the_past: 'Cette date est passée. Rien n’a changé.',
    too_far: 'Cette date est dans plus de six ans. Rien n’a changé.',
    too_many_dates:
      'Un groupe a au plus 60\u00a0dates à venir, et 400 en comptant celles qui sont passées ou annulées. Rien n’a changé.',
    two_at_once: 'Deux séances du groupe auraient lieu en même temps. Rien n’a changé.',
    over: 'Cette séance a commencé, est terminée ou est annulée\u202f; cela ne peut plus être changé.',
    not_held: 'Cette séance n’a pas eu lieu\u202f; il n’y a rien à confirmer ni à corriger.',
    not_led:
      'La supervision d’une séance est notée par les personnes qui l’ont alors animée ou observée. Rien n’a changé.',
    too_late: 'Cela se fait dans les 14\u00a0jours après la séance, et ils sont passés.',
    too_soon: 'Cela se fait seulement après la séance.',
    already_so: 'C’est déjà ainsi.',
    not_accepted:
      'Le cadre du groupe est nouveau pour vous\u00a0: lisez-le et acceptez-le d’abord.',
    not_consented: 'Tout le monde doit donner son accord, et ce n’est pas encore le cas.',
    agree_first:
      'Une personne est invitée à cette séance, et vous n’avez pas encore donné votre accord. Donnez-le sur la page du groupe, puis entrez.',
    switched_off: 'Ce groupe n’a pas activé cela.',
    last_leader:
      'Dans un groupe, il faut au moins une personne qui anime. Donnez d’abord ce rôle à quelqu’un d’autre. S’il n’y a plus que vous dans le groupe, vous pouvez l’effacer.',
    two_leaders:
      'Pour effacer un groupe, il faut deux leaders\u00a0: une personne le demande, l’autre l’accepte.',
    not_today:
      'Aucune séance de ce groupe n’est ouverte en ce moment. Chaque séance ouvre 30\u00a0minutes avant son heure.',
    no_seat:
      'La séance d’aujourd’hui a été ouverte avant votre arrivée dans le groupe\u202f; elle n’a pas de place pour vous.',
    other_key:
      'La séance en cours a une autre clé que la vôtre. Réessayez. Tant qu’il n’y a encore personne parmi les leaders, c’est la clé de la première personne qui arrive parmi eux qui compte. Si rien ne change, demandez aux leaders de vous renvoyer le lien du groupe.',
    too_few:
      'Une séance demande une personne qui anime et un membre. Ajoutez quelqu’un, ou changez qui observe.',
    in_a_meeting:
      'Le groupe est en séance en ce moment. Faites-le quand elle sera terminée. Rien n’a changé.',
    no_mail: 'Ce serveur n’envoie pas d’e-mails. Rien n’a changé.',
    no_address: 'On ne peut rien envoyer à cette adresse\u00a0: écrivez-la comme name@example.org.',
    no_code:
      'Aucun code n’est plus attendu de vous\u00a0: un code est valable un jour, pour cinq essais. Rien n’a changé.',
    enough_codes:
      'Un code est valable un jour, et d’ici là aucun autre ne part pour vous à la même adresse. Après trois codes, plus aucun ne part pour vous tant qu’un jour ne s’est pas écoulé sans code. Vers une adresse, il en part trois par jour. Aucun n’est parti cette fois. Redemandez dans 24\u00a0heures.',
  },
};
