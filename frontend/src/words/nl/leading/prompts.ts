import type { prompts as en } from '../../en/leading/prompts';

export const prompts: typeof en = {
  signal: {
    move_on: 'Zullen we verdergaan?',
    more_time: 'Nog wat tijd',
    your_turn: 'Jouw beurt',
    bring_the_patient_in: 'Haal de patiënt erbij',
    advice_creeping_in: 'Er sluipt advies in',
    look_after_the_presenter: 'Zorg voor de inbrenger',
    someone_quiet: 'Iemand is stil',
    hold_the_silence: 'Laat de stilte er zijn',
    five_minutes: 'Vijf minuten',
    hand_me_the_clock: 'Laat mij de klok bijhouden',
    yes: 'Ja',
    no: 'Nee',
  },

  cue: {
    two_minutes: 'De laatste twee minuten.',
    zero: 'De tijd van deze stap is om. De klok telt door.',
    over: (minutes) => `${minutes} minuten over de tijd van deze stap heen.`,
  },

  card: {
    advice: {
      title: 'Er sluipt advies in',
      say: 'We beginnen te helpen. Kunnen we nog even blijven bij hoe het is om in die schoenen te staan?',
    },
    fixing: {
      title: 'De casus wordt opgelost',
      say: 'Stel dat er nu niets aan te doen is. Wat voelen we dan?',
    },
    judging: {
      title: 'Er wordt over iemand geoordeeld',
      say: 'Er hangt een oordeel in de lucht. Wie in dit verhaal zou daar bang voor kunnen zijn?',
    },
    teaching: {
      title: 'Het wordt een les',
      say: 'Nu weten we meer over de ziekte. En de mens die ermee leeft?',
    },
    interrogating: {
      title: 'De vragen worden opdringerig',
      say: 'Misschien weten we genoeg om te beginnen. Wat we niet weten, mogen we ons voorstellen.',
    },
    speaking_to_the_presenter: {
      title: 'De inbrenger wordt aangesproken',
      say: 'Laten we met elkaar praten. Wie buiten de kring zit, mag gewoon luisteren.',
    },
    only_the_doctor: {
      title: 'Het gaat alleen over de dokter',
      say: 'We zijn nu een tijd bij de dokter geweest. Als de patiënt hier zat, wat zouden we dan te horen krijgen?',
    },
    silence: {
      title: 'De kring is stil',
      say: 'We hebben de tijd. Er hoeft nu nog niets gezegd te worden.',
    },
    one_voice: {
      title: 'Eén stem vult de ruimte',
      say: 'Dank je. Ik ben benieuwd of iemand een heel ander beeld ziet.',
    },
    someone_unheard: {
      title: 'Iemand is niet gehoord',
      say: 'Misschien is er een gedachte die nog geen moment heeft gevonden. Er is ruimte voor, en het hoeft niet.',
    },
    returning: {
      title: 'De inbrenger komt terug',
      say: 'Welkom terug. Niets hoeft beantwoord te worden. Zeg wat je wilt, of wees er gewoon weer bij.',
    },
    closing: {
      title: 'Afscheid nemen',
      say: 'We hoeven het niet begrepen te hebben. Bedankt voor het inbrengen, en bedankt dat jullie erbij bleven.',
    },
  },
};
