/** Reading fields, statics, elements and fields by name. */
import type {
  AnonFieldExpr,
  ArrayAccessExpr,
  DynamicFieldExpr,
  FieldExpr,
  StaticFieldExpr,
} from "#compiler/types/typed_ast.ts";
import type { IrExpr } from "../expr.ts";
import type { Position } from "../statement.ts";
import { kindOfType } from "./erasure.ts";
import type { FunctionBuilder } from "./function_builder.ts";
import { lowerOperands } from "./operands.ts";

export function readField(fn: FunctionBuilder, expr: FieldExpr): IrExpr {
  const { owner, field } = expr;
  const at = expr.span.start;
  const object = fn.checked(fn.valueAs(expr.object, "ref"), `.${field.name}`, at);
  if (owner.form === "interface")
    return fn.perform({ kind: "DynGet", object, name: field.name }, at);
  return {
    kind: "GetField",
    object,
    owner: owner.path,
    field: field.name,
    type: kindOfType(field.type),
  };
}

export function readStatic({ owner, field }: StaticFieldExpr): IrExpr {
  return { kind: "GetStatic", owner: owner.path, name: field.name, type: kindOfType(field.type) };
}

export function readAnonField(fn: FunctionBuilder, expr: AnonFieldExpr): IrExpr {
  const at = expr.span.start;
  const object = fn.checked(fn.valueAs(expr.object, "ref"), `.${expr.name}`, at);
  return fn.perform({ kind: "DynGet", object, name: expr.name }, at);
}

/** Numbers and Bools have no fields: they read as null. */
export function readDynamicField(fn: FunctionBuilder, expr: DynamicFieldExpr): IrExpr {
  const at = expr.span.start;
  const value = checkedDynamic(fn, fn.valueAs(expr.object, "dyn"), `.${expr.name}`, at);
  const local = fn.temporary("dyn");
  const none = fn.capture(() => fn.assign(local, { kind: "ConstNull", as: "dyn" }, at));
  const read = fn.capture(() => {
    const effect = { kind: "DynGet", object: fn.coerce(value, "ref"), name: expr.name } as const;
    fn.emit({ kind: "Do", local, effect, at });
  });
  fn.emit({ kind: "If", test: isBasic(value), then: none, else: read });
  return { kind: "Local", index: local };
}

/** Is the Dynamic value, which is not null, no object? */
export function isBasic(value: IrExpr): IrExpr {
  const left: IrExpr = { kind: "Intrinsic", name: "dyn.kind", args: [value] };
  return {
    kind: "Binary",
    op: "i32.lt",
    left,
    right: { kind: "ConstInt", value: FIRST_OBJECT_KIND },
  };
}

/** `dyn.kind` counts from null over Int, Float and Bool to String and other objects. */
const FIRST_OBJECT_KIND = 4;

/** A Dynamic value after a check that it is not null; `CheckNull` is for references only. */
export function checkedDynamic(
  fn: FunctionBuilder,
  value: IrExpr,
  what: string,
  at: Position,
): IrExpr {
  const held = value.kind === "Local" ? value : fn.spill(value, at);
  const text: IrExpr = { kind: "ConstString", value: `Null access ${what}` };
  fn.emit({
    kind: "If",
    test: { kind: "IsNull", operand: held },
    then: [{ kind: "Throw", value: fn.coerce(text, "dyn"), at }],
    else: [],
  });
  return held;
}

export function readArray(fn: FunctionBuilder, expr: ArrayAccessExpr): IrExpr {
  const at = expr.span.start;
  const [array, index] = lowerOperands(
    fn,
    [
      () => fn.checked(fn.valueAs(expr.array, "ref"), "[]", at),
      () => fn.valueAs(expr.index, "i32"),
    ],
    at,
  ) as [IrExpr, IrExpr];
  return { kind: "ArrayGet", array, index, type: kindOfType(expr.type) };
}
