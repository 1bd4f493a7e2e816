import { beforeEach, expect, test, vi } from 'vitest';
import { Sight } from './sight';

const HEIGHT = 40;
let nowMs: number;
let sight: Sight;

/** Buttons one below the other, as the page has them now. */
function shows(...buttons: HTMLElement[]): void {
  document.body.replaceChildren(...buttons);
  buttons.forEach((button, index) => {
    const at = new DOMRect(0, index * HEIGHT, 100, HEIGHT);
    vi.spyOn(button, 'getBoundingClientRect').mockReturnValue(at);
  });
}

function aButton(said: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.textContent = said;
  return button;
}

/** What this event of the button is, as a browser tells it. */
function happens(button: HTMLElement, type: string, init: MouseEventInit = {}): MouseEvent {
  const event = new MouseEvent(type, { bubbles: true, ...init });
  Object.defineProperty(event, 'timeStamp', { value: nowMs });
  button.dispatchEvent(event);
  return event;
}

function clicked(button: HTMLElement): boolean {
  const clientY = button.getBoundingClientRect().top + HEIGHT / 2;
  return sight.meant(happens(button, 'click', { detail: 1, clientX: 50, clientY }));
}

/** By the keyboard, or by what a screen reader does for it. */
const keyed = (button: HTMLElement): boolean => sight.meant(happens(button, 'click'));

beforeEach(() => {
  nowMs = 10_000;
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
  sight = new Sight();
});

test.each([
  ['pointer', clicked],
  ['key', keyed],
])('a button that says something else is not pressed by a %s that meant the other', (_, press) => {
  const button = aButton('Pause the clock');
  shows(button);
  sight.changes();
  button.textContent = 'Let the clock run on';
  nowMs += 399;
  expect(press(button)).toBe(false);
  nowMs += 1;
  expect(press(button)).toBe(true);
});

test.each([
  ['pointer', clicked],
  ['key', keyed],
])('minutes meant for one step are not given to the next one by a %s', (_, press) => {
  const more = aButton('+5 min');
  more.value = '3';
  shows(more);
  sight.changes();
  more.value = '4';
  nowMs += 399;
  expect(press(more)).toBe(false);
  nowMs += 1;
  expect(press(more)).toBe(true);
});

test('who waits at a place that another one had is not pressed in their stead, wherever the views come close', () => {
  const [ada, bob] = [aButton('Let Ada in'), aButton('Let Bob in')];
  shows(ada, bob);
  sight.changes();
  shows(bob);
  nowMs += 200;
  expect(keyed(bob)).toBe(true);
  sight.changes();
  nowMs += 199;
  expect(clicked(bob)).toBe(false);
  nowMs += 1;
  expect(clicked(bob)).toBe(true);
});

test('what is meant whatever it says is not pressed in place of another one either', () => {
  const [own, wish] = [aButton('Close my microphone'), aButton('I wish to speak')];
  shows(own, wish);
  sight.changes();
  own.textContent = 'Open my microphone';
  const press = (at: HTMLElement): boolean => {
    const clientY = at.getBoundingClientRect().top + HEIGHT / 2;
    return sight.meant(happens(own, 'click', { detail: 1, clientX: 50, clientY }), true);
  };
  expect([press(own), press(wish)]).toEqual([true, false]);
  nowMs += 400;
  expect(press(wish)).toBe(true);
});

test('what comes to a place where no button was, or says and stays what it was, can be pressed at once', () => {
  const [leave, pause] = [aButton('Leave'), aButton('Pause the clock')];
  shows(leave);
  sight.changes();
  shows(leave, pause);
  expect([clicked(leave), clicked(pause)]).toEqual([true, true]);
});

test('what this hand has opened since lies over other buttons, and is meant', () => {
  const [seat, choice] = [aButton('Mia'), aButton('Silence')];
  const dialog = document.createElement('dialog');
  const yes = dialog.appendChild(aButton('End the meeting'));
  shows(seat, choice);
  vi.spyOn(choice, 'getBoundingClientRect').mockReturnValue(new DOMRect());
  sight.changes();
  shows(choice);
  expect(clicked(choice)).toBe(true);
  document.body.append(dialog);
  vi.spyOn(yes, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 100, HEIGHT));
  expect(clicked(yes)).toBe(true);
});

test('a press that began before the change and is held for long meant what was there then', () => {
  const button = aButton('Silence');
  shows(button);
  sight.begins(happens(button, 'pointerdown'));
  sight.changes();
  button.textContent = 'Lift the silence';
  nowMs += 3000;
  expect(clicked(button)).toBe(false);
  expect(clicked(button)).toBe(true);
});

test('what has come a moment ago and says something else already is not pressed', () => {
  const button = aButton('Let Ada in');
  shows();
  sight.changes();
  shows(button);
  nowMs += 300;
  sight.changes();
  button.textContent = 'Let Bob in';
  expect([clicked(button), keyed(button)]).toEqual([false, false]);
});
