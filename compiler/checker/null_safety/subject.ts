/**
 * What can be known not to be null: a variable, or a chain of fields that starts at one, at `this` or at a class. A
 * subject is a text, so that sets of them are cheap: `#12`, `#12.next.item`, `this.item`, `pack.Class.item`.
 */
import type { LocalVariable, TypedExpr } from "#compiler/types/typed_ast.ts";
import type { NullSafety } from "./mode.ts";

/** Null where nothing can be remembered of the expression. */
export function subjectOf(expr: TypedExpr, mode: NullSafety): string | null {
  switch (expr.kind) {
    case "Local":
      return subjectOfVariable(expr.variable);
    case "Cast":
      return expr.form === "checked" ? null : subjectOf(expr.expr, mode);
    case "Field":
    case "AnonField":
      return mode === "strict_threaded" ? null : fieldOf(expr, mode);
    case "StaticField":
      return mode === "strict_threaded" ? null : `${expr.owner.path}.${expr.field.name}`;
    default:
      return null;
  }
}

export function subjectOfVariable(variable: LocalVariable): string {
  return `#${variable.id}`;
}

function fieldOf(
  expr: Extract<TypedExpr, { kind: "Field" | "AnonField" }>,
  mode: NullSafety,
): string | null {
  const object = expr.object.kind === "This" ? "this" : subjectOf(expr.object, mode);
  const name = expr.kind === "Field" ? expr.field.name : expr.name;
  return object === null ? null : `${object}.${name}`;
}

/** Does the subject change when the other one does? */
export function dependsOn(subject: string, other: string): boolean {
  return subject === other || subject.startsWith(`${other}.`);
}

/** A field can be changed from elsewhere. */
export function isField(subject: string): boolean {
  return subject.includes(".");
}

/** What is not null where the condition has the value `outcome`. */
export function knownFrom(condition: TypedExpr, outcome: boolean, mode: NullSafety): string[] {
  switch (condition.kind) {
    case "Unop":
      return condition.op === "!" ? knownFrom(condition.operand, !outcome, mode) : [];
    case "Cast":
      return knownFrom(condition.expr, outcome, mode);
    case "Logic":
      return (condition.op === "&&") === outcome
        ? [
            ...knownFrom(condition.left, outcome, mode),
            ...knownFrom(condition.right, outcome, mode),
          ]
        : [];
    case "IsNull": {
      const subject = outcome ? null : subjectOf(condition.operand, mode);
      return subject === null ? [] : [subject];
    }
    default:
      return [];
  }
}
