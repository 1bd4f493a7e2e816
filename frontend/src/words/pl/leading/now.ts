import type { now as en } from '../../en/leading/now';

export const now: typeof en = {
  now: {
    title: 'Czeka na odpowiedź',
    needsPause: (name: string) => `${name} potrzebuje przerwy.`,
    stopClock: 'Zatrzymaj zegar',
    bringBack: (name: string) => `Zaproś z powrotem: ${name}`,
    endCaseTitle: 'Łagodnie zakończyć przypadek w tym miejscu?',
    endCaseText: 'Krąg przejdzie od razu do tego, co jest po nim. Nikt nie musi mówić dlaczego.',
    seen: (name: string) => `Daj znać, że to widzimy: ${name}`,
    asksForWord: (name: string) => `${name} prosi o głos.`,
    letSpeak: (name: string) => `Udziel głosu: ${name}`,
    notNow: 'Nie teraz',
    lost: (name: string) => `${name}: od dwóch minut brak połączenia.`,
    noSound: (name: string) =>
      `${name}: brak dźwięku. Nikogo nie słyszy i nikt nie słyszy tej osoby.`,
    weakLine: (name: string) =>
      `${name}: słabe połączenie. Słowa mogą ginąć albo docierać z opóźnieniem.`,
    goOnWithout: (name: string) => `Dalej bez tej osoby: ${name}`,
    knocks: (name: string) => `${name} stoi u drzwi.`,
    knocksToObserve: (name: string) => `${name} stoi u drzwi i chce obserwować.`,
    knocksAgain: (name: string) => `${name} przychodzi ponownie, z tym samym linkiem.`,
    knocksWithLinkOf: (name: string, owner: string) =>
      `Link należy do: ${owner}. Przychodzi z nim, pod innym imieniem, ${name}.`,
    occupied: (owner: string) =>
      `${owner} jest w kręgu. Osoba, którą wpuścicie, przejmie to miejsce.`,
    turnAway: (name: string) => `Nie, nie wpuszczaj: ${name}`,
    no: 'Nie',
    linkDoubted: (name: string) => `${name} mówi: ktoś inny otworzył mój link.`,
    linkDoubtedMeans: 'Tamtej osoby nie wpuszczono.',
    linkEnds: 'Gdy zakończysz zaproszenie, link nie poprowadzi już do tego kręgu.',
    linkRenewed:
      'Na stronie grupy możesz dać nowy link albo wycofać zaproszenie gościa: wtedy ten link nie otworzy już niczego.',
    linkStays: 'Zaproszenia osoby prowadzącej nie da się zakończyć. Dla pewności otwórz inny krąg.',
    letIn: (name: string) => `Wpuść: ${name}`,
    allAgreed: 'Wszyscy się zgodzili.',
    notAllAgreed: 'Jeszcze nie wszyscy się zgodzili.',
  },
};
