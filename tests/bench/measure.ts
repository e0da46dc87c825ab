/**
 * Times that mean something on a busy machine: of several rounds the best, by the clock and by the processor's time,
 * beside a loop that never changes.
 */

/** Milliseconds by the clock, and of all threads of the process together. */
export interface Spent {
  readonly wall: number;
  readonly cpu: number;
}

export interface Measured {
  readonly name: string;
  readonly rounds: readonly Spent[];
}

export function best({ rounds }: Measured): Spent {
  return {
    wall: Math.min(...rounds.map(({ wall }) => wall)),
    cpu: Math.min(...rounds.map(({ cpu }) => cpu)),
  };
}

/** Milliseconds for a fixed amount of integer arithmetic and property reads: how fast the machine is right now. */
export function calibrationLoop(): Spent {
  const end = ownClock();
  const cells = Array.from({ length: 1024 }, (_, index) => ({ value: index }));
  let sum = 1;
  for (let turn = 0; turn < 10_000_000; turn++) {
    const cell = cells[(turn * 7 + sum) & 1023];
    if (cell !== undefined) sum = (Math.imul(sum, 31) + cell.value) | 0;
  }
  // So that the loop has a result that is used.
  if (sum === 0.5) throw new Error("No Int is one half");
  return end();
}

/** Runs the contestants in turn, so that the machine's moods hit all alike. */
export async function compare<Name extends string>(
  rounds: number,
  contestants: Readonly<Record<Name, (round: number) => Promise<Spent>>>,
): Promise<Record<Name, Measured>> {
  const names = Object.keys(contestants) as Name[];
  const spent = new Map<Name, Spent[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) spent.get(name)?.push(await contestants[name](round));
  }
  const results = names.map((name) => [name, { name, rounds: spent.get(name) ?? [] }] as const);
  return Object.fromEntries(results) as Readonly<Record<string, Measured>> as Record<
    Name,
    Measured
  >;
}

/** Starts a watch over this process; the function given stops it. */
export function ownClock(): () => Spent {
  const start = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { wall: performance.now() - start, cpu: (user + system) / 1000 };
  };
}

export function together(...all: readonly Spent[]): Spent {
  return {
    wall: all.reduce((sum, { wall }) => sum + wall, 0),
    cpu: all.reduce((sum, { cpu }) => sum + cpu, 0),
  };
}
