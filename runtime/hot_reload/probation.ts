/** The first frames after a reload, in which an exception from new code takes the reload back. */

import { identifierOf } from "#runtime/vm/generated_code.ts";
import { HaxeError } from "#runtime/vm/thrown.ts";

const FRAMES = 60;

interface Trial {
  readonly version: number;
  /** Ids of the functions that the reload brought. */
  readonly functions: ReadonlySet<string>;
  readonly revert: () => void;
  framesLeft: number;
}

export class Probation {
  #trial: Trial | null = null;

  start(version: number, functions: ReadonlySet<string>, revert: () => void): void {
    this.#trial = { version, functions, revert, framesLeft: FRAMES };
  }

  frameDone(): void {
    if (this.#trial !== null && --this.#trial.framesLeft === 0) this.#trial = null;
  }

  /** Reverts where the error came through new code; gives the version that was taken back, else null. */
  frameFailed(error: unknown): number | null {
    const trial = this.#trial;
    if (trial === null || !isFrom(error, trial.functions)) return null;
    this.#trial = null;
    trial.revert();
    return trial.version;
  }
}

/** Did the error leave one of the functions? JIT functions carry their ids as names in the engine's stack. */
function isFrom(error: unknown, functions: ReadonlySet<string>): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof HaxeError) {
    const interpreted = error.interpreted.flatMap((run) => run());
    if (interpreted.some((frame) => functions.has(frame.function))) return true;
  }
  const stack = error.stack ?? "";
  const names = new Set([...functions].map((id) => identifierOf(id.replace(/~\d+$/, ""))));
  return [...stack.matchAll(/\bat (?:\w+\.)?([\w$]+) \(/g)].some(([, name]) =>
    names.has(name ?? ""),
  );
}
