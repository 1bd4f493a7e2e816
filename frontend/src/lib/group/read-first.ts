import { NEAR_PX, READ_MS } from '../press-times';

/** Where on the page the press that is under way was made: whoever scrolls before the next one has looked. */
let current: DOMPoint | undefined;
/** Where that was of the press that was answered last, and until when its answer is read. */
let answered: DOMPoint | undefined;
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
  const { x, y } = (current = new DOMPoint(press.clientX + scrollX, press.clientY + scrollY));
  setTimeout(() => (current = undefined));
  if (!answered || press.detail === 0 || press.timeStamp >= readMs) return; // 0: of a key
  if (Math.hypot(x - answered.x, y - answered.y) >= NEAR_PX) return;
  press.preventDefault();
  press.stopPropagation();
}
