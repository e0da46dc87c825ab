/** Which functions a dispatched call can reach: where it is one, the call needs no table. */
import type { IrProgram, LinkedClass } from "#compiler/ir/program.ts";
import { slotOf } from "#compiler/ir/program.ts";

/** Instances that answer to an interface: a range of class numbers, so that a table is indexed by the difference. */
export interface InterfaceRange {
  readonly first: number;
  readonly count: number;
  readonly classes: readonly LinkedClass[];
}

/** A function that a call can reach, and the classes whose instances lead there. */
export interface Target {
  readonly id: string;
  readonly classes: readonly string[];
}

export interface Dispatch {
  /** Functions that answer a virtual call, without repetition. */
  methodTargets(owner: string, method: string): readonly Target[];
  /** Functions that answer a call through an interface. */
  interfaceTargets(owner: string, method: string): readonly Target[];
  interfaceRange(owner: string): InterfaceRange;
}

export function findDispatch(program: IrProgram): Dispatch {
  const instantiated = [...program.classes.values()].filter((linked) => linked.isInstantiated);
  const byAncestor = new Map<string, LinkedClass[]>();
  const byInterface = new Map<string, LinkedClass[]>();
  for (const linked of instantiated) {
    for (let at: LinkedClass | null = linked; at !== null; at = at.superclass)
      addTo(byAncestor, at.class.path, linked);
    for (const path of linked.interfaces) addTo(byInterface, path, linked);
  }
  const implementers = (path: string): readonly LinkedClass[] => byInterface.get(path) ?? [];

  return {
    methodTargets(owner, method) {
      const index = slotOf(program, owner, method)?.index ?? -1;
      return targetsOf(byAncestor.get(owner) ?? [], ({ slots }) => slots[index]?.target ?? null);
    },
    interfaceTargets: (owner, method) =>
      targetsOf(implementers(owner), (linked) => implementation(linked, owner, method)),
    interfaceRange(owner) {
      const classes = implementers(owner);
      const numbers = classes.map((linked) => linked.index);
      const first = Math.min(...numbers);
      return classes.length === 0
        ? { first: 0, count: 0, classes }
        : { first, count: Math.max(...numbers) - first + 1, classes };
    },
  };
}

/** The function of the class that answers the interface's method, or null where none is reachable. */
export function implementation(linked: LinkedClass, owner: string, method: string): string | null {
  return linked.implementations.get(owner)?.get(method) ?? null;
}

function addTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function targetsOf(
  classes: readonly LinkedClass[],
  answer: (linked: LinkedClass) => string | null,
): Target[] {
  const byFunction = new Map<string, string[]>();
  for (const linked of classes) {
    const id = answer(linked);
    if (id !== null) addTo(byFunction, id, linked.class.path);
  }
  return [...byFunction].map(([id, paths]) => ({ id, classes: paths }));
}
