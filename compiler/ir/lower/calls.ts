/** Calls of functions, methods, closures and intrinsics. */
import { isDynamic } from "#compiler/types/core.ts";
import type { ClassField, ClassType } from "#compiler/types/type.ts";
import type {
  CallExpr,
  IntrinsicExpr,
  MethodCallExpr,
  StaticCallExpr,
  SuperCallExpr,
  TypedExpr,
} from "#compiler/types/typed_ast.ts";
import type { IrExpr } from "../expr.ts";
import { InternalError } from "../internal_error.ts";
import { type Intrinsic, type IntrinsicName, intrinsics } from "../intrinsics.ts";
import type { Kind } from "../kind.ts";
import type { IrEffect, Position } from "../statement.ts";
import { kindOfType } from "./erasure.ts";
import type { FunctionBuilder } from "./function_builder.ts";
import { lowerOperands } from "./operands.ts";
import { declaredSignature, slotSignature } from "./signatures.ts";
import { lowerThis } from "./variables.ts";

export function lowerStaticCall(
  fn: FunctionBuilder,
  { owner, field, args, span }: StaticCallExpr,
): IrExpr {
  const at = span.start;
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
  const object = (): IrExpr => fn.checked(fn.valueAs(expr.object, "ref"), `.${field.name}`, at);
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
  const name = intrinsicName(expr);
  const at = expr.span.start;
  const { params }: Intrinsic = intrinsics[name];
  const operands = expr.args.map((arg, index) => (): IrExpr => {
    const kind = params[index] ?? "dyn";
    const value = fn.valueAs(arg, kind);
    return kind === "ref" && !takesNull(name)
      ? fn.checked(value, `.${expr.field.name}`, at)
      : value;
  });
  const args = lowerOperands(fn, operands, at);
  const [first] = args;
  if (name === "array.length" && first !== undefined) return { kind: "ArrayLength", array: first };
  if (name === "f64.toInt" && first !== undefined) return fn.coerce(first, "i32");
  if (intrinsics[name].effect === "pure") return { kind: "Intrinsic", name, args };
  return fn.perform({ kind: "IntrinsicCall", name, args }, at);
}

function takesNull(name: IntrinsicName): boolean {
  return name === "string.concat";
}

function intrinsicName({ name, field, args }: IntrinsicExpr): IntrinsicName {
  if (!isIntrinsicName(name))
    throw new InternalError(`${field.name} names the intrinsic ${name}, which does not exist`);
  const { params }: Intrinsic = intrinsics[name];
  if (params.length !== args.length) {
    throw new InternalError(
      `${field.name} has ${args.length} arguments, the intrinsic ${name} ${params.length}`,
    );
  }
  return name;
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
