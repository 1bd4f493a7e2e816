/** A point of the room in percent of its width and height, and the direction away from the middle in degrees. */
export interface Place {
  x: number;
  y: number;
  outward: number;
}

const RING = 37;
const SAT_BACK = 47.5;

/** Where the chair with this index stands among `count` chairs: the first at the top, then clockwise. */
export function place(index: number, count: number, satBack: boolean): Place {
  const turn = index / count - 0.25;
  const radius = satBack ? SAT_BACK : RING;
  return {
    x: 50 + radius * Math.cos(turn * 2 * Math.PI),
    y: 50 + radius * Math.sin(turn * 2 * Math.PI),
    outward: turn * 360,
  };
}

/** The width of a chair in percent of the room, so that neighbours never touch and few do not look lost. */
export function chairSize(count: number): number {
  const between = 2 * RING * Math.sin(Math.PI / Math.max(count, 2));
  return Math.min(17, between * 0.8);
}

/** The width a name has beside its neighbours' names, in percent of the room. */
export function labelSize(count: number): number {
  return Math.min(30, 0.97 * 2 * RING * Math.sin(Math.PI / Math.max(count, 2)));
}

/** How tall the room may grow where it is narrow, in percent of its width: a long circle holds more names. */
export function tallness(count: number): number {
  return Math.min(138, 114 + 3 * count);
}
