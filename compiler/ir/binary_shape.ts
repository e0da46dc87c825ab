/** What each part of a module is made of: the one table that `.hir` files are written and read by. */
import type { BinaryOp, Conversion, IrExpr, TypeTest, UnaryOp } from "./expr.ts";
import { intrinsics } from "./intrinsics.ts";
import type { IrClass, IrEnum, IrFunction, IrModule } from "./ir.ts";
import type { IrEffect, IrStmt } from "./statement.ts";

export type Shape =
  | { readonly shape: "count" | "int" | "float" | "bool" | "text" }
  /** A place in the source: kept apart from all else. */
  | { readonly shape: "position" }
  /** One of a few texts, written as its position. */
  | { readonly shape: "choice"; readonly of: readonly string[] }
  | { readonly shape: "list"; readonly of: Shape }
  | { readonly shape: "nullable"; readonly of: Shape }
  | { readonly shape: "record"; readonly fields: FieldShapes }
  /** Told apart by `kind`, which is written as its position. */
  | {
      readonly shape: "union";
      readonly kinds: readonly (readonly [kind: string, fields: FieldShapes])[];
    }
  /** A shape that contains itself. */
  | { readonly shape: "ref"; readonly get: () => Shape };

export type FieldShapes = readonly (readonly [name: string, shape: Shape])[];

/** Every field of a record must be listed, and no other: the order is the wire format. */
type FieldsOf<Value> = { readonly [Key in Exclude<keyof Value, "kind">]-?: Shape };
type KindsOf<Union extends { kind: string }> = {
  readonly [Kind in Union["kind"]]: FieldsOf<Extract<Union, { kind: Kind }>>;
};

/** Not negative. */
const count: Shape = { shape: "count" };
const int: Shape = { shape: "int" };
const position: Shape = { shape: "position" };
const float: Shape = { shape: "float" };
const bool: Shape = { shape: "bool" };
const text: Shape = { shape: "text" };
const kind: Shape = { shape: "choice", of: ["i32", "f64", "bool", "ref", "dyn"] };
const resultKind: Shape = { shape: "choice", of: ["i32", "f64", "bool", "ref", "dyn", "void"] };
const intrinsic: Shape = { shape: "choice", of: Object.keys(intrinsics) };
const expr: Shape = { shape: "ref", get: () => exprShape };
const exprs = list(expr);
const body: Shape = list({ shape: "ref", get: () => stmtShape });

const unaryOps: readonly UnaryOp[] = ["i32.neg", "i32.not", "f64.neg", "bool.not"];

// biome-ignore format: by family
const binaryOps: readonly BinaryOp[] = [
  "i32.add", "i32.sub", "i32.mul", "i32.mod",
  "i32.and", "i32.or", "i32.xor", "i32.shl", "i32.shr", "i32.ushr",
  "i32.eq", "i32.ne", "i32.lt", "i32.le", "i32.gt", "i32.ge",
  "f64.add", "f64.sub", "f64.mul", "f64.div", "f64.mod",
  "f64.eq", "f64.ne", "f64.lt", "f64.le", "f64.gt", "f64.ge",
  "bool.eq", "bool.ne", "ref.eq", "ref.ne", "string.eq", "string.ne", "dyn.eq", "dyn.ne",
];

// biome-ignore format: by direction
const conversions: readonly Conversion[] = [
  "i32.f64", "f64.i32",
  "i32.dyn", "f64.dyn", "bool.dyn", "ref.dyn",
  "dyn.i32", "dyn.f64", "dyn.bool", "dyn.ref",
];

const exprShape = union<IrExpr>({
  ConstInt: { value: int },
  ConstFloat: { value: float },
  ConstBool: { value: bool },
  ConstString: { value: text },
  ConstNull: { as: { shape: "choice", of: ["ref", "dyn"] } },
  Local: { index: count },
  GetField: { object: expr, owner: text, field: text, type: kind },
  GetStatic: { owner: text, name: text, type: kind },
  ArrayGet: { array: expr, index: expr, type: kind },
  ArrayLength: { array: expr },
  EnumIndex: { value: expr },
  EnumParam: { value: expr, enum: text, constructor: text, param: count, type: kind },
  EnumConst: { enum: text, constructor: text },
  ConstClosure: { target: text },
  TypeValue: { path: text },
  GetCell: { cell: expr, type: kind },
  Unary: { op: { shape: "choice", of: unaryOps }, operand: expr },
  Binary: { op: { shape: "choice", of: binaryOps }, left: expr, right: expr },
  Convert: { op: { shape: "choice", of: conversions }, operand: expr },
  Select: { test: expr, then: expr, else: expr, type: kind },
  IsNull: { operand: expr },
  InstanceOf: { value: expr, type: { shape: "ref", get: () => typeTestShape } },
  Intrinsic: { name: intrinsic, args: exprs },
});

