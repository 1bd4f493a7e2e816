import type { prompts as en } from '../../en/leading/prompts';

export const prompts: typeof en = {
  signal: {
    move_on: 'On avance\u202f?',
    more_time: 'Encore un peu de temps',
    your_turn: 'À vous',
    bring_the_patient_in: 'Et la personne soignée\u202f?',
    advice_creeping_in: 'Les conseils s’invitent',
    look_after_the_presenter: 'Prendre soin de qui présente',
    someone_quiet: 'Quelqu’un se tait',
    hold_the_silence: 'Tenir le silence',
    five_minutes: 'Cinq minutes',
    hand_me_the_clock: 'Passez-moi l’horloge',
    yes: 'Oui',
    no: 'Non',
  },

  cue: {
    two_minutes: 'Les deux dernières minutes.',
    zero: 'Le temps de cette étape est écoulé. L’horloge continue de compter.',
    over: (minutes) => `${minutes}\u00a0minutes au-delà du temps de cette étape.`,
  },

  card: {
    advice: {
      title: 'Les conseils s’invitent',
      say: 'Nous commençons à aider. Pouvons-nous rester encore un peu auprès de ce qui se vit là\u202f?',
    },
    fixing: {
      title: 'On résout le cas',
      say: 'Supposons qu’il n’y ait rien à faire pour l’instant. Que ressentons-nous alors\u202f?',
    },
    judging: {
      title: 'On juge quelqu’un',
      say: 'Un jugement est dans l’air. Qui, dans cette histoire, pourrait en avoir peur\u202f?',
    },
    teaching: {
      title: 'Cela tourne à la leçon',
      say: 'Nous en savons maintenant plus sur la maladie. Et la personne qui vit avec\u202f?',
    },
    interrogating: {
      title: 'Les questions se font pressantes',
      say: 'Nous en savons peut-être assez pour commencer. Ce que nous ne savons pas, nous pouvons l’imaginer.',
    },
    speaking_to_the_presenter: {
      title: 'On s’adresse à la personne en retrait',
      say: 'Parlons entre nous. Être en retrait, c’est pouvoir simplement écouter.',
    },
    only_the_doctor: {
      title: 'On ne parle que de la personne qui soigne',
      say: 'Nous sommes depuis un moment auprès de la personne qui soigne. Si la personne soignée était assise ici, que dirait-elle\u202f?',
    },
    silence: {
      title: 'Le cercle se tait',
      say: 'Nous avons le temps. Rien n’a besoin d’être dit tout de suite.',
    },
    one_voice: {
      title: 'Une seule voix remplit la pièce',
      say: 'Merci. Je me demande si quelqu’un voit tout autre chose.',
    },
    someone_unheard: {
      title: 'Quelqu’un ne se fait pas entendre',
      say: 'Il y a peut-être une pensée qui n’a pas trouvé son moment. Elle a sa place ici, sans obligation.',
    },
    returning: {
      title: 'La personne qui présente revient',
      say: 'Vous voilà de retour. Rien ne demande de réponse. Dites ce que vous voulez, ou soyez simplement parmi nous.',
    },
    closing: {
      title: 'Prendre congé',
      say: 'Nous n’avons pas besoin d’avoir compris. Merci pour ce cas, et merci de l’avoir accompagné ensemble.',
    },
  },
};
