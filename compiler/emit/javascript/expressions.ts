/** Expressions as JavaScript text. */
import type { BinaryOp, Conversion, IrExpr, TypeTest } from "#compiler/ir/expr.ts";
import type { IntrinsicName } from "#compiler/ir/intrinsics.ts";
import type { Kind } from "#compiler/ir/kind.ts";
import type { Bindings } from "./bindings.ts";
import { member } from "./names.ts";

/** What the expressions of one function need to know. */
export interface ExprScope {
  readonly bindings: Bindings;
  readonly localNames: readonly string[];
}

/** How tightly a printed expression binds; operands that bind less get parentheses. */
const level = {
  assignment: 0,
  choice: 1,
  or: 2,
  and: 3,
  bitOr: 5,
  bitXor: 6,
  bitAnd: 7,
  equality: 8,
  relation: 9,
  shift: 10,
  sum: 11,
  product: 12,
  unary: 14,
  atom: 20,
} as const;

interface Printed {
  readonly text: string;
  readonly level: number;
}

/** The text of an expression that stands alone: an argument, a right side, a test. */
export function printExpr(expr: IrExpr, scope: ExprScope): string {
  return print(expr, scope).text;
}

/** The text of an expression that a property access or a call follows. */
export function printOperand(expr: IrExpr, scope: ExprScope): string {
  return atLeast(level.atom, print(expr, scope));
}

export function printArgs(args: readonly IrExpr[], scope: ExprScope): string {
  return args.map((arg) => printExpr(arg, scope)).join(", ");
}

function print(expr: IrExpr, scope: ExprScope): Printed {
  const { bindings } = scope;
  switch (expr.kind) {
    case "ConstInt":
    case "ConstFloat":
      return numberLiteral(expr.value);
    case "ConstBool":
      return atom(String(expr.value));
    case "ConstString":
      return atom(stringLiteral(expr.value));
    case "ConstNull":
      return atom("null");
    case "Local":
      return atom(scope.localNames[expr.index] as string);
    case "GetField":
      return atom(`${printOperand(expr.object, scope)}${member(expr.field)}`);
    case "GetStatic":
      return atom(`${bindings.statics(expr.owner)}${member(expr.name)}`);
    case "ArrayGet":
      return arrayGet(
        `${printOperand(expr.array, scope)}[${printExpr(expr.index, scope)}]`,
        expr.type,
      );
    case "ArrayLength":
      return atom(`${printOperand(expr.array, scope)}.length`);
    case "EnumIndex":
      return atom(`${printOperand(expr.value, scope)}.$index`);
    case "EnumParam":
      return atom(`${printOperand(expr.value, scope)}.p${expr.param}`);
    case "EnumConst":
      return atom(bindings.enumValue(expr.enum, expr.constructor));
    case "ConstClosure":
      return atom(bindings.constantClosure(expr.target));
    case "TypeValue":
      return atom(bindings.typeValue(expr.path));
    case "GetCell":
      return atom(`${printOperand(expr.cell, scope)}.value`);
    case "Unary":
      return unary(expr, scope);
    case "Binary":
      return binary(expr.op, print(expr.left, scope), print(expr.right, scope));
    case "Convert":
      return convert(expr.op, print(expr.operand, scope), bindings);
    case "Select":
      return select(expr, scope);
    case "IsNull":
      return {
        text: `${atLeast(level.relation, print(expr.operand, scope))} === null`,
        level: level.equality,
      };
    case "InstanceOf":
      return instanceOf(expr.type, print(expr.value, scope), bindings);
    case "Intrinsic":
      return intrinsic(expr.name, expr.args, scope);
  }
}

function atom(text: string): Printed {
  return { text, level: level.atom };
}

function atLeast(minimum: number, printed: Printed): string {
  return printed.level >= minimum ? printed.text : `(${printed.text})`;
}

function numberLiteral(value: number): Printed {
  const negative = value < 0 || Object.is(value, -0);
  return negative ? { text: `-${-value}`, level: level.unary } : atom(String(value));
}

