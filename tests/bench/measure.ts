/** Times that mean something on a busy machine: the best of several rounds, beside a loop that never changes. */

export interface Measured {
  readonly name: string;
  /** Milliseconds of each round; what is compared is the least. */
  readonly rounds: readonly number[];
}

export function best({ rounds }: Measured): number {
  return Math.min(...rounds);
}

/** Milliseconds for a fixed amount of integer arithmetic and property reads: how fast the machine is right now. */
export function calibrationLoop(): number {
  const start = performance.now();
  const cells = Array.from({ length: 1024 }, (_, index) => ({ value: index }));
  let sum = 1;
  for (let turn = 0; turn < 10_000_000; turn++) {
    const cell = cells[(turn * 7 + sum) & 1023];
    if (cell !== undefined) sum = (Math.imul(sum, 31) + cell.value) | 0;
  }
  // So that the loop has a result that is used.
  if (sum === 0.5) throw new Error("No Int is one half");
  return performance.now() - start;
}

/** Runs the contestants in turn, so that the machine's moods hit all alike. */
export async function compare(
  rounds: number,
  contestants: Readonly<Record<string, (round: number) => Promise<number>>>,
): Promise<readonly Measured[]> {
  const results = Object.keys(contestants).map((name) => ({ name, rounds: [] as number[] }));
  for (let round = 0; round < rounds; round++) {
    for (const result of results) {
      const milliseconds = await contestants[result.name]?.(round);
      if (milliseconds !== undefined) result.rounds.push(milliseconds);
    }
  }
  return results;
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
