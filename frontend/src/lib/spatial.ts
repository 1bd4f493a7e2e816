import type { View } from '../protocol';
import { mySeat } from './told';

/** A direction as WebAudio has it, one metre away: to the right, upwards, and from in front (below zero) to behind. */
export interface Direction {
  x: number;
  y: number;
  z: number;
}

export const AHEAD: Direction = { x: 0, y: 0, z: -1 };

/** How far to the sides voices come from, in degrees: for somebody in the ring, and for one whose chair is moved back. */
const AROUND_DEG = 80;
const IN_FRONT_DEG = 30;
/** How far upwards and downwards, for the seats drawn above and below. */
const UP_DEG = 15;

/**
 * Where the voice of a chair comes from: where it is drawn, so that eye and ear agree. `turn` is how far around the ring
 * it stands, clockwise from the top, from 0 to 1.
 */
export function direction(turn: number, satBack: boolean): Direction {
  const around = turn * 2 * Math.PI;
  const aside = radians(Math.sin(around) * (satBack ? IN_FRONT_DEG : AROUND_DEG));
  const up = radians(Math.cos(around) * UP_DEG);
  return {
    x: Math.sin(aside) * Math.cos(up),
    y: Math.sin(up),
    z: -Math.cos(aside) * Math.cos(up),
  };
}

/** From where this person hears each seat of the ring. */
export function directions(view: View): Map<number, Direction> {
  const satBack = mySeat(view)?.sits_back ?? false;
  const { chairs } = view;
  return new Map(chairs.map((seat, n) => [seat, direction(n / chairs.length, satBack)]));
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
