/**
 * Null checks that the engine makes anyway: a check right before a statement that reads, writes or calls a property of
 * the same local in any case. The engine's error names the property, from which the runtime makes the Haxe message.
 */
import type { IrExpr } from "#compiler/ir/expr.ts";
import type { IrEffect, IrStmt } from "#compiler/ir/statement.ts";
import { operandsOfEffect, operandsOfExpr, operandsOfStmt } from "#compiler/ir/walk.ts";

/** Will the next statement fail by itself, with the message that the check would give? */
export function isCheckedByNext(
  check: IrStmt & { kind: "CheckNull" },
  next: IrStmt | undefined,
): boolean {
  if (check.value.kind !== "Local" || next === undefined || !check.what.startsWith("."))
    return false;
  const local = check.value.index;
  const name = check.what.slice(1);
  if (next.kind === "SetField" && isLocal(next.object, local)) return next.field === name;
  if (next.kind === "Do") {
    if (dispatches(next.effect, local)) return (next.effect as { method?: string }).method === name;
    return operandsOfEffect(next.effect).some((expr) => alwaysReads(expr, local, name));
  }
  // A loop may have been entered, a handler installed, before an inner statement runs: only plain statements count.
  return operandsOfStmt(next).some((expr) => alwaysReads(expr, local, name));
}

function dispatches(effect: IrEffect, local: number): boolean {
  return (
    (effect.kind === "CallMethod" || effect.kind === "CallInterface") &&
    isLocal(effect.receiver, local)
  );
}

function alwaysReads(expr: IrExpr, local: number, name: string): boolean {
  if (expr.kind === "GetField" && isLocal(expr.object, local)) return expr.field === name;
  if (expr.kind === "ArrayLength" && isLocal(expr.array, local)) return name === "length";
  if (expr.kind === "Select") return alwaysReads(expr.test, local, name);
  return operandsOfExpr(expr).some((operand) => alwaysReads(operand, local, name));
}

function isLocal(expr: IrExpr, local: number): boolean {
  return expr.kind === "Local" && expr.index === local;
}
