/** `@:from`, `@:to`, `@:op` and `@:arrayAccess` of an abstract's functions. */
import type { Expr, Metadata } from "#compiler/syntax/ast.ts";
import { follow } from "#compiler/types/follow.ts";
import type {
  AbstractConversion,
  AbstractOperator,
  AbstractType,
  ClassField,
  FunType,
} from "#compiler/types/type.ts";
import { hasMeta } from "../program/metadata.ts";

/** Reads the metadata of the abstract's functions into the tables that conversion and operators use. */
export function addConversions(type: AbstractType): void {
  const { implementation } = type;
  if (implementation === null) return;
  const from: AbstractConversion[] = [];
  const to: AbstractConversion[] = [];
  const operators: AbstractOperator[] = [];
  for (const field of [...implementation.statics.values(), ...implementation.fields.values()]) {
    const signature = follow(field.type);
    if (field.kind !== "Method" || signature.kind !== "Fun") continue;
    if (hasMeta(field.meta, ":from"))
      from.push({ type: signature.args[0]?.type ?? field.type, field });
    if (hasMeta(field.meta, ":to")) to.push({ type: signature.result, field });
    for (const meta of field.meta) operators.push(...operatorsOf(meta, field, signature));
  }
  type.from = [...type.from, ...from];
  type.to = [...type.to, ...to];
  type.operators = operators;
}

function operatorsOf(meta: Metadata, field: ClassField, signature: FunType): AbstractOperator[] {
  const isCommutative = hasMeta(field.meta, ":commutative");
  if (meta.name === ":resolve") return [{ op: ".", form: "access", isCommutative, field }];
  if (meta.name === ":arrayAccess") return [accessOperator(field, signature)];
  if (meta.name !== ":op") return [];
  return meta.params.flatMap((param): AbstractOperator[] => {
    const shape = operatorShape(param);
    if (shape === null) return [];
    if (shape.op === "[]") return [accessOperator(field, signature)];
    if (shape.op === ".") {
      return [{ op: signature.args.length > 2 ? ".=" : ".", form: "access", isCommutative, field }];
    }
    return [{ ...shape, isCommutative, field }];
  });
}

/** Two arguments read, three write. */
function accessOperator(field: ClassField, signature: FunType): AbstractOperator {
  const isWrite = signature.args.length > 2;
  return { op: isWrite ? "[]=" : "[]", form: "access", isCommutative: false, field };
}

function operatorShape(expr: Expr): Pick<AbstractOperator, "op" | "form"> | null {
  switch (expr.kind) {
    case "Binop":
      return { op: expr.op, form: "binary" };
    case "Unop":
      return { op: expr.op, form: expr.isPostfix ? "postfix" : "prefix" };
    case "ArrayDecl":
      return { op: "[]", form: "access" };
    case "Field":
      return { op: ".", form: "access" };
    case "Call":
      return { op: "()", form: "access" };
    case "Parenthesis":
      return operatorShape(expr.expr);
    default:
      return null;
  }
}
