import { place, type ChairPlace, type Point } from './place';
import { CROWDED, GAP, LINES, type Ring } from './ring';

/** Where a name stands at its chair. */
export interface Spot {
  side: 'start' | 'end' | 'above' | 'below';
  /** To which side a name above or below extends, so that two beside each other do not meet. */
  towards: 'start' | 'end' | 'both';
  /** How wide it may be. */
  width: number;
  /** How far a name beside its chair is lowered: in halves of its own height, and in chairs. */
  lean: number;
  lowered: number;
}

/**
 * Where the name of a chair stands: beside it, and the nearer to the top or the bottom, the more above or below its middle,
 * clear of a neighbour that is moved back; at the top and the bottom itself, above or below it.
 */
export function spotOf(chair: ChairPlace, count: number, ring: Ring): Spot {
  const { x, y, backY } = chair;
  const towards = Math.abs(x) < 1 ? 'both' : x < 0 ? 'start' : 'end';
  const lean = { lean: backY, lowered: count < CROWDED ? 0 : 0.5 * backY ** 3 };
  if (towards !== 'both' && Math.abs(x) > POLE * ring.rx) {
    return { side: towards, towards, width: ring.label, ...lean };
  }
  const side = y < 0 ? 'above' : 'below';
  const width = towards === 'both' ? between(count, ring) : ring.label;
  return { side, towards, width, ...lean };
}

/**
 * Where the name stands of a chair that is moved back: beside it, and away from the names of the neighbours. At the top and
 * the bottom a neighbour who is moved back as well is in its way: then it stands on the other side, or where the chair was.
 */
export function spotOutside(
  { x, y, backX, backY }: ChairPlace,
  count: number,
  ring: Ring,
  beset: (side: 'start' | 'end') => boolean,
): Spot {
  let towards: 'start' | 'end' = x < -1 ? 'start' : 'end';
  if (Math.abs(x) > POLE * ring.rx) {
    const width = ring.label + Math.min(0, ring.rx - Math.abs(x) - Math.abs(backX) * ring.back);
    return { side: towards, towards, width, lean: 0, lowered: 0 };
  }
  if (Math.abs(x) < 1 && beset('end')) towards = 'start';
  if (beset(towards)) {
    const width = Math.abs(x) < 1 ? between(count, ring) : place(1, count, ring).x;
    const side = y < 0 ? 'below' : 'above';
    return { side, towards: 'both', width: width / WIDER, lean: 0, lowered: 0 };
  }
  const room = 0.5 + Math.max(0, LINES - ring.back) / ring.chair;
  const lowered = Math.sign(backY) * Math.min(1, room);
  return { side: towards, towards, width: 1.3 * ring.label, lean: -backY, lowered };
}

/**
 * Where the name stands of somebody at the table: beside them, away from it, as wide as those who sit around it leave room;
 * for whoever sits at its side, where that is too little, above or below them.
 */
export function spotAtTable({ x, y }: Point, around: readonly Point[], ring: Ring): Spot {
  const [towards, outwards] = x < -1 ? (['start', -1] as const) : (['end', 1] as const);
  const reach = (ring.chair + LINES) / 2;
  /** How far away the next chair is on that side, so much farther down. */
  const room = (down: number): number => {
    const there = around.filter((chair) => Math.abs(chair.y - y - down) < reach);
    const away = there.map((chair) => outwards * (chair.x - x));
    return Math.min(...away.filter((px) => px > -ring.chair)) - GAP;
  };
  const spot = { towards, lean: 0, lowered: 0 };
  const beside = room(0) - ring.chair - GAP;
  if (beside > NAME_LEAST || Math.abs(x) < 1)
    return { ...spot, side: towards, width: Math.min(ring.label, beside) };
  const [above, below] = [room(-reach), room(reach)];
  const width = Math.min(ring.label, Math.max(above, below) / WIDER);
  return { ...spot, side: above < below ? 'below' : 'above', width };
}

/** So wide is a first name. */
const NAME_LEAST = 64;

/** How much wider than it says a name above or below may be, as the style of a seat has it. */
const WIDER = 1.25;

/** How far from the top and the bottom a name stands above or below its chair, as a part of the ring. */
const POLE = 0.3;

/** How wide the name at the top may be, should a neighbour move back. */
function between(count: number, ring: Ring): number {
  const aside = count > 2 ? place(1, count, ring).x : ring.rx;
  return Math.min(ring.label, 2 * (aside - 0.35 * ring.chair));
}
