/** Pictures that the GPU has been given and has not finished. */

import { STEP_SECONDS } from "#runtime/vm/step.ts";

/** Milliseconds a picture from which a GPU counts as slow: it cannot draw one each time the screen is ready for it. */
const SLOW = STEP_SECONDS * 1000;

/** Of the last pictures, about as many say what one takes. */
const REMEMBERED = 8;

export class PicturesInFlight {
  readonly #clock: () => number;
  #count = 0;
  /** When the GPU last finished one, in milliseconds. */
  #finished = 0;
  /** How long it takes for one, as the last ones were. */
  #typical = 0;

  /** `clock` gives milliseconds. */
  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock;
  }

  /** To be called when all commands of a picture have been given; `finished` is when the GPU has drawn it. */
  async add(finished: Promise<void>): Promise<void> {
    const given = this.#clock();
    this.#count++;
    await finished;
    this.#count--;
    const now = this.#clock();
    const took = now - Math.max(given, this.#finished);
    this.#typical += (took - this.#typical) / REMEMBERED;
    this.#finished = now;
  }

  /**
   * Has the GPU enough to do? A fast one gets its next picture while it draws the last, so that it never waits; a slow one
   * gets it after that: what came meanwhile is then in the next picture, and the page is not held up by a full queue.
   */
  isEnough(): boolean {
    return this.#count >= (this.isSlow() ? 1 : 2);
  }

  /** Does a picture take it longer than the screen waits for one? */
  isSlow(): boolean {
    return this.#typical > SLOW;
  }

  /** Has it as much as even what is urgent should wait for? */
  isFull(): boolean {
    return this.#count >= 2;
  }
}
