import type { problems as en } from '../../en/server/problems';

export const problems: typeof en = {
  problems: {
    tooOften: (seconds) =>
      `Z twojej sieci poproszono o to bardzo wiele razy. Spróbuj ponownie za ${seconds} s.`,
    tooManyOpen:
      'Z twojej sieci otwarto zbyt wiele połączeń. Zamknij kilka stron i spróbuj za chwilę ponownie.',
    otherName: (url) =>
      `Pod tą nazwą ta strona nie działa. Otwórz ją pod ${url} i wklej tam swój link, jeśli go masz.`,
    groupsNotKept:
      'Ten serwer nie przechowuje grup, bo mógłby je utracić. Powiedz o tym osobie, która go utrzymuje: „doctor” mówi dlaczego.',
    needsKey: 'Aby coś tu otworzyć, potrzeba klucza otwarcia.',
    tooSlow: 'Wysyłanie trwało zbyt długo. Spróbuj ponownie.',
    tooMuch: 'To za dużo naraz.',
    failed: 'Na tym serwerze coś się nie udało. Spróbuj za chwilę ponownie.',

    full: 'Ten serwer ma tyle kręgów, ile może mieć. Spróbuj później.',
    fullOfUnused:
      'Na tym serwerze czeka wiele kręgów, do których nikt jeszcze nie wszedł, więc nie otwiera on nowych. Wejdź do tych, które są otwarte przez ciebie, albo spróbuj innego dnia: kończą się same.',
    circleNotOpened: 'Kręgu nie udało się zapisać, więc go nie otwarto. Spróbuj później.',
    noTitle: 'Nazwa kręgu ma od 1 do 80 widocznych znaków.',
    noMember: 'Krąg potrzebuje co najmniej jednej osoby prowadzącej i jednej uczestniczącej.',
    noPlan:
      'Te etapy nie tworzą spotkania. Na przypadek składają się te etapy, każdy tylko raz i w tej kolejności: „Przedstawienie przypadku”, „Pytania o fakty” (może ich nie być), „Odsunięcie się”, „Praca grupy”, „Powrót osoby referującej”. Spotkanie ma od 2 do 30 etapów i najwyżej 180 minut.',

    groupNotOpened: 'Grupy nie udało się zapisać, więc jej nie otwarto. Spróbuj później.',
    groupNotRead: 'Nie da się teraz odczytać grupy. Spróbuj za chwilę ponownie.',
    groupUnsure: 'Nie wiadomo, czy to zapisano. Obejrzyj grupę jeszcze raz, zanim to powtórzysz.',
    groupNewer: 'Tę grupę przechowuje nowsza wersja tego serwera. Niczego nie zmieniono.',
    groupErased: 'Tej grupy już tu nie ma.',
    groupLink:
      'Ten link nie otwiera tu żadnej grupy. Być może wydano nowy: poproś osobę prowadzącą o swój.',
    meetingNotEntered: 'Kręgu nie udało się otworzyć ani znaleźć. Spróbuj za chwilę ponownie.',

    notDrawn:
      'W pliku PDF brakuje liter do imienia lub nazwy na tym zaświadczeniu. Wydrukuj je ze strony.',
    notMade: 'Zaświadczenia nie udało się przygotować na czas. Spróbuj za chwilę ponownie.',

    noMail:
      'Ten serwer nie wysyła poczty. Poproś osobę prowadzącą grupę: może jeszcze raz wysłać ci twój link.',
    linkSent:
      'Jeśli któraś z tutejszych grup ma ten adres, twój link jest już w drodze: potrwa to kilka minut. Wysyłamy go najwyżej kilka razy dziennie. W przeciwnym razie poproś osobę prowadzącą grupę: może wysłać go ponownie.',
  },
};
