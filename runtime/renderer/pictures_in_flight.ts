/** Pictures that the GPU has been given and has not finished. */

import { STEP_SECONDS } from "#runtime/vm/step.ts";

/** Milliseconds a picture from which a GPU counts as slow: it cannot draw one each time the screen is ready for it. */
const SLOW = STEP_SECONDS * 1000;

/** The share of its time after which a picture counts as nearly done. */
const NEARLY_DONE = 0.85;

/** Of the last pictures, about as many say what one takes. */
const REMEMBERED = 8;

export class PicturesInFlight {
  readonly #clock: () => number;
  #count = 0;
  /** When the GPU began with the one that it draws, in milliseconds. */
  #begun = 0;
  /** How long it takes for one, as the last ones were. */
  #typical = 0;

  /** `clock` gives milliseconds. */
  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock;
  }

  /** To be called when all commands of a picture have been given; `finished` is when the GPU has drawn it. */
  async add(finished: Promise<void>): Promise<void> {
    if (this.#count === 0) this.#begun = this.#clock();
    this.#count++;
    await finished;
    this.#count--;
    const now = this.#clock();
    this.#typical += (now - this.#begun - this.#typical) / REMEMBERED;
    this.#begun = now;
  }

  /**
   * Has the GPU enough to do? A fast one gets its next picture while it draws the last, so that it never waits; a slow one
   * when the last is nearly done: what came meanwhile is then in the next picture, and the page is not held up by a full queue.
   */
  isEnough(): boolean {
    if (this.#count !== 1 || !this.isSlow()) return this.isFull();
    return this.#clock() - this.#begun < this.#typical * NEARLY_DONE;
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
