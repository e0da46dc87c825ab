/** Binary and unary operators with Haxe's typing. */
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import {
  DYNAMIC,
  isNotNullable,
  isString,
  isVoid,
  representationOf,
} from "#compiler/types/core.ts";
import { followMono, followNull, underlyingOf } from "#compiler/types/follow.ts";
import { printType } from "#compiler/types/print.ts";
import type { Type } from "#compiler/types/type.ts";
import type { ArithmeticOp, BinopExpr, CompareOp, TypedExpr } from "#compiler/types/typed_ast.ts";
import { canUnify, directConversions, tryUnify } from "#compiler/types/unify.ts";
import { afterHolding, hold } from "../calls/forwarding.ts";
import { errorExpr, type FunctionContext, problem, wantValue } from "../program/context.ts";
import {
  boolType,
  floatType,
  intType,
  nullOf,
  standardType,
  stringType,
} from "../program/core_types.ts";
import { unknownType } from "../program/program.ts";
import { isBareNull } from "./bare_null.ts";
import { fold } from "./constants.ts";
import { convert, implicitly } from "./convert.ts";
import { callBinaryOperator, callUnaryOperator } from "./operator_overloads.ts";
import { stringPart } from "./string_parts.ts";

/** Operators that make a value of two values: all but assignments, `&&`, `||` and `??`. */
export type ValueOperator = Exclude<ast.ArithmeticOperator, "&&" | "||" | "??"> | CompareOp | "...";

/** What kind of operand a type is. Unknown ones are decided by the other operand. */
type OperandClass = "Int" | "Float" | "String" | "Bool" | "Dynamic" | "Unknown" | "Other";

export function typeBinary(
  ctx: FunctionContext,
  op: ValueOperator,
  first: TypedExpr,
  second: TypedExpr,
  span: Span,
): TypedExpr {
  const left = asRefined(ctx, first);
  const right = asRefined(ctx, second);
  if (left.type.kind === "Error" || right.type.kind === "Error") return errorExpr(span);
  // An abstract's own `==` cannot be asked about null.
  const hasNull = isBareNull(left) || isBareNull(right);
  if ((op === "==" || op === "!=") && hasNull) return nullCheck(ctx, op, left, right, span);
  const overloaded = callBinaryOperator(ctx, op, left, right, span);
  if (overloaded !== null)
    return onUnderlying(overloaded, ([one, other]) =>
      typeBinary(ctx, op, one ?? left, other ?? right, span),
    );
  switch (op) {
    case "+":
      return typeAdd(ctx, left, right, span);
    case "-":
    case "*":
    case "/":
    case "%":
      return typeArithmetic(ctx, op, left, right, span);
    case "&":
    case "|":
    case "^":
    case "<<":
    case ">>":
    case ">>>":
      return binop(ctx, op, "Int", left, right, span);
    case "==":
    case "!=":
      return typeEquality(ctx, op, left, right, span);
    case "<":
    case "<=":
    case ">":
    case ">=":
      return typeComparison(ctx, op, left, right, span);
    case "...":
      return typeInterval(ctx, left, right, span);
  }
}

/** A value of a type parameter as what the cases around say that it is. */
function asRefined(ctx: FunctionContext, expr: TypedExpr): TypedExpr {
  const type = followNull(expr.type);
  const known =
    type.kind === "TypeParam" ? ctx.program.unification.refined.get(type.param) : undefined;
  return known === undefined ? expr : implicitly(expr, known);
}

/** An operator function without a body is the operation on the underlying values. */
function onUnderlying(
  call: TypedExpr,
  compute: (operands: readonly TypedExpr[]) => TypedExpr,
): TypedExpr {
  if (call.kind !== "StaticCall" || !call.field.isAbstract) return call;
  const operands = call.args.map((arg): TypedExpr => {
    const type = followNull(arg.type);
    return type.kind === "Abstract"
      ? { kind: "Cast", form: "unchecked", expr: arg, type: underlyingOf(type), span: arg.span }
      : arg;
  });
  return {
    kind: "Cast",
    form: "unchecked",
    expr: compute(operands),
    type: call.type,
    span: call.span,
  };
}

