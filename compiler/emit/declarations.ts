/**
 * Where each local is declared: at its first assignment where that is in the innermost statement list around all its
 * uses, else at the function's head. An assignment at a list's own level comes before every use in the list, so a
 * declaration inside a loop never hides a value of the turn before.
 */
import type { IrExpr } from "#compiler/ir/expr.ts";
import type { IrFunction } from "#compiler/ir/ir.ts";
import type { IrStmt } from "#compiler/ir/statement.ts";
import {
  bodiesOf,
  operandsOfEffect,
  operandsOfExpr,
  operandsOfStmt,
  walkBody,
} from "#compiler/ir/walk.ts";

export interface Declarations {
  /** Statements that declare the local they assign (`Let`, `Do`, the handler of `Try`); the printer takes out what it printed. */
  readonly inline: Set<IrStmt>;
  /** Locals declared at the head. */
  readonly head: readonly number[];
}

export function placeDeclarations(fn: IrFunction): Declarations {
  const inline = new Set<IrStmt>();
  const head: number[] = [];
  const uses = new Uses(fn.body).byLocal;
  for (let local = fn.paramCount + fn.captureCount; local < fn.locals.length; local++) {
    const use = uses[local];
    if (use === undefined) continue;
    const place = declaringStatement(use, local);
    if (place === null) head.push(local);
    else inline.add(place);
  }
  return { inline, head };
}

function declaringStatement({ list, first, last }: Use, local: number): IrStmt | null {
  const stmt = list.stmts[first];
  switch (stmt?.kind) {
    case "Let":
    case "Do":
      return stmt.local === local && !reads(stmt, local) ? stmt : null;
    case "Try":
      // What a handler declares is not seen outside of it.
      return stmt.caught === local && first === last && !mentions(stmt.body, local) ? stmt : null;
    default:
      return null;
  }
}

/** A statement list and where it stands. */
interface List {
  readonly stmts: readonly IrStmt[];
  readonly parent: List | null;
  /** Index in the parent of the statement that holds it. */
  readonly index: number;
  readonly depth: number;
}

/** The innermost list around all uses of a local, and the first and the last of its statements that have one. */
interface Use {
  readonly list: List;
  readonly first: number;
  readonly last: number;
}

class Uses {
  readonly byLocal: Use[] = [];

  constructor(body: readonly IrStmt[]) {
    this.#visit({ stmts: body, parent: null, index: 0, depth: 0 });
  }

  #visit(list: List): void {
    for (const [index, stmt] of list.stmts.entries()) {
      if ((stmt.kind === "Let" || stmt.kind === "Do") && stmt.local !== null)
        this.#add(stmt.local, list, index);
      if (stmt.kind === "Try") this.#add(stmt.caught, list, index);
      for (const operand of operandsOf(stmt)) this.#read(operand, list, index);
      for (const stmts of bodiesOf(stmt))
        this.#visit({ stmts, parent: list, index, depth: list.depth + 1 });
    }
  }

  #read(expr: IrExpr, list: List, index: number): void {
    if (expr.kind === "Local") this.#add(expr.index, list, index);
    else for (const operand of operandsOfExpr(expr)) this.#read(operand, list, index);
  }

  #add(local: number, list: List, index: number): void {
    const before = this.byLocal[local];
    const use = { list, first: index, last: index };
    this.byLocal[local] = before === undefined ? use : around(before, use);
  }
}

/** Uses are met in order: the earlier one comes first, wherever the two meet. */
function around(earlier: Use, later: Use): Use {
  let [first, second] = [earlier, later];
  while (first.list !== second.list) {
    if (first.list.depth >= second.list.depth) first = outside(first);
    else second = outside(second);
  }
  return { list: first.list, first: first.first, last: second.last };
}

function outside({ list }: Use): Use {
  const { parent, index } = list;
  return { list: parent ?? list, first: index, last: index };
}

function operandsOf(stmt: IrStmt): readonly IrExpr[] {
  return stmt.kind === "Do" ? operandsOfEffect(stmt.effect) : operandsOfStmt(stmt);
}

function reads(stmt: IrStmt, local: number): boolean {
  return operandsOf(stmt).some((operand) => readsIn(operand, local));
}

function readsIn(expr: IrExpr, local: number): boolean {
  if (expr.kind === "Local") return expr.index === local;
  return operandsOfExpr(expr).some((operand) => readsIn(operand, local));
}

function mentions(body: readonly IrStmt[], local: number): boolean {
  let isFound = false;
  walkBody(body, {
    stmt: (stmt) => {
      const assigned = stmt.kind === "Let" || stmt.kind === "Do" ? stmt.local : null;
      if (assigned === local) isFound = true;
    },
    expr: (expr) => {
      if (expr.kind === "Local" && expr.index === local) isFound = true;
    },
  });
  return isFound;
}
