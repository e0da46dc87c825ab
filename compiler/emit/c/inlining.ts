/** Which functions every file gets to see whole, so that the C compiler can inline them across files. */
import type { IrFunction } from "#compiler/ir/ir.ts";
import { walkBody } from "#compiler/ir/walk.ts";

/** Statements and expressions that a body may have; accessors, vector arithmetic and forwarding stay below. */
const LARGEST_BODY = 40;

export function isInlined(fn: IrFunction): boolean {
  return fn.form !== "closure" && isShort(fn);
}

function isShort({ id, body }: IrFunction): boolean {
  let size = 0;
  let isExcluded = false;
  walkBody(body, {
    stmt(stmt) {
      size++;
      if (stmt.kind === "Loop" || stmt.kind === "Try" || stmt.kind === "Switch") isExcluded = true;
    },
    effect(effect) {
      if (effect.kind === "Call" && effect.target === id) isExcluded = true;
    },
    expr() {
      size++;
    },
  });
  return !isExcluded && size <= LARGEST_BODY;
}
