/** Assignments. `+=` and `++` are already written out. */
import type { AssignExpr, AssignTarget, TypedExpr } from "#compiler/types/typed_ast.ts";
import type { IrExpr } from "../expr.ts";
import type { Kind } from "../kind.ts";
import type { IrStmt } from "../statement.ts";
import { kindOfType } from "./erasure.ts";
import { checkedDynamic, isBasic } from "./fields.ts";
import type { FunctionBuilder } from "./function_builder.ts";
import { lowerOperands } from "./operands.ts";
import { readPlace, writePlace } from "./variables.ts";

/** The assignment as an expression: its value is what was assigned. */
export function lowerAssign(fn: FunctionBuilder, expr: AssignExpr): IrExpr {
  const { target } = expr;
  if (target.kind === "Local") {
    lowerAssignment(fn, expr);
    return readPlace(fn.placeOf(target.variable));
  }
  return store(fn, target, expr.value, true);
}

/** The assignment as a statement. */
export function lowerAssignment(fn: FunctionBuilder, expr: AssignExpr): void {
  const { target, value } = expr;
  if (target.kind !== "Local") {
    store(fn, target, value, false);
    return;
  }
  const place = fn.placeOf(target.variable);
  if (place.cellKind === null) fn.into(value, place.local);
  else writePlace(fn, place, fn.value(value), expr.span.start);
}

type MemoryTarget = Exclude<AssignTarget, { kind: "Local" }>;

/** Evaluates the target's parts, then the value, then stores it; gives the value where it is used again. */
function store(
  fn: FunctionBuilder,
  target: MemoryTarget,
  value: TypedExpr,
  isUsed: boolean,
): IrExpr {
  const at = target.span.start;
  const assigned = (kind: Kind) => (): IrExpr => {
    const plain = fn.valueAs(value, kind);
    return isUsed ? fn.spill(plain, at) : plain;
  };
  switch (target.kind) {
    case "Field":
      return storeField(fn, target, assigned(kindOfType(target.field.type)));
    case "StaticField": {
      const { owner, field } = target;
      const type = kindOfType(field.type);
      const stored = assigned(type)();
      fn.emit({ kind: "SetStatic", owner: owner.path, name: field.name, value: stored, type, at });
      return stored;
    }
    case "ArrayAccess":
      return storeElement(fn, target, assigned);
    case "AnonField": {
      const [object, stored] = pair(fn, target.object, "ref", assigned("dyn"));
      const effect = {
        kind: "DynSet",
        object: fn.checked(object, `.${target.name}`, at),
        name: target.name,
        value: stored,
      } as const;
      fn.performOnly(effect, at);
      return stored;
    }
    case "DynamicField": {
      const [object, stored] = pair(fn, target.object, "dyn", assigned("dyn"));
      const held = checkedDynamic(fn, object, `.${target.name}`, at);
      const text: IrExpr = {
        kind: "ConstString",
        value: `Cannot set .${target.name} of a basic value`,
      };
      const refuse: IrStmt = { kind: "Throw", value: fn.coerce(text, "dyn"), at };
      fn.emit({ kind: "If", test: isBasic(held), then: [refuse], else: [] });
      const reference = fn.coerce(held, "ref");
      fn.performOnly({ kind: "DynSet", object: reference, name: target.name, value: stored }, at);
      return stored;
    }
  }
}

function storeField(
  fn: FunctionBuilder,
  target: Extract<MemoryTarget, { kind: "Field" }>,
  assigned: () => IrExpr,
): IrExpr {
  const { owner, field, span } = target;
  const [object, value] = pair(fn, target.object, "ref", assigned);
  const held = fn.checked(object, `.${field.name}`, span.start);
  if (owner.form === "interface") {
    const boxed = fn.coerce(value, "dyn");
    fn.performOnly({ kind: "DynSet", object: held, name: field.name, value: boxed }, span.start);
  } else {
    const type = kindOfType(field.type);
    fn.emit({
      kind: "SetField",
      object: held,
      owner: owner.path,
      field: field.name,
      value,
      type,
      at: span.start,
    });
  }
  return value;
}

function storeElement(
  fn: FunctionBuilder,
  target: Extract<MemoryTarget, { kind: "ArrayAccess" }>,
  assigned: (kind: Kind) => () => IrExpr,
): IrExpr {
  const at = target.span.start;
  const type = kindOfType(target.type);
  const [array, index, value] = lowerOperands(
    fn,
    [() => fn.valueAs(target.array, "ref"), () => fn.valueAs(target.index, "i32"), assigned(type)],
    at,
  ) as [IrExpr, IrExpr, IrExpr];
  fn.emit({ kind: "ArraySet", array: fn.checked(array, "[]", at), index, value, type, at });
  return value;
}

function pair(
  fn: FunctionBuilder,
  object: TypedExpr,
  kind: Kind,
  value: () => IrExpr,
): [IrExpr, IrExpr] {
  const operands = [() => fn.valueAs(object, kind), value];
  return lowerOperands(fn, operands, object.span.start) as [IrExpr, IrExpr];
}
