/** Members of the library that is being checked, with the syntax their bodies are typed from. */
import type * as ast from "#compiler/syntax/ast.ts";
import type { ClassField, ClassType } from "#compiler/types/type.ts";
import type { TypeScope } from "./program.ts";

export interface Member {
  readonly class: ClassType;
  readonly field: ClassField;
  readonly syntax: ast.Field;
  /** With the type parameters of the class and of the member. */
  readonly scope: TypeScope;
  /** `abstract`: a function of an abstract that has `this`; `abstractConstructor` makes it. */
  readonly form: "static" | "method" | "constructor" | "abstract" | "abstractConstructor";
}

/** A class with its members in source order. */
export interface DeclaredClass {
  readonly class: ClassType;
  readonly scope: TypeScope;
  readonly members: readonly Member[];
}
