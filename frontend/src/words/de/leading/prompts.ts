import type { prompts as en } from '../../en/leading/prompts';

export const prompts: typeof en = {
  signal: {
    move_on: 'Gehen wir weiter?',
    more_time: 'Noch etwas Zeit',
    your_turn: 'Sie sind dran',
    bring_the_patient_in: 'Die Patientenseite hereinholen',
    advice_creeping_in: 'Ratschläge schleichen sich ein',
    look_after_the_presenter: 'Auf die vorstellende Person achten',
    someone_quiet: 'Jemand ist still',
    hold_the_silence: 'Die Stille halten',
    five_minutes: 'Fünf Minuten',
    hand_me_the_clock: 'Uhr bitte an mich',
    yes: 'Ja',
    no: 'Nein',
  },

  cue: {
    two_minutes: 'Die letzten zwei Minuten.',
    zero: 'Die Zeit dieses Schritts ist um. Die Uhr zählt weiter.',
    over: (minutes) => `${minutes} Minuten über der Zeit dieses Schritts.`,
  },

  card: {
    advice: {
      title: 'Ratschläge schleichen sich ein',
      say: 'Wir fangen an zu helfen. Können wir noch etwas dabei bleiben, wie es ist, in dieser Lage zu sein?',
    },
    fixing: {
      title: 'Der Fall wird gelöst',
      say: 'Angenommen, im Moment lässt sich nichts tun. Was fühlen wir dann?',
    },
    judging: {
      title: 'Über jemanden wird geurteilt',
      say: 'Ein Urteil steht im Raum. Wer in dieser Geschichte könnte sich davor fürchten?',
    },
    teaching: {
      title: 'Es wird zur Lehrstunde',
      say: 'Jetzt wissen wir mehr über die Krankheit. Und der Mensch, der mit ihr lebt?',
    },
    interrogating: {
      title: 'Die Fragen drängen',
      say: 'Vielleicht wissen wir genug, um anzufangen. Was wir nicht wissen, dürfen wir uns vorstellen.',
    },
    speaking_to_the_presenter: {
      title: 'Die vorstellende Person wird angesprochen',
      say: 'Sprechen wir miteinander. Wer sich zurücklehnt, darf einfach zuhören.',
    },
    only_the_doctor: {
      title: 'Es geht nur um die ärztliche Seite',
      say: 'Wir waren eine Weile bei der ärztlichen Seite. Wenn der kranke Mensch hier säße, was würde er sagen?',
    },
    silence: {
      title: 'Der Kreis schweigt',
      say: 'Wir haben Zeit. Noch muss nichts gesagt werden.',
    },
    one_voice: {
      title: 'Eine Stimme füllt den Raum',
      say: 'Danke. Ich frage mich, ob jemand ein ganz anderes Bild vor sich hat.',
    },
    someone_unheard: {
      title: 'Jemand kam nicht zu Wort',
      say: 'Vielleicht gibt es einen Gedanken, der seinen Moment noch nicht gefunden hat. Dafür ist Raum, und es muss nicht sein.',
    },
    returning: {
      title: 'Die vorstellende Person kehrt zurück',
      say: 'Willkommen zurück. Nichts braucht eine Antwort. Alles darf gesagt werden, und einfach dabei sein geht auch.',
    },
    closing: {
      title: 'Abschied',
      say: 'Wir müssen es nicht verstanden haben. Danke fürs Einbringen, und fürs Dabeibleiben.',
    },
  },
};
