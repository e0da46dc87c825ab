/**
 * Checks what every printer relies on: kinds, labels, locals, and that effects stand only where the IR allows them.
 * Run in tests and in development builds; a fault is a fault of lowering, so it throws `InternalError`.
 */

import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import type { IrExpr } from "./expr.ts";
import { endsFlow } from "./flow.ts";
import { type Intrinsic, type IntrinsicName, intrinsics } from "./intrinsics.ts";
import type { IrFunction, IrModule } from "./ir.ts";
import type { Kind, ResultKind } from "./kind.ts";
import { binaryKinds, conversionKinds, effectKind, kindOf, unaryKind } from "./kind_of.ts";
import { printEffect, printExpr } from "./print_expr.ts";
import type { IrEffect, IrStmt } from "./statement.ts";

/** Verifies every function of a module by itself; `verifyProgram` checks what they ask of each other. */
export function verifyModule(module: IrModule): void {
  for (const fn of module.functions) verifyFunction(fn);
}

export function verifyFunction(fn: IrFunction): void {
  if (fn.paramCount + fn.captureCount > fn.locals.length) fail(fn, "has more inputs than locals");
  if (fn.form === "closure") verifyClosureSignature(fn);
  verifyBody(fn, fn.body, { breaks: [], loops: [] });
  if (fn.result !== "void" && !endsFlow(fn.body)) fail(fn, "can end without returning a value");
}

interface Labels {
  readonly breaks: readonly string[];
  readonly loops: readonly string[];
}

function verifyClosureSignature(fn: IrFunction): void {
  const boxed = fn.locals.slice(0, fn.paramCount).every((local) => local.type === "dyn");
  if (!boxed || fn.result !== "dyn")
    fail(fn, "is a closure whose parameters and result are not all dyn");
}

function verifyBody(fn: IrFunction, body: readonly IrStmt[], labels: Labels): void {
  for (const stmt of body) verifyStmt(fn, stmt, labels);
}

function verifyStmt(fn: IrFunction, stmt: IrStmt, labels: Labels): void {
  switch (stmt.kind) {
    case "Let":
      expect(fn, stmt.value, localKind(fn, stmt.local), "the value of a local");
      return;
    case "Do":
      verifyDo(fn, stmt.local, stmt.effect);
      return;
    case "SetField":
      expect(fn, stmt.object, "ref", "the object of a field");
      expect(fn, stmt.value, stmt.type, `field ${stmt.owner}.${stmt.field}`);
      return;
    case "SetStatic":
      expect(fn, stmt.value, stmt.type, `static ${stmt.owner}.${stmt.name}`);
      return;
    case "ArraySet":
      expect(fn, stmt.array, "ref", "an array");
      expect(fn, stmt.index, "i32", "an index");
      expect(fn, stmt.value, stmt.type, "an element");
      return;
    case "SetCell":
      expect(fn, stmt.cell, "ref", "a cell");
      expect(fn, stmt.value, stmt.type, "the value of a cell");
      return;
    case "CheckNull":
      expect(fn, stmt.value, "ref", "a null check");
      return;
    case "If":
      expect(fn, stmt.test, "bool", "a condition");
      verifyBody(fn, stmt.then, labels);
      verifyBody(fn, stmt.else, labels);
      return;
    case "Loop":
      verifyBody(fn, stmt.body, enter(fn, labels, stmt.label, true));
      return;
    case "Block":
      verifyBody(fn, stmt.body, enter(fn, labels, stmt.label, false));
      return;
    case "Break":
      if (!labels.breaks.includes(stmt.label))
        fail(fn, `breaks out of ${stmt.label}, which is not around it`);
      return;
    case "Continue":
      if (!labels.loops.includes(stmt.label))
        fail(fn, `continues ${stmt.label}, which is no loop around it`);
      return;
    case "Switch":
      verifySwitch(fn, stmt, labels);
      return;
    case "Return":
      verifyReturn(fn, stmt.value);
      return;
    case "Throw":
      expect(fn, stmt.value, "dyn", "a thrown value");
      return;
    case "Try":
      if (localKind(fn, stmt.caught) !== "dyn") fail(fn, "catches into a local that is not dyn");
      verifyBody(fn, stmt.body, labels);
      verifyBody(fn, stmt.handler, labels);
      return;
  }
}

function enter(fn: IrFunction, labels: Labels, label: string, isLoop: boolean): Labels {
  if (labels.breaks.includes(label)) fail(fn, `uses label ${label} inside itself`);
  return {
    breaks: [...labels.breaks, label],
    loops: isLoop ? [...labels.loops, label] : labels.loops,
  };
}

function verifySwitch(
  fn: IrFunction,
  stmt: Extract<IrStmt, { kind: "Switch" }>,
  labels: Labels,
): void {
  expect(fn, stmt.value, "i32", "the subject of a switch");
  const values = stmt.cases.flatMap((entry) => entry.values);
  if (new Set(values).size !== values.length) fail(fn, "switches with a repeated case");
  for (const entry of stmt.cases) verifyBody(fn, entry.body, labels);
  verifyBody(fn, stmt.default, labels);
}

function verifyReturn(fn: IrFunction, value: IrExpr | null): void {
  if (value !== null) expect(fn, value, fn.result, "the result");
  else if (fn.result !== "void") fail(fn, `returns nothing, but its result is ${fn.result}`);
}

function verifyDo(fn: IrFunction, local: number | null, effect: IrEffect): void {
  verifyEffect(fn, effect);
  if (local === null) return;
  const kind = effectKind(effect);
  if (kind !== localKind(fn, local)) {
    fail(fn, `puts ${kind} into ${localKind(fn, local)}: ${printEffect(effect, names(fn))}`);
  }
}

