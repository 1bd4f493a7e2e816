import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { AtDoor, Leading, MeetingView, OwnCommand, View } from '../protocol';
import { announcer } from '../lib/announcer.svelte';
import { aMeeting, leadingGroup } from '../lib/group/testing';
import { ANSWERS_WITHIN_MS } from '../lib/in-time';
import { words } from '../lib/leading-words';
import { navigation } from '../lib/navigation.svelte';
import { aSeat, aView } from '../lib/testing';
import Beside from './Beside.svelte';
import TestingRoom from './TestingRoom.svelte';

const leads: Leading = {
  keeper: 1,
  signals: [{ by: 2, signal: 'yes' }],
  cue: null,
  over_minutes: 0,
  behind_minutes: 0,
  take_minutes: 0,
  reflection_minutes: null,
  cards: [],
  hints: true,
  not_heard_yet: [],
  pause_needed: false,
  word_asked: false,
  declined: [],
  lost_long: [],
  without_sound: [],
  weak_lines: [],
  door_closed: false,
  at_door: [],
  links_doubted: [],
  begun: true,
  record: null,
};
const salma: AtDoor = {
  number: 6,
  role: 'member',
  name: 'Salma',
  given: 'Salma',
  knocks: true,
  seat_of: null,
  occupied: false,
  agreed: true,
  can: ['admit', 'turn_away'],
};
const facilitates = (can: OwnCommand[], leading: Partial<Leading> = {}): View => {
  const view = aView(can);
  return {
    ...view,
    phase: 'reflection',
    you: { ...view.you, number: 1, role: 'facilitator' },
    seats: [
      aSeat(1, { name: 'Frida', role: 'facilitator' }),
      aSeat(2, { name: 'Finn', role: 'facilitator' }),
      aSeat(3, { name: 'Piet Janssen', role: 'presenter' }),
    ],
    leading: { ...leads, ...leading },
  };
};

/** Shows this, once the facilitators' own is there. */
async function show(view: View, ask = vi.fn()) {
  const shown = render(TestingRoom, { part: Beside, view, ask });
  await vi.dynamicImportSettled();
  await tick();
  return { ask, ...shown };
}

test('what a facilitator has is drawn up and let down by one handle', async () => {
  const { container } = await show(facilitates([]));
  const handle = container.querySelector<HTMLElement>('.handle')!;
  const sheet = container.querySelector('aside')!;
  expect([handle.getAttribute('aria-expanded'), sheet.dataset.open]).toEqual(['false', 'false']);
  await fireEvent.click(handle);
  expect([handle.getAttribute('aria-expanded'), sheet.dataset.open]).toEqual(['true', 'true']);
  expect(document.getElementById(handle.getAttribute('aria-controls')!)).toBeTruthy();
});

test('what somebody is in stays drawn up, when the page becomes narrow', async () => {
  const { container } = await show(facilitates([], { signals: [] }));
  await fireEvent.focusIn(container.querySelector('.own')!);
  const handle = container.querySelector<HTMLElement>('.handle')!;
  expect(handle.getAttribute('aria-expanded')).toBe('true');
});

test('a member has no handle, and is asked what they are asked', async () => {
  const observers_ask = [
    { number: 6, name: 'Olga', given: 'Olga', agreed: false, can_agree: true },
  ];
  const { ask, container } = await show({ ...aView(), observers_ask });
  screen.getByRole('button', { name: 'I agree that Olga observes' }).click();
  expect(ask).toHaveBeenCalledWith({ type: 'agree_to_observer', seat: 6, name: 'Olga' });
  expect(container.querySelector('.handle')).toBe(null);
});

test('what is asked of somebody, and what a presenter asks for, comes into sight', async () => {
  const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => {});
  const observers_ask = [
    { number: 6, name: 'Olga', given: 'Olga', agreed: false, can_agree: true },
  ];
  const member = await show({ ...aView(), observers_ask });
  expect(scrolled.mock.contexts).toEqual([member.container.querySelector('[data-asks]')]);
  member.unmount();
  scrolled.mockClear();
  const { container } = await show(facilitates([], { pause_needed: true, at_door: [salma] }));
  expect(scrolled.mock.contexts).toEqual([container.querySelector('[data-about=pause]')]);
  scrolled.mockRestore();
});

