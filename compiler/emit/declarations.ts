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
  const mentions: Mentions = { read: new Map(), used: new Map() };
  const wanted = [...mentionedInList(fn.body, mentions)].filter((local) => local >= first);
  placeInList(fn.body, new Set(wanted), mentions, { inline, head });
  return { inline, head: head.sort((one, other) => one - other) };
}

/** Which locals a statement's own expressions read, and which it and its inner statements mention at all. */
interface Mentions {
  readonly read: Map<IrStmt, ReadonlySet<number>>;
  readonly used: Map<IrStmt, ReadonlySet<number>>;
}

/** Places the locals that nothing outside of the list mentions. One walk places them all: functions can be long. */
function placeInList(
  list: readonly IrStmt[],
  wanted: ReadonlySet<number>,
  mentions: Mentions,
  placed: { readonly inline: Set<IrStmt>; readonly head: number[] },
): void {
  for (const [stmt, locals] of firstUsers(list, wanted, mentions)) {
    const within = new Set<number>();
    for (const { local, isOnlyUser } of locals) {
      const isRead = mentions.read.get(stmt)?.has(local) === true;
      if (assigns(stmt, local) && !isRead) placed.inline.add(stmt);
      else if (!isOnlyUser || isRead) placed.head.push(local);
      else if (stmt.kind !== "Try" || stmt.caught !== local) within.add(local);
      else if (isMentioned(stmt.body, local, mentions)) placed.head.push(local);
      else placed.inline.add(stmt);
    }
    if (within.size > 0) placeInBodies(stmt, within, mentions, placed);
  }
}

/** What more than one body mentions is declared before them all. */
function placeInBodies(
  stmt: IrStmt,
  wanted: ReadonlySet<number>,
  mentions: Mentions,
  placed: { readonly inline: Set<IrStmt>; readonly head: number[] },
): void {
  const bodies = bodiesOf(stmt);
  const homes = new Map<number, number | "several">();
  for (const [index, body] of bodies.entries()) {
    for (const inner of body) {
      for (const local of mentions.used.get(inner) ?? []) {
        if (!wanted.has(local)) continue;
        homes.set(local, (homes.get(local) ?? index) === index ? index : "several");
      }
    }
  }
  const ownLocals = bodies.map(() => new Set<number>());
  for (const local of wanted) {
    const home = homes.get(local);
    if (typeof home === "number") ownLocals[home]?.add(local);
    else placed.head.push(local);
  }
  for (const [index, locals] of ownLocals.entries()) {
    if (locals.size > 0) placeInList(bodies[index] ?? [], locals, mentions, placed);
  }
}

interface FirstUse {
  readonly local: number;
  isOnlyUser: boolean;
}

/** The first statement of the list that mentions each local, and whether it is the only one. */
function firstUsers(
  list: readonly IrStmt[],
  wanted: ReadonlySet<number>,
  { used }: Mentions,
): Map<IrStmt, FirstUse[]> {
  const users = new Map<IrStmt, FirstUse[]>();
  const found = new Map<number, FirstUse>();
  for (const stmt of list) {
    for (const local of used.get(stmt) ?? []) {
      if (!wanted.has(local)) continue;
      const earlier = found.get(local);
      if (earlier !== undefined) {
        earlier.isOnlyUser = false;
        continue;
      }
      const use = { local, isOnlyUser: true };
      found.set(local, use);
      const uses = users.get(stmt);
      if (uses === undefined) users.set(stmt, [use]);
      else uses.push(use);
    }
  }
  return users;
}

function isMentioned(list: readonly IrStmt[], local: number, { used }: Mentions): boolean {
  return list.some((stmt) => used.get(stmt)?.has(local));
}

function assigns(stmt: IrStmt, local: number): boolean {
  return (stmt.kind === "Let" || stmt.kind === "Do") && stmt.local === local;
}

/** All locals that a list's statements assign or read; fills in what the statements themselves mention. */
function mentionedInList(list: readonly IrStmt[], mentions: Mentions): Set<number> {
  const all = new Set<number>();
  for (const stmt of list) {
    const read = operandLocals(stmt);
    mentions.read.set(stmt, read);
    const used = new Set(read);
    if ((stmt.kind === "Let" || stmt.kind === "Do") && stmt.local !== null) used.add(stmt.local);
    if (stmt.kind === "Try") used.add(stmt.caught);
    for (const body of bodiesOf(stmt))
      for (const local of mentionedInList(body, mentions)) used.add(local);
    mentions.used.set(stmt, used);
    for (const local of used) all.add(local);
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
