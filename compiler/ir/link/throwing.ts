/** Which functions a thrown value can leave: the least set closed under calls. */
import { intrinsicThrows } from "../intrinsics.ts";
import type { IrClass, IrFunction } from "../ir.ts";
import type { IrEffect, IrStmt } from "../statement.ts";
import { bodiesOf } from "../walk.ts";

/** What a function can throw by itself, and whom it calls outside of a `Try`. */
interface Calls {
  throws: boolean;
  readonly targets: Set<string>;
}

export function throwingFunctions(
  functions: ReadonlyMap<string, IrFunction>,
  classes: Iterable<IrClass>,
): Set<string> {
  const targetsByName = methodTargets(classes, functions);
  const callersOf = new Map<string, string[]>();
  const pending: string[] = [];
  for (const fn of functions.values()) {
    const calls = callsOf(fn, targetsByName);
    if (calls.throws) pending.push(fn.id);
    for (const target of calls.targets) {
      const callers = callersOf.get(target);
      if (callers === undefined) callersOf.set(target, [fn.id]);
      else callers.push(fn.id);
    }
  }
  const throwing = new Set<string>();
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (throwing.has(id)) continue;
    throwing.add(id);
    pending.push(...(callersOf.get(id) ?? []));
  }
  return throwing;
}

/** Every reachable function that a dispatch on the name can end in. */
function methodTargets(
  classes: Iterable<IrClass>,
  functions: ReadonlyMap<string, IrFunction>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const targets = new Map<string, Set<string>>();
  const add = (name: string, target: string | null): void => {
    if (target === null || !functions.has(target)) return;
    const known = targets.get(name);
    if (known === undefined) targets.set(name, new Set([target]));
    else known.add(target);
  };
  for (const type of classes) {
    for (const method of type.methods) add(method.name, method.target);
    for (const entry of type.implementations) add(entry.method, entry.target);
  }
  return targets;
}

function callsOf(fn: IrFunction, targetsByName: ReadonlyMap<string, ReadonlySet<string>>): Calls {
  const calls: Calls = { throws: false, targets: new Set() };
  addBody(fn.body);
  return calls;

  function addBody(body: readonly IrStmt[]): void {
    for (const stmt of body) addStmt(stmt);
  }

  function addStmt(stmt: IrStmt): void {
    if (stmt.kind === "Try") {
      addBody(stmt.handler);
      return;
    }
    if (stmt.kind === "Throw" || stmt.kind === "CheckNull" || stmt.kind === "ArraySet")
      calls.throws = true;
    if (stmt.kind === "Do") addEffect(stmt.effect);
    for (const inner of bodiesOf(stmt)) addBody(inner);
  }

  function addEffect(effect: IrEffect): void {
    switch (effect.kind) {
      case "Call":
        calls.targets.add(effect.target);
        break;
      case "CallMethod":
      case "CallInterface":
        for (const target of targetsByName.get(effect.method) ?? []) calls.targets.add(target);
        break;
      case "DynGet":
        for (const target of targetsByName.get(`get_${effect.name}`) ?? [])
          calls.targets.add(target);
        break;
      case "CallClosure":
      case "DynSet":
      case "Cast":
        calls.throws = true;
        break;
      case "IntrinsicCall":
        if (intrinsicThrows(effect.name)) calls.throws = true;
        break;
      default:
        break;
    }
  }
}
