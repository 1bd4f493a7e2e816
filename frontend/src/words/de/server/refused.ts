import type { refused as en } from '../../en/server/refused';

export const refused: typeof en = {
  refused: {
    not_yours:
      'Das steht nur der Leitung der Gruppe oder einer anderen Person zu. Es wurde nichts geändert.',
    stale:
      'Jemand anderes aus der Leitung hat dies inzwischen geändert. Von Ihnen wurde noch nichts gespeichert: Sehen Sie an, was sich geändert hat, und senden Sie Ihres noch einmal, wenn es noch passt.',
    no_such_person: 'Diese Person ist nicht in der Gruppe. Es wurde nichts geändert.',
    no_such_meeting: 'Ein solches Treffen hat die Gruppe nicht. Es wurde nichts geändert.',
    no_name: 'Ein Name hat 1 bis 40 sichtbare Zeichen, der Name einer Gruppe bis zu 80.',
    name_taken:
      'Diesen Namen hat in der Gruppe schon jemand. Setzen Sie einen Buchstaben oder den Nachnamen hinzu.',
    full: 'Ein Treffen hat höchstens 16 Plätze, und alle sind vergeben.',
    out_of_bounds:
      'Eine Zahl oder ein Text liegt außerhalb des Erlaubten. Es wurde nichts geändert.',
    no_plan: 'Diese Schritte ergeben kein Treffen. Es wurde nichts geändert.',
    no_such_zone:
      'Diese Zeitzone kennt der Server nicht. Nennen Sie sie wie die IANA: Europe/Berlin.',
    which_time:
      'Sagen Sie, was bleiben soll, wenn die Zeitzone wechselt: die Uhrzeit oder der Zeitpunkt.',
    no_such_time:
      'Eine Uhrzeit hat Stunden und Minuten und keine eigene Zeitzone. Es wurde nichts geändert.',
    in_the_past: 'Dieser Termin liegt in der Vergangenheit. Es wurde nichts geändert.',
    too_far: 'Dieser Termin liegt mehr als sechs Jahre voraus. Es wurde nichts geändert.',
    too_many_dates:
      'Eine Gruppe hat höchstens 60 künftige Termine, und 400 mit denen, die vorbei sind oder ausfallen. Es wurde nichts geändert.',
    two_at_once: 'Zwei Treffen der Gruppe lägen zur selben Zeit. Es wurde nichts geändert.',
    over: 'Dieses Treffen hat begonnen, ist vorbei oder fällt aus, deshalb lässt sich das nicht mehr ändern.',
    not_held:
      'Dieses Treffen hat nicht stattgefunden, deshalb gibt es nichts zu bestätigen oder zu berichtigen.',
    not_led:
      'Die Supervision eines Treffens vermerkt nur, wer es damals geleitet oder beobachtet hat. Es wurde nichts geändert.',
    too_late: 'Das geht bis 14 Tage nach dem Treffen, und die sind vorbei.',
    too_soon: 'Das geht erst nach dem Treffen.',
    already_so: 'Das ist schon so.',
    not_accepted:
      'Was die Gruppe vereinbart, ist neu für Sie: Lesen Sie es zuerst und nehmen Sie es an.',
    not_consented: 'Dazu müssen alle zustimmen, und das haben noch nicht alle getan.',
    agree_first:
      'Zu diesem Treffen kommt ein Gast, dem Sie noch nicht zugestimmt haben. Stimmen Sie auf der Seite der Gruppe zu, und treten Sie dann ein.',
    switched_off: 'Das hat diese Gruppe nicht eingeschaltet.',
    last_leader:
      'Eine Gruppe braucht mindestens eine Person in der Leitung. Nehmen Sie zuerst noch jemanden in die Leitung auf. Ist sonst niemand mehr in der Gruppe, können Sie sie löschen.',
    two_leaders:
      'Eine Gruppe löschen zwei Personen der Leitung: Eine bittet darum, eine andere stimmt zu.',
    not_today:
      'Gerade kann kein Treffen dieser Gruppe betreten werden. Es öffnet 30 Minuten vor seiner Zeit.',
    no_seat:
      'Das heutige Treffen wurde eröffnet, bevor Sie hinzukamen, deshalb ist dort kein Platz für Sie.',
    other_key:
      'Das jetzige Treffen hat einen anderen Schlüssel als den, mit dem Sie gekommen sind. Versuchen Sie es noch einmal. Ist noch niemand von der Leitung dort, gilt deren Schlüssel, sobald jemand von ihr kommt. Bleibt es dabei, bitten Sie die Leitung, Ihnen den Link der Gruppe noch einmal zu schicken.',
    too_few:
      'Ein Treffen braucht eine Person, die leitet, und ein Mitglied. Nehmen Sie jemanden hinzu, oder ändern Sie, wer beobachtet.',
    in_a_meeting:
      'Die Gruppe ist gerade in einem Treffen. Tun Sie dies danach. Es wurde nichts geändert.',
    no_mail: 'Dieser Server verschickt keine E-Mails. Es wurde nichts geändert.',
    no_address:
      'An diese Adresse lässt sich nichts schicken: Schreiben Sie sie wie name@example.org.',
    no_code:
      'Von Ihnen wird kein Code mehr erwartet: Ein Code gilt einen Tag lang und für fünf Versuche. Es wurde nichts geändert.',
    enough_codes:
      'Ein Code gilt einen Tag lang, und bis dahin geht für Sie kein zweiter an dieselbe Adresse. Nach drei Codes geht für Sie keiner mehr hinaus, bis ein Tag ohne Code vergangen ist. An eine Adresse gehen drei am Tag. Jetzt wurde keiner geschickt. Bitten Sie in 24 Stunden noch einmal darum.',
  },
};