const pathTest = { path: text };
const typeTestShape = union<TypeTest>({
  class: pathTest,
  interface: pathTest,
  enum: pathTest,
  int: {},
  float: {},
  bool: {},
  string: {},
  array: {},
  function: {},
  dynamic: {},
});

const effectShape = union<IrEffect>({
  Call: { target: text, args: exprs, type: resultKind },
  CallMethod: { receiver: expr, owner: text, method: text, args: exprs, type: resultKind },
  CallInterface: { receiver: expr, owner: text, method: text, args: exprs, type: resultKind },
  CallClosure: { closure: expr, args: exprs },
  New: { path: text },
  NewEnum: { enum: text, constructor: text, args: exprs },
  NewArray: { elements: exprs, type: kind },
  NewAnon: { fields: list(record({ name: text, value: expr })) },
  NewClosure: { target: text, captures: exprs },
  NewCell: { value: expr, type: kind },
  DynGet: { object: expr, name: text },
  DynSet: { object: expr, name: text, value: expr },
  Cast: { value: expr, type: typeTestShape },
  IntrinsicCall: { name: intrinsic, args: exprs },
});

const stmtShape = union<IrStmt>({
  Let: { local: count, value: expr, at: position },
  Do: { local: nullable(count), effect: effectShape, at: position },
  SetField: { object: expr, owner: text, field: text, value: expr, type: kind, at: position },
  SetStatic: { owner: text, name: text, value: expr, type: kind, at: position },
  ArraySet: { array: expr, index: expr, value: expr, type: kind, at: position },
  SetCell: { cell: expr, value: expr, type: kind, at: position },
  CheckNull: { value: expr, what: text, at: position },
  If: { test: expr, then: body, else: body },
  Loop: { label: text, body },
  Block: { label: text, body },
  Break: { label: text },
  Continue: { label: text },
  Switch: { value: expr, cases: list(record({ values: list(int), body })), default: body },
  Return: { value: nullable(expr), at: position },
  Throw: { value: expr, at: position },
  Try: { body, caught: count, handler: body },
});

const metadata = list(record({ name: text, args: list(text) }));
const variables = list(record({ name: text, type: kind, haxeType: text, metadata }));

const classShape = recordOf<IrClass>({
  path: text,
  form: { shape: "choice", of: ["class", "interface"] },
  superclass: nullable(text),
  interfaces: list(text),
  fields: variables,
  statics: variables,
  methods: list(
    record({
      name: text,
      target: nullable(text),
      overrides: bool,
      params: list(kind),
      result: resultKind,
    }),
  ),
  implementations: list(record({ interface: text, method: text, target: text })),
  constructor: nullable(text),
  staticInit: nullable(text),
  metadata,
});

const named = list(record({ name: text, type: kind }));

const enumShape = recordOf<IrEnum>({
  path: text,
  constructors: list(record({ name: text, params: named })),
});

/** What a function is called and where it belongs. */
export const headShape = recordOf<Omit<IrFunction, keyof IrCode | "start">>({
  id: text,
  owner: text,
  form: { shape: "choice", of: ["static", "method", "constructor", "closure"] },
  file: text,
  signatureHash: text,
  bodyHash: text,
});

/** What a function does, whatever it is called and wherever it stands. */
export type IrCode = Pick<IrFunction, "locals" | "paramCount" | "captureCount" | "result" | "body">;

export const codeShape = recordOf<IrCode>({
  locals: named,
  paramCount: count,
  captureCount: count,
  result: resultKind,
  body,
});

export const declarationsShape = recordOf<Omit<IrModule, "functions">>({
  library: text,
  classes: list(classShape),
  enums: list(enumShape),
});

function list(of: Shape): Shape {
  return { shape: "list", of };
}

function nullable(of: Shape): Shape {
  return { shape: "nullable", of };
}

function record(fields: Readonly<Record<string, Shape>>): Shape {
  return { shape: "record", fields: Object.entries(fields) };
}

function recordOf<Value>(fields: FieldsOf<Value>): Shape {
  return record(fields);
}

function union<Union extends { readonly kind: string }>(kinds: KindsOf<Union>): Shape {
  const entries: [string, Readonly<Record<string, Shape>>][] = Object.entries(kinds);
  return {
    shape: "union",
    kinds: entries.map(([name, fields]) => [name, Object.entries(fields)] as const),
  };
}
