/** Where in its samples a sound is that has been played for a while. */

/** Seconds from the sound's start; `end` is where the loop ends. */
export interface LoopSeconds {
  readonly start: number;
  readonly end: number;
}

/** Seconds from the start of a sound of `duration` seconds after it was played for `position`; without a loop it stays at its end. */
export function placeInSound(position: number, duration: number, loop: LoopSeconds | null): number {
  if (loop === null) return Math.min(position, duration);
  if (position < loop.end) return position;
  return loop.start + ((position - loop.start) % (loop.end - loop.start));
}
