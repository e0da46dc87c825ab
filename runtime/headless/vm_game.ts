/** A program in the virtual machine, interpreted or as JavaScript. */
import type { Program } from "#runtime/vm/program.ts";
import { ExitSignal } from "#runtime/vm/thrown.ts";
import type { ExitStatus, HeadlessGame } from "./headless_game.ts";

export function vmGame(program: Program, printError: (text: string) => void): HeadlessGame {
  const run = (call: () => void): ExitStatus => {
    try {
      call();
      return null;
    } catch (error) {
      return endingStatus(error, program, printError);
    }
  };
  return {
    start: () => run(() => program.start()),
    hasFrames: () => program.hasFrames,
    frame: (seconds) => run(() => program.frame(seconds)),
    digest: () => {
      try {
        return program.digest();
      } catch (error) {
        return endingStatus(error, program, printError);
      }
    },
  };
}

/** Reports an exception that nothing caught. */
function endingStatus(
  error: unknown,
  program: Program,
  printError: (text: string) => void,
): number {
  if (error instanceof ExitSignal) return error.status;
  printError(`${program.describeException(error)}\n`);
  return 1;
}
