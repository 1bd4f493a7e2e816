import type { problems as en } from '../../en/server/problems';

export const problems: typeof en = {
  problems: {
    tooOften: (seconds) =>
      `Dalla tua rete questo è stato chiesto molto spesso. Riprova tra ${seconds} s.`,
    tooManyOpen:
      'Dalla tua rete sono aperte troppe connessioni. Chiudi qualche pagina, e riprova tra un momento.',
    otherName: (url) =>
      `Questa pagina non funziona con questo nome. Aprila su ${url} e incolla lì il tuo link, se ne hai uno.`,
    groupsNotKept:
      'Questo server non conserva gruppi, perché potrebbe perderli. Avvisa chi lo gestisce: «doctor» dice perché.',
    needsKey: 'Per aprire qualcosa qui serve la chiave di apertura.',
    tooSlow: 'L’invio è durato troppo. Riprova.',
    tooMuch: 'È troppo in una volta.',
    failed: 'Qualcosa non ha funzionato su questo server. Riprova tra un momento.',

    full: 'Questo server tiene tutti i cerchi che può tenere. Riprova più tardi.',
    fullOfUnused:
      'Su questo server aspettano molti cerchi in cui non è ancora entrato nessuno, perciò non ne apre altri. Entra in quelli che hai aperto, o riprova un altro giorno: finiscono da sé.',
    circleNotOpened:
      'Non è stato possibile salvare il cerchio, perciò non è stato aperto. Riprova più tardi.',
    noTitle: 'Il nome di un cerchio ha da 1 a 80 caratteri visibili.',
    noMember: 'Un cerchio ha bisogno di almeno una persona che conduce e di una che partecipa.',
    noPlan:
      'Queste fasi non formano un incontro. Un caso ha queste fasi, una volta ciascuna e in questo ordine: «Presentazione», «Domande di chiarimento» (possono mancare), «In disparte», «Riflessione», «Rientro nel cerchio». Un incontro ha da 2 a 30 fasi, e al massimo 180 minuti.',

    groupNotOpened:
      'Non è stato possibile salvare il gruppo, perciò non è stato aperto. Riprova più tardi.',
    groupNotRead: 'Adesso non è possibile leggere il gruppo. Riprova tra un momento.',
    groupUnsure:
      'Non si può dire se è stato salvato. Guarda di nuovo il gruppo prima di ripetere la richiesta.',
    groupNewer:
      'Questo gruppo è conservato da una versione più nuova di questo server. Non è cambiato nulla.',
    groupErased: 'Questo gruppo non c’è più.',
    groupLink:
      'Questo link non apre nessun gruppo qui. Forse è stato rinnovato: chiedi il tuo a chi conduce.',
    meetingNotEntered: 'Non è stato possibile aprire o trovare il cerchio. Riprova tra un momento.',

    notDrawn:
      'Il PDF non ha lettere per un nome di questo attestato. Stampalo invece dalla pagina.',
    notMade: 'L’attestato non è stato pronto in tempo. Riprova tra un momento.',

    noMail:
      'Questo server non manda posta. Chiedi a chi conduce il tuo gruppo: può mandarti di nuovo il tuo link.',
    linkSent:
      'Se un gruppo qui ha questo indirizzo, il tuo link è in arrivo: ci vuole qualche minuto. È mandato al massimo qualche volta al giorno. Altrimenti chiedi a chi conduce il tuo gruppo: può mandartelo di nuovo.',
  },
};
