/** Gives every reachable class its fields, slots, interfaces and number. */
import type { IrClass, IrMethod } from "../ir.ts";
import type { LinkedClass, LinkedField, LinkedSlot } from "../program.ts";
import type { Definitions } from "./definitions.ts";
import type { Reached } from "./reachability.ts";

export function layOutClasses(
  definitions: Definitions,
  reached: Reached,
  functions: ReadonlyMap<string, unknown>,
): Map<string, LinkedClass> {
  const classes = new Map<string, LinkedClass>();

  function layOut(path: string): LinkedClass | null {
    const known = classes.get(path);
    if (known !== undefined) return known;
    const type = definitions.classes.get(path);
    if (type === undefined) return null;
    const superclass = type.superclass === null ? null : layOut(type.superclass);
    const parents = type.interfaces.map(layOut).filter((parent) => parent !== null);
    const linked: LinkedClass = {
      class: type,
      superclass,
      index: classes.size,
      fields: [...(superclass?.fields ?? []), ...ownFields(type)],
      slots: type.form === "interface" ? [] : layOutSlots(type, superclass, functions),
      interfaces: allInterfaces(superclass, parents),
      implementations: linkImplementations(type, superclass, functions),
      interfaceMethods: type.form === "interface" ? interfaceMethods(type, parents) : [],
      isInstantiated: reached.instantiated.has(path),
    };
    classes.set(path, linked);
    return linked;
  }

  for (const path of definitions.classes.keys()) {
    if (reached.classes.has(path)) layOut(path);
  }
  return classes;
}

function ownFields(type: IrClass): LinkedField[] {
  return type.fields.map((field) => ({ ...field, owner: type.path }));
}

function layOutSlots(
  type: IrClass,
  superclass: LinkedClass | null,
  functions: ReadonlyMap<string, unknown>,
): LinkedSlot[] {
  const slots: LinkedSlot[] = [...(superclass?.slots ?? [])];
  for (const { name, params, result, target } of type.methods) {
    const reachable = target !== null && functions.has(target) ? target : null;
    const index = slots.findIndex((slot) => slot.name === name);
    const inherited = slots[index];
    if (inherited === undefined)
      slots.push({ name, owner: type.path, target: reachable, params, result });
    else slots[index] = { ...inherited, target: reachable };
  }
  return slots;
}

function allInterfaces(superclass: LinkedClass | null, parents: readonly LinkedClass[]): string[] {
  const inherited = superclass?.interfaces ?? [];
  const own = parents.flatMap((parent) => [...parent.interfaces, parent.class.path]);
  return [...new Set([...inherited, ...own])];
}

function linkImplementations(
  type: IrClass,
  superclass: LinkedClass | null,
  functions: ReadonlyMap<string, unknown>,
): Map<string, Map<string, string>> {
  const tables = new Map<string, Map<string, string>>();
  for (const [path, table] of superclass?.implementations ?? []) tables.set(path, new Map(table));
  for (const entry of type.implementations) {
    if (!functions.has(entry.target)) continue;
    const table = tables.get(entry.interface);
    if (table === undefined) tables.set(entry.interface, new Map([[entry.method, entry.target]]));
    else table.set(entry.method, entry.target);
  }
  return tables;
}

function interfaceMethods(type: IrClass, parents: readonly LinkedClass[]): IrMethod[] {
  const methods = new Map<string, IrMethod>();
  for (const parent of parents) {
    for (const method of parent.interfaceMethods) methods.set(method.name, method);
  }
  for (const method of type.methods) methods.set(method.name, method);
  return [...methods.values()];
}