function verifyEffect(fn: IrFunction, effect: IrEffect): void {
  switch (effect.kind) {
    case "Call":
      verifyOperands(fn, effect.args);
      return;
    case "CallMethod":
    case "CallInterface":
      expect(fn, effect.receiver, "ref", "a receiver");
      verifyOperands(fn, effect.args);
      return;
    case "CallClosure":
      expect(fn, effect.closure, "ref", "a closure");
      expectAll(fn, effect.args, "dyn", "an argument of a closure");
      return;
    case "New":
      return;
    case "NewEnum":
      if (effect.args.length === 0)
        fail(fn, `makes ${effect.enum}.${effect.constructor}, which is a constant`);
      verifyOperands(fn, effect.args);
      return;
    case "NewArray":
      expectAll(fn, effect.elements, effect.type, "an element");
      return;
    case "NewAnon":
      expectAll(
        fn,
        effect.fields.map((field) => field.value),
        "dyn",
        "a field of a structure",
      );
      return;
    case "NewClosure":
      if (effect.captures.length === 0) fail(fn, `makes ${effect.target}, which is a constant`);
      verifyOperands(fn, effect.captures);
      return;
    case "NewCell":
      expect(fn, effect.value, effect.type, "the value of a cell");
      return;
    case "DynGet":
      expect(fn, effect.object, "ref", `the object of .${effect.name}`);
      return;
    case "DynSet":
      expect(fn, effect.object, "ref", `the object of .${effect.name}`);
      expect(fn, effect.value, "dyn", `the value of .${effect.name}`);
      return;
    case "Cast":
      expect(fn, effect.value, "dyn", "a cast");
      return;
    case "IntrinsicCall":
      if (intrinsics[effect.name].effect === "pure")
        fail(fn, `calls the pure intrinsic ${effect.name} as an effect`);
      verifyIntrinsic(fn, effect.name, effect.args);
      return;
  }
}

function verifyExpr(fn: IrFunction, expr: IrExpr): void {
  switch (expr.kind) {
    case "GetField":
      expect(fn, expr.object, "ref", `the object of .${expr.field}`);
      return;
    case "ArrayGet":
      expect(fn, expr.array, "ref", "an array");
      expect(fn, expr.index, "i32", "an index");
      return;
    case "ArrayLength":
      expect(fn, expr.array, "ref", "an array");
      return;
    case "EnumIndex":
    case "EnumParam":
      expect(fn, expr.value, "ref", "an enum value");
      return;
    case "GetCell":
      expect(fn, expr.cell, "ref", "a cell");
      return;
    case "Unary":
      expect(fn, expr.operand, unaryKind(expr.op), expr.op);
      return;
    case "Binary":
      expect(fn, expr.left, binaryKinds(expr.op).operand, expr.op);
      expect(fn, expr.right, binaryKinds(expr.op).operand, expr.op);
      return;
    case "Convert":
      expect(fn, expr.operand, conversionKinds(expr.op).from, expr.op);
      return;
    case "Select":
      expect(fn, expr.test, "bool", "the test of a select");
      expect(fn, expr.then, expr.type, "a branch of a select");
      expect(fn, expr.else, expr.type, "a branch of a select");
      return;
    case "IsNull":
      expectNullable(fn, expr.operand);
      return;
    case "InstanceOf":
      expectNullable(fn, expr.value);
      return;
    case "Intrinsic":
      if (intrinsics[expr.name].effect !== "pure")
        fail(fn, `has the effect ${expr.name} inside an expression`);
      verifyIntrinsic(fn, expr.name, expr.args);
      return;
    case "Local":
      localKind(fn, expr.index);
      return;
    case "ConstInt":
      if ((expr.value | 0) !== expr.value)
        fail(fn, `has ${expr.value}, which is no 32-bit integer`);
      return;
    default:
      return;
  }
}

function verifyIntrinsic(fn: IrFunction, name: IntrinsicName, args: readonly IrExpr[]): void {
  const { params }: Intrinsic = intrinsics[name];
  if (params.length !== args.length)
    fail(fn, `gives ${name} ${args.length} arguments, not ${params.length}`);
  args.forEach((arg, index) => {
    expect(fn, arg, params[index] ?? "void", `argument ${index + 1} of ${name}`);
  });
}

function verifyOperands(fn: IrFunction, operands: readonly IrExpr[]): void {
  for (const operand of operands) verifyExpr(fn, operand);
}

function expectAll(fn: IrFunction, operands: readonly IrExpr[], kind: Kind, what: string): void {
  for (const operand of operands) expect(fn, operand, kind, what);
}

function expectNullable(fn: IrFunction, expr: IrExpr): void {
  const kind = kindOf(expr, fn.locals);
  expect(fn, expr, kind === "dyn" ? "dyn" : "ref", "a tested value");
}

function expect(fn: IrFunction, expr: IrExpr, kind: ResultKind, what: string): void {
  verifyExpr(fn, expr);
  const found = kindOf(expr, fn.locals);
  if (found !== kind)
    fail(fn, `has ${found} where ${what} is ${kind}: ${printExpr(expr, names(fn))}`);
}

function localKind(fn: IrFunction, index: number): Kind {
  const local = fn.locals[index];
  if (local === undefined) return fail(fn, `uses local ${index} of ${fn.locals.length}`);
  return local.type;
}

function names(fn: IrFunction): readonly string[] {
  return fn.locals.map(({ name }, index) => `${name}.${index}`);
}

function fail(fn: IrFunction, text: string): never {
  throw new InternalError(`${fn.id} ${text}`);
}
