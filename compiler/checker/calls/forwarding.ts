/** Values that are kept for later, and closures that the checker makes of them: bound extensions, `.bind`. */
import type { Span } from "#compiler/source/span.ts";
import { isVoid } from "#compiler/types/core.ts";
import type { FunType } from "#compiler/types/type.ts";
import type { LocalVariable, TypedExpr, TypedParam } from "#compiler/types/typed_ast.ts";
import { isConstant } from "../expressions/constants.ts";
import { type FunctionContext, newTemporary, newVariable } from "../program/context.ts";

/** A value evaluated once, at its place, and read later. */
export interface Held {
  readonly declare: TypedExpr | null;
  readonly variable: LocalVariable | null;
  readonly read: TypedExpr;
}

/** Puts the value in a temporary, unless reading it again is free and always gives the same. */
export function hold(ctx: FunctionContext, expr: TypedExpr, name: string): Held {
  if (isConstant(expr) || expr.kind === "This" || expr.kind === "TypeValue")
    return { declare: null, variable: null, read: expr };
  const variable = newTemporary(ctx, name, expr.type, expr.span);
  const declare: TypedExpr = {
    kind: "Var",
    variable,
    value: expr,
    type: expr.type,
    span: expr.span,
  };
  return { declare, variable, read: readVariable(variable, expr.span) };
}

/** The declarations of held values, then the expression that reads them. */
export function afterHolding(held: readonly Held[], expr: TypedExpr): TypedExpr {
  const declarations = held.flatMap(({ declare }) => (declare === null ? [] : [declare]));
  if (declarations.length === 0) return expr;
  return { kind: "Block", exprs: [...declarations, expr], type: expr.type, span: expr.span };
}

/** A function of the type that evaluates what `call` makes of its arguments and of held values. */
export function closureOver(
  ctx: FunctionContext,
  type: FunType,
  span: Span,
  call: (args: readonly TypedExpr[]) => TypedExpr,
  held: readonly Held[] = [],
): TypedExpr {
  const params = type.args.map((arg): TypedParam => {
    const variable = newVariable(ctx, arg.name === "" ? "`arg" : arg.name, arg.type, span);
    return { variable, arg, defaultValue: null };
  });
  const result = call(params.map(({ variable }) => readVariable(variable, span)));
  const captures = held.flatMap(({ variable }) => (variable === null ? [] : [variable]));
  for (const variable of captures) variable.isCaptured = true;
  const body: TypedExpr = isVoid(type.result)
    ? result
    : { kind: "Return", value: result, type: type.result, span };
  return {
    kind: "Function",
    name: null,
    params,
    returnType: type.result,
    body,
    captures,
    capturesThis: held.some(({ read }) => read.kind === "This"),
    type,
    span,
  };
}

/** Reads a variable. */
export function readVariable(variable: LocalVariable, span: Span): TypedExpr {
  return { kind: "Local", variable, type: variable.type, span };
}
