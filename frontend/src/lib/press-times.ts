/** A second press within this time is no second thought: a double tap, a trembling hand. */
export const GESTURE_MS = 500;

/** A press this near to another one is at the same place. */
export const NEAR_PX = 30;

/** So long before a press its hand has begun to move, by what was read then: it does not mean what has changed since. */
export const READ_MS = 400;
