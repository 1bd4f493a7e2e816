import { NEAR_PX, READ_MS } from '../press-times';

let last: MouseEvent | undefined;
/** The press that was answered last, and until when that is read. */
let answered: MouseEvent | undefined;
let readMs = 0;

/** Of the press that is under way: what is to be called once it is answered. */
export function pressed(): () => void {
  const press = last;
  return () => {
    [answered, readMs] = [press, performance.now() + READ_MS];
  };
}

/** Lets an impatient further press do nothing that the answer to the first one has brought to its place. It listens before all buttons. */
export function readFirst(press: MouseEvent): void {
  last = press;
  if (!answered || press.timeStamp >= readMs || !isAgain(press, answered)) return;
  press.preventDefault();
  press.stopPropagation();
}

/** By a key it is the same button, by a pointer the same place. */
function isAgain(press: MouseEvent, before: MouseEvent): boolean {
  if (press.detail === 0) return press.target === before.target;
  return Math.hypot(press.clientX - before.clientX, press.clientY - before.clientY) < NEAR_PX;
}
