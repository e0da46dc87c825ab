/** Calls of functions, methods, closures and intrinsics. */

import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import { isDynamic } from "#compiler/types/core.ts";
import type { ClassField, ClassType, Type } from "#compiler/types/type.ts";
import type {
  CallExpr,
  IntrinsicExpr,
  MethodCallExpr,
  StaticCallExpr,
  SuperCallExpr,
  TypedExpr,
} from "#compiler/types/typed_ast.ts";
import { writtenCount } from "../check_intrinsics.ts";
import type { IrExpr } from "../expr.ts";
import { type Intrinsic, type IntrinsicName, intrinsics } from "../intrinsics.ts";
import type { Kind } from "../kind.ts";
import type { IrEffect, Position } from "../statement.ts";
import { coerce, zeroOf } from "./coerce.ts";
import { elementKind, kindOfType } from "./erasure.ts";
import type { FunctionBuilder } from "./function_builder.ts";
import { lowerOperands } from "./operands.ts";
import { declaredSignature, slotSignature } from "./signatures.ts";
import { lowerThis } from "./variables.ts";

export function lowerStaticCall(
  fn: FunctionBuilder,
  { owner, field, args, type, span }: StaticCallExpr,
): IrExpr {
  const at = span.start;
  if (field.intrinsic !== null) return callIntrinsic(fn, field, args, at, type);
  if (field.isDynamic) {
    const closure: IrExpr = { kind: "GetStatic", owner: owner.path, name: field.name, type: "ref" };
    return callClosure(fn, () => closure, args, at);
  }
  const { params, result } = declaredSignature(field);
  const values = lowerOperands(fn, argumentsAs(fn, args, params), at);
  return fn.perform(
    { kind: "Call", target: functionId(owner, field), args: values, type: result },
    at,
  );
}

export function lowerMethodCall(fn: FunctionBuilder, expr: MethodCallExpr): IrExpr {
  const { owner, field, args } = expr;
  const at = expr.span.start;
  if (field.intrinsic !== null) {
    return callIntrinsic(fn, field, [expr.object, ...args], at, expr.type);
  }
  const object = (): IrExpr => fn.checked(fn.valueAs(expr.object, "ref"), accessText(field), at);
  if (field.isDynamic && !expr.isSuper) {
    const closure = (): IrExpr => ({
      kind: "GetField",
      object: object(),
      owner: owner.path,
      field: field.name,
      type: "ref",
    });
    return callClosure(fn, closure, args, at);
  }
  const { params } = slotSignature(owner, field);
  const [receiver, ...values] = lowerOperands(
    fn,
    [object, ...argumentsAs(fn, args, params)],
    at,
  ) as [IrExpr, ...IrExpr[]];
  return fn.perform(methodCall(owner, field, receiver, values, expr.isSuper), at);
}

/** The call of a method on a receiver that is not null, with or without dispatch. */
export function methodCall(
  owner: ClassType,
  field: ClassField,
  receiver: IrExpr,
  args: readonly IrExpr[],
  isSuper: boolean,
): IrEffect {
  const type = slotSignature(owner, field).result;
  if (owner.form === "interface") {
    return { kind: "CallInterface", receiver, owner: owner.path, method: field.name, args, type };
  }
  if (isSuper || isNeverOverridden(owner, field)) {
    return { kind: "Call", target: functionId(owner, field), args: [receiver, ...args], type };
  }
  return { kind: "CallMethod", receiver, owner: owner.path, method: field.name, args, type };
}

/** `String` and `Array` have no subclasses; an inline method cannot be overridden. */
function isNeverOverridden(owner: ClassType, field: ClassField): boolean {
  const isSealed = owner.isFinal || owner.path === "String" || owner.path === "Array";
  return !field.isAbstract && (isSealed || field.isFinal || field.isInline);
}

export function lowerSuperCall(
  fn: FunctionBuilder,
  { owner, field, args, span }: SuperCallExpr,
): IrExpr {
  const at = span.start;
  const { params } = declaredSignature(field);
  const values = lowerOperands(fn, argumentsAs(fn, args, params), at);
  return fn.perform(constructorCall(owner, lowerThis(fn), values), at);
}

export function constructorCall(
  owner: ClassType,
  receiver: IrExpr,
  args: readonly IrExpr[],
): IrEffect {
  return { kind: "Call", target: `${owner.path}.new`, args: [receiver, ...args], type: "void" };
}

