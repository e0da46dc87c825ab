/**
 * The order of static initialisers: what an initialiser reads, itself or through the functions it calls, is initialised
 * before it; otherwise the order of declaration, but first those marked `@:initFirst`. In a cycle the class that is
 * reached first waits.
 */
import type { IrFunction } from "../ir.ts";
import { walkBody } from "../walk.ts";
import type { Definitions } from "./definitions.ts";
import type { Reached } from "./reachability.ts";

/** Of classes that others ask without naming them: the files of `haxe.Resource`. */
const INIT_FIRST = ":initFirst";

export function staticInitOrder(definitions: Definitions, reached: Reached): string[] {
  const order: string[] = [];
  const started = new Set<string>();

  function initialise(path: string): void {
    const type = definitions.classes.get(path);
    if (type === undefined || type.staticInit === null || started.has(path)) return;
    started.add(path);
    for (const needed of classesUsedBy(type.staticInit)) initialise(needed);
    order.push(type.staticInit);
  }

  /** Classes whose statics the function or one of its callees touches, in the order they are met. */
  function classesUsedBy(id: string): Set<string> {
    const classes = new Set<string>();
    const functions = new Set<string>();
    const pending = [id];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const fn = definitions.functions.get(next);
      if (fn === undefined || functions.has(next)) continue;
      functions.add(next);
      pending.push(...visitUses(fn, classes));
    }
    return classes;
  }

  function visitUses(fn: IrFunction, classes: Set<string>): string[] {
    const callees: string[] = [];
    walkBody(fn.body, {
      stmt: (stmt) => {
        if (stmt.kind === "SetStatic") classes.add(stmt.owner);
      },
      expr: (expr) => {
        if (expr.kind === "GetStatic") classes.add(expr.owner);
        if (expr.kind === "ConstClosure") callees.push(expr.target);
      },
      effect: (effect) => {
        if (effect.kind === "Call" || effect.kind === "NewClosure") callees.push(effect.target);
        if (effect.kind === "CallMethod") callees.push(...targetsOf(effect.owner, effect.method));
      },
    });
    return callees.reverse();
  }

  function targetsOf(owner: string, method: string): string[] {
    let type = definitions.classes.get(owner);
    while (type !== undefined) {
      const found = type.methods.find((candidate) => candidate.name === method)?.target;
      if (found !== undefined && found !== null) return [found];
      type = type.superclass === null ? undefined : definitions.classes.get(type.superclass);
    }
    return [];
  }

  const classes = [...definitions.classes.values()].filter(({ path }) => reached.classes.has(path));
  for (const { path, metadata } of classes) {
    if (metadata.some(({ name }) => name === INIT_FIRST)) initialise(path);
  }
  for (const { path } of classes) initialise(path);
  return order;
}
