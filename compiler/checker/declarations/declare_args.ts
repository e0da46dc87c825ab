/** The arguments of functions, as they are declared. */
import type * as ast from "#compiler/syntax/ast.ts";
import type { FunArg, Type } from "#compiler/types/type.ts";
import { boolType, floatType, intType, nullOf, stringType } from "../program/core_types.ts";
import { type Program, report, type TypeScope, unknownType } from "../program/program.ts";
import { isRestType, resolveHint, restOf } from "./type_hints.ts";

/** `?x:T` is a `Null<T>`; `x = value` has the value's type, which is known from the constant. */
export function declareArgs(
  program: Program,
  scope: TypeScope,
  args: readonly ast.FunctionArg[],
): FunArg[] {
  const declared = args.map((arg) => declareArg(program, scope, arg));
  for (const [index, arg] of args.entries())
    if (declared[index]?.isRest) checkRest(program, scope, arg, index === args.length - 1);
  return declared;
}

function declareArg(program: Program, scope: TypeScope, arg: ast.FunctionArg): FunArg {
  const declared =
    arg.type === null ? literalType(program, arg.value) : resolveHint(program, scope, arg.type);
  const isOptional = arg.isOptional || arg.value !== null;
  const rest = arg.isRest ? restOf(program, declared) : declared;
  if (arg.isRest || isRestType(rest))
    return { name: arg.name.name, isOptional, isRest: true, type: rest };
  const isNullDefault = arg.value?.kind === "Ident" && arg.value.name === "null";
  const isNull = (arg.isOptional && arg.value === null) || isNullDefault;
  const type = isNull ? nullOf(program, declared) : declared;
  return { name: arg.name.name, isOptional, isRest: false, type };
}

/** Nothing can follow a rest argument, and it is empty where nothing is given. */
function checkRest(
  program: Program,
  { module }: TypeScope,
  { name, isOptional, value }: ast.FunctionArg,
  isLast: boolean,
): void {
  if (!isLast) report(program, module.source.file, "HX2054", name.span, {});
  if (isOptional || value !== null) report(program, module.source.file, "HX2057", name.span, {});
}

/** Is it a constant whose type can be read from how it is written? */
export function isLiteral(value: ast.Expr | null): boolean {
  return value !== null && literalName(value) !== null;
}

/** The type of a constant as it is written; unknown for anything else. */
function literalType(program: Program, value: ast.Expr | null): Type {
  const name = value === null ? null : literalName(value);
  switch (name) {
    case "Int":
      return intType(program);
    case "Float":
      return floatType(program);
    case "String":
      return stringType(program);
    case "Bool":
      return boolType(program);
    case null:
      return unknownType(program);
  }
}

function literalName(value: ast.Expr): "Int" | "Float" | "String" | "Bool" | null {
  switch (value.kind) {
    case "Int":
    case "Float":
    case "String":
      return value.kind;
    case "Ident":
      return value.name === "true" || value.name === "false" ? "Bool" : null;
    case "Unop":
      return value.op === "-" ? literalName(value.operand) : null;
    default:
      return null;
  }
}
