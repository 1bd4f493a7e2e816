import { place, type Axes, type ChairPlace, type Point } from './place';

/** A size on the page in CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/** The ring as it fits a box, in CSS pixels. Its chairs stand on an ellipse with these half axes around the box's middle. */
export interface Ring extends Axes {
  /** Whether there is room for the names beside the chairs; otherwise they stand in a list. */
  named: boolean;
  /** The width of a chair. */
  chair: number;
  /** How far outwards a chair moves that is moved back. */
  back: number;
  /** The width of a name. */
  label: number;
}

/** From this width of the box on, and this height around it, names have room beside the chairs. */
export const NAMED_FROM = 560;
const NAMED_FROM_HEIGHT = 320;
/** However little room there is. */
const RADIUS_MIN = 60;
const CHAIR_MAX = 76;
const LABEL_MIN = 96;
const LABEL_MAX = 176;
/** From so many on chairs and names need all the room there is. */
export const CROWDED = 10;
/** Between a chair and its name. */
export const GAP = 8;
/** Three lines of a name above or below the ring. */
export const LINES = 56;
const EDGE = 6;

/**
 * The ring of so many chairs in this box: as round as it may be, no chair touching another. Where no chair is moved back, a
 * ring without names needs no room for that above and below it. `roomPx` is the height there is for the box, which makes
 * itself as tall as names need.
 */
export function fit(count: number, box: Size, moved = true, roomPx = box.height): Ring {
  const named = box.width >= NAMED_FROM && roomPx >= NAMED_FROM_HEIGHT;
  const label = named ? Math.min(LABEL_MAX, Math.max(LABEL_MIN, box.width * 0.2)) : 0;
  let ring: Ring = { named, rx: 0, ry: 0, chair: CHAIR_MAX, back: 0, label };
  for (let pass = 0; pass < 4; pass++) ring = settled(count, box, ring, moved);
  return ring;
}

/** The half axes that chairs of this size leave, and the chairs that have room on them. */
function settled(count: number, box: Size, { named, chair, label }: Ring, moved: boolean): Ring {
  const back = chair * (named ? 0.78 : 0.64);
  const outside = chair / 2 + EDGE;
  const across = box.width / 2 - outside - (named ? GAP + label : back);
  const down = box.height / 2 - outside - (named ? Math.max(LINES, back) : moved ? back : 0);
  const rx = Math.max(RADIUS_MIN, Math.min(across, down * 1.06));
  const ry = Math.max(RADIUS_MIN, Math.min(down, across * (count < CROWDED ? 1.1 : 1.3)));
  const largest = Math.min(CHAIR_MAX, box.width * (named ? 0.09 : 0.125));
  return {
    named,
    rx,
    ry,
    chair: Math.min(largest, 0.8 * nearest(count, rx, ry)),
    back,
    label,
  };
}

/** How near the two nearest neighbours are. */
function nearest(count: number, rx: number, ry: number): number {
  const chairs = Array.from({ length: count }, (_, index) => place(index, count, { rx, ry }));
  const gaps = chairs.map((chair, index) => {
    const next = chairs[(index + 1) % count]!;
    return Math.hypot(chair.x - next.x, chair.y - next.y);
  });
  return Math.min(...gaps);
}

/** Where somebody sits at the small table in the middle: the first above it, then clockwise. */
export function tablePlace(index: number, count: number, { rx, ry }: Ring): ChairPlace {
  return place(index, count, { rx: rx * TABLE, ry: ry * TABLE });
}

/** The half axes of the small table: what the chairs of so many leave. Of two, one sits above it and one below. */
export function table(count: number, { rx, ry, chair }: Ring): Axes {
  const clear = chair / 2 + 6;
  return { rx: rx * TABLE - (count > 2 ? clear : 0), ry: ry * TABLE - clear };
}

/** How far from the middle those at the table sit, as a part of the ring. */
const TABLE = 0.74;

/** By how much a chair is moved that is moved straight back by so far. */
export function backwards({ backX, backY }: ChairPlace, by: number): Point {
  return { x: backX * by, y: backY * by };
}

/** A piece of the ring's line around the place with this index, as an SVG path around the middle. */
export function arc(index: number, count: number, { rx, ry }: Ring): string {
  const from = place(index - 0.5, count, { rx, ry });
  const to = place(index + 0.5, count, { rx, ry });
  return `M${round(from.x)} ${round(from.y)}A${round(rx)} ${round(ry)} 0 0 1 ${round(to.x)} ${round(to.y)}`;
}

const round = (px: number): number => Math.round(px * 10) / 10;

/**
 * Whether each upper corner of this box has room for somebody who observes, 144 px wide and 60 tall, whoever is moved back.
 * The bounds were found by trying all sizes (ring.test.ts).
 */
export function cornersFree(count: number, { width, height }: Size): boolean {
  return count < CROWDED ? height > 340 : width > 1024 || width < 1.05 * height;
}

/** How tall the box is at least in which names stand beside so many chairs; the page is scrolled rather than a name cut. */
export function leastNamed(count: number): number {
  return NAMED_FROM_HEIGHT + 22 * Math.max(0, count - CROWDED);
}

/** How tall the ring's box would like to be at this width, where nothing else decides it. */
export function tallness(width: number, moved = true): number {
  if (width < NAMED_FROM) return Math.min(moved ? width : width * 0.85, 460);
  return Math.min(width * 0.9, 680);
}

/** The half axes of the floor in the middle: clear of all chairs. */
export function middle({ rx, ry, chair }: Ring): Axes {
  const clear = chair / 2 + 10;
  const floor = (half: number): number => Math.min(half - clear, Math.max(half * 0.76, 100));
  return { rx: floor(rx), ry: floor(ry) };
}
