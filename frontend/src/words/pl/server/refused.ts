import type { refused as en } from '../../en/server/refused';

export const refused: typeof en = {
  refused: {
    not_yours: 'To należy do osób prowadzących grupę albo do kogoś innego. Niczego nie zmieniono.',
    stale:
      'W międzyczasie zmieniła to inna osoba prowadząca. Niczego od ciebie jeszcze nie zapisano: zobacz, co się zmieniło, i wyślij ponownie, jeśli nadal pasuje.',
    no_such_person: 'Tej osoby nie ma w grupie. Niczego nie zmieniono.',
    no_such_meeting: 'Grupa nie ma takiego spotkania. Niczego nie zmieniono.',
    no_name: 'Imię ma od 1 do 40 widocznych znaków, nazwa grupy do 80.',
    name_taken: 'Ktoś w grupie już tak się nazywa. Dodaj literę albo nazwisko.',
    full: 'Spotkanie ma najwyżej 16 miejsc i wszystkie są zajęte.',
    out_of_bounds: 'Liczba lub tekst wykracza poza granice. Niczego nie zmieniono.',
    no_plan: 'Te etapy nie tworzą spotkania. Niczego nie zmieniono.',
    no_such_zone:
      'Ten serwer nie zna takiej strefy czasowej. Podaj ją tak jak IANA: Europe/Berlin.',
    which_time:
      'Powiedz, co ma zostać, gdy zmieni się strefa czasowa: godzina na zegarze czy chwila.',
    no_such_time:
      'Godzina składa się z godzin i minut i nie ma własnej strefy czasowej. Niczego nie zmieniono.',
    in_the_past: 'Ten termin już minął. Niczego nie zmieniono.',
    too_far: 'Do tego terminu jest ponad sześć lat. Niczego nie zmieniono.',
    too_many_dates:
      'Grupa ma najwyżej 60 przyszłych terminów, a razem z minionymi i odwołanymi 400. Niczego nie zmieniono.',
    two_at_once: 'Dwa spotkania grupy wypadłyby w tym samym czasie. Niczego nie zmieniono.',
    over: 'To spotkanie się zaczęło, skończyło lub zostało odwołane, więc nie da się już tego zmienić.',
    not_held: 'To spotkanie się nie odbyło, więc nie ma czego potwierdzać ani poprawiać.',
    not_led:
      'Superwizję spotkania notuje osoba, która je wtedy prowadziła lub obserwowała. Niczego nie zmieniono.',
    too_late: 'Można to zrobić w ciągu 14 dni po spotkaniu, a one już minęły.',
    too_soon: 'Można to zrobić dopiero po spotkaniu.',
    already_so: 'Tak już jest.',
    not_accepted:
      'To, na co umawia się grupa, jest dla ciebie nowe: najpierw to przeczytaj i przyjmij.',
    not_consented: 'Potrzebna jest zgoda każdej osoby, a nie wszyscy ją wyrazili.',
    agree_first:
      'Na to spotkanie przychodzi gość, a jeszcze nie ma twojej zgody. Wyraź ją na stronie grupy, a potem wejdź.',
    switched_off: 'Ta grupa tego nie włączyła.',
    last_leader:
      'Grupa potrzebuje co najmniej jednej osoby prowadzącej. Najpierw powierz prowadzenie komuś jeszcze. Jeśli w grupie nie ma już nikogo poza tobą, możesz ją usunąć.',
    two_leaders:
      'Usunięcie grupy wymaga dwóch osób prowadzących: jedna o nie prosi, druga się zgadza.',
    not_today:
      'Teraz nie da się wejść na żadne spotkanie tej grupy. Otwiera się 30 minut przed swoją godziną.',
    no_seat:
      'Dzisiejsze spotkanie otwarto, zanim dodano cię do grupy, więc nie ma na nim miejsca dla ciebie.',
    other_key:
      'Obecne spotkanie ma inny klucz niż ten z twojego linku. Spróbuj jeszcze raz. Jeśli nie ma tam jeszcze nikogo z prowadzących, będzie obowiązywał klucz pierwszej osoby prowadzącej, która wejdzie. Jeśli to nie pomoże, poproś ją, by jeszcze raz wysłała ci link grupy.',
    too_few:
      'Spotkanie potrzebuje osoby, która prowadzi, i osoby uczestniczącej. Dodaj ludzi albo zmień, kto obserwuje.',
    in_a_meeting: 'Grupa jest teraz na spotkaniu. Zrób to, gdy się skończy. Niczego nie zmieniono.',
    no_mail: 'Ten serwer nie wysyła poczty. Niczego nie zmieniono.',
    no_address: 'Na ten adres nie da się wysłać poczty: wpisz go jak name@example.org.',
    no_code:
      'Nie czekamy już na kod od ciebie: kod jest ważny przez jeden dzień i na pięć prób. Niczego nie zmieniono.',
    enough_codes:
      'Kod jest ważny przez jeden dzień i do tego czasu nie wysyłamy dla ciebie drugiego na ten sam adres. Po trzech kodach nie wysyłamy dla ciebie kolejnych, dopóki nie minie dzień bez kodu. Na jeden adres wysyłamy trzy dziennie. Teraz nie wysłano żadnego. Poproś o niego za 24 godziny.',
  },
};
