import { render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { announcer } from '../lib/announcer.svelte';
import type { Leading, SeatView, View } from '../protocol';
import { words } from '../lib/circle-words';
import { aSeat, aView } from '../lib/testing';
import Ring from './Ring.svelte';
import TestingRoom from './TestingRoom.svelte';

const NAMES = ['Frida Lindqvist', 'Finn O’Brien', 'Piet Janssen', 'Mia Vos', 'Dr. Max Hollenberg'];

const seat = (number: number, is: Partial<SeatView> = {}): SeatView =>
  aSeat(number, { name: NAMES[number - 1]!, ...is });

/** Five chairs, taken by these; whoever looks sits on the third. */
const circle = (...seats: SeatView[]): View => ({ ...aView(), chairs: [1, 2, 3, 4, 5], seats });
const show = (view: View, speaking: number[] = []) =>
  render(TestingRoom, { part: Ring, view, speaking });
const wide = (px: number): void => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(px);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(px);
};
const chair = (container: HTMLElement, number: number): HTMLElement =>
  container.querySelector<HTMLElement>(`[data-chair='${number}']`)!;

afterEach(() => vi.restoreAllMocks());

test('every chair stands from the beginning, and nobody’s coming moves another one’s', async () => {
  const { container, rerender } = show(circle(seat(3)));
  const places = [1, 2, 3, 4, 5].map((number) => chair(container, number).style.transform);
  expect(new Set(places).size).toBe(5);
  expect(screen.getByText('4 chairs are empty.')).toBeTruthy();
  await rerender({ view: circle(seat(1), seat(3), seat(5, { presence: 'left' })) });
  expect([1, 2, 3, 4, 5].map((number) => chair(container, number).style.transform)).toEqual(places);
  expect(chair(container, 1).dataset.presence).toBe('here');
});

test('two who observe have a corner each where names stand at the chairs, and a row elsewhere', () => {
  const observing = [6, 7].map((number) =>
    seat(number, { role: 'observer', name: `Olga ${number}` }),
  );
  const inCorners = (): string | undefined => {
    const { unmount } = show(circle(seat(3), ...observing));
    const list = screen.getByRole('list', { name: words.circle.observers });
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    const told = list.dataset.corners;
    unmount();
    return told;
  };
  wide(900);
  expect(inCorners()).toBe('true');
  wide(360);
  expect(inCorners()).toBe('false');
});

test('beside one’s own name stands “you”; where something matters more, that stands there and “you” is only heard', async () => {
  wide(900);
  const { container, rerender } = show(circle(seat(3)));
  const unseen = (): boolean =>
    within(chair(container, 3)).getByText(words.circle.you).matches('.unseen');
  expect(unseen()).toBe(false);
  await rerender({ view: circle(seat(3, { wishes: true })) });
  expect(unseen()).toBe(true);
  screen.getByText(words.circle.wishes);
});

test('a presenter who asks for the time is told it in words too, which a line alone tells nobody who does not see it', async () => {
  wide(900);
  const say = vi.spyOn(announcer, 'say');
  const view = circle(seat(3, { role: 'presenter', sits_back: true }));
  const clock = { ...view.clock, minutes: 20, ends_at_ms: null, left_ms: 15 * 60_000 };
  show({
    ...view,
    clock,
    phase: 'reflection',
    you: { ...view.you, sits_back: true, held_silent: true },
  });
  expect(screen.queryByText(words.time.muchLeft)).toBe(null);
  screen.getByRole('button', { name: words.circle.showTime }).click();
  await tick();
  expect(screen.getByText(words.time.muchLeft)).toBeTruthy();
  const told = words.joined.sentences(words.time.muchLeft, words.time.paused);
  expect(say.mock.calls.map(([text, about]) => [text, about])).toEqual([[told, 'answer']]);
  screen.getByRole('button', { name: words.circle.hideTime }).click();
  await tick();
  expect(screen.queryByText(words.time.muchLeft)).toBe(null);
  expect(say).toHaveBeenCalledOnce();
});

test('a press in the menu of a seat that does not count leaves the menu open', () => {
  wide(900);
  const ask = vi.fn().mockReturnValueOnce(false);
  const view = circle(seat(3), seat(4, { can: ['silence_person'] }));
  const { container } = render(TestingRoom, { part: Ring, view, ask });
  const menu = container.querySelector<HTMLElement>('[popover]')!;
  const hidePopover = vi.fn();
  Object.assign(menu, { hidePopover });
  const silence = menu.querySelector('button')!;
  silence.click();
  expect(hidePopover).not.toHaveBeenCalled();
  silence.click();
  expect(hidePopover).toHaveBeenCalledOnce();
});

/** The menu at the fourth seat, its button, and what the focus goes to from there. */
function atAChair(): { menu: HTMLElement; button: HTMLElement; goesTo: (other: Element) => void } {
  wide(900);
  const view = circle(seat(3), seat(4, { can: ['silence_person'] }));
  const { container } = show(view);
  const menu = container.querySelector<HTMLElement>('[popover]')!;
  const button = menu.previousElementSibling as HTMLElement;
  const goesTo = (other: Element): void =>
    void button.dispatchEvent(new FocusEvent('focusout', { relatedTarget: other }));
  return { menu, button, goesTo };
}

test('where a browser knows no popover, the focus goes on from a chair all the same', () => {
  const { menu, goesTo } = atAChair();
  expect('hidePopover' in menu).toBe(false);
  expect(() => goesTo(document.createElement('button'))).not.toThrow();
});

