import type { meeting as en } from '../../en/circle/meeting';

export const meeting: typeof en = {
  guidance: {
    arrive: 'Prenez votre temps. Nous commençons quand tout le monde est là.',
    welcome: 'Accueillez chaque personne à son arrivée. Qui manque\u202f?',
    check_in: 'En quelques mots, comment arrivez-vous aujourd’hui\u202f?',
    brief_news: 'De brèves nouvelles des cas précédents, s’il y en a.',
    ask_who_has_a_case: 'Demandez qui a un cas, et laissez le silence faire son travail.',
    offer_if_you_have_one:
      'Une personne que vous soignez occupe-t-elle vos pensées\u202f? Rien ne presse.',
    tell_the_case: 'Racontez comme cela vous vient. Personne ne vous interrompra.',
    listen: 'Écoutez, et remarquez ce qui bouge en vous.',
    protect_the_telling: 'Protégez le récit\u00a0: pas encore de questions.',
    answer_facts: 'Dites ce que vous savez. De simples faits suffisent.',
    ask_facts: 'Ne demandez que de simples faits.',
    keep_to_facts: 'Ramenez les questions à de simples faits.',
    lean_back: 'Reculez votre chaise. À partir de maintenant, vous ne faites qu’écouter.',
    make_room: 'La personne qui présente sort du cercle. Laissez le calme se faire.',
    hear_everything: 'Le cas appartient maintenant au groupe. Rien ne vous oblige à répondre.',
    imagine: 'Qu’imaginez-vous, et que ressentez-vous\u202f? Parlez entre vous.',
    hold_the_reflection:
      'Restez du côté de l’imagination et du ressenti. Faites une place ici à la personne soignée.',
    return_as_you_like: 'Vous voilà de retour. Répondez, ou joignez-vous simplement aux autres.',
    receive_the_return: 'La personne qui présente est de retour. Accueillez ce qui vient.',
    hold_the_return: 'Laissez de l’espace à la personne qui présente. Rien ne demande de réponse.',
    take_leave: 'Prenez congé du cas, et dites-vous au revoir.',
    close_without_verdict: 'Remerciez la personne qui a présenté. Ni verdict, ni résumé.',
    linger: 'La séance est finie. Restez aussi longtemps que vous voulez, ou partez sans bruit.',
    linger_or_debrief: 'Restez un moment avec les autres. La salle des leaders vous est ouverte.',
    observe: 'Vous observez. Personne ne vous entend.',
    farewell: 'Merci de votre présence.',
  },

  moment: {
    welcomeAll:
      'Accueillez tout le monde. Qui manque, et comment va chaque personne aujourd’hui\u202f?',
    youAreChosen: 'C’est vous qui raconterez ensuite votre cas. Prenez votre temps.',
    chosen: (name) => `${name} apporte le cas.`,
    chosenToBegin: (name) => `${name} apporte le cas. Poursuivez quand tout le monde est prêt.`,
    presenterAway: (name) => `${name} n’a pas de connexion pour l’instant.`,
    mayStillSpeak: 'Votre chaise est hors du cercle, et vous pouvez encore parler.',
    roomCloses: 'La séance est finie. Restez un moment, ou partez sans bruit.',
  },

  debrief: {
    title: 'Salle des leaders',
    guidance: 'Ici, seuls les leaders entendent ce qui se dit.',
  },

  everybody: {
    shared: 'Restons auprès de ce qui se vit là.',
    unled: 'Les leaders ne sont pas en ligne.',
    unledHeld:
      'Les leaders ne sont pas en ligne. L’horloge est en pause, et repartira dès que l’une des personnes qui animent sera de retour.',
    unledPaused: 'Les leaders ne sont pas en ligne. L’horloge est en pause, et les attend.',
    asksToObserve: (name) => `${name} demande à observer.`,
    agree: 'Je suis d’accord',
    agreeTo: (name) => `Je suis d’accord\u00a0: observation par ${name}`,
    agreed: 'Vous avez donné votre accord.',
    closesAt: (time) => `La salle ferme à ${time}.`,
  },
};
