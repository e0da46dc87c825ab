/** A loaded program as the headless runner drives it, whatever runs its code. */
import { STEP_SECONDS } from "#runtime/vm/step.ts";

/** Set where the program has ended: it asked to, or an exception was not caught and has been reported. */
export type ExitStatus = number | null;

export interface HeadlessGame {
  /** Static initialisers and main. */
  readonly start: () => ExitStatus;
  /** Did main ask for frames? */
  readonly hasFrames: () => boolean;
  /** One fixed step. */
  readonly frame: (seconds: number) => ExitStatus;
  /** The text of the state, or the status with which computing it ended the program. */
  readonly digest: () => string | number;
}

/**
 * Runs main and then so many frames; null runs main only. The last line printed is `state N DIGEST`, where the program
 * has frames. Gives the exit status.
 */
export function runHeadless(
  game: HeadlessGame,
  frames: number | null,
  print: (text: string) => void,
): number {
  const started = game.start();
  if (started !== null) return started;
  if (frames === null || !game.hasFrames()) return 0;
  for (let frame = 0; frame < frames; frame++) {
    const ended = game.frame(STEP_SECONDS);
    if (ended !== null) return ended;
  }
  const digest = game.digest();
  if (typeof digest === "number") return digest;
  print(`state ${frames} ${digest}\n`);
  return 0;
}
