/** A table of contests: in each, our compiler and its peers do alike work in turn. */
import { best, compare, ownClock, type Spent } from "../measure.ts";

/** Something to time; a peer may be missing, with a word why. */
export interface Contestant {
  readonly name: string;
  readonly run: () => unknown;
  /** Its work is done by another process, whose processor time is not ours to see. */
  readonly isElsewhere?: boolean;
}

export interface Contest {
  readonly what: string;
  /** Ours first. */
  readonly contestants: readonly Contestant[];
}

export const HEADER = [
  "| what | by | ms | CPU ms | loops | our time as a share |",
  "| --- | --- | ---: | ---: | ---: | ---: |",
];

/** The rows of a contest: the best of `rounds`, after one that does not count. */
export async function rowsOf(
  { what, contestants }: Contest,
  rounds: number,
  loopMilliseconds: number,
): Promise<string[]> {
  for (const { run } of contestants) await silently(run);
  const entries = contestants.map(({ name, run }) => [name, () => timed(run)] as const);
  const results = await compare(rounds, Object.fromEntries(entries));
  const spent = contestants.map(({ name }) => best(results[name] ?? { name, rounds: [] }));
  const ours = spent[0]?.wall ?? 0;
  return contestants.map(({ name, isElsewhere = false }, at) => {
    const { wall, cpu } = spent[at] as Spent;
    const loops = isElsewhere ? "" : (cpu / loopMilliseconds).toFixed(2);
    const share = at === 0 ? "" : (ours / wall).toFixed(2);
    const own = isElsewhere ? "" : cpu.toFixed(1);
    return `| ${[at === 0 ? what : "", name, wall.toFixed(1), own, loops, share].join(" | ")} |`;
  });
}

async function timed(run: () => unknown): Promise<Spent> {
  const end = ownClock();
  await silently(run);
  return end();
}

/** Encoders from npm print a few lines a level. */
async function silently(run: () => unknown): Promise<void> {
  const { log, warn } = console;
  console.log = console.warn = () => {};
  try {
    await run();
  } finally {
    Object.assign(console, { log, warn });
  }
}