test('an open menu is closed where the focus goes elsewhere, and not by what its button stands in', () => {
  const { menu, button, goesTo } = atAChair();
  const hidePopover = vi.fn();
  Object.assign(menu, { hidePopover });
  for (const other of [button, menu.querySelector('button')!, button.parentElement!]) goesTo(other);
  expect(hidePopover).not.toHaveBeenCalled();
  goesTo(document.createElement('button'));
  expect(hidePopover).toHaveBeenCalledOnce();
});

test('the presenter’s chair stands outside and the others do not move', async () => {
  const { container, rerender } = show(circle(seat(3), seat(4, { role: 'presenter' })));
  expect(chair(container, 4).style.translate).toBe('0px 0px');
  await rerender({ view: circle(seat(3), seat(4, { role: 'presenter', sits_back: true })) });
  expect(chair(container, 4).style.translate).not.toBe('0px 0px');
  expect(chair(container, 3).style.translate).toBe('0px 0px');
  expect(container.querySelectorAll('.closes').length).toBe(1);
});

describe.each([
  ['beside the chairs', 900],
  ['in a list', 360],
])('names %s', (_, px) => {
  test('are whole, each once, in the order of the seats, with role and sign', () => {
    wide(px);
    show(circle(seat(1), seat(3), seat(4, { wishes: true }), seat(5)));
    const list = screen.getByRole('list', { name: 'People in the circle' });
    const said = within(list)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent.replace(/\s+/g, ' '));
    expect(said.length).toBe(4);
    expect(said[0]).toContain('Frida Lindqvist facilitator');
    expect(said[1]).toContain('Piet Janssen you');
    expect(said[2]).toContain('Mia Vos would like to speak');
    expect(said[3]).toContain('Dr. Max Hollenberg');
  });

  test('that somebody has no sound is said once', () => {
    wide(px);
    show(circle(seat(3), seat(4, { sound: 'no_sound' })));
    expect(screen.getAllByText(/no sound/).length).toBe(1);
    expect(screen.getByText('hears nobody, and is not heard')).toBeTruthy();
  });

  test('who speaks has the light, where they are heard', () => {
    wide(px);
    const silenced = seat(4, { voice: 'silenced' });
    const { container } = show(circle(seat(3), silenced, seat(5)), [4, 5]);
    const lit = [...container.querySelectorAll('[data-seat][data-speaking="true"]')];
    expect(lit.map((element) => element.getAttribute('data-seat'))).toEqual(['5']);
  });

  test('a facilitator is told at the seat who has not been heard yet', () => {
    wide(px);
    const leading = { not_heard_yet: [4] } as unknown as Leading;
    show({ ...circle(seat(3), seat(4), seat(5)), leading });
    expect(screen.getAllByText('not heard yet').length).toBe(1);
  });
});

describe('the middle', () => {
  const timed = (left_ms: number, digits = false): View => {
    const clock = { minutes: 30, ends_at_ms: null, left_ms, digits, bounded: false, held: false };
    return { ...circle(seat(3)), phase: 'reflection', clock };
  };
  const resting = (view: View): View => {
    return { ...view, you: { ...view.you, role: 'presenter', sits_back: true, held_silent: true } };
  };

  test('past zero the line is empty, and words say so to those who see no figures', async () => {
    const { container, rerender } = show(timed(60_000));
    expect(container.querySelector('.left')).toBeTruthy();
    expect(screen.queryByText(/There is no hurry/)).toBe(null);
    await rerender({ view: timed(-60_000) });
    expect(container.querySelector('.left')).toBe(null);
    expect(screen.getByText(/There is no hurry/)).toBeTruthy();
    await rerender({ view: timed(-60_000, true) });
    expect(screen.queryByText(/There is no hurry/)).toBe(null);
    expect(screen.getByRole('timer').textContent).toContain('1:00');
  });

  test('who only listens rests: no time, unless it is wanted', async () => {
    const { container } = show(resting(timed(60_000)));
    expect(screen.getByRole('heading', { name: 'Only listening' })).toBeTruthy();
    expect(container.querySelector('.left')).toBe(null);
    screen.getByRole('button', { name: 'Show the time' }).click();
    await tick();
    expect(container.querySelector('.left')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Hide the time' })).toBeTruthy();
  });

  test('whose chair is moved back but who may still speak is told where the circle is', () => {
    const view = timed(60_000);
    show({ ...view, you: { ...view.you, role: 'presenter', sits_back: true } });
    expect(screen.getByRole('heading', { name: 'Reflection' })).toBeTruthy();
    expect(screen.queryByRole('button')).toBe(null);
  });
});

describe.each([
  ['at the chairs', 900],
  ['in the list', 360],
])('one’s own microphone that is not heard, %s', (_, px) => {
  const own = (container: HTMLElement) => container.querySelector<HTMLElement>("[data-seat='3']")!;

  test.each(['switched_off', 'silent', 'unsent', 'denied', 'waiting'] as const)(
    'has a mark and words while it is %s',
    async (lacks) => {
      wide(px);
      const view = circle(seat(1), seat(3));
      const { container, rerender } = render(TestingRoom, { part: Ring, view, lacks });
      expect(own(container).querySelector('.face [data-lacks] svg')).toBeTruthy();
      expect(own(container).textContent).toContain(words.mine[lacks].is);
      expect(own(container).textContent).not.toContain(words.voiceOf.heard);
      expect(container.querySelectorAll('ul:not([aria-hidden=true]) [data-lacks]').length).toBe(1);
      await rerender({ lacks: null });
      expect(container.querySelector('[data-lacks]')).toBe(null);
      expect(own(container).textContent).toContain(words.voiceOf.heard);
    },
  );
});
