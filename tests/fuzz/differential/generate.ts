/** Makes a well-typed Haxe program from decisions: one module whose class Program has the `run` to call. */
import type { Choices } from "./choices.ts";
import { declarationTexts, declareWorld } from "./declarations.ts";
import { expression, lambda } from "./expressions.ts";
import type { Generator } from "./scope.ts";
import { block } from "./statements.ts";

export interface GenerateOptions {
  /** Haxe 4.3, which the oracle does not know. */
  readonly isNewer: boolean;
}

/** The module's text below its `package` line; it uses the classes in `prelude/`. */
export function generateProgram(choices: Choices, { isNewer }: GenerateOptions): string {
  let count = 0;
  let full = 0;
  const fresh = (prefix: string): string => `${prefix}${count++}`;
  const g: Generator = {
    choices,
    world: declareWorld(choices, fresh),
    isNewer,
    fresh,
    allow: (decisions) => {
      full = choices.taken.length + decisions;
    },
    isFull: () => choices.taken.length > full,
    expression: (type, scope) => expression(g, type, scope),
    lambda: (type, scope) => lambda(g, type, scope),
    block: (scope, least, most) => block(g, scope, least, most),
  };
  return `${declarationTexts(g).join("\n\n")}\n`;
}