function classify(type: Type): OperandClass {
  const followed = followNull(type);
  switch (followed.kind) {
    case "Mono":
      return "Unknown";
    case "Dynamic":
      return "Dynamic";
    case "Inst":
      return isString(followed) ? "String" : "Other";
    case "Abstract":
      return classifyAbstract(followed);
    case "TypeParam":
      return followed.param.constraints.map(classify).find((one) => one !== "Other") ?? "Other";
    default:
      return "Other";
  }
}

/** An abstract that takes part in few operations without operators of its own. `Single` is a number as `Float` is. */
function isOpaque(type: Type): boolean {
  const followed = followNull(type);
  return (
    isAbstract(followed) && !(followed.kind === "Abstract" && followed.abstract.path === "Single")
  );
}

function isAbstract(type: Type): boolean {
  const followed = followNull(type);
  return followed.kind === "Abstract" && !followed.abstract.isCoreType;
}

/** A number or text that is called otherwise counts as one where it converts to it. */
function classifyAbstract(type: Extract<Type, { kind: "Abstract" }>): OperandClass {
  const { path } = type.abstract;
  if (path === "Int" || path === "Float" || path === "Bool") return path;
  if (type.abstract.isCoreType) return "Other";
  for (const to of directConversions(type, "to")) {
    const one = classify(to);
    if (one !== "Other" && one !== "Unknown") return one;
  }
  return "Other";
}

// Arithmetic

function typeAdd(ctx: FunctionContext, left: TypedExpr, right: TypedExpr, span: Span): TypedExpr {
  const first = classify(left.type);
  const second = classify(right.type);
  const hasText = [left, right].some(
    (one) => classify(one.type) === "String" && !isOpaque(one.type),
  );
  if (hasText) return concat(ctx, left, right, span);
  if (first === "Dynamic" || second === "Dynamic")
    return binop(ctx, "+", "Dynamic", left, right, span);
  if (isVoid(left.type) || isVoid(right.type)) return cannotApply(ctx, "+", left, right, span);
  if (isOpaque(left.type)) return addToNumber(ctx, second, left, right, span);
  if (isOpaque(right.type)) return addToNumber(ctx, first, left, right, span);
  return typeNumbers(ctx, "+", left, right, span);
}

/** One operand is an abstract: it becomes what the other is, which must be a number. */
function addToNumber(
  ctx: FunctionContext,
  other: OperandClass,
  left: TypedExpr,
  right: TypedExpr,
  span: Span,
): TypedExpr {
  const hasOne = isOpaque(left.type) !== isOpaque(right.type);
  return hasOne && (other === "Int" || other === "Float")
    ? binop(ctx, "+", other, left, right, span)
    : cannotApply(ctx, "+", left, right, span);
}

function concat(ctx: FunctionContext, left: TypedExpr, right: TypedExpr, span: Span): TypedExpr {
  for (const part of [left, right])
    if (isVoid(part.type)) return cannotApply(ctx, "+", left, right, span);
  const parts = [...partsOf(left), ...partsOf(right)].map((part) => stringPart(ctx, part));
  return fold({ kind: "StringConcat", parts, type: stringType(ctx.program), span });
}

/** `a + b + c` is one concatenation, if its parts are texts already. */
function partsOf(expr: TypedExpr): readonly TypedExpr[] {
  return expr.kind === "StringConcat" ? expr.parts : [expr];
}

/** Of abstracts only those that are an `Int` can be multiplied, divided and subtracted. */
function typeArithmetic(
  ctx: FunctionContext,
  op: ArithmeticOp,
  left: TypedExpr,
  right: TypedExpr,
  span: Span,
): TypedExpr {
  const isOther = [left, right].some(({ type }) => isOpaque(type) && classify(type) !== "Int");
  return isOther
    ? cannotApply(ctx, op, left, right, span)
    : typeNumbers(ctx, op, left, right, span);
}

