/**
 * Closures become functions of their own that get what they capture by value; a captured variable that is assigned
 * lives in a cell. All their parameters and their result are `dyn`.
 */
import type { ClassField, ClassType } from "#compiler/types/type.ts";
import type {
  FunctionExpr,
  MethodClosureExpr,
  StaticClosureExpr,
} from "#compiler/types/typed_ast.ts";
import type { IrExpr } from "../expr.ts";
import type { IrEffect, Position } from "../statement.ts";
import { functionId, methodCall } from "./calls.ts";
import { FunctionBuilder } from "./function_builder.ts";
import {
  addCaptures,
  addParams,
  endBody,
  enterParams,
  finish,
  lowerBody,
  returned,
} from "./function_frame.ts";
import { hashText } from "./hashes.ts";
import { declaredSignature, slotDeclaration, slotSignature } from "./signatures.ts";
import { lowerThis } from "./variables.ts";

export function lowerFunctionValue(outer: FunctionBuilder, expr: FunctionExpr): IrExpr {
  const at = expr.span.start;
  const fn = closureBuilder(outer, outer.closureId(), outer.parts.owner);
  const slots = addParams(
    fn,
    expr.params,
    expr.params.map(() => "dyn"),
  );
  const params = fn.locals.length;
  if (expr.capturesThis) fn.thisLocal = fn.addLocal("this", "ref");
  addCaptures(fn, outer, expr.captures);
  const captures = fn.locals.length - params;
  enterParams(fn, slots, at);
  lowerBody(fn, expr.body, expr.returnType);
  outer.module.addFunction(finish(fn, { params, captures }, closureHash(params, captures)));
  return closureValue(outer, fn.parts.id, capturedValues(outer, expr), at);
}

function capturedValues(outer: FunctionBuilder, expr: FunctionExpr): IrExpr[] {
  const values = expr.captures.map(
    (variable): IrExpr => ({ kind: "Local", index: outer.placeOf(variable).local }),
  );
  return expr.capturesThis ? [lowerThis(outer), ...values] : values;
}

/** `Class.f` as a value: one function of closure form for it, and so one object. */
export function lowerStaticClosure(
  fn: FunctionBuilder,
  { owner, field, span }: StaticClosureExpr,
): IrExpr {
  if (field.isDynamic)
    return { kind: "GetStatic", owner: owner.path, name: field.name, type: "ref" };
  const id = `${functionId(owner, field)}$value`;
  if (!fn.module.hasFunction(id)) addStaticWrapper(fn, id, owner, field, span.start);
  return { kind: "ConstClosure", target: id };
}

function addStaticWrapper(
  outer: FunctionBuilder,
  id: string,
  owner: ClassType,
  field: ClassField,
  at: Position,
): void {
  const { params, result } = declaredSignature(field);
  addWrapper(outer, { id, owner, paramCount: params.length, capturesThis: false, at }, (args) => ({
    kind: "Call",
    target: functionId(owner, field),
    args: args.map((arg, index) => arg(params[index] ?? "dyn")),
    type: result,
  }));
}

/** `object.method` as a value: a closure that holds the object. */
export function lowerMethodClosure(fn: FunctionBuilder, expr: MethodClosureExpr): IrExpr {
  const { owner, field, isSuper } = expr;
  const at = expr.span.start;
  const object = fn.checked(fn.valueAs(expr.object, "ref"), `.${field.name}`, at);
  if (field.isDynamic)
    return { kind: "GetField", object, owner: owner.path, field: field.name, type: "ref" };
  // One wrapper a slot, whatever class the object is seen as: a method as a value is the same one everywhere.
  const method = isSuper ? { owner, field } : slotDeclaration(owner, field);
  const id = `${functionId(method.owner, method.field)}$${isSuper ? "super" : "bound"}`;
  if (!fn.module.hasFunction(id)) addBoundWrapper(fn, id, { ...method, isSuper }, at);
  return closureValue(fn, id, [object], at);
}

function addBoundWrapper(
  outer: FunctionBuilder,
  id: string,
  { owner, field, isSuper }: Pick<MethodClosureExpr, "owner" | "field" | "isSuper">,
  at: Position,
): void {
  const { params } = slotSignature(owner, field);
  addWrapper(
    outer,
    { id, owner, paramCount: params.length, capturesThis: true, at },
    (args, receiver) =>
      methodCall(
        owner,
        field,
        receiver,
        args.map((arg, index) => arg(params[index] ?? "dyn")),
        isSuper,
      ),
  );
}

interface Wrapper {
  readonly id: string;
  readonly owner: ClassType;
  readonly paramCount: number;
  readonly capturesThis: boolean;
  readonly at: Position;
}

type WrapperArgument = (kind: Parameters<FunctionBuilder["coerce"]>[1]) => IrExpr;

/** Adds a function of closure form that passes its arguments on. */
function addWrapper(
  outer: FunctionBuilder,
  { id, owner, paramCount, capturesThis, at }: Wrapper,
  call: (args: readonly WrapperArgument[], receiver: IrExpr) => IrEffect,
): void {
  const fn = closureBuilder(outer, id, owner);
  const params = Array.from({ length: paramCount }, (_, index) =>
    fn.addLocal(`arg${index}`, "dyn"),
  );
  if (capturesThis) fn.thisLocal = fn.addLocal("this", "ref");
  const args = params.map(
    (index): WrapperArgument =>
      (kind) =>
        fn.coerce({ kind: "Local", index }, kind),
  );
  const receiver: IrExpr = { kind: "Local", index: paramCount };
  const result = fn.perform(call(args, receiver), at);
  fn.emit({ kind: "Return", value: returned(fn, result), at });
  endBody(fn, at);
  const captures = capturesThis ? 1 : 0;
  outer.module.addFunction(
    finish(fn, { params: paramCount, captures }, closureHash(paramCount, captures)),
  );
}

function closureBuilder(outer: FunctionBuilder, id: string, owner: ClassType): FunctionBuilder {
  const { file, start } = outer.parts;
  return new FunctionBuilder(outer.module, {
    id,
    owner,
    form: "closure",
    result: "dyn",
    file,
    start,
    outer,
  });
}

function closureValue(
  fn: FunctionBuilder,
  target: string,
  captures: readonly IrExpr[],
  at: Position,
): IrExpr {
  if (captures.length === 0) return { kind: "ConstClosure", target };
  return fn.perform({ kind: "NewClosure", target, captures }, at);
}

function closureHash(params: number, captures: number): string {
  return hashText(`closure ${params} ${captures}`);
}
