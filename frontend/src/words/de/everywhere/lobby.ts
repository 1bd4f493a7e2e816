import type { lobby as en } from '../../en/everywhere/lobby';

export const lobby: typeof en = {
  lobby: {
    title: 'Nehmen Sie Platz',
    titleBack: 'Ihr Platz bleibt Ihnen',
    intro: 'Dieser Link gehört nur Ihnen: Er führt zu einem Platz im Kreis, und immer zum selben.',
    introBack:
      'Sie waren gerade eben hier und kommen als dieselbe Person zurück. Ihr Mikrofon ist nur offen, wenn Sie es offen gelassen haben.',
    name: 'Ihr Name, wie die anderen ihn kennen',
    nameMissing: 'Bitte sagen Sie dem Kreis Ihren Namen.',
    openMicrophone: 'Mit offenem Mikrofon teilnehmen',
    join: 'In den Kreis gehen',
    joinBack: 'Zurück in den Kreis',
    joining: 'Ihr Platz wird gesucht',
    unreached: 'Der Kreis ist noch nicht erreichbar',
    again: 'Die Seite versucht es von selbst weiter.',
    looking: 'Ihr Kreis wird gesucht',
    waitsForFrame:
      'Sie können teilnehmen, sobald diese Seite gelesen hat, was der Kreis vereinbart.',
    agreeing: 'Wenn Sie teilnehmen, stimmen Sie dem zu.',
  },

  seal: {
    is: 'Versiegelt: Der Server kann nicht mithören',
    sent: 'Versiegelt, aber der Server hatte den Schlüssel',
    not: 'Nicht versiegelt: Der Server könnte mithören.',
    refused: 'Sie können noch nicht herein',
  },

  frame: {
    title: 'Was wir vereinbaren',
    invitedAs: {
      facilitator: 'Sie sind eingeladen, den Kreis zu leiten.',
      presenter: 'Sie sind als Mitglied eingeladen.',
      member: 'Sie sind als Mitglied eingeladen.',
      observer: 'Sie sind eingeladen zu beobachten: Sie hören alles, und niemand hört Sie.',
    },
    about:
      'In einem Balintkreis erzählt jemand von uns von einer Patientin oder einem Patienten, lehnt sich dann zurück und hört zu. Die anderen sprechen aus, was sie sich vorstellen und was sie dabei fühlen. Niemand gibt Rat, belehrt oder urteilt, und nichts muss gelöst werden.',
    confidence: 'Was im Kreis gesagt wird, bleibt im Kreis.',
    unread:
      'Was dieser Kreis vereinbart, lässt sich gerade nicht lesen. Die Seite versucht es von selbst weiter.',
    nothingKept: 'Nichts wird aufgezeichnet, niemals.',
    alone: 'Setzen Sie sich allein in einen Raum, in dem niemand mithören kann.',
    headphones: 'Tragen Sie Kopfhörer, wenn Sie können.',
    sitBack: {
      enforced: null,
      soft: 'Wer sich zurücklehnt, ist nicht zu hören und kann die Leitung um das Wort bitten.',
      off: 'Wer sich zurücklehnt, rückt mit dem Stuhl aus dem Kreis und behält die eigene Stimme.',
    },
    fishbowl: 'Während ein Fall läuft, spricht ein Innenkreis, und ein Außenkreis hört nur zu.',
    observersAsked: 'Alle im Kreis werden gefragt, bevor Sie hereinkommen.',
    chosen: {
      offers_seen_by_all: 'Alle sehen, wer einen Fall hat',
      digits_for_all: 'Alle sehen die Minuten',
      knocking: 'Mitglieder klopfen und werden hereingelassen',
    },
    knocks: 'Sie warten an der Tür, bis die Leitung Sie hereinlässt.',
  },
};