function typeNumbers(
  ctx: FunctionContext,
  op: ArithmeticOp,
  left: TypedExpr,
  right: TypedExpr,
  span: Span,
): TypedExpr {
  const first = classify(left.type);
  const second = classify(right.type);
  const isFloat = [first, second].some((one) => one === "Float" || one === "Dynamic") || op === "/";
  for (const one of [first, second]) {
    if (one === "String" || one === "Bool" || one === "Other")
      return cannotApply(ctx, op, left, right, span);
  }
  if (first === "Unknown")
    tryUnify(
      ctx.program.unification,
      left.type,
      second === "Float" ? floatType(ctx.program) : intType(ctx.program),
    );
  if (second === "Unknown")
    tryUnify(
      ctx.program.unification,
      right.type,
      first === "Float" ? floatType(ctx.program) : intType(ctx.program),
    );
  return binop(ctx, op, isFloat ? "Float" : "Int", left, right, span);
}

/** The operation on operands converted to what it computes with. */
function binop(
  ctx: FunctionContext,
  op: ArithmeticOp,
  operands: "Int" | "Float" | "Dynamic",
  left: TypedExpr,
  right: TypedExpr,
  span: Span,
): TypedExpr {
  const type =
    operands === "Int"
      ? intType(ctx.program)
      : operands === "Float"
        ? floatType(ctx.program)
        : DYNAMIC;
  const problems = ctx.program.problems.mark;
  const first = convert(ctx, left, type);
  const second = convert(ctx, right, type);
  if (ctx.program.problems.mark > problems) return errorExpr(span);
  return fold({ kind: "Binop", op, operands, left: first, right: second, type, span });
}

// Comparison

function typeEquality(
  ctx: FunctionContext,
  op: "==" | "!=",
  left: TypedExpr,
  right: TypedExpr,
  span: Span,
): TypedExpr {
  const { unification } = ctx.program;
  const agrees =
    tryUnify(unification, left.type, right.type) || tryUnify(unification, right.type, left.type);
  if (!agrees || isVoid(left.type)) {
    const converted = convertEither(ctx, left, right);
    if (converted === null) return cannotApply(ctx, op, left, right, span);
    return typeEquality(ctx, op, converted[0], converted[1], span);
  }
  const operands = equalityOperands(left, right);
  const type = operandType(ctx, operands);
  const first = type === null ? left : implicitly(left, type);
  const second = type === null ? right : implicitly(right, type);
  return fold({
    kind: "Binop",
    op,
    operands,
    left: first,
    right: second,
    type: boolType(ctx.program),
    span,
  });
}

/** One operand converted by a function of an abstract to the other's type. */
function convertEither(
  ctx: FunctionContext,
  left: TypedExpr,
  right: TypedExpr,
): [TypedExpr, TypedExpr] | null {
  if (!isAbstract(left.type) && !isAbstract(right.type)) return null;
  const problems = ctx.program.problems.mark;
  const asRight = convert(ctx, left, right.type);
  if (ctx.program.problems.mark === problems) return [asRight, right];
  ctx.program.problems.rollBack(problems);
  const asLeft = convert(ctx, right, left.type);
  if (ctx.program.problems.mark === problems) return [left, asLeft];
  ctx.program.problems.rollBack(problems);
  return null;
}

/** `x == null`. Null is never equal to a value that cannot be null. */
function nullCheck(
  ctx: FunctionContext,
  op: "==" | "!=",
  left: TypedExpr,
  right: TypedExpr,
  span: Span,
): TypedExpr {
  const isLeftNull = isBareNull(left);
  const [operand, nothing] = isLeftNull ? [right, left] : [left, right];
  if (isVoid(operand.type)) return wantValue(ctx, operand);
  if (isNotNullable(operand.type))
    problem(ctx, "HX3003", nothing.span, { type: printType(operand.type) });
  const type = boolType(ctx.program);
  if (operand.kind !== "Null") noteNullable(ctx, operand.type);
  const check: TypedExpr = { kind: "IsNull", operand, type, span };
  return op === "=="
    ? check
    : { kind: "Unop", op: "!", operands: "Bool", operand: check, type, span };
}

