/** A program compiled to WASM. */
import type { Ending, WasmProgram } from "#runtime/wasm_host/wasm_program.ts";
import type { ExitStatus, HeadlessGame } from "./headless_game.ts";

/** Time a collector may take after each step; as in the native frame loop. */
const COLLECT_SECONDS = 0.001;

export function wasmGame(program: WasmProgram): HeadlessGame {
  return {
    start: () => endingOf(program.start()),
    hasFrames: () => program.hasFrames(),
    frame: (seconds) => {
      const status = statusOf(program.frame(seconds));
      if (status === null) program.collect(COLLECT_SECONDS);
      return status;
    },
    digest: () => {
      const ending = program.digest();
      return ending.kind === "returned" ? ending.value : ending.status;
    },
  };
}

function statusOf(ending: Ending<unknown>): ExitStatus {
  return ending.kind === "returned" ? null : ending.status;
}

/** A WASM program's `start` gives 0 also where `main` returned. */
function endingOf(status: number): ExitStatus {
  return status === 0 ? null : status;
}
