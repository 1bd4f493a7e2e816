import { NEAR_PX, READ_MS } from '../press-times';

/** The press that is under way. */
let current: MouseEvent | undefined;
/** The press that was answered last, and until when that is read. */
let answered: MouseEvent | undefined;
let readMs = 0;

/** What is to be called once the press that is under way is answered. What the page asks by itself answers none. */
export function pressed(): () => void {
  const press = current;
  return () => {
    if (press) [answered, readMs] = [press, performance.now() + READ_MS];
  };
}

/** Lets an impatient further press of a pointer do nothing that the answer to the first one has brought to its place. */
export function readFirst(press: MouseEvent): void {
  current = press;
  setTimeout(() => (current = undefined));
  if (!answered || press.detail === 0 || press.timeStamp >= readMs) return; // 0: of a key
  const { clientX, clientY } = answered;
  if (Math.hypot(press.clientX - clientX, press.clientY - clientY) >= NEAR_PX) return;
  press.preventDefault();
  press.stopPropagation();
}
