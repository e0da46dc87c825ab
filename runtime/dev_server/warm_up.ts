/**
 * What the dev server does before the first save comes, so that it is as quick as later ones: it repeats actions for nothing.
 * Their code is optimised then, and caches are filled.
 */
import type { DevAction } from "./dev_graph.ts";

/** For the compiler: less than it takes to open the page and change something. */
const COMPILER_MILLISECONDS = 600;

/** For each kind of asset: how often code runs before it is as fast as it gets, and what a slow kind may take of the time. */
const ASSET_RUNS = 20;
const ASSET_MILLISECONDS = 200;

export interface Rehearsal {
  /** In build order. */
  readonly actions: readonly DevAction[];
  /** Runs an action and throws away what it makes. */
  readonly run: (action: DevAction) => Promise<void>;
  /** Resolves when there is no save to work on. */
  readonly idle: () => Promise<void>;
}

export async function warmUp(rehearsal: Rehearsal): Promise<void> {
  const { compiler = [], assets = [] } = Object.groupBy(rehearsal.actions, ({ tool }) => tool);
  await rehearse(compiler, compiler.length, COMPILER_MILLISECONDS, rehearsal);
  for (const kind of Map.groupBy(assets, ({ mnemonic }) => mnemonic).values())
    await rehearse(kind, ASSET_RUNS, ASSET_MILLISECONDS, rehearsal);
}

/**
 * Takes turns, in pauses between saves, until there were so many or the time is used up. The last action comes first: it is what
 * an edit of the game's own files repeats.
 */
async function rehearse(
  actions: readonly DevAction[],
  runs: number,
  milliseconds: number,
  { run, idle }: Rehearsal,
): Promise<void> {
  let left = milliseconds;
  for (let turn = 0; turn < runs && left > 0; turn++) {
    await idle();
    const start = performance.now();
    await run(actions.at(-1 - (turn % actions.length)) as DevAction);
    left -= performance.now() - start;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
