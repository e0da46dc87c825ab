/**
 * Haxe evaluates operands from left to right, the IR's expressions have no order. An operand is put in a local of its
 * own only where something that runs after it could change what it reads.
 */
import type { IrExpr } from "../expr.ts";
import { intrinsics } from "../intrinsics.ts";
import type { IrEffect, IrStmt } from "../statement.ts";
import { operandsOfExpr, walkBody } from "../walk.ts";

/** What statements may change. */
export interface Disturbance {
  /** Fields, elements, statics and cells. */
  memory: boolean;
  readonly locals: Set<number>;
}

export function noDisturbance(): Disturbance {
  return { memory: false, locals: new Set() };
}

export function disturbanceOf(statements: readonly IrStmt[]): Disturbance {
  const disturbance = noDisturbance();
  addDisturbance(disturbance, statements);
  return disturbance;
}

/** Adds what the statements may change. */
export function addDisturbance(disturbance: Disturbance, statements: readonly IrStmt[]): void {
  const { locals } = disturbance;
  walkBody(statements, {
    stmt: (stmt) => {
      switch (stmt.kind) {
        case "Let":
          locals.add(stmt.local);
          break;
        case "Do":
          if (stmt.local !== null) locals.add(stmt.local);
          break;
        case "Try":
          locals.add(stmt.caught);
          break;
        case "SetField":
        case "SetStatic":
        case "ArraySet":
        case "SetCell":
          disturbance.memory = true;
          break;
        default:
          break;
      }
    },
    effect: (effect) => {
      if (changesMemory(effect)) disturbance.memory = true;
    },
  });
}

export function isDisturbed(expr: IrExpr, disturbance: Disturbance): boolean {
  switch (expr.kind) {
    case "Local":
      return disturbance.locals.has(expr.index);
    case "GetField":
    case "GetStatic":
    case "ArrayGet":
    case "ArrayLength":
    case "GetCell":
      if (disturbance.memory) return true;
      break;
    case "Intrinsic":
      if (disturbance.memory && intrinsicReadsMemory(expr.name)) return true;
      break;
    default:
      break;
  }
  return operandsOfExpr(expr).some((operand) => isDisturbed(operand, disturbance));
}

function changesMemory(effect: IrEffect): boolean {
  switch (effect.kind) {
    case "Call":
    case "CallMethod":
    case "CallInterface":
    case "CallClosure":
    case "DynGet":
    case "DynSet":
      return true;
    case "IntrinsicCall":
      return intrinsics[effect.name].effect !== "alloc";
    default:
      return false;
  }
}

/** Text and numbers never change; structures, arrays and bytes do. */
function intrinsicReadsMemory(name: string): boolean {
  return ["reflect.", "array.", "bytes."].some((family) => name.startsWith(family));
}