test('to a server that does not show the name somebody gave, none is said', async () => {
  const { given: _, ...earlier } = salma;
  const { ask } = await show(facilitates([], { at_door: [earlier as AtDoor] }));
  screen.getByRole('button', { name: words.now.letIn('Salma') }).click();
  expect(JSON.parse(JSON.stringify(ask.mock.calls[0]![0]))).toEqual({ type: 'admit', seat: 6 });
});

test('that a pause is needed stands above lost lines, doors and signals', async () => {
  const urgent = { pause_needed: true, at_door: [salma], without_sound: [2] };
  const { container } = await show(facilitates([], urgent));
  const told = container.querySelector('.answers')!.textContent;
  const order = [words.now.needsPause('Piet'), 'Finn has no sound', 'Salma is at the door', 'Yes'];
  const places = order.map((said) => told.indexOf(said));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test.each(['here', 'coming_back'] as const)(
  'S7, S9: a facilitator can go on without somebody of whom no more than the sound, or the line, is lost: %s',
  async (presence) => {
    const view = facilitates([], { [presence === 'here' ? 'without_sound' : 'lost_long']: [3] });
    const piet = aSeat(3, { name: 'Piet Janssen', presence, can: ['go_on_without'] });
    const { container, ask } = await show({ ...view, seats: [...view.seats.slice(0, 2), piet] });
    const said = words.now[presence === 'here' ? 'noSound' : 'lost']('Piet');
    expect(container.querySelector('[data-about=fault] p')!.textContent.trim()).toBe(said);
    screen.getByRole('button', { name: words.now.goOnWithout('Piet') }).click();
    expect(ask.mock.calls).toEqual([[{ type: 'go_on_without', seat: 3 }]]);
  },
);

test('what asks for an answer stands above what only tells', async () => {
  const view = facilitates([], { cue: 'two_minutes', at_door: [{ ...salma, name: 'Olga' }] });
  const { container } = await show(view);
  const told = container.querySelector('.answers')!.textContent;
  const [asks, tells] = [told.indexOf('Olga is at the door'), told.indexOf(words.cue.two_minutes)];
  expect(asks >= 0 && asks < tells).toBe(true);
});

test('every five minutes over are told, and read to whoever does not see them', async () => {
  const said = vi.spyOn(announcer, 'say');
  const { container, rerender } = await show(facilitates([], { cue: 'over', over_minutes: 5 }));
  const cue = container.querySelector('.cue')!;
  expect(cue.textContent).toMatch('5 minutes over');
  await rerender({ view: facilitates([], { cue: 'over', over_minutes: 10 }) });
  await tick();
  expect(cue.textContent).toMatch('10 minutes over');
  expect(said.mock.lastCall![0]).toBe(words.cue.over(10));
  said.mockRestore();
});

test('to a server that does not say how many minutes over it is, it is said of the first five', async () => {
  const { over_minutes: _, ...earlier } = { ...leads, cue: 'over' };
  const { container } = await show({ ...facilitates([]), leading: earlier as Leading });
  expect(container.querySelector('.cue')!.textContent).toMatch('5 minutes over');
});

test('a facilitator answers in one place who asks to observe: whether to agree, and whether to let in', async () => {
  const olga = { number: 6, name: 'Olga', given: 'Olga', agreed: false, can_agree: true };
  const at_door = [
    { ...salma, name: 'Olga', given: 'Olga', role: 'observer', agreed: false } as const,
  ];
  const { ask, container, rerender } = await show({
    ...facilitates([], { at_door }),
    observers_ask: [olga],
  });
  expect(container.querySelectorAll('.answers li')).toHaveLength(1);
  screen.getByRole('button', { name: words.everybody.agreeTo('Olga') }).click();
  expect(ask).toHaveBeenCalledWith({ type: 'agree_to_observer', seat: 6, name: 'Olga' });
  const observers_ask = [{ ...olga, agreed: true, can_agree: false }];
  await rerender({ view: { ...facilitates([], { at_door }), observers_ask } });
  expect(container.querySelector('li small')!.textContent).toMatch(
    /You have agreed. Not everybody/,
  );
  expect(container.querySelector('[data-asks]')).toBe(null);
});

const { linkDoubtedMeans: notLetIn, linkEnds, linkRenewed, linkStays } = words.now;
test.each<[string, boolean, number, string[]]>([
  ['a member', false, 4, [notLetIn, linkEnds]],
  ['who presents a running case', false, 3, [notLetIn]],
  ['a facilitator', false, 2, [notLetIn, linkStays]],
  ['a member of a group', true, 4, [notLetIn, linkEnds, linkRenewed]],
  ['a facilitator of a group', true, 2, [notLetIn, linkRenewed]],
])('of a link that is doubted it is said what helps: %s', async (_, group, number, said) => {
  const isOfGroup = vi.spyOn(navigation, 'isOfGroup', 'get').mockReturnValue(group);
  const view = facilitates([], { links_doubted: [number] });
  const seats = [...view.seats, aSeat(4, { can: ['end_invitation'] })];
  const { container } = await show({ ...view, seats });
  expect(container.querySelector('li small')!.textContent).toBe(said.join(' '));
  expect(container.querySelectorAll('li button').length).toBe(number === 4 ? 1 : 0);
  isOfGroup.mockRestore();
});

test('C2: a facilitator is told who has declined to present, as they are told a signal', async () => {
  const said = vi.spyOn(announcer, 'say');
  const { container } = await show(facilitates([], { signals: [], declined: [2] }));
  const told = `Finn: ${words.cases.decline}`;
  expect(container.querySelector('.noted p')!.textContent.trim()).toBe(told);
  expect(said.mock.calls.map(([text]) => text)).toContain(told);
  said.mockRestore();
});

test('to a server that does not say who has declined, nobody has', async () => {
  const { declined: _, ...earlier } = leads;
  const { container } = await show({ ...facilitates([]), leading: earlier as Leading });
  expect(container.querySelectorAll('.noted p').length).toBe(leads.signals.length);
});

test('the handle says how many cases wait behind it, as long as a presenter can be named', async () => {
  const offered = aSeat(4, { offer: 'standing', can: ['name_presenter'] });
  const view = facilitates([]);
  const { container } = await show({ ...view, seats: [...view.seats, offered] });
  expect(container.querySelector('.handle')!.textContent).toContain('1 case is offered');
});

test('the presenter can be told that their need of a pause is seen', async () => {
  const { ask } = await show(facilitates(['answer_pause'], { pause_needed: true }));
  screen.getByRole('button', { name: words.now.seen('Piet') }).click();
  expect(ask).toHaveBeenCalledWith({ type: 'answer_pause' });
});

test('a presenter who has left the case is told of, with its end, whatever they needed before', async () => {
  const left = (...can: OwnCommand[]): View => {
    const view = facilitates(['bring_presenter_back', 'answer_pause', ...can]);
    const seats = view.seats.map((seat) => ({ ...seat, presence: 'left' }) as const);
    return { ...view, seats, leading: { ...leads, signals: [], pause_needed: true } };
  };
  const { ask, container, rerender } = await show(left('end_case'));
  const matter = within(container.querySelector<HTMLElement>('.answers li')!);
  matter.getByText('Piet has left.');
  expect(matter.getAllByRole('button').map(({ textContent }) => textContent.trim())).toEqual([
    words.leading.endCase,
  ]);
  await fireEvent.click(matter.getByRole('button'));
  const dialog = screen.getByRole('dialog', { name: words.now.endCaseTitle });
  await fireEvent.click(within(dialog).getByRole('button', { name: words.leading.endCase }));
  expect(ask).toHaveBeenCalledExactlyOnceWith({ type: 'end_case', seen: 0 });
  await rerender({ view: left() });
  expect(screen.queryByText('Piet has left.')).toBe(null); // no case runs
});

test('what a presenter who has left leaves to be answered has room', async () => {
  const view = facilitates(['end_case'], { signals: [] });
  const { container, rerender } = await show(view);
  const told = (): number => container.querySelectorAll('.answers :is(p, button)').length;
  expect(told()).toBe(0);
  const seats = view.seats.map((seat) => ({ ...seat, presence: 'left' }) as const);
  await rerender({ view: { ...view, seats } });
  expect(told()).toBeGreaterThan(0);
});

test('a line that has become weak while the group works is told of afterwards, where it still is', async () => {
  announcer.quiet = true;
  const line = words.now.weakLine('Finn');
  const { rerender } = await show(facilitates([], { signals: [], weak_lines: [2] }));
  expect(announcer.polite).toBe('');
  announcer.quiet = false;
  await tick();
  expect(announcer.polite).toBe(line);
  announcer.clear();
  await rerender({ view: facilitates([], { signals: [], weak_lines: [2], cue: 'zero' }) });
  expect(announcer.polite).toBe(words.cue.zero);
});

test('a weak line is told again after a silence only where it was not weak meanwhile', async () => {
  announcer.clear();
  const line = words.now.weakLine('Finn');
  const weak = (...weak_lines: number[]): View => facilitates([], { signals: [], weak_lines });
  const { rerender } = await show(weak(2));
  expect(announcer.polite).toBe(line);
  announcer.clear();
  for (const quiet of [true, false]) {
    announcer.quiet = quiet;
    await tick();
    expect(announcer.polite).toBe('');
  }
  announcer.quiet = true;
  await rerender({ view: weak() });
  await rerender({ view: weak(2) });
  announcer.quiet = false;
  await tick();
  expect(announcer.polite).toBe(line);
  announcer.clear();
});

test('that the door is closed, or open again, is told when it becomes so', async () => {
  const door = (door_closed: boolean): View => facilitates([], { signals: [], door_closed });
  const { rerender } = await show(door(false));
  expect(announcer.polite).toBe('');
  for (const closed of [true, false]) {
    await rerender({ view: door(closed) });
    expect(announcer.polite).toBe(closed ? words.door.isClosed : words.door.isOpen);
    announcer.clear();
  }
});

test('a clock that is stopped because of it tells the presenter first that it is seen, and no other does', async () => {
  const { ask } = await show(facilitates(['pause_clock', 'answer_pause'], { pause_needed: true }));
  const [beside, inTime] = screen.getAllByRole('button', { name: words.now.stopClock });
  inTime!.click();
  expect(ask.mock.calls.map(([{ type }]) => type)).toEqual(['pause_clock']);
  ask.mockClear();
  beside!.click();
  expect(ask.mock.calls.map(([{ type }]) => type)).toEqual(['answer_pause', 'pause_clock']);
  ask.mockClear().mockReturnValue(false);
  beside!.click();
  expect(ask).toHaveBeenCalledOnce(); // a press that meant something else stops no clock either
});

test('one button pauses the clock and starts it, and keeps the focus', async () => {
  const running = facilitates(['change_time', 'pause_clock']);
  const { ask, rerender } = await show(running);
  const button = screen.getByRole('button', { name: words.clock.pause });
  button.focus();
  await fireEvent.click(button);
  expect(ask).toHaveBeenLastCalledWith({ type: 'pause_clock', seen: 0 });
  await rerender({ view: facilitates(['change_time', 'resume_clock']) });
  expect(screen.getByRole('button', { name: words.clock.resume })).toBe(button);
  expect(document.activeElement).toBe(button);
  await fireEvent.click(button);
  expect(ask).toHaveBeenLastCalledWith({ type: 'resume_clock', seen: 0 });
});

test('the clock is paused also where no minutes can be given', async () => {
  await show(facilitates(['pause_clock']));
  screen.getByRole('button', { name: words.clock.pause });
  expect(screen.queryByRole('group', { name: words.clock.thisStep })).toBe(null);
});

test('minutes given and taken say so', async () => {
  const { ask } = await show(facilitates(['change_time']));
  screen.getByRole('group', { name: words.clock.thisStep });
  screen.getByRole('button', { name: '−1 min' }).click();
  screen.getByRole('button', { name: '+5 min' }).click();
  const minutes = ask.mock.calls.map(([command]) => (command as { minutes: number }).minutes);
  expect(minutes).toEqual([-1, 5]);
});

test('what a press has made of the time is told to whoever does not see it, and no other view is', async () => {
  const said = vi.spyOn(announcer, 'say');
  const at = (minutes: number, step = 0): View => {
    const view = facilitates(['change_time'], { signals: [] });
    const running = { ends_at_ms: performance.now() + minutes * 60_000, left_ms: null };
    return { ...view, step, clock: { ...view.clock, digits: true, minutes, ...running } };
  };
  const { rerender } = await show(at(5));
  await rerender({ view: at(6) });
  expect(said).not.toHaveBeenCalled();
  screen.getByRole('button', { name: '+5 min' }).click();
  await rerender({ view: at(11) });
  await rerender({ view: at(11) });
  expect(said.mock.calls).toEqual([['11 minutes left.', 'answer', 'en', undefined]]);
  await rerender({ view: at(20, 1) });
  expect(said).toHaveBeenCalledOnce();
  said.mockRestore();
});

test('what is meant for one step alone has that step, for what a press can have meant', async () => {
  const view = facilitates(['change_time', 'pause_clock']);
  await show({ ...view, step: 3 });
  for (const name of ['+1 min', '+5 min', words.clock.pause])
    expect(screen.getByRole<HTMLButtonElement>('button', { name }).value).toBe('3');
});

test('the end of the meeting is told by the clock on the wall, and not once it is over', async () => {
  const { container, rerender } = await show(facilitates([]));
  expect(container.querySelector('[data-ends]')!.textContent).toMatch(/ends at about \d/);
  await rerender({ view: { ...facilitates([]), phase: 'lingering' } });
  expect(container.querySelector('[data-ends]')).toBe(null);
});

test('ending the meeting is asked about before it is done', async () => {
  const { ask } = await show(facilitates(['end_circle', 'next_step']));
  await fireEvent.click(screen.getByRole('button', { name: words.after.end }));
  expect(ask).not.toHaveBeenCalled();
  const dialog = screen.getByRole('dialog', { name: words.after.endTitle });
  await fireEvent.click([...dialog.querySelectorAll('button')].at(-1)!);
  expect(ask).toHaveBeenCalledWith({ type: 'end_circle', seen: 0 });
});

test.each([
  [false, true, words.after.notBegun],
  [false, false, words.after.endText(false)],
  [true, true, words.after.endText(true)],
  // A server of the release before does not say it, and claims must not be made from that.
  [undefined, true, words.after.endText(true)],
] as const)(
  'what an end leaves is said as it is: begun %s, of a group %s',
  async (begun, group, text) => {
    const isOfGroup = vi.spyOn(navigation, 'isOfGroup', 'get').mockReturnValue(group);
    await show(facilitates(['end_circle'], { begun }));
    await fireEvent.click(screen.getByRole('button', { name: words.after.end }));
    within(screen.getByRole('dialog')).getByText(text);
    isOfGroup.mockRestore();
  },
);

test('who has not been heard yet is marked, or not, while there is a case', async () => {
  const inCase = facilitates(['switch_hint']);
  const { rerender } = await show(inCase);
  expect(screen.getByRole('switch', { name: words.together.hint })).toBeTruthy();
  for (const phase of ['opening', 'call_for_case', 'lingering'] as const) {
    await rerender({ view: { ...inCase, phase } });
    expect(screen.queryByRole('switch', { name: words.together.hint })).toBe(null);
  }
});

test('a weak line is told to a facilitator by name, and asks for nothing; one’s own is told elsewhere', async () => {
  const { container } = await show(facilitates([], { weak_lines: [1, 3] }));
  const said = [...container.querySelectorAll('.weak')].map(({ textContent }) => textContent);
  expect(said).toEqual(['Piet Janssen’s line is weak: words may be lost or late.']);
  expect(container.querySelector('aside')!.dataset.open).toBe('false');
});

const FACILITATORS = './leading/leading-part';
afterEach(() => vi.doUnmock(FACILITATORS));

test('a wish to speak is told to a facilitator by name, once, in the reflection too: the next step clears it', async () => {
  announcer.clear();
  announcer.quiet = true;
  const say = vi.spyOn(announcer, 'say');
  const { rerender } = await show(facilitates([], { signals: [] }));
  const view = facilitates([], { signals: [] });
  const seats = [...view.seats, aSeat(4, { name: 'Mia Brandt', wishes: true })];
  const wish = 'Mia Brandt would like to speak';
  await rerender({ view: { ...view, seats } });
  expect(announcer.polite).toBe(wish);
  await rerender({ view: { ...view, seats, card: true } });
  expect(say.mock.calls.filter(([text]) => text === wish).length).toBe(1);
  await rerender({ view });
  expect(say).toHaveBeenLastCalledWith('', 'mine', undefined, wish);
  announcer.quiet = false;
  announcer.clear();
  say.mockRestore();
});

test('a member loads nothing of what facilitators have', async () => {
  const loads = vi.fn(async () => ({}));
  vi.doMock(FACILITATORS, loads);
  await show(aView());
  expect(loads).not.toHaveBeenCalled();
});

test('what facilitators have and cannot be loaded is told, with a way to have it', async () => {
  vi.doMock(FACILITATORS, () => Promise.reject(new TypeError('offline')));
  const { container } = await show(facilitates([], { signals: [] }));
  const told = container.querySelector<HTMLElement>('.answers')!;
  await vi.waitFor(() => expect(told.textContent).toContain(words.leadingUnloaded));
  screen.getByRole('button', { name: words.part.reload });
  expect(container.querySelector('.handle')).toBe(null);
});

test('what facilitators have and never comes is told as well', async () => {
  vi.doMock(FACILITATORS, () => new Promise(() => undefined));
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const { container } = render(TestingRoom, { part: Beside, view: facilitates([]) });
  await vi.advanceTimersByTimeAsync(ANSWERS_WITHIN_MS);
  vi.useRealTimers();
  await tick();
  expect(container.querySelector('.answers')!.textContent).toContain(words.leadingUnloaded);
});

test('a word that the presenter asks for is given, or is not now', async () => {
  const can: OwnCommand[] = ['let_presenter_speak', 'decline_word'];
  const { ask } = await show(facilitates(can, { word_asked: true }));
  screen.getByRole('button', { name: words.now.letSpeak('Piet') });
  screen.getByRole('button', { name: words.now.notNow }).click();
  expect(ask).toHaveBeenCalledExactlyOnceWith({ type: 'decline_word' });
});

test('a presenter who has left the case is said to ask for nothing', async () => {
  const can: OwnCommand[] = ['end_case', 'let_presenter_speak', 'decline_word'];
  const view = facilitates(can, { word_asked: true });
  const [frida, finn, piet] = view.seats;
  await show({ ...view, seats: [frida!, finn!, { ...piet!, presence: 'left' }] });
  screen.getByText(words.people.left('Piet', 1));
  expect(screen.queryByText(words.now.asksForWord('Piet'))).toBe(null);
});

test('whoever was sent out and is not at the door is named there all the same', async () => {
  const gone: AtDoor = { ...salma, knocks: false, can: ['end_invitation'] };
  await show(facilitates([], { at_door: [gone] }));
  screen.getByText(words.door.notHere(1)).click();
  const said = words.joined.labelled('Salma', words.presence.vacant);
  expect(screen.getByRole('listitem').textContent).toContain(said);
});

describe('in the meeting of a group', () => {
  const empty = [2, 3, 4].map((number): AtDoor => ({ ...salma, number, name: '', knocks: false }));
  const today = aMeeting({ circle: 'uid/20' });
  const evening = (...absent: string[]) => ({
    ...leadingGroup().meetings[0]!.leading!,
    seats: ['Frida', 'Mia', '', 'Finn'].map((name) => ({ name, absent: absent.includes(name) })),
  });
  let meetings: MeetingView[] = [];
  const fetched = vi.fn(() =>
    Promise.resolve(new Response(JSON.stringify(leadingGroup({ meetings })))),
  );
  const opened = async (meeting: string, at_door = empty): Promise<string[]> => {
    history.replaceState({ group: { token: 'g.x' }, meeting }, '');
    vi.stubGlobal('fetch', fetched);
    await show(facilitates([], { at_door }));
    expect(fetched).not.toHaveBeenCalled();
    screen.getByText(words.door.notHere(at_door.length)).click();
    await vi.waitFor(() => expect(fetched).toHaveBeenCalled());
    await tick();
    return read();
  };
  const read = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent.trim());
  const vacant = (seat: number) => words.door.empty(seat, words.role.member);
  afterEach(() => {
    fetched.mockClear();
    history.replaceState(null, '');
    vi.useRealTimers();
  });

  test('facilitators read who is missing, and who has said that they cannot come', async () => {
    meetings = [{ ...today, leading: evening('Finn') }];
    expect(await opened('uid/20')).toEqual(['Mia: not here yet', vacant(3), 'Finn: cannot come']);
    expect(fetched.mock.lastCall).toMatchObject(['/api/group', { body: '{"token":"g.x"}' }]);
  });

  test('whoever says so meanwhile is read anew, and what is not answered changes nothing', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    meetings = [{ ...today, leading: evening() }];
    expect((await opened('uid/20'))[2]).toBe('Finn: not here yet');
    meetings = [{ ...today, leading: evening('Finn') }];
    await vi.advanceTimersByTimeAsync(60_000);
    await vi.waitFor(() => expect(read()[2]).toBe('Finn: cannot come'));
    fetched.mockRejectedValueOnce(new TypeError('offline'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(read()[2]).toBe('Finn: cannot come');
    screen.getByText(words.door.notHere(3)).click();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(fetched).toHaveBeenCalledTimes(3);
  });

  test('another meeting of the group says nothing of this one', async () => {
    meetings = [{ ...today, leading: evening('Finn') }];
    expect(await opened('uid/19')).toEqual([vacant(2), vacant(3), vacant(4)]);
  });

  test('the invitation that is ended is said to be of whom the seat is', async () => {
    meetings = [{ ...today, leading: evening() }];
    await opened('uid/20', [{ ...empty[0]!, can: ['end_invitation'] }]);
    screen.getByRole('button').click();
    await screen.findByRole('dialog', { name: words.endInvitation.title('Mia') });
  });
});

test('whoever has come in meanwhile is not who is asked about', async () => {
  const empty: AtDoor = { ...salma, name: '', knocks: false, can: ['end_invitation'] };
  const { ask, rerender } = await show(facilitates([], { at_door: [empty] }));
  screen.getByText(words.door.notHere(1)).click();
  screen
    .getByRole('button', {
      name: words.joined.labelled(words.aimed.end_invitation, words.door.seat(6)),
    })
    .click();
  await screen.findByRole('dialog', { name: words.endInvitation.title(words.door.seat(6)) });
  const view = facilitates([]);
  await rerender({ view: { ...view, seats: [...view.seats, aSeat(6, { name: 'Salma' })] } });
  expect(screen.queryByRole('dialog')).toBe(null);
  expect(ask).not.toHaveBeenCalled();
});

test.each([
  ['end_circle', words.after.end, {}],
  ['end_case', words.leading.endCase, { pause_needed: true }],
] as const)('%s is meant for the step at which it was asked about', async (type, name, leading) => {
  const { ask, rerender } = await show(facilitates([type], leading));
  screen.getByRole('button', { name }).click();
  const dialog = await screen.findByRole('dialog');
  await rerender({ view: { ...facilitates([type], leading), step: 1 } });
  within(dialog).getByRole('button', { name }).click();
  expect(ask).toHaveBeenCalledExactlyOnceWith({ type, seen: 0 });
});

test('of a circle whose members knock it is not said that its door is open', async () => {
  const view = facilitates([]);
  const { rerender } = await show({ ...view, frame: { ...view.frame, knocking: true } });
  screen.getByText('Members knock, and are let in.');
  await rerender({ view });
  screen.getByText(words.door.isOpen);
});
