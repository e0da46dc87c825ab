/** Blocks and local variables. */
import type * as ast from "#compiler/syntax/ast.ts";
import { isVoid } from "#compiler/types/core.ts";
import type { ClassField, Type } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { resolveHint } from "../declarations/type_hints.ts";
import { switchesOff } from "../null_safety/mode.ts";
import { withMeta } from "../places/paths.ts";
import { structureField } from "../places/structure_field.ts";
import {
  declareLocal,
  type Expected,
  type FunctionContext,
  inBlock,
  newLocalScope,
  newVariable,
  problem,
} from "../program/context.ts";
import { voidType } from "../program/core_types.ts";
import { unknownType } from "../program/program.ts";
import { typeLocalFunction } from "./closures.ts";
import { convert } from "./convert.ts";

/** The value of a block is that of its last expression. */
export function typeBlock(
  outer: FunctionContext,
  expr: ast.BlockExpr,
  expected: Expected,
): TypedExpr {
  const ctx = inBlock(outer);
  return typeStatements(ctx, expr.exprs, expected, expr.span);
}

/** Statements in a scope that is already open. */
export function typeStatements(
  ctx: FunctionContext,
  exprs: readonly ast.Expr[],
  expected: Expected,
  span: ast.Expr["span"],
): TypedExpr {
  const typed: TypedExpr[] = [];
  exprs.forEach((expr, index) => {
    const isLast = index === exprs.length - 1;
    typed.push(...typeStatement(ctx, expr, isLast ? expected : "none"));
  });
  const last = typed.at(-1);
  const isVariable = last === undefined || last.kind === "Var";
  const type = isVariable || expected === "none" ? voidType(ctx.program) : last.type;
  return { kind: "Block", exprs: typed, type, span };
}

function typeStatement(ctx: FunctionContext, expr: ast.Expr, expected: Expected): TypedExpr[] {
  if (expr.kind === "Vars") return typeVars(ctx, expr);
  if (expr.kind === "Function" && expr.name !== null)
    return [typeLocalFunction(ctx, expr, expr.name)];
  if (expr.kind === "Meta" && (expr.expr.kind === "Vars" || expr.expr.kind === "Function")) {
    const typed = typeStatement(withMeta(ctx, expr), expr.expr, expected);
    if (switchesOff([expr.meta])) for (const one of typed) ctx.notes.places?.unchecked.add(one);
    return typed;
  }
  return [ctx.typeExpr(ctx, expr, expected)];
}

/** `var a = 1, b:Int`, each visible to the next. */
export function typeVars(ctx: FunctionContext, expr: ast.VarsExpr): TypedExpr[] {
  if (expr.isStatic) {
    for (const declaration of expr.vars) declareStatic(ctx, declaration, expr.isFinal);
    return [];
  }
  return expr.vars.map((declaration) => typeVar(ctx, declaration, expr.isFinal));
}

function typeVar(ctx: FunctionContext, declaration: ast.VarDecl, isFinal: boolean): TypedExpr {
  const { program } = ctx;
  const { name, value } = declaration;
  const declared =
    declaration.type === null ? null : resolveHint(program, ctx.scope, declaration.type);
  const typed = value === null ? null : initialValue(ctx, value, declared);
  const type: Type = declared ?? typed?.type ?? unknownType(program);
  if (declared !== null && isVoid(declared)) problem(ctx, "HX3081", name.span, { name: name.name });
  const variable = newVariable(ctx, name.name, type, name.span, isFinal);
  declareLocal(ctx, variable);
  return { kind: "Var", variable, value: typed, type: voidType(program), span: declaration.span };
}

/** `static var` in a function: a static variable of the class that only the function sees. */
function declareStatic(ctx: FunctionContext, declaration: ast.VarDecl, isFinal: boolean): void {
  const { name, value } = declaration;
  const declared =
    declaration.type === null ? null : resolveHint(ctx.program, ctx.scope, declaration.type);
  const outside = { ...ctx, locals: newLocalScope(null), thisType: null, thisVariable: null };
  const typed = value === null ? null : initialValue(outside, value, declared);
  const type: Type = declared ?? typed?.type ?? unknownType(ctx.program);
  const fieldName = `${ctx.field.name}_${name.name}_${ctx.notes.statics.length}`;
  const field: ClassField = {
    ...structureField(fieldName, type, name.span),
    owner: ctx.class,
    isStatic: true,
    isPublic: false,
    isFinal,
    write: isFinal ? "never" : "normal",
    meta: declaration.meta,
  };
  const variable = newVariable(ctx, name.name, type, name.span, isFinal);
  ctx.locals.variables.set(name.name, {
    variable,
    closure: ctx.closure,
    params: [],
    static: field,
  });
  ctx.notes.statics.push({ field, value: typed });
}

function initialValue(ctx: FunctionContext, value: ast.Expr, declared: Type | null): TypedExpr {
  if (declared !== null) return convert(ctx, ctx.typeExpr(ctx, value, declared), declared);
  const typed = ctx.typeExpr(ctx, value, "value");
  if (isVoid(typed.type)) {
    problem(ctx, "HX3051", value.span, {});
    return { ...typed, type: { kind: "Error" } };
  }
  return typed;
}
