/** Variables and the receiver. */

import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import type { LocalExpr } from "#compiler/types/typed_ast.ts";
import type { IrExpr } from "../expr.ts";
import type { Position } from "../statement.ts";
import type { FunctionBuilder, VariablePlace } from "./function_builder.ts";

export function lowerThis(fn: FunctionBuilder): IrExpr {
  if (fn.thisLocal === null) throw new InternalError(`${fn.parts.id} has no receiver`);
  return { kind: "Local", index: fn.thisLocal };
}

export function lowerLocal(fn: FunctionBuilder, expr: LocalExpr): IrExpr {
  return readPlace(fn.placeOf(expr.variable));
}

export function readPlace({ local, cellKind }: VariablePlace): IrExpr {
  const held: IrExpr = { kind: "Local", index: local };
  return cellKind === null ? held : { kind: "GetCell", cell: held, type: cellKind };
}

export function writePlace(
  fn: FunctionBuilder,
  place: VariablePlace,
  value: IrExpr,
  at: Position,
): void {
  const { local, cellKind } = place;
  if (cellKind === null) {
    fn.assign(local, value, at);
    return;
  }
  const cell: IrExpr = { kind: "Local", index: local };
  fn.emit({ kind: "SetCell", cell, value: fn.coerce(value, cellKind), type: cellKind, at });
}
