/** The parts that every function shares: parameters at the entry, the result at the exit, the finished IR. */
import type { Type } from "#compiler/types/type.ts";
import type { LocalVariable, TypedExpr, TypedParam } from "#compiler/types/typed_ast.ts";
import type { IrExpr } from "../expr.ts";
import type { IrFunction } from "../ir.ts";
import type { Kind } from "../kind.ts";
import type { Position } from "../statement.ts";
import { zeroOf } from "./coerce.ts";
import { kindOfType } from "./erasure.ts";
import type { FunctionBuilder } from "./function_builder.ts";
import { hashBody } from "./hashes.ts";
import { positionsFrom } from "./positions.ts";

/** A parameter's slot and what is to become of it in the body. */
export interface ParamSlot {
  readonly param: TypedParam;
  readonly local: number;
}

/** Adds the parameters as locals of the given kinds; nothing else may have been added before but the receiver. */
export function addParams(
  fn: FunctionBuilder,
  params: readonly TypedParam[],
  kinds: readonly Kind[],
): ParamSlot[] {
  return params.map((param, index) => {
    const kind = kinds[index] ?? kindOfType(param.arg.type);
    return { param, local: fn.addLocal(param.variable.name, kind) };
  });
}

/** Puts in default values, and each parameter in the kind and place that the body uses. */
export function enterParams(fn: FunctionBuilder, slots: readonly ParamSlot[], at: Position): void {
  for (const { param, local } of slots) enterParam(fn, param, local, at);
}

function enterParam(fn: FunctionBuilder, param: TypedParam, local: number, at: Position): void {
  const { variable, defaultValue } = param;
  const slot: IrExpr = { kind: "Local", index: local };
  const kind = kindOfType(variable.type);
  const inPlace = fn.kindOf(slot) === kind && !(variable.isCaptured && variable.isAssigned);
  if (defaultValue === null) {
    if (inPlace) fn.place(variable, { local, cellKind: null });
    else fn.define(variable, slot, at);
    return;
  }
  if (inPlace) {
    fn.place(variable, { local, cellKind: null });
    replaceNull(fn, slot, local, defaultValue, at);
    return;
  }
  const value = fn.temporary(kind);
  replaceNull(fn, slot, value, defaultValue, at);
  fn.define(variable, { kind: "Local", index: value }, at);
}

function replaceNull(
  fn: FunctionBuilder,
  slot: IrExpr,
  target: number,
  defaultValue: TypedExpr,
  at: Position,
): void {
  const whenNull = fn.capture(() => fn.into(defaultValue, target));
  const isSame = slot.kind === "Local" && slot.index === target;
  const otherwise = isSame ? [] : fn.capture(() => fn.assign(target, slot, at));
  fn.emit({ kind: "If", test: { kind: "IsNull", operand: slot }, then: whenNull, else: otherwise });
}

/** Lowers the body and sees to it that control cannot fall off the end of a function with a result. */
export function lowerBody(fn: FunctionBuilder, body: TypedExpr, returnType: Type): void {
  if (body.kind === "Block" || isVoidResult(fn, returnType)) fn.discard(body);
  else fn.emit({ kind: "Return", value: returned(fn, fn.value(body)), at: body.span.start });
  endBody(fn, body.span.end);
}

/** Returns the result's zero where control can reach the end. */
export function endBody(fn: FunctionBuilder, at: Position): void {
  const { result } = fn.parts;
  if (result !== "void") fn.emit({ kind: "Return", value: zeroOf(result), at });
}

/** The value as the function's result; null where it has none. */
export function returned(fn: FunctionBuilder, value: IrExpr): IrExpr | null {
  const { result } = fn.parts;
  return result === "void" ? null : fn.coerce(value, result);
}

function isVoidResult(fn: FunctionBuilder, returnType: Type): boolean {
  return fn.parts.result === "void" || isVoidType(returnType);
}

function isVoidType(type: Type): boolean {
  return type.kind === "Abstract" && type.abstract.path === "Void";
}

/** Captured values as locals after the parameters. */
export function addCaptures(
  fn: FunctionBuilder,
  outer: FunctionBuilder,
  captures: readonly LocalVariable[],
): void {
  for (const variable of captures) {
    const place = outer.placeOf(variable);
    const kind: Kind = place.cellKind === null ? kindOfType(variable.type) : "ref";
    fn.place(variable, { local: fn.addLocal(variable.name, kind), cellKind: place.cellKind });
  }
}

/** The finished function. */
export function finish(
  fn: FunctionBuilder,
  counts: { readonly params: number; readonly captures: number },
  signatureHash: string,
): IrFunction {
  const { id, owner, form, result, file, start } = fn.parts;
  const parts = {
    id,
    owner: owner.path,
    form,
    locals: fn.locals,
    paramCount: counts.params,
    captureCount: counts.captures,
    result,
    body: positionsFrom(start, fn.statements),
    file,
    start,
  };
  return { ...parts, signatureHash, bodyHash: hashBody(parts) };
}
