/** Statements as lines of JavaScript. */

import type { Declarations } from "#compiler/emit/declarations.ts";
import type { BinaryOp, IrExpr } from "#compiler/ir/expr.ts";
import { endsFlow } from "#compiler/ir/flow.ts";
import type { IrEffect, IrStmt } from "#compiler/ir/statement.ts";
import { printEffect } from "./effects.ts";
import { type ExprScope, printExpr, printOperand } from "./expressions.ts";
import type { LineWriter } from "./line_writer.ts";
import { identifierOf, member } from "./names.ts";
import { isCheckedByNext } from "./null_checks.ts";
import { zeroText } from "./zero_text.ts";

export interface FunctionScope extends ExprScope {
  readonly out: LineWriter;
  readonly declarations: Declarations;
}

export function printStatements(body: readonly IrStmt[], scope: FunctionScope): void {
  for (const [index, stmt] of body.entries()) {
    if (stmt.kind === "CheckNull" && isCheckedByNext(stmt, body[index + 1])) continue;
    printStatement(stmt, scope);
  }
}

function printStatement(stmt: IrStmt, scope: FunctionScope): void {
  const { out } = scope;
  if ("at" in stmt) out.at(stmt.at);
  switch (stmt.kind) {
    case "Let":
      out.write(`${target(stmt, stmt.local, scope)}${printExpr(stmt.value, scope)};`);
      break;
    case "Do":
      printDo(stmt, scope);
      break;
    case "SetField":
      out.write(
        `${printOperand(stmt.object, scope)}${member(stmt.field)} = ${printExpr(stmt.value, scope)};`,
      );
      break;
    case "SetStatic":
      out.write(
        `${scope.bindings.statics(stmt.owner)}${member(stmt.name)} = ${printExpr(stmt.value, scope)};`,
      );
      break;
    case "ArraySet":
      printArraySet(stmt, scope);
      break;
    case "SetCell":
      out.write(`${printOperand(stmt.cell, scope)}.value = ${printExpr(stmt.value, scope)};`);
      break;
    case "CheckNull": {
      const raise = `${scope.bindings.member("nullAccess")}(${JSON.stringify(stmt.what)})`;
      out.write(`if (${printOperand(stmt.value, scope)} === null) ${raise};`);
      break;
    }
    case "If":
      printIf(stmt, scope);
      break;
    case "Loop":
      printLoop(stmt, scope);
      break;
    case "Block":
      out.block(`${identifierOf(stmt.label)}: {`, () => printStatements(stmt.body, scope));
      break;
    case "Break":
      out.write(`break ${identifierOf(stmt.label)};`);
      break;
    case "Continue":
      out.write(`continue ${identifierOf(stmt.label)};`);
      break;
    case "Switch":
      printSwitch(stmt, scope);
      break;
    case "Return":
      out.write(stmt.value === null ? "return;" : `return ${printExpr(stmt.value, scope)};`);
      break;
    case "Throw":
      out.write(
        `throw new ${scope.bindings.member("HaxeError")}(${printExpr(stmt.value, scope)});`,
      );
      break;
    case "Try":
      printTry(stmt, scope);
      break;
  }
}

/** `name = `, with the declaration where this is the place for it. */
function target(stmt: IrStmt, local: number, scope: FunctionScope): string {
  const name = scope.localNames[local] as string;
  return scope.declarations.inline.delete(stmt) ? `let ${name} = ` : `${name} = `;
}

function printDo(stmt: IrStmt & { kind: "Do" }, scope: FunctionScope): void {
  const text = printEffect(stmt.effect, scope);
  if (stmt.local === null) {
    // A line must not begin with a brace: that would be a block.
    scope.out.write(text.startsWith("{") ? `(${text});` : `${text};`);
    return;
  }
  const assign = target(stmt, stmt.local, scope);
  const fast = directRead(stmt.effect, stmt.local, scope);
  if (fast === null) {
    scope.out.write(`${assign}${text};`);
    return;
  }
  // Most dynamic reads find a plain value; absent fields and functions (perhaps methods to bind) take the long way.
  const name = scope.localNames[stmt.local];
  scope.out.write(`${assign}${fast};`);
  scope.out.write(`if (${name} === undefined || typeof ${name} === "function") ${name} = ${text};`);
}

