/** Turns real time into steps of fixed length, so that a game runs alike on every screen. */
import { STEP_SECONDS } from "#runtime/vm/step.ts";

/** More steps than this at once would make a slow page slower still; the game then runs behind real time. */
const MOST_STEPS = 5;

export class StepClock {
  #last: number | null = null;
  #behind = 0;

  /** Steps to run now, at a moment given in seconds; it may be a little before the last, as the time of a picture is. */
  advance(now: number): number {
    this.#behind += this.#last === null ? 0 : now - this.#last;
    this.#last = now;
    const steps = Math.max(0, Math.floor(this.#behind / STEP_SECONDS));
    if (steps > MOST_STEPS) {
      this.#behind = 0;
      return MOST_STEPS;
    }
    this.#behind -= steps * STEP_SECONDS;
    return steps;
  }

  /** Steps to run at once without any being due: the next one, unless it has been taken early already. */
  takeEarly(): number {
    if (this.#behind < 0) return 0;
    this.#behind -= STEP_SECONDS;
    return 1;
  }

  /** How far the time is between two steps, from 0 to 1. */
  get alpha(): number {
    return Math.max(0, this.#behind / STEP_SECONDS);
  }

  /** Forgets the time since the last call, as after a pause. */
  restart(): void {
    this.#last = null;
    this.#behind = 0;
  }
}
