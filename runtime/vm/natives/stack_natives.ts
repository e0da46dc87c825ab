/** `stack.*`: which calls are open. A stack is kept as an error and read only when someone asks. */
import type { Value } from "../object_model.ts";
import { lastCaught } from "../thrown.ts";
import type { NativeContext } from "./native_context.ts";

export function stackNatives({ calls }: NativeContext) {
  return {
    "stack.here": (): Error => calls.here(),
    "stack.thrown": (): Error | null => lastCaught(),
    "stack.calls": (error: Error): Value[] =>
      calls.of(error).flatMap(({ function: id, file, line }) => [id, file, line]),
  };
}
