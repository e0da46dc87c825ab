/** What an expression may do to what is known before it: loops and closures run at another time than they stand. */
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { childrenOf } from "../flow/typed_walk.ts";
import type { NullSafety } from "./mode.ts";
import { isNullable } from "./nullable.ts";
import { dependsOn, isField, subjectOf } from "./subject.ts";

export interface Changes {
  /** Subjects that are given a value which may be null. */
  readonly toNull: ReadonlySet<string>;
  /** Subjects that are given any value: what is known of their fields is gone. */
  readonly assigned: ReadonlySet<string>;
  readonly calls: boolean;
}

export function changesIn(exprs: readonly TypedExpr[], mode: NullSafety): Changes {
  const toNull = new Set<string>();
  const assigned = new Set<string>();
  let calls = false;
  const visit = (expr: TypedExpr): void => {
    if (isCall(expr)) calls = true;
    if (expr.kind === "Assign") {
      const subject = subjectOf(expr.target, mode);
      if (subject !== null) (mayBeNull(expr.value) ? toNull : assigned).add(subject);
    }
    for (const child of childrenOf(expr)) visit(child);
  };
  for (const expr of exprs) visit(expr);
  return { toNull, assigned, calls };
}

function mayBeNull(expr: TypedExpr): boolean {
  if (expr.kind === "Cast" && expr.form === "implicit") return mayBeNull(expr.expr);
  return expr.kind === "Null" || isNullable(expr.type);
}

/** What is still known after the changes. */
export function without(
  known: ReadonlySet<string>,
  changes: Changes,
  mode: NullSafety,
): Set<string> {
  const forgetsFields = changes.calls && mode !== "loose";
  return new Set(
    [...known].filter((subject) => {
      if (forgetsFields && isField(subject)) return false;
      if ([...changes.toNull].some((changed) => dependsOn(subject, changed))) return false;
      return ![...changes.assigned].some(
        (changed) => changed !== subject && dependsOn(subject, changed),
      );
    }),
  );
}

/** Does other code of the program run inside the expression itself? */
export function isCall(expr: TypedExpr): boolean {
  switch (expr.kind) {
    case "Call":
    case "MethodCall":
    case "StaticCall":
    case "SuperCall":
    case "New":
      return true;
    case "Intrinsic":
      return !expr.field.name.startsWith("get_");
    default:
      return false;
  }
}
