/** Expressions of the IR as C expressions. They have no effect, so an operand may be written twice. */
import type { BinaryOp, Conversion, IrExpr, TypeTest, UnaryOp } from "#compiler/ir/expr.ts";
import type { IrLocal } from "#compiler/ir/ir.ts";
import type { Kind } from "#compiler/ir/kind.ts";
import { kindOf } from "#compiler/ir/kind_of.ts";
import { box, unbox, unboxKnown } from "./c_kind.ts";
import { memberName } from "./c_names.ts";
import { type CWriter, need } from "./c_writer.ts";
import { intrinsicCall } from "./intrinsic.ts";
import { floatLiteral, intLiteral } from "./literals.ts";

/** The function an expression stands in. */
export interface Scope {
  readonly writer: CWriter;
  readonly locals: readonly IrLocal[];
  /** C names of the locals. */
  readonly names: readonly string[];
}

/** An object whose header is read. C must know the type also of a null, which was found to be one before. */
export function objectWithHeader(scope: Scope, object: IrExpr): string {
  return object.kind === "ConstNull" ? "((HxObject *)NULL)" : expression(scope, object);
}

export function expression(scope: Scope, expr: IrExpr): string {
  const { writer } = scope;
  const print = (operand: IrExpr): string => expression(scope, operand);
  switch (expr.kind) {
    case "ConstInt":
      return intLiteral(expr.value);
    case "ConstFloat":
      return floatLiteral(expr.value);
    case "ConstBool":
      return expr.value ? "1" : "0";
    case "ConstString":
      return `HX_OBJECT(&${writer.string(expr.value)})`;
    case "ConstNull":
      return expr.as === "ref" ? "NULL" : "HX_NULL";
    case "Local":
      return need(scope.names[expr.index], `local ${expr.index}`);
    case "GetField":
      return fieldAccess(scope, expr.object, expr.owner, expr.field);
    case "GetStatic":
      return writer.staticName(expr.owner, expr.name);
    case "ArrayGet": {
      const getter =
        expr.type === "dyn" ? "hx_inline_array_get" : `hx_inline_array_get_${expr.type}`;
      return `${getter}(HX_ARRAY(${print(expr.array)}), ${print(expr.index)})`;
    }
    case "ArrayLength":
      return `HX_ARRAY(${print(expr.array)})->length`;
    case "EnumIndex":
      return `(int32_t)${objectWithHeader(scope, expr.value)}->type->index`;
    case "EnumParam":
      return unboxKnown(expr.type, `HX_ENUM(${print(expr.value)})->args[${expr.param}]`);
    case "EnumConst":
      return `HX_OBJECT(&${writer.constructorValue(expr.enum, expr.constructor)})`;
    case "ConstClosure":
      return `HX_OBJECT(&${writer.constClosure(expr.target)})`;
    case "TypeValue":
      return `HX_OBJECT(${writer.typeAddress(expr.path)})`;
    case "GetCell":
      return unboxKnown(expr.type, `HX_CELL(${print(expr.cell)})->value`);
    case "Unary":
      return unary(expr.op, print(expr.operand));
    case "Binary":
      return binary(expr.op, print(expr.left), print(expr.right));
    case "Convert":
      return conversion(expr.op, print(expr.operand));
    case "Select":
      return `(${print(expr.test)} ? ${print(expr.then)} : ${print(expr.else)})`;
    case "IsNull":
      return isNull(scope, expr.operand);
    case "InstanceOf":
      return typeTest(scope, expr.value, expr.type);
    case "Intrinsic":
      return intrinsicCall(expr.name, expr.args.map(print));
  }
}

/** The expression as a dynamic word. */
export function boxed(scope: Scope, expr: IrExpr): string {
  return box(valueKind(scope, expr), expression(scope, expr));
}

export function valueKind(scope: Scope, expr: IrExpr): Kind {
  return kindOf(expr, scope.locals) as Kind;
}