/** Plain property access for a dynamic read, where JavaScript objects have no property of that name themselves. */
function directRead(effect: IrEffect, local: number, scope: FunctionScope): string | null {
  if (effect.kind !== "DynGet" || effect.name === "__proto__") return null;
  if (effect.object.kind !== "Local" || effect.object.index === local) return null;
  return `${printOperand(effect.object, scope)}${member(effect.name)}`;
}

/** A store inside the array or at its end is JavaScript's own; the rest grows with zeros or throws. */
function printArraySet(stmt: IrStmt & { kind: "ArraySet" }, scope: FunctionScope): void {
  const array = printOperand(stmt.array, scope);
  const index = printExpr(stmt.index, scope);
  const value = printExpr(stmt.value, scope);
  const store = scope.bindings.member("store");
  const zero = zeroText(stmt.type);
  if (!isSimple(stmt.array) || !isSimple(stmt.index)) {
    scope.out.write(`${store}(${array}, ${index}, ${value}, ${zero});`);
    return;
  }
  scope.out.write(`if (${index} >>> 0 <= ${array}.length) ${array}[${index}] = ${value};`);
  scope.out.write(`else ${store}(${array}, ${index}, ${value}, ${zero});`);
}

/** Cheap to write down twice. */
function isSimple(expr: IrExpr): boolean {
  switch (expr.kind) {
    case "Local":
    case "ConstInt":
      return true;
    case "GetField":
      return isSimple(expr.object);
    case "GetStatic":
      return true;
    case "Binary":
      return isSimple(expr.left) && isSimple(expr.right);
    default:
      return false;
  }
}

function printIf(stmt: IrStmt & { kind: "If" }, scope: FunctionScope): void {
  const { out } = scope;
  out.block(`if (${printExpr(stmt.test, scope)}) {`, () => printStatements(stmt.then, scope));
  if (stmt.else.length > 0) out.block("else {", () => printStatements(stmt.else, scope));
}

/** A loop that begins with `if (test) break` is a while loop. */
function printLoop(stmt: IrStmt & { kind: "Loop" }, scope: FunctionScope): void {
  const label = `${identifierOf(stmt.label)}: `;
  const [first, ...rest] = stmt.body;
  const exit =
    first?.kind === "If" && first.else.length === 0 && first.then.length === 1
      ? first.then[0]
      : undefined;
  if (first?.kind === "If" && exit?.kind === "Break" && exit.label === stmt.label) {
    const test = printExpr(negated(first.test), scope);
    scope.out.block(`${label}while (${test}) {`, () => printStatements(rest, scope));
  } else {
    scope.out.block(`${label}for (;;) {`, () => printStatements(stmt.body, scope));
  }
}

/** Not less-than is greater-or-equal for Ints; for Floats it is not, because of NaN. */
function negated(test: IrExpr): IrExpr {
  if (test.kind === "Unary" && test.op === "bool.not") return test.operand;
  const op = test.kind === "Binary" ? opposites[test.op] : undefined;
  if (test.kind === "Binary" && op !== undefined) return { ...test, op };
  return { kind: "Unary", op: "bool.not", operand: test };
}

const opposites: Partial<Record<BinaryOp, BinaryOp>> = {
  "i32.eq": "i32.ne",
  "i32.ne": "i32.eq",
  "i32.lt": "i32.ge",
  "i32.le": "i32.gt",
  "i32.gt": "i32.le",
  "i32.ge": "i32.lt",
  "ref.eq": "ref.ne",
  "ref.ne": "ref.eq",
};

function printSwitch(stmt: IrStmt & { kind: "Switch" }, scope: FunctionScope): void {
  const { out } = scope;
  const branch = (heading: string, body: readonly IrStmt[]) =>
    out.block(`${heading} {`, () => {
      printStatements(body, scope);
      if (!endsFlow(body)) out.write("break;");
    });
  out.block(`switch (${printExpr(stmt.value, scope)}) {`, () => {
    for (const { values, body } of stmt.cases)
      branch(values.map((value) => `case ${value}:`).join(" "), body);
    if (stmt.default.length > 0) branch("default:", stmt.default);
  });
}

function printTry(stmt: IrStmt & { kind: "Try" }, scope: FunctionScope): void {
  const { out } = scope;
  out.block("try {", () => printStatements(stmt.body, scope));
  out.block("catch ($error) {", () => {
    out.write(`${target(stmt, stmt.caught, scope)}${scope.bindings.member("caught")}($error);`);
    printStatements(stmt.handler, scope);
  });
}
