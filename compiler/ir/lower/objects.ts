/** Making objects: instances, enum values, arrays, structures. */

import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import { DYNAMIC } from "#compiler/types/core.ts";
import { followNull } from "#compiler/types/follow.ts";
import type { Type } from "#compiler/types/type.ts";
import type {
  ArrayDeclExpr,
  NewEnumExpr,
  NewExpr,
  ObjectDeclExpr,
} from "#compiler/types/typed_ast.ts";
import type { IrExpr } from "../expr.ts";
import type { Kind } from "../kind.ts";
import { argumentsAs, constructorCall } from "./calls.ts";
import { elementKind, kindOfType } from "./erasure.ts";
import type { FunctionBuilder } from "./function_builder.ts";
import { MAP, mapClass, mapConstructor } from "./map_class.ts";
import { lowerOperands } from "./operands.ts";
import { declaredSignature } from "./signatures.ts";

export function lowerNew(fn: FunctionBuilder, expr: NewExpr): IrExpr {
  const at = expr.span.start;
  if (expr.class.path === "Array") {
    return fn.perform({ kind: "NewArray", elements: [], type: elementKind(expr.type) }, at);
  }
  if (expr.class.path === MAP) return lowerNewMap(fn, expr);
  const owner = expr.constructorOwner;
  if (owner === null) return fn.perform({ kind: "New", path: expr.class.path }, at);
  if (owner.constructor === null) throw new InternalError(`${owner.path} has no constructor`);
  const { params } = declaredSignature(owner.constructor);
  const args = lowerOperands(fn, argumentsAs(fn, expr.args, params), at);
  const object = fn.perform({ kind: "New", path: expr.class.path }, at);
  fn.performOnly(constructorCall(owner, object, args), at);
  return object;
}

function lowerNewMap(fn: FunctionBuilder, { type, span }: NewExpr): IrExpr {
  const map = followNull(type);
  const path = mapClass(map.kind === "Inst" ? (map.params[0] ?? DYNAMIC) : DYNAMIC);
  const object = fn.perform({ kind: "New", path }, span.start);
  const target = `${mapConstructor(path)}.new`;
  fn.performOnly({ kind: "Call", target, args: [object], type: "void" }, span.start);
  return object;
}

export function lowerNewEnum(fn: FunctionBuilder, expr: NewEnumExpr): IrExpr {
  const { span } = expr;
  const { name, args: declared } = expr.constructor;
  const params = (declared ?? []).map((arg) => enumParamKind(arg.type));
  const args = lowerOperands(fn, argumentsAs(fn, expr.args, params), span.start);
  const path = expr.enum.path;
  if (args.length === 0) return { kind: "EnumConst", enum: path, constructor: name };
  return fn.perform({ kind: "NewEnum", enum: path, constructor: name, args }, span.start);
}

/** The kind of a constructor's argument as the enum declares it. */
export function enumParamKind(type: Type): Kind {
  return kindOfType(type);
}

export function lowerArrayDecl(fn: FunctionBuilder, expr: ArrayDeclExpr): IrExpr {
  const type = elementKind(expr.type);
  const operands = expr.elements.map((element) => () => fn.valueAs(element, type));
  const elements = lowerOperands(fn, operands, expr.span.start);
  return fn.perform({ kind: "NewArray", elements, type }, expr.span.start);
}

export function lowerObjectDecl(fn: FunctionBuilder, expr: ObjectDeclExpr): IrExpr {
  const operands = expr.fields.map((field) => () => fn.valueAs(field.value, "dyn"));
  const values = lowerOperands(fn, operands, expr.span.start);
  const fields = expr.fields.map(({ name }, index) => ({ name, value: values[index] ?? NULL }));
  return fn.perform({ kind: "NewAnon", fields }, expr.span.start);
}

const NULL: IrExpr = { kind: "ConstNull", as: "dyn" };
