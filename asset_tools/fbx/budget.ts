/** Poses of nodes and repeated keys that are computed for one file; an hour of a hundred bones. */
const MAX_STEPS = 2 ** 25;

/** Keeps account of the work that takes ask for: a file of a few bytes can ask for years. */
export class Budget {
  #steps = 0;

  spend(steps: number): void {
    this.#steps += steps;
  }

  get isSpent(): boolean {
    return this.#steps > MAX_STEPS;
  }
}