/** A field as something to read or to take the address of. */
export function fieldAccess(scope: Scope, object: IrExpr, owner: string, field: string): string {
  const { writer } = scope;
  const declared = need(
    writer.linkedClass(owner).fields.find(({ name }) => name === field),
    `field ${owner}.${field}`,
  );
  const struct = writer.structName(declared.owner);
  return `((struct ${struct} *)${expression(scope, object)})->${memberName(field)}`;
}

export function isNull(scope: Scope, operand: IrExpr): string {
  const zero = valueKind(scope, operand) === "dyn" ? "HX_NULL" : "NULL";
  return `(${expression(scope, operand)} == ${zero})`;
}

export function typeTest(scope: Scope, value: IrExpr, test: TypeTest): string {
  if (!("path" in test)) return `hx_is_${test.kind}(${boxed(scope, value)})`;
  const type = scope.writer.typeAddress(test.path);
  if (test.kind !== "class") return `hx_is_${test.kind}(${boxed(scope, value)}, ${type})`;
  const object = unbox("ref", boxed(scope, value));
  const direct = valueKind(scope, value) === "ref" ? expression(scope, value) : object;
  return `hx_inline_is_class(${direct}, ${type})`;
}

function unary(op: UnaryOp, operand: string): string {
  switch (op) {
    case "i32.neg":
      return `(int32_t)(0u - (uint32_t)${operand})`;
    case "i32.not":
      return `(~${operand})`;
    case "f64.neg":
      return `(-${operand})`;
    case "bool.not":
      return `(!${operand})`;
  }
}

function binary(op: BinaryOp, left: string, right: string): string {
  const wrapping = (operator: string): string =>
    `(int32_t)((uint32_t)${left} ${operator} (uint32_t)${right})`;
  switch (op) {
    case "i32.add":
      return wrapping("+");
    case "i32.sub":
      return wrapping("-");
    case "i32.mul":
      return wrapping("*");
    case "i32.mod":
      return `hx_inline_i32_mod(${left}, ${right})`;
    case "i32.shl":
      return `(int32_t)((uint32_t)${left} << (${right} & 31))`;
    case "i32.shr":
      return `(${left} >> (${right} & 31))`;
    case "i32.ushr":
      return `(int32_t)((uint32_t)${left} >> (${right} & 31))`;
    case "f64.mod":
      return `hx_f64_mod(${left}, ${right})`;
    case "string.eq":
      return `hx_string_eq(HX_STRING(${left}), HX_STRING(${right}))`;
    case "string.ne":
      return `(!hx_string_eq(HX_STRING(${left}), HX_STRING(${right})))`;
    case "dyn.eq":
      return `hx_inline_dyn_eq(${left}, ${right})`;
    case "dyn.ne":
      return `(!hx_inline_dyn_eq(${left}, ${right}))`;
    default:
      return `(${left} ${operators[op]} ${right})`;
  }
}

const operators = {
  "i32.and": "&",
  "i32.or": "|",
  "i32.xor": "^",
  "i32.eq": "==",
  "i32.ne": "!=",
  "i32.lt": "<",
  "i32.le": "<=",
  "i32.gt": ">",
  "i32.ge": ">=",
  "f64.add": "+",
  "f64.sub": "-",
  "f64.mul": "*",
  "f64.div": "/",
  "f64.eq": "==",
  "f64.ne": "!=",
  "f64.lt": "<",
  "f64.le": "<=",
  "f64.gt": ">",
  "f64.ge": ">=",
  "bool.eq": "==",
  "bool.ne": "!=",
  "ref.eq": "==",
  "ref.ne": "!=",
} as const satisfies Partial<Record<BinaryOp, string>>;

function conversion(op: Conversion, operand: string): string {
  switch (op) {
    case "i32.f64":
      return `(double)${operand}`;
    case "f64.i32":
      return `hx_inline_f64_to_int(${operand})`;
    case "i32.dyn":
    case "f64.dyn":
    case "bool.dyn":
    case "ref.dyn":
      return box(op.slice(0, -4) as Kind, operand);
    case "dyn.i32":
    case "dyn.f64":
    case "dyn.bool":
    case "dyn.ref":
      return unbox(op.slice(4) as Kind, operand);
  }
}