/** As JSON writes it: also lone surrogates and line separators are escaped. */
function stringLiteral(value: string): string {
  return JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

/** Out of range JavaScript gives undefined; a place that was grown over holds null. */
function arrayGet(text: string, type: Kind): Printed {
  switch (type) {
    case "i32":
      return { text: `${text} | 0`, level: level.bitOr };
    case "f64":
      return { text: `${text} ?? 0`, level: level.choice };
    case "bool":
      return { text: `${text} ?? false`, level: level.choice };
    case "ref":
    case "dyn":
      return { text: `${text} ?? null`, level: level.choice };
  }
}

function unary(expr: Extract<IrExpr, { kind: "Unary" }>, scope: ExprScope): Printed {
  const operand = print(expr.operand, scope);
  // Two minus signs in a row would be a decrement.
  const text = operand.text.startsWith("-") ? `(${operand.text})` : atLeast(level.unary, operand);
  switch (expr.op) {
    case "i32.neg":
      return { text: `-${text} | 0`, level: level.bitOr };
    case "i32.not":
      return { text: `~${text}`, level: level.unary };
    case "f64.neg":
      return { text: `-${text}`, level: level.unary };
    case "bool.not":
      return { text: `!${text}`, level: level.unary };
  }
}

function binary(op: BinaryOp, left: Printed, right: Printed): Printed {
  const join = (sign: string, at: number): Printed => ({
    text: `${atLeast(at, left)} ${sign} ${atLeast(at + 1, right)}`,
    level: at,
  });
  const wrapped = (printed: Printed): Printed => ({
    text: `${atLeast(level.bitXor, printed)} | 0`,
    level: level.bitOr,
  });
  switch (op) {
    case "i32.add":
      return wrapped(join("+", level.sum));
    case "i32.sub":
      return wrapped(join("-", level.sum));
    case "i32.mul":
      return atom(`Math.imul(${left.text}, ${right.text})`);
    case "i32.mod":
      return wrapped(join("%", level.product));
    case "i32.and":
      return join("&", level.bitAnd);
    case "i32.or":
      return join("|", level.bitOr);
    case "i32.xor":
      return join("^", level.bitXor);
    case "i32.shl":
      return join("<<", level.shift);
    case "i32.shr":
      return join(">>", level.shift);
    case "i32.ushr":
      return wrapped(join(">>>", level.shift));
    case "f64.add":
      return join("+", level.sum);
    case "f64.sub":
      return join("-", level.sum);
    case "f64.mul":
      return join("*", level.product);
    case "f64.div":
      return join("/", level.product);
    case "f64.mod":
      return join("%", level.product);
    case "i32.lt":
    case "f64.lt":
      return join("<", level.relation);
    case "i32.le":
    case "f64.le":
      return join("<=", level.relation);
    case "i32.gt":
    case "f64.gt":
      return join(">", level.relation);
    case "i32.ge":
    case "f64.ge":
      return join(">=", level.relation);
    case "i32.eq":
    case "f64.eq":
    case "bool.eq":
    case "ref.eq":
    case "string.eq":
    case "dyn.eq":
      return join("===", level.equality);
    case "i32.ne":
    case "f64.ne":
    case "bool.ne":
    case "ref.ne":
    case "string.ne":
    case "dyn.ne":
      return join("!==", level.equality);
  }
}

/** Boxing is nothing in JavaScript. */
function convert(op: Conversion, operand: Printed, bindings: Bindings): Printed {
  switch (op) {
    case "i32.f64":
    case "i32.dyn":
    case "f64.dyn":
    case "bool.dyn":
    case "ref.dyn":
    case "dyn.ref":
      return operand;
    case "f64.i32":
      return { text: `${atLeast(level.bitXor, operand)} | 0`, level: level.bitOr };
    case "dyn.i32":
      return atom(`${bindings.member("int")}(${operand.text})`);
    case "dyn.f64":
      return atom(`${bindings.member("float")}(${operand.text})`);
    case "dyn.bool":
      return { text: `${atLeast(level.relation, operand)} === true`, level: level.equality };
  }
}

function select(expr: IrExpr & { kind: "Select" }, scope: ExprScope): Printed {
  const test = print(expr.test, scope);
  const { then, else: otherwise } = expr;
  if (otherwise.kind === "ConstBool" && !otherwise.value) {
    const right = atLeast(level.and, print(then, scope));
    return { text: `${atLeast(level.and, test)} && ${right}`, level: level.and };
  }
  if (then.kind === "ConstBool" && then.value) {
    const right = atLeast(level.or, print(otherwise, scope));
    return { text: `${atLeast(level.or, test)} || ${right}`, level: level.or };
  }
  const branches = [then, otherwise].map((branch) => atLeast(level.or, print(branch, scope)));
  return { text: `${atLeast(level.or, test)} ? ${branches.join(" : ")}`, level: level.choice };
}

function instanceOf(test: TypeTest, value: Printed, bindings: Bindings): Printed {
  const typeOf = (name: string): Printed => ({
    text: `typeof ${atLeast(level.unary, value)} === "${name}"`,
    level: level.equality,
  });
  switch (test.kind) {
    case "class":
      return {
        text: `${atLeast(level.shift, value)} instanceof ${bindings.slots(test.path)}.$new`,
        level: level.relation,
      };
    case "float":
      return typeOf("number");
    case "bool":
      return typeOf("boolean");
    case "string":
      return typeOf("string");
    case "function":
      return typeOf("function");
    case "array":
      return atom(`Array.isArray(${value.text})`);
    case "dynamic":
      return { text: `${atLeast(level.relation, value)} !== null`, level: level.equality };
    case "int":
    case "interface":
    case "enum":
      return atom(`${bindings.typeTest(test)}(${value.text})`);
  }
}

/** An intrinsic: JavaScript's own operation where that is exactly it, else the native. */
export function printIntrinsic(
  name: IntrinsicName,
  args: readonly IrExpr[],
  scope: ExprScope,
): string {
  return intrinsic(name, args, scope).text;
}

function intrinsic(name: IntrinsicName, args: readonly IrExpr[], scope: ExprScope): Printed {
  const method = (jsName: string): Printed =>
    atom(`${printOperand(args[0] as IrExpr, scope)}.${jsName}(${printArgs(args.slice(1), scope)})`);
  switch (name) {
    case "string.length":
    case "array.length":
      return atom(`${printOperand(args[0] as IrExpr, scope)}.length`);
    case "string.slice":
      return method("substring");
    case "string.indexOf":
      return method("indexOf");
    case "string.lastIndexOf":
      return method("lastIndexOf");
    case "array.push":
      return method("push");
    case "array.slice":
      return method("slice");
    case "bytes.length":
      return atom(`${printOperand(args[0] as IrExpr, scope)}.bytes.length`);
    case "bytes.get":
      return { text: `${byteAt(args, scope)} | 0`, level: level.bitOr };
    case "bytes.set":
      return {
        text: `${byteAt(args, scope)} = ${printExpr(args[2] as IrExpr, scope)}`,
        level: level.assignment,
      };
    case "bytes.getUint16":
    case "bytes.getInt32":
    case "bytes.getFloat32":
    case "bytes.getFloat64":
    case "bytes.setUint16":
    case "bytes.setInt32": {
      const view = `${printOperand(args[0] as IrExpr, scope)}.view`;
      const rest = printArgs(args.slice(1), scope);
      return atom(`${view}.${name.slice("bytes.".length)}(${rest}, true)`);
    }
    case "array.pop":
      return { text: `${method("pop").text} ?? null`, level: level.choice };
    case "string.fromInt":
    case "string.fromFloat":
      return {
        text: `"" + ${atLeast(level.product, print(args[0] as IrExpr, scope))}`,
        level: level.sum,
      };
    case "string.concat":
      return concat(args, scope);
    case "f64.sqrt":
    case "f64.floor":
    case "f64.ceil":
    case "f64.abs":
      return atom(`Math.${name.slice("f64.".length)}(${printArgs(args, scope)})`);
    case "f64.toInt":
      return convert("f64.i32", print(args[0] as IrExpr, scope), scope.bindings);
    default:
      return atom(`${scope.bindings.native(name)}(${printArgs(args, scope)})`);
  }
}

function byteAt([bytes, at]: readonly IrExpr[], scope: ExprScope): string {
  return `${printOperand(bytes as IrExpr, scope)}.bytes[${printExpr(at as IrExpr, scope)}]`;
}

/** With a text literal on one side `+` writes null as "null"; else an empty one comes first. */
function concat(args: readonly IrExpr[], scope: ExprScope): Printed {
  const start = args.some((arg) => arg.kind === "ConstString") ? "" : '"" + ';
  const [left, right] = args.map((arg) => print(arg, scope)) as [Printed, Printed];
  return {
    text: `${start}${atLeast(level.sum, left)} + ${atLeast(level.product, right)}`,
    level: level.sum,
  };
}
