/**
 * Where each local is declared: at its first assignment where that is in the innermost statement list around all its
 * uses, else at the function's head. An assignment at a list's own level comes before every use in the list, so a
 * declaration inside a loop never hides a value of the turn before.
 */
import type { IrExpr } from "#compiler/ir/expr.ts";
import type { IrFunction } from "#compiler/ir/ir.ts";
import type { IrStmt } from "#compiler/ir/statement.ts";
import { bodiesOf, operandsOfEffect, operandsOfExpr, operandsOfStmt } from "#compiler/ir/walk.ts";

export interface Declarations {
  /** Statements that declare the local they assign (`Let`, `Do`, the handler of `Try`); the printer takes out what it printed. */
  readonly inline: Set<IrStmt>;
  /** Locals declared at the head. */
  readonly head: readonly number[];
}

export function placeDeclarations(fn: IrFunction): Declarations {
  const inline = new Set<IrStmt>();
  const head: number[] = [];
  const first = fn.paramCount + fn.captureCount;
  const used = new Map<IrStmt, ReadonlySet<number>>();
  const mentioned = mentionedInList(fn.body, used);
  for (let local = first; local < fn.locals.length; local++) {
    if (!mentioned.has(local)) continue;
    const place = declaringStatement(fn.body, local, used);
    if (place === null) head.push(local);
    else inline.add(place);
  }
  return { inline, head };
}

function declaringStatement(
  list: readonly IrStmt[],
  local: number,
  used: ReadonlyMap<IrStmt, ReadonlySet<number>>,
): IrStmt | null {
  const users = list.filter((stmt) => used.get(stmt)?.has(local));
  const first = users[0] as IrStmt;
  if (assigns(first, local)) return readsItself(first, local) ? null : first;
  if (users.length > 1 || operandLocals(first).has(local)) return null;
  if (first.kind === "Try" && first.caught === local) {
    const inBody = first.body.some((stmt) => used.get(stmt)?.has(local));
    return inBody ? null : first;
  }
  const bodies = bodiesOf(first).filter((body) => body.some((stmt) => used.get(stmt)?.has(local)));
  return bodies.length === 1 ? declaringStatement(bodies[0] as IrStmt[], local, used) : null;
}

function assigns(stmt: IrStmt, local: number): boolean {
  return (stmt.kind === "Let" || stmt.kind === "Do") && stmt.local === local;
}

function readsItself(stmt: IrStmt, local: number): boolean {
  return operandLocals(stmt).has(local);
}

/** All locals that a list's statements assign or read; fills in the sets of the statements themselves. */
function mentionedInList(
  list: readonly IrStmt[],
  used: Map<IrStmt, ReadonlySet<number>>,
): Set<number> {
  const all = new Set<number>();
  for (const stmt of list) {
    const own = operandLocals(stmt);
    if ((stmt.kind === "Let" || stmt.kind === "Do") && stmt.local !== null) own.add(stmt.local);
    if (stmt.kind === "Try") own.add(stmt.caught);
    for (const body of bodiesOf(stmt))
      for (const local of mentionedInList(body, used)) own.add(local);
    used.set(stmt, own);
    for (const local of own) all.add(local);
  }
  return all;
}

/** Locals that the statement's own expressions read, without those of inner statements. */
function operandLocals(stmt: IrStmt): Set<number> {
  const locals = new Set<number>();
  const operands = stmt.kind === "Do" ? operandsOfEffect(stmt.effect) : operandsOfStmt(stmt);
  for (const operand of operands) collectLocals(operand, locals);
  return locals;
}

function collectLocals(expr: IrExpr, locals: Set<number>): void {
  if (expr.kind === "Local") locals.add(expr.index);
  for (const operand of operandsOfExpr(expr)) collectLocals(operand, locals);
}
