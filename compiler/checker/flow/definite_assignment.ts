/** Is every local variable given a value before it is read? */
import type { LocalVariable, TypedExpr } from "#compiler/types/typed_ast.ts";
import { completes } from "./flow.ts";
import { childrenOf, valuesIn } from "./typed_walk.ts";

/** A read of a variable that may have no value yet. */
export type EarlyRead = Extract<TypedExpr, { kind: "Local" }>;

/** The first early read of each variable. What closures do is not followed: nobody knows when they run. */
export function earlyReads(body: TypedExpr): EarlyRead[] {
  const found = new Map<LocalVariable, EarlyRead>();
  walk(body, new Set(), found);
  return [...found.values()];
}

/** Variables that may be without a value. */
type Open = Set<LocalVariable>;

/** Follows the expression in the order of evaluation; `open` becomes what is open after it. */
function walk(expr: TypedExpr, open: Open, found: Map<LocalVariable, EarlyRead>): void {
  switch (expr.kind) {
    case "Local":
      if (open.has(expr.variable) && !found.has(expr.variable)) found.set(expr.variable, expr);
      return;
    case "Var":
      if (expr.value === null) open.add(expr.variable);
      else walk(expr.value, open, found);
      return;
    case "Assign":
      if (expr.target.kind !== "Local") walk(expr.target, open, found);
      walk(expr.value, open, found);
      if (expr.target.kind === "Local") open.delete(expr.target.variable);
      return;
    case "If":
      walk(expr.cond, open, found);
      branch(
        open,
        found,
        expr.else === null ? [expr.then] : [expr.then, expr.else],
        expr.else === null,
      );
      return;
    case "Logic":
      walk(expr.left, open, found);
      branch(open, found, [expr.right], true);
      return;
    case "While":
      if (expr.isDo) {
        walk(expr.body, open, found);
        walk(expr.cond, open, found);
      } else {
        walk(expr.cond, open, found);
        branch(open, found, [expr.body], true);
      }
      return;
    case "ForRange":
      walk(expr.start, open, found);
      walk(expr.end, open, found);
      branch(open, found, [expr.body], true);
      return;
    case "ForArray":
      walk(expr.array, open, found);
      branch(open, found, [expr.body], true);
      return;
    case "Switch": {
      for (const subject of expr.subjects) walk(subject, open, found);
      for (const one of expr.cases) {
        for (const value of valuesIn(one.pattern)) walk(value, open, found);
        if (one.guard !== null) walk(one.guard, open, found);
      }
      const bodies = [
        ...expr.cases.map((one) => one.body),
        ...(expr.default === null ? [] : [expr.default]),
      ];
      branch(open, found, bodies, expr.default === null && !expr.isExhaustive);
      return;
    }
    case "Try":
      branch(open, found, [expr.body, ...expr.catches.map((one) => one.body)], false);
      return;
    case "Function":
      return;
    default:
      for (const part of childrenOf(expr)) walk(part, open, found);
  }
}

/** One of the branches runs, or none of them: open is then what any way leaves open. */
function branch(
  open: Open,
  found: Map<LocalVariable, EarlyRead>,
  branches: readonly TypedExpr[],
  mayRunNone: boolean,
): void {
  const after: Open[] = mayRunNone ? [new Set(open)] : [];
  for (const one of branches) {
    const inside = new Set(open);
    walk(one, inside, found);
    if (completes(one)) after.push(inside);
  }
  open.clear();
  for (const left of after) for (const variable of left) open.add(variable);
}
