/** From the middle of the ring. */
export interface Point {
  x: number;
  y: number;
}

/** Where a chair stands, and the direction of its back: a unit vector, and the same in degrees. */
export interface ChairPlace extends Point {
  backX: number;
  backY: number;
  outward: number;
}

/** The half axes of an ellipse. */
export interface Axes {
  rx: number;
  ry: number;
}

/** Where the chair with this index stands among `count` chairs: the first at the top, then clockwise. */
export function place(index: number, count: number, { rx, ry }: Axes): ChairPlace {
  const turn = (index / count - 0.25) * 2 * Math.PI;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const length = Math.hypot(ry * cos, rx * sin);
  const [backX, backY] = [(ry * cos) / length, (rx * sin) / length];
  return {
    x: rx * cos,
    y: ry * sin,
    backX,
    backY,
    outward: (Math.atan2(backY, backX) * 180) / Math.PI,
  };
}
