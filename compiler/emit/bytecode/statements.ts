/** Statements to instructions. */

import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import type { IrStmt } from "#compiler/ir/statement.ts";
import { branch } from "./conditions.ts";
import { emitEffect } from "./effects.ts";
import { evaluate, valueKind } from "./expressions.ts";
import { bankOf, type CodeWriter, type Label, variantOf } from "./function_code.ts";

export function emitStatements(out: CodeWriter, body: readonly IrStmt[]): void {
  for (const stmt of body) out.scope(() => emitStatement(out, stmt));
}

function emitStatement(out: CodeWriter, stmt: IrStmt): void {
  if ("at" in stmt) out.at(stmt.at);
  switch (stmt.kind) {
    case "Let":
      evaluate(out, stmt.value, stmt.local);
      break;
    case "Do":
      emitEffect(out, stmt.effect, stmt.local);
      break;
    case "SetField": {
      const name = out.tables.strings.add(stmt.field);
      out.emit(
        `Set${variantOf(stmt.type)}Field`,
        evaluate(out, stmt.object),
        name,
        evaluate(out, stmt.value),
      );
      break;
    }
    case "SetStatic": {
      const variable = out.tables.statics.add({ owner: stmt.owner, name: stmt.name });
      out.emit(`Set${variantOf(stmt.type)}Static`, variable, evaluate(out, stmt.value));
      break;
    }
    case "ArraySet":
      out.emit(
        `ArraySet${variantOf(stmt.type)}`,
        evaluate(out, stmt.array),
        evaluate(out, stmt.index),
        evaluate(out, stmt.value),
      );
      break;
    case "SetCell":
      out.emit(
        `Set${variantOf(stmt.type)}Cell`,
        evaluate(out, stmt.cell),
        evaluate(out, stmt.value),
      );
      break;
    case "CheckNull":
      out.emit("CheckNull", evaluate(out, stmt.value), out.tables.strings.add(stmt.what));
      break;
    case "If":
      emitIf(out, stmt);
      break;
    case "Loop":
      emitLoop(out, stmt);
      break;
    case "Block": {
      const end = out.label();
      withLabel(out.breaks, stmt.label, end, () => emitStatements(out, stmt.body));
      out.place(end);
      break;
    }
    case "Break":
      out.jump("Jump", labelOf(out.breaks, stmt.label));
      break;
    case "Continue":
      out.jump("LoopBack", labelOf(out.continues, stmt.label));
      break;
    case "Switch":
      emitSwitch(out, stmt);
      break;
    case "Return":
      if (stmt.value === null) out.emit("ReturnVoid");
      else out.emit(`Return${bankOf(valueKind(out, stmt.value))}`, evaluate(out, stmt.value));
      break;
    case "Throw":
      out.emit("Throw", evaluate(out, stmt.value));
      break;
    case "Try":
      emitTry(out, stmt);
      break;
  }
}

function emitIf(out: CodeWriter, stmt: IrStmt & { kind: "If" }): void {
  const [only, ...more] = stmt.then;
  // `if (test) break` is one jump.
  if (only?.kind === "Break" && more.length === 0) {
    branch(out, stmt.test, true, labelOf(out.breaks, only.label), evaluate);
    emitStatements(out, stmt.else);
    return;
  }
  const otherwise = out.label();
  const end = out.label();
  branch(out, stmt.test, false, otherwise, evaluate);
  emitStatements(out, stmt.then);
  if (stmt.else.length > 0) out.jump("Jump", end);
  out.place(otherwise);
  emitStatements(out, stmt.else);
  out.place(end);
}

function emitLoop(out: CodeWriter, stmt: IrStmt & { kind: "Loop" }): void {
  const top = out.label();
  const end = out.label();
  out.place(top);
  withLabel(out.breaks, stmt.label, end, () =>
    withLabel(out.continues, stmt.label, top, () => emitStatements(out, stmt.body)),
  );
  out.jump("LoopBack", top);
  out.place(end);
}

function emitSwitch(out: CodeWriter, stmt: IrStmt & { kind: "Switch" }): void {
  const values = stmt.cases.flatMap((entry) => entry.values);
  const targets = values.map(() => 0);
  const table = out.tables.switches.add({ values, targets });
  const otherwise = out.label();
  const end = out.label();
  out.jump("Switch", otherwise, evaluate(out, stmt.value), table);
  let index = 0;
  for (const entry of stmt.cases) {
    targets.fill(out.here, index, index + entry.values.length);
    index += entry.values.length;
    emitStatements(out, entry.body);
    out.jump("Jump", end);
  }
  out.place(otherwise);
  emitStatements(out, stmt.default);
  out.place(end);
}

function emitTry(out: CodeWriter, stmt: IrStmt & { kind: "Try" }): void {
  const end = out.label();
  const start = out.here;
  emitStatements(out, stmt.body);
  const stop = out.here;
  out.jump("Jump", end);
  if (stop > start) {
    out.handlers.push({ start, end: stop, target: out.here, caught: stmt.caught });
    emitStatements(out, stmt.handler);
  }
  out.place(end);
}

function withLabel(labels: Map<string, Label>, name: string, label: Label, work: () => void): void {
  labels.set(name, label);
  work();
  labels.delete(name);
}

function labelOf(labels: ReadonlyMap<string, Label>, name: string): Label {
  const label = labels.get(name);
  if (label === undefined)
    throw new InternalError(`There is no label ${name} around the statement`);
  return label;
}
