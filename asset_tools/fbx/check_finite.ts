import type { FbxNode } from "./fbx_node.ts";
import { fail } from "./fbx_problem.ts";

/** Stops reading where numbers have grown beyond what 32 bits hold: such a file is broken, though it can be read. */
export function checkFinite(values: ArrayLike<number>, node: FbxNode, object: string): void {
  for (let at = 0; at < values.length; at++) {
    if (!Number.isFinite(Math.fround(values[at]!)))
      fail("AS2604", node.at, { object, problem: "its numbers are too large" });
  }
}
