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

/** Where the name stands of a chair that is moved back: beside it, and away from the names of the neighbours. */
export function spotOutside({ x, backX, backY }: ChairPlace, ring: Ring): Spot {
  const towards = x < -1 ? 'start' : 'end';
  if (Math.abs(x) > POLE * ring.rx) {
    const width = ring.label + Math.min(0, ring.rx - Math.abs(x) - Math.abs(backX) * ring.back);
    return { side: towards, towards, width, lean: 0, lowered: 0 };
  }
  const room = 0.5 + Math.max(0, LINES - ring.back) / ring.chair;
  const lowered = Math.sign(backY) * Math.min(1, room);
  return { side: towards, towards, width: 1.3 * ring.label, lean: -backY, lowered };
}

/** Where the name stands of somebody at the table: beside them, as wide as those who sit around it leave room. */
export function spotAtTable({ x, y }: Point, around: readonly Point[], ring: Ring): Spot {
  const beside = around.filter(
    (chair) => chair.x > x && Math.abs(chair.y - y) < (ring.chair + LINES) / 2,
  );
  const width = Math.min(ring.label, ...beside.map((chair) => chair.x - x - ring.chair - 2 * GAP));
  return { side: 'end', towards: 'end', width, lean: 0, lowered: 0 };
}

/** How far from the top and the bottom a name stands above or below its chair, as a part of the ring. */
const POLE = 0.3;

/** How wide the name at the top may be, should a neighbour move back. */
function between(count: number, ring: Ring): number {
  const aside = count > 2 ? place(1, count, ring).x : ring.rx;
  return Math.min(ring.label, 2 * (aside - 0.35 * ring.chair));
}
