/** Turns the uneven time between pictures into fixed steps. */

/** Seconds of a step. */
export const STEP_SECONDS = 1 / 60;

/** After a longer pause (a hidden tab, a breakpoint) the game does not catch up. */
const MOST_STEPS = 6;

export class FrameClock {
  #last: number | null = null;
  #owed = 0;

  /** How many steps are due at a time in milliseconds. */
  steps(now: number): number {
    const elapsed = this.#last === null ? 0 : Math.max(0, now - this.#last) / 1000;
    this.#last = now;
    this.#owed += elapsed;
    const due = Math.floor(this.#owed / STEP_SECONDS + 1e-9);
    this.#owed = due > MOST_STEPS ? 0 : Math.max(0, this.#owed - due * STEP_SECONDS);
    return Math.min(due, MOST_STEPS);
  }

  /** How far the time is between two steps, 0 to 1. */
  get alpha(): number {
    return this.#owed / STEP_SECONDS;
  }

  /** Forgets the time since the last picture. */
  reset(): void {
    this.#last = null;
    this.#owed = 0;
  }
}
