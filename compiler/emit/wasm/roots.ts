/**
 * Which locals the collector has to see. A local that holds a reference and is live where the collector may run gets a
 * word in the function's frame on the linear-memory stack, written whenever the local is. Objects never move, so
 * nothing is read back.
 */
import type { IrExpr } from "#compiler/ir/expr.ts";
import type { IrFunction } from "#compiler/ir/ir.ts";
import type { IrEffect, IrStmt } from "#compiler/ir/statement.ts";
import { operandsOfEffect, operandsOfExpr, walkBody } from "#compiler/ir/walk.ts";
import type { CollectingEffects } from "./collecting.ts";
import { outgoingBytes } from "./outgoing.ts";

export interface RootFrame {
  /** Byte offset in the frame of each rooted local. */
  readonly offsets: ReadonlyMap<number, number>;
  /** Reference locals that may be read before anything is stored in them. */
  readonly unassigned: readonly number[];
  /** Where values that effects pass in memory go. */
  readonly outgoing: number;
  /** A multiple of 16, as the stack pointer must stay; 0 where the function needs no frame. */
  readonly size: number;
}

type Live = ReadonlySet<number>;

/** Lays out the frame of one function. */
export function planRoots(fn: IrFunction, collecting: CollectingEffects): RootFrame {
  const liveness = new Liveness(fn, collecting);
  const atEntry = liveness.block(fn.body, new Set());
  const assigned = fn.paramCount + fn.captureCount;
  const unassigned = [...atEntry].filter((index) => index >= assigned);
  const offsets = new Map<number, number>();
  let size = 0;
  for (const [index, local] of fn.locals.entries()) {
    if (!liveness.rooted.has(index)) continue;
    const width = local.type === "dyn" ? 8 : 4;
    size = Math.ceil(size / width) * width;
    offsets.set(index, size);
    size += width;
  }
  const outgoing = Math.ceil(size / 8) * 8;
  return {
    unassigned,
    offsets,
    outgoing,
    size: Math.ceil((outgoing + mostOutgoing(fn)) / 16) * 16,
  };
}

function mostOutgoing(fn: IrFunction): number {
  let most = 0;
  walkBody(fn.body, {
    effect(effect) {
      most = Math.max(most, outgoingBytes(effect));
    },
  });
  return most;
}

/** Walks the body backwards; each method takes what is live after a piece and returns what is live before it. */
class Liveness {
  readonly rooted = new Set<number>();
  readonly #fn: IrFunction;
  readonly #collecting: CollectingEffects;
  /** What is live where Break and Continue of a label go. */
  readonly #breaks = new Map<string, Live>();
  readonly #continues = new Map<string, Live>();
  /** What is live at the handler of the innermost Try. */
  #handler: Live = new Set();

  constructor(fn: IrFunction, collecting: CollectingEffects) {
    this.#fn = fn;
    this.#collecting = collecting;
  }

  block(statements: readonly IrStmt[], after: Live): Live {
    return statements.reduceRight((live, statement) => this.#statement(statement, live), after);
  }

  #statement(statement: IrStmt, after: Live): Live {
    switch (statement.kind) {
      case "Let":
        return this.#reading(without(after, statement.local), statement.value);
      case "Do":
        return this.#effect(statement.effect, statement.local, after);
      case "SetField":
        return this.#reading(after, statement.object, statement.value);
      case "SetStatic":
        return this.#reading(after, statement.value);
      case "ArraySet":
        return this.#reading(
          union(after, this.#handler),
          statement.array,
          statement.index,
          statement.value,
        );
      case "SetCell":
        return this.#reading(after, statement.cell, statement.value);
      case "CheckNull":
        return this.#reading(union(after, this.#handler), statement.value);
      case "If":
        return this.#reading(
          union(this.block(statement.then, after), this.block(statement.else, after)),
          statement.test,
        );
      case "Loop":
        return this.#loop(statement.label, statement.body, after);
      case "Block":
        this.#breaks.set(statement.label, after);
        return this.block(statement.body, after);
      case "Break":
        return this.#breaks.get(statement.label) ?? after;
      case "Continue":
        return this.#continues.get(statement.label) ?? after;
      case "Switch":
        return this.#reading(
          statement.cases.reduce<Live>(
            (live, arm) => union(live, this.block(arm.body, after)),
            this.block(statement.default, after),
          ),
          statement.value,
        );
      case "Return":
        return statement.value === null ? new Set() : this.#reading(new Set(), statement.value);
      case "Throw":
        return this.#reading(this.#handler, statement.value);
      case "Try":
        return this.#try(statement.body, statement.caught, statement.handler, after);
    }
  }

  #effect(effect: IrEffect, result: number | null, after: Live): Live {
    const kept = union(result === null ? after : without(after, result), this.#handler);
    const before = this.#reading(kept, ...operandsOfEffect(effect));
    const collecting = this.#collecting.of(effect);
    // The callee keeps its own parameters alive; a poll comes before the arguments are read.
    const held = collecting === "calls" ? kept : collecting === "polls" ? before : [];
    for (const index of held) this.rooted.add(index);
    return before;
  }

  /** Repeats until nothing more is found live at the top; a round adds at least one local. */
  #loop(label: string, body: readonly IrStmt[], after: Live): Live {
    this.#breaks.set(label, after);
    let top: Live = new Set();
    for (;;) {
      this.#continues.set(label, top);
      const live = union(top, this.block(body, top));
      if (live.size === top.size) return live;
      top = live;
    }
  }

  #try(body: readonly IrStmt[], caught: number, handler: readonly IrStmt[], after: Live): Live {
    const outer = this.#handler;
    const atHandler = without(this.block(handler, after), caught);
    this.#handler = atHandler;
    const live = this.block(body, after);
    this.#handler = outer;
    return union(live, atHandler);
  }

  #reading(live: Live, ...exprs: readonly IrExpr[]): Live {
    const before = new Set(live);
    for (const expr of exprs) this.#addLocals(before, expr);
    return before;
  }

  #addLocals(live: Set<number>, expr: IrExpr): void {
    if (expr.kind === "Local") {
      const type = this.#fn.locals[expr.index]?.type;
      if (type === "ref" || type === "dyn") live.add(expr.index);
    }
    for (const operand of operandsOfExpr(expr)) this.#addLocals(live, operand);
  }
}

function union(left: Live, right: Live): Live {
  return right.size === 0 ? left : new Set([...left, ...right]);
}

function without(live: Live, index: number): Live {
  return live.has(index) ? new Set([...live].filter((other) => other !== index)) : live;
}
