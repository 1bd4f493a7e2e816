import type { meeting as en } from '../../en/circle/meeting';

export const meeting: typeof en = {
  guidance: {
    arrive: 'Kommen Sie in Ruhe an. Wir beginnen, wenn alle angekommen sind.',
    welcome: 'Begrüßen Sie, wer kommt. Wer fehlt?',
    check_in: 'Ein paar Worte dazu, wie Sie heute hier sind.',
    brief_news: 'Kurz Neues zu früheren Fällen, falls es etwas gibt.',
    ask_who_has_a_case: 'Fragen Sie, wer einen Fall hat, und lassen Sie die Stille wirken.',
    offer_if_you_have_one: 'Beschäftigt Sie eine Patientin oder ein Patient? Es eilt nicht.',
    tell_the_case: 'Erzählen Sie, wie es Ihnen in den Sinn kommt. Niemand unterbricht.',
    listen: 'Hören Sie zu, und achten Sie darauf, was sich in Ihnen regt.',
    protect_the_telling: 'Schützen Sie das Erzählen: noch keine Fragen.',
    answer_facts: 'Sagen Sie, was Sie wissen. Einfache Fakten genügen.',
    ask_facts: 'Fragen Sie nur nach einfachen Fakten.',
    keep_to_facts: 'Achten Sie darauf, dass nur nach einfachen Fakten gefragt wird.',
    lean_back: 'Rücken Sie mit dem Stuhl zurück. Von jetzt an hören Sie nur zu.',
    make_room: 'Die vorstellende Person rückt aus dem Kreis. Lassen Sie das einen Moment wirken.',
    hear_everything: 'Der Fall ist jetzt bei der Gruppe. Sie müssen nicht antworten.',
    imagine: 'Was stellen Sie sich vor, und was fühlen Sie? Sprechen Sie miteinander.',
    hold_the_reflection:
      'Bleiben Sie bei Fantasie und Gefühl. Holen Sie die Patientenseite in den Raum.',
    return_as_you_like: 'Willkommen zurück. Antworten Sie, oder reden Sie einfach mit.',
    receive_the_return: 'Die vorstellende Person ist zurück. Seien Sie offen für das, was kommt.',
    hold_the_return: 'Lassen Sie der vorstellenden Person Raum. Nichts braucht eine Antwort.',
    take_leave: 'Nehmen Sie Abschied vom Fall, und voneinander.',
    close_without_verdict: 'Danken Sie fürs Vorstellen. Kein Urteil, keine Zusammenfassung.',
    linger: 'Das Treffen ist zu Ende. Bleiben Sie, solange Sie möchten, oder gehen Sie still.',
    linger_or_debrief:
      'Bleiben Sie noch eine Weile bei den anderen. Der Raum der Leitung steht Ihnen offen.',
    observe: 'Sie beobachten. Niemand hört Sie.',
    farewell: 'Danke, dass Sie da waren.',
  },

  moment: {
    welcomeAll: 'Begrüßen Sie alle. Wer fehlt, und wie geht es allen heute?',
    youAreChosen: 'Als Nächstes erzählen Sie Ihren Fall. Nehmen Sie sich Zeit.',
    chosen: (name) => `${name} bringt den Fall ein.`,
    chosenToBegin: (name) =>
      `${name} bringt den Fall ein. Gehen Sie weiter, wenn alle bereit sind.`,
    presenterAway: (name) => `${name} ist gerade nicht verbunden.`,
    mayStillSpeak: 'Sie sitzen außerhalb des Kreises und können weiterhin sprechen.',
    roomCloses: 'Das Treffen ist zu Ende. Bleiben Sie noch etwas, oder gehen Sie still.',
  },

  debrief: {
    title: 'Raum der Leitung',
    guidance: 'Hier hört nur die Leitung, was gesagt wird.',
  },

  everybody: {
    shared: 'Bleiben wir dabei, wie sich das anfühlt.',
    unled: 'Niemand von der Leitung ist verbunden.',
    unledHeld:
      'Niemand von der Leitung ist verbunden. Die Uhr ist angehalten und läuft weiter, sobald jemand von der Leitung zurück ist.',
    unledPaused:
      'Niemand von der Leitung ist verbunden. Die Uhr ist angehalten und wartet auf die Leitung.',
    asksToObserve: (name) => `${name} bittet darum, zu beobachten.`,
    agree: 'Ich stimme zu',
    agreeTo: (name) => `Ich stimme zu, dass ${name} beobachtet`,
    agreed: 'Sie haben zugestimmt.',
    closesAt: (time) => `Der Raum schließt um ${time}.`,
  },
};