export function lowerCall(fn: FunctionBuilder, { callee, args, span }: CallExpr): IrExpr {
  return callClosure(fn, () => closureOf(fn, callee), args, span.start);
}

/** A Dynamic callee is checked to be a function: unboxing trusts what it is told. */
function closureOf(fn: FunctionBuilder, callee: TypedExpr): IrExpr {
  const value = fn.value(callee);
  if (!isDynamic(callee.type) || fn.kindOf(value) !== "dyn") return fn.coerce(value, "ref");
  return fn.perform({ kind: "Cast", value, type: { kind: "function" } }, callee.span.start);
}

function callClosure(
  fn: FunctionBuilder,
  callee: () => IrExpr,
  args: readonly TypedExpr[],
  at: Position,
): IrExpr {
  const operands = [callee, ...args.map((arg) => () => fn.valueAs(arg, "dyn"))];
  const [closure, ...values] = lowerOperands(fn, operands, at) as [IrExpr, ...IrExpr[]];
  return fn.perform({ kind: "CallClosure", closure, args: values }, at);
}

export function lowerIntrinsic(fn: FunctionBuilder, expr: IntrinsicExpr): IrExpr {
  return callIntrinsic(fn, expr.field, expr.args, expr.span.start, expr.type);
}

/** The receiver comes first. References are checked: an intrinsic trusts what it is given. */
function callIntrinsic(
  fn: FunctionBuilder,
  field: ClassField,
  args: readonly TypedExpr[],
  at: Position,
  type: Type,
): IrExpr {
  const name = intrinsicOf(field, args.length);
  const { params }: Intrinsic = intrinsics[name];
  const operands = args.map((arg, index) => (): IrExpr => {
    const kind = params[index] ?? "dyn";
    const value = fn.valueAs(arg, kind);
    return kind === "ref" && !takesNull(name) ? fn.checked(value, accessText(field), at) : value;
  });
  const values = withZero(name, lowerOperands(fn, operands, at), args, type);
  const [first] = values;
  if (name === "array.length" && first !== undefined) return { kind: "ArrayLength", array: first };
  if (name === "f64.toInt" && first !== undefined) return fn.coerce(first, "i32");
  if (intrinsics[name].effect === "pure") return { kind: "Intrinsic", name, args: values };
  return fn.perform({ kind: "IntrinsicCall", name, args: values }, at);
}

/** New elements that are given no value hold their kind's zero, where the kind is known. */
function withZero(
  name: IntrinsicName,
  values: readonly IrExpr[],
  args: readonly TypedExpr[],
  result: Type,
): readonly IrExpr[] {
  const [first] = args;
  if (name === "array.resize" && first !== undefined) return [...values, boxedZero(first.type)];
  const [length, value] = values;
  if (name !== "array.filled" || length === undefined || value?.kind !== "ConstNull") return values;
  return [length, boxedZero(result)];
}

function boxedZero(array: Type): IrExpr {
  return coerce(zeroOf(elementKind(array)), "dyn", []);
}

/** How a null access through the member is reported: a property's getter by the property's name. */
function accessText({ name }: ClassField): string {
  return name.startsWith("get_") ? `.${name.slice(4)}` : `.${name}`;
}

function takesNull(name: IntrinsicName): boolean {
  return name === "string.concat";
}

function intrinsicOf({ name, intrinsic }: ClassField, count: number): IntrinsicName {
  if (intrinsic === null || !isIntrinsicName(intrinsic)) {
    throw new InternalError(`${name} names the intrinsic ${intrinsic}, which does not exist`);
  }
  const expected = writtenCount(intrinsics[intrinsic]);
  if (expected === count) return intrinsic;
  throw new InternalError(`${name} has ${count} arguments, the intrinsic ${intrinsic} ${expected}`);
}

function isIntrinsicName(name: string): name is IntrinsicName {
  return Object.hasOwn(intrinsics, name);
}

/** Lowers each argument to its parameter's kind. */
export function argumentsAs(
  fn: FunctionBuilder,
  args: readonly TypedExpr[],
  params: readonly Kind[],
): (() => IrExpr)[] {
  return args.map((arg, index) => () => fn.valueAs(arg, params[index] ?? kindOfType(arg.type)));
}

export function functionId(owner: ClassType, field: ClassField): string {
  return `${owner.path}.${field.name}`;
}