/** What is compared with null before its type is known becomes a `Null<T>`. */
function noteNullable(ctx: FunctionContext, type: Type): void {
  const mono = followMono(type);
  if (mono.kind !== "Mono" || mono.constraints.length > 0 || mono.fields !== null) return;
  ctx.program.unification.trail.bind(mono, nullOf(ctx.program, unknownType(ctx.program)));
}

function equalityOperands(left: TypedExpr, right: TypedExpr): BinopExpr["operands"] {
  const first = representationOf(left.type);
  const second = representationOf(right.type);
  const isAny = (name: string): boolean => first === name || second === name;
  if (isAny("Dynamic") || isAny("Unknown")) return "Dynamic";
  if (isAny("Float")) return "Float";
  if (isAny("Int")) return "Int";
  if (isAny("Bool")) return "Bool";
  return isStringAtRunTime(left.type) || isStringAtRunTime(right.type) ? "String" : "Reference";
}

function isStringAtRunTime(type: Type): boolean {
  const followed = followNull(type);
  if (followed.kind === "Abstract" && !followed.abstract.isCoreType)
    return isStringAtRunTime(followed.abstract.underlying);
  return isString(followed);
}

function operandType(ctx: FunctionContext, operands: BinopExpr["operands"]): Type | null {
  switch (operands) {
    case "Int":
      return intType(ctx.program);
    case "Float":
      return floatType(ctx.program);
    case "Bool":
      return boolType(ctx.program);
    case "Dynamic":
      return DYNAMIC;
    case "String":
    case "Reference":
      return null;
  }
}

function typeComparison(
  ctx: FunctionContext,
  op: CompareOp,
  left: TypedExpr,
  right: TypedExpr,
  span: Span,
): TypedExpr {
  const { program } = ctx;
  if (isOpaque(left.type) || isOpaque(right.type)) return cannotApply(ctx, op, left, right, span);
  let first = classify(left.type);
  let second = classify(right.type);
  if (first === "Unknown")
    tryUnify(
      program.unification,
      left.type,
      isNumeric(second) || second === "String" ? right.type : intType(program),
    );
  if (second === "Unknown")
    tryUnify(
      program.unification,
      right.type,
      isNumeric(first) || first === "String" ? left.type : intType(program),
    );
  first = classify(left.type);
  second = classify(right.type);
  const operands = comparisonOperands(first, second);
  if (operands === null) return cannotApply(ctx, op, left, right, span);
  const type = operands === "String" ? stringType(program) : operandType(ctx, operands);
  const convertOne = (expr: TypedExpr): TypedExpr =>
    type === null ? expr : convert(ctx, expr, type);
  return fold({
    kind: "Binop",
    op,
    operands,
    left: convertOne(left),
    right: convertOne(right),
    type: boolType(program),
    span,
  });
}

function isNumeric(one: OperandClass): boolean {
  return one === "Int" || one === "Float";
}

function comparisonOperands(
  first: OperandClass,
  second: OperandClass,
): "Int" | "Float" | "String" | "Dynamic" | null {
  if (first === "Int" && second === "Int") return "Int";
  if (isNumeric(first) && isNumeric(second)) return "Float";
  if (first === "String" && second === "String") return "String";
  if (first === "Dynamic" && second === "Dynamic") return "Dynamic";
  if (first === "Dynamic")
    return isNumeric(second) ? "Float" : second === "String" ? "String" : null;
  if (second === "Dynamic")
    return isNumeric(first) ? "Float" : first === "String" ? "String" : null;
  return null;
}

