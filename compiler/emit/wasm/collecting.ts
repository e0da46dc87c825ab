/**
 * Which effects may run the collector. Only generated code polls it, before an effect that makes an object; the C
 * runtime never collects inside an operation, so its own locals need no roots.
 */
import { type Intrinsic, intrinsics } from "#compiler/ir/intrinsics.ts";
import type { IrProgram } from "#compiler/ir/program.ts";
import type { IrEffect } from "#compiler/ir/statement.ts";
import { walkBody } from "#compiler/ir/walk.ts";

/** `polls`: the collector may run before the arguments are read. `calls`: it may run inside the callee. */
export type Collecting = "no" | "polls" | "calls";

export interface CollectingEffects {
  of(effect: IrEffect): Collecting;
}

/** Finds which functions can reach the collector: the least set closed under calls. */
export function findCollecting(program: IrProgram): CollectingEffects {
  const methods = methodTargets(program);
  const callersOf = new Map<string, string[]>();
  const pending: string[] = [];
  for (const fn of program.functions.values()) {
    walkBody(fn.body, {
      effect(effect) {
        if (immediate(effect) !== "no") pending.push(fn.id);
        for (const target of targetsOf(effect, methods)) append(callersOf, target, fn.id);
      },
    });
  }
  const collecting = new Set<string>();
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (collecting.has(id)) continue;
    collecting.add(id);
    pending.push(...(callersOf.get(id) ?? []));
  }
  return {
    of(effect) {
      const known = immediate(effect);
      if (known !== "no") return known;
      return targetsOf(effect, methods).some((id) => collecting.has(id)) ? "calls" : "no";
    },
  };
}

/** What the effect does whatever its targets are. */
function immediate(effect: IrEffect): Collecting {
  switch (effect.kind) {
    case "New":
    case "NewEnum":
    case "NewArray":
    case "NewAnon":
    case "NewClosure":
    case "NewCell":
      return "polls";
    case "IntrinsicCall":
      return collectingOf[intrinsics[effect.name].effect];
    // A closure may be any function of the program, bound methods included.
    case "CallClosure":
      return "calls";
    case "Call":
    case "CallMethod":
    case "CallInterface":
    case "DynGet":
    case "DynSet":
    case "Cast":
      return "no";
  }
}

const collectingOf = {
  pure: "no",
  effect: "no",
  throws: "no",
  alloc: "polls",
  calls: "calls",
} as const satisfies Record<Intrinsic["effect"], Collecting>;

type MethodTargets = ReadonlyMap<string, readonly string[]>;

function targetsOf(effect: IrEffect, methods: MethodTargets): readonly string[] {
  switch (effect.kind) {
    case "Call":
      return [effect.target];
    case "CallMethod":
    case "CallInterface":
      return methods.get(effect.method) ?? [];
    // The message of a failed cast has the value's text.
    case "Cast":
      return methods.get("toString") ?? [];
    case "DynGet":
      return methods.get(`get_${effect.name}`) ?? [];
    case "DynSet":
      return methods.get(`set_${effect.name}`) ?? [];
    default:
      return [];
  }
}

/** By method name alone: coarser than by class, and enough to leave most leaf methods out. */
function methodTargets(program: IrProgram): MethodTargets {
  const targets = new Map<string, string[]>();
  for (const linked of program.classes.values()) {
    for (const slot of linked.slots) {
      if (slot.target !== null) append(targets, slot.name, slot.target);
    }
    for (const answers of linked.implementations.values()) {
      for (const [name, target] of answers) append(targets, name, target);
    }
  }
  return targets;
}

function append(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
