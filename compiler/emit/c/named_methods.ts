/** Which methods a program may read by name: those that a DynGet names, or all where names are made at run time. */
import type { IrFunction } from "#compiler/ir/ir.ts";
import type { IrProgram, LinkedClass } from "#compiler/ir/program.ts";
import { walkBody } from "#compiler/ir/walk.ts";

export interface NamedMethod {
  readonly name: string;
  readonly fn: IrFunction;
}

export type NamedMethods = (linked: LinkedClass) => readonly NamedMethod[];

export function findNamedMethods(program: IrProgram): NamedMethods {
  const isNamed = namesIn(program);
  return ({ slots }) =>
    slots.flatMap(({ name, target }) => {
      const fn = target === null ? undefined : program.functions.get(target);
      return fn !== undefined && isNamed(name) ? [{ name, fn }] : [];
    });
}

/** The runtime itself looks for `toString`. */
function namesIn(program: IrProgram): (name: string) => boolean {
  const names = new Set(["toString"]);
  let isAny = false;
  for (const fn of program.functions.values()) {
    walkBody(fn.body, {
      effect(effect) {
        if (effect.kind === "DynGet") names.add(effect.name).add(`get_${effect.name}`);
        if (effect.kind === "DynSet") names.add(`set_${effect.name}`);
        if (effect.kind !== "IntrinsicCall" || effect.name !== "reflect.get") return;
        const name = effect.args[1];
        if (name?.kind === "ConstString") names.add(name.value);
        else isAny = true;
      },
    });
  }
  return (name) => isAny || names.has(name);
}
