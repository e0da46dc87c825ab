/** The bounds in `@:param(min = 0, max = 10)`. */
import type { Expr, Metadata } from "#compiler/syntax/ast.ts";

export interface ParamRange {
  readonly min: number | null;
  readonly max: number | null;
}

/** The range, or what is wrong with the arguments. */
export function rangeOf({ params }: Metadata): ParamRange | { readonly problem: string } {
  const bounds = { min: null as number | null, max: null as number | null };
  for (const param of params) {
    const [name, value] = assignment(param);
    if (name !== "min" && name !== "max") return { problem: "expected `min = ...` or `max = ...`" };
    if (value === undefined) return { problem: `\`${name}\` is not a number` };
    bounds[name] = value;
  }
  const { min, max } = bounds;
  if (min !== null && max !== null && min > max)
    return { problem: `\`min\` ${min} is greater than \`max\` ${max}` };
  return bounds;
}

function assignment(expr: Expr): [string | undefined, number | undefined] {
  if (expr.kind !== "Binop" || expr.op !== "=" || expr.left.kind !== "Ident")
    return [undefined, undefined];
  return [expr.left.name, numberOf(expr.right)];
}

function numberOf(expr: Expr): number | undefined {
  if (expr.kind === "Int" || expr.kind === "Float") return Number(expr.text);
  if (expr.kind !== "Unop" || expr.op !== "-") return undefined;
  const operand = numberOf(expr.operand);
  return operand === undefined ? undefined : -operand;
}
