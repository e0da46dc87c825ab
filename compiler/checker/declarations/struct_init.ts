/** `@:structInit`: a class whose instances can be written as structures, and its constructor where none is written. */

import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import { substitution } from "#compiler/types/apply.ts";
import { findConstructor } from "#compiler/types/members.ts";
import { printType } from "#compiler/types/print.ts";
import type { InstType } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { afterHolding, hold } from "../calls/forwarding.ts";
import { omitted } from "../calls/omitted.ts";
import { convert, instantiateMethod } from "../expressions/convert.ts";
import { argumentText } from "../problems/explain.ts";
import { type FunctionContext, problem } from "../program/context.ts";
import { hasMeta } from "../program/metadata.ts";

/** Can a structure be given where the type is asked for? */
export function isStructInit(type: InstType): boolean {
  return hasMeta(type.class.meta, ":structInit");
}

/** `{x: 1, y: 2}` as `new Point(1, 2)`: values are evaluated as written, then passed by name. */
export function typeStructInit(
  ctx: FunctionContext,
  expr: ast.ObjectDeclExpr,
  type: InstType,
): TypedExpr {
  const { span } = expr;
  const found = findConstructor(type);
  if (found === null) {
    problem(ctx, "HX3042", span, { type: type.class.path });
    return { kind: "Null", type: { kind: "Error" }, span };
  }
  const pairs = substitution(found.owner.params, found.ownerParams);
  const { args: params } = instantiateMethod(ctx.program, found.field, pairs);
  const held = expr.fields.map((field) => {
    const param = params.find((one) => one.name === field.name.name);
    if (param === undefined) {
      problem(ctx, "HX3048", field.name.span, { name: field.name.name, type: type.class.path });
    }
    const value = ctx.typeExpr(ctx, field.value, param?.type ?? "value");
    const converted = param === undefined ? value : convert(ctx, value, param.type);
    return { name: field.name.name, value: hold(ctx, converted, "field") };
  });
  const missing = params.filter(
    (param) => !param.isOptional && !held.some((one) => one.name === param.name),
  );
  if (missing.length > 0) {
    problem(ctx, "HX3049", span, {
      names: missing.map((param) => `\`${argumentText(param)}\``).join(", "),
      type: printType(type),
    });
  }
  const args = params.map(
    (param) => held.find((one) => one.name === param.name)?.value.read ?? omitted(ctx, param, span),
  );
  const made: TypedExpr = {
    kind: "New",
    class: type.class,
    constructorOwner: found.owner,
    args,
    type,
    span,
  };
  return afterHolding(
    held.map((one) => one.value),
    made,
  );
}

/** The constructor of a `@:structInit` class that has none: one argument a variable, optional where it has a value. */
export function structConstructor(declaration: ast.ClassDecl): ast.FunctionField | null {
  const isWritten = declaration.fields.some((field) => field.name.name === "new");
  if (isWritten || !hasMeta(declaration.meta, ":structInit")) return null;
  const variables = declaration.fields
    .filter((field) => field.kind === "Var")
    .filter((field) => !field.modifiers.includes("static"));
  const { span } = declaration.name;
  return {
    kind: "Function",
    name: { name: "new", span },
    doc: null,
    meta: [],
    modifiers: ["public"],
    isOptional: false,
    function: {
      typeParams: [],
      args: variables.map(argumentFor),
      returnType: null,
      body: { kind: "Block", exprs: variables.map(assignment), span },
      span,
    },
    span,
  };
}

function isOptional(field: ast.VarField): boolean {
  return field.isOptional || field.value !== null || hasMeta(field.meta, ":optional");
}

function argumentFor(field: ast.VarField): ast.FunctionArg {
  return {
    name: field.name,
    meta: [],
    isOptional: isOptional(field),
    isRest: false,
    type: field.type,
    value: null,
    span: field.name.span,
  };
}

/** `this.x = x`, for an optional one only where it is given. */
function assignment(field: ast.VarField): ast.Expr {
  const { name, span } = field.name;
  const target: ast.Expr = {
    kind: "Field",
    object: ident("this", span),
    name: field.name,
    isSafe: false,
    span,
  };
  const assign: ast.Expr = { kind: "Binop", op: "=", left: target, right: ident(name, span), span };
  if (field.value === null) return assign;
  const cond: ast.Expr = {
    kind: "Binop",
    op: "!=",
    left: ident(name, span),
    right: ident("null", span),
    span,
  };
  return { kind: "If", cond, then: assign, else: null, span };
}

function ident(name: string, span: Span): ast.Expr {
  return { kind: "Ident", name, span };
}
