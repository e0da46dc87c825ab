/** What generated code can see where it stands. */
import type { Choices } from "./choices.ts";
import type { ClassDeclaration, Type, Variable, World } from "./types.ts";

/** What all of a program's parts are made with. */
export interface Generator {
  readonly choices: Choices;
  readonly world: World;
  /** Newer Haxe than the oracle's may be used. */
  readonly isNewer: boolean;
  /** Begins a part of the program that may take so many decisions. */
  allow(decisions: number): void;
  /** Has the part had its decisions? What is still asked for is then made in the simplest way. */
  isFull(): boolean;
  /** A name that nothing else has. */
  fresh(prefix: string): string;
  /** An expression of the type, safe to stand anywhere. */
  expression(type: Type, scope: Scope): string;
  /** A function as a value. */
  lambda(type: FunctionType, scope: Scope): string;
  /** Between `least` and `most` statements, none where the part is full. */
  block(scope: Scope, least: number, most: number): string[];
}

export type FunctionType = Type & { kind: "Function" };

export interface Scope {
  readonly variables: readonly Variable[];
  /** What `return` gives; null where none may stand. */
  readonly result: Type | null;
  /** May `break` and `continue` stand here? */
  readonly isInLoop: boolean;
  /** In a closure `super` cannot be had. */
  readonly isInClosure: boolean;
  /** The class whose instance `this` is. */
  readonly self: ClassDeclaration | null;
  /** Parts that are still nested deeper come from simpler makers. */
  readonly depth: number;
}

export function deeper(scope: Scope): Scope {
  return { ...scope, depth: scope.depth - 1 };
}

export function withVariables(scope: Scope, variables: readonly Variable[]): Scope {
  return { ...scope, variables: [...scope.variables, ...variables] };
}

export function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `\t${line}`);
}
