import type { refused as en } from '../../en/server/refused';

export const refused: typeof en = {
  refused: {
    not_yours: 'Questo spetta a chi conduce il gruppo, o a un’altra persona. Non è cambiato nulla.',
    stale:
      'Un’altra persona che conduce ha cambiato questo nel frattempo. Di quello che hai mandato non è ancora stato salvato nulla: guarda che cosa è cambiato, e mandalo di nuovo se va ancora bene.',
    no_such_person: 'Questa persona non è nel gruppo. Non è cambiato nulla.',
    no_such_meeting: 'Il gruppo non ha questo incontro. Non è cambiato nulla.',
    no_name: 'Un nome ha da 1 a 40 caratteri visibili, il nome di un gruppo fino a 80.',
    name_taken: 'Qualcuno nel gruppo ha già questo nome. Aggiungi una lettera, o il cognome.',
    full: 'Un incontro ha al massimo 16 posti, e sono tutti occupati.',
    out_of_bounds: 'Un numero o un testo è fuori dai limiti. Non è cambiato nulla.',
    no_plan: 'Queste fasi non formano un incontro. Non è cambiato nulla.',
    no_such_zone:
      'Questo server non conosce questo fuso orario. Scrivilo come la IANA: Europe/Berlin.',
    which_time:
      'Di’ che cosa deve restare quando cambia il fuso orario: l’ora dell’orologio, o il momento.',
    no_such_time: 'Un’ora ha ore e minuti, e nessun fuso orario suo. Non è cambiato nulla.',
    in_the_past: 'Questa data è passata. Non è cambiato nulla.',
    too_far: 'Mancano più di sei anni a questa data. Non è cambiato nulla.',
    too_many_dates:
      'Un gruppo ha al massimo 60 date future, e 400 contando quelle passate o annullate. Non è cambiato nulla.',
    two_at_once: 'Due incontri del gruppo sarebbero nello stesso momento. Non è cambiato nulla.',
    over: 'Questo incontro è cominciato, è finito o è annullato, perciò non si può più cambiare.',
    not_held:
      'Questo incontro non si è tenuto, perciò non c’è nulla da confermare o da correggere.',
    not_led:
      'La supervisione di un incontro la annota chi allora lo ha condotto o osservato. Non è cambiato nulla.',
    too_late: 'Questo si può fare entro 14 giorni dall’incontro, e sono passati.',
    too_soon: 'Questo si può fare solo dopo l’incontro.',
    already_so: 'È già così.',
    not_accepted: 'Gli accordi del gruppo sono nuovi per te: prima leggili e accettali.',
    not_consented: 'Serve il consenso di ogni persona, e qualcuno non lo ha ancora dato.',
    agree_first:
      'A questo incontro viene una persona ospite, e non hai ancora acconsentito. Acconsenti sulla pagina del gruppo, poi entra.',
    switched_off: 'Questo gruppo non lo ha attivato.',
    last_leader:
      'Un gruppo ha bisogno di almeno una persona che conduce. Affida prima la conduzione a un’altra persona. Se nel gruppo non c’è più nessuno oltre a te, puoi cancellarlo.',
    two_leaders:
      'Per cancellare un gruppo servono due persone che conducono: una lo chiede, un’altra acconsente.',
    not_today:
      'Adesso non si può entrare in nessun incontro di questo gruppo. Ogni incontro apre 30 minuti prima della sua ora.',
    no_seat:
      'L’incontro di oggi è stato aperto prima del tuo arrivo nel gruppo, perciò non c’è un posto per te.',
    other_key:
      'L’incontro di adesso ha una chiave diversa da quella che hai portato. Riprova. Se chi conduce non c’è ancora, vale la sua chiave non appena entra. Se non cambia, chiedi a chi conduce di mandarti di nuovo il link del gruppo.',
    too_few:
      'Un incontro ha bisogno di una persona che conduce e di una che partecipa. Aggiungi persone, o cambia chi osserva.',
    in_a_meeting:
      'Il gruppo è adesso in un incontro. Fallo quando sarà finito. Non è cambiato nulla.',
    no_mail: 'Questo server non manda posta. Non è cambiato nulla.',
    no_address: 'A questo indirizzo non si può mandare posta: scrivilo come name@example.org.',
    no_code:
      'Da te non si aspetta più nessun codice: un codice vale per un giorno e per cinque tentativi. Non è cambiato nulla.',
    enough_codes:
      'Un codice vale per un giorno, e fino ad allora non te ne viene mandato un altro allo stesso indirizzo. Dopo tre codici non te ne vengono mandati altri finché non è passato un giorno senza codici. A un indirizzo se ne mandano tre al giorno. Questa volta non ne è partito nessuno. Chiedilo di nuovo tra 24 ore.',
  },
};