function typeInterval(
  ctx: FunctionContext,
  left: TypedExpr,
  right: TypedExpr,
  span: Span,
): TypedExpr {
  const type = standardType(ctx.program, "IntIterator");
  const int = intType(ctx.program);
  const args = [convert(ctx, left, int), convert(ctx, right, int)];
  if (type?.kind !== "Inst") return errorExpr(span);
  return { kind: "New", class: type.class, constructorOwner: type.class, args, type, span };
}

function cannotApply(
  ctx: FunctionContext,
  op: string,
  left: TypedExpr,
  right: TypedExpr,
  span: Span,
): TypedExpr {
  problem(ctx, "HX3043", span, { op, left: printType(left.type), right: printType(right.type) });
  return errorExpr(span);
}

// && || ??

export function typeLogic(ctx: FunctionContext, op: "&&" | "||", expr: ast.BinopExpr): TypedExpr {
  const bool = boolType(ctx.program);
  const left = ctx.typeExpr(ctx, expr.left, bool);
  const right = ctx.typeExpr(ctx, expr.right, bool);
  return typeLogicValues(ctx, op, left, right, expr.span);
}

export function typeLogicValues(
  ctx: FunctionContext,
  op: "&&" | "||",
  left: TypedExpr,
  right: TypedExpr,
  span: Span,
): TypedExpr {
  const overloaded = callBinaryOperator(ctx, op, left, right, span);
  if (overloaded !== null) return overloaded;
  const bool = boolType(ctx.program);
  return {
    kind: "Logic",
    op,
    left: convert(ctx, left, bool),
    right: convert(ctx, right, bool),
    type: bool,
    span,
  };
}

/** `a ?? b`: `a` unless it is null. The result is not null where `b` is not. */
export function coalesce(
  ctx: FunctionContext,
  left: TypedExpr,
  right: TypedExpr,
  span: Span,
): TypedExpr {
  const { program } = ctx;
  if (left.type.kind === "Error" || right.type.kind === "Error") return errorExpr(span);
  const plain = followNull(left.type);
  const common = canUnify(program.unification, right.type, plain) ? plain : right.type;
  const isNullable =
    right.kind === "Null" ||
    (representationOf(right.type) === "Dynamic" && representationOf(common) !== "Dynamic");
  const type = isNullable ? nullOf(program, common) : common;
  if (left.kind === "Null") return convert(ctx, right, type);
  const held = hold(ctx, left, "left");
  const cond: TypedExpr = {
    kind: "IsNull",
    operand: held.read,
    type: boolType(program),
    span: left.span,
  };
  const then = convert(ctx, right, type);
  const result: TypedExpr = {
    kind: "If",
    cond,
    then,
    else: convert(ctx, held.read, type),
    type,
    span,
  };
  return afterHolding([held], result);
}

// Unary

/** `-x`, `!x`, `~x`; `++` and `--` are assignments. */
export function typeUnary(
  ctx: FunctionContext,
  op: "-" | "!" | "~",
  operand: TypedExpr,
  span: Span,
): TypedExpr {
  if (operand.type.kind === "Error") return errorExpr(span);
  const overloaded = callUnaryOperator(ctx, op, false, operand, span);
  if (overloaded !== null)
    return onUnderlying(overloaded, ([first]) => typeUnary(ctx, op, first ?? operand, span));
  const { program } = ctx;
  if (op === "!") {
    const value = convert(ctx, operand, boolType(program));
    return fold({
      kind: "Unop",
      op,
      operands: "Bool",
      operand: value,
      type: boolType(program),
      span,
    });
  }
  const one = classify(operand.type);
  if (op === "-" && !isOpaque(operand.type) && (one === "Float" || one === "Dynamic")) {
    const value = convert(ctx, operand, floatType(program));
    return fold({
      kind: "Unop",
      op,
      operands: "Float",
      operand: value,
      type: floatType(program),
      span,
    });
  }
  const value = convert(ctx, operand, intType(program));
  return fold({ kind: "Unop", op, operands: "Int", operand: value, type: intType(program), span });
}
