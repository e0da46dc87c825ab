/** What a file has that is left out or repaired. */
import type { Diagnostic } from "../document/diagnostic.ts";
import type { FbxNode } from "./fbx_node.ts";
import { type Locate, problemAt } from "./fbx_problem.ts";

/** Of each file; further ones would only repeat. */
const MAX_WARNINGS = 20;

export class FbxWarnings {
  readonly #problems = new Map<string, (locate: Locate) => Diagnostic>();

  /** Reports once for the same object and problem. */
  add(node: FbxNode, object: string, problem: string): void {
    const key = `${object} ${problem}`;
    if (this.#problems.size >= MAX_WARNINGS || this.#problems.has(key)) return;
    this.#problems.set(key, problemAt("AS2605", node.at, { object, problem }));
  }

  diagnostics(locate: Locate): Diagnostic[] {
    return [...this.#problems.values()].map((diagnose) => diagnose(locate));
  }
}
