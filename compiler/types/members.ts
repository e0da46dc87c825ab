/** Finding members of classes, through their ancestors, with type arguments put in. */
import { apply, applyAll, substitution } from "./apply.ts";
import { follow } from "./follow.ts";
import type { ClassField, ClassType, InstType, Type } from "./type.ts";

export interface FoundField {
  readonly owner: ClassType;
  readonly field: ClassField;
  /** The arguments of `owner` as seen from where the search began. */
  readonly ownerParams: readonly Type[];
}

/** The parent with the class's own arguments put in. */
export function superInst(type: InstType): InstType | null {
  const parent = type.class.superClass;
  return parent === null ? null : applyInst(parent, type);
}

/** The interfaces that the class itself names. */
export function interfaceInsts(type: InstType): InstType[] {
  return type.class.interfaces.map((parent) => applyInst(parent, type));
}

function applyInst(parent: InstType, type: InstType): InstType {
  const params = applyAll(parent.params, substitution(type.class.params, type.params));
  return { kind: "Inst", class: parent.class, params };
}

/** An instance member of the class or of an ancestor; of an interface's parents too. */
export function findField(type: InstType, name: string): FoundField | null {
  const visited = new Set<ClassType>();
  let current: InstType | null = type;
  while (current !== null && !visited.has(current.class)) {
    visited.add(current.class);
    const field = current.class.fields.get(name);
    if (field !== undefined) return { owner: current.class, field, ownerParams: current.params };
    if (current.class.form === "interface" || current.class.isAbstract) {
      const inherited = findInParents(current, name);
      if (inherited !== null) return inherited;
    }
    current = superInst(current);
  }
  return null;
}

function findInParents(type: InstType, name: string): FoundField | null {
  for (const parent of interfaceInsts(type)) {
    const found = findField(parent, name);
    if (found !== null) return found;
  }
  return null;
}

/** The constructor that `new` runs: the class's own or the nearest ancestor's. */
export function findConstructor(type: InstType): FoundField | null {
  let current: InstType | null = type;
  while (current !== null) {
    const field = current.class.constructor;
    if (field !== null) return { owner: current.class, field, ownerParams: current.params };
    current = superInst(current);
  }
  return null;
}

/** Is the class the other one or does it inherit from it (interfaces included)? */
export function isSubclass(type: ClassType, ancestor: ClassType): boolean {
  if (type === ancestor) return true;
  if (type.superClass !== null && isSubclass(type.superClass.class, ancestor)) return true;
  return type.interfaces.some((parent) => isSubclass(parent.class, ancestor));
}

/** The type as an instance of `ancestor`, with its arguments; null where it is none. */
export function asInstanceOf(type: InstType, ancestor: ClassType): InstType | null {
  if (type.class === ancestor) return type;
  const parent = superInst(type);
  const found = parent === null ? null : asInstanceOf(parent, ancestor);
  if (found !== null) return found;
  for (const inherited of interfaceInsts(type)) {
    const instance = asInstanceOf(inherited, ancestor);
    if (instance !== null) return instance;
  }
  return null;
}

/** Every instance member, nearest first, each name once. */
export function allFields(type: InstType): FoundField[] {
  const found = new Map<string, FoundField>();
  collectFields(type, found);
  return [...found.values()];
}

function collectFields(type: InstType, found: Map<string, FoundField>): void {
  for (const field of type.class.fields.values()) {
    if (!found.has(field.name))
      found.set(field.name, { owner: type.class, field, ownerParams: type.params });
  }
  const parent = superInst(type);
  if (parent !== null) collectFields(parent, found);
  if (type.class.form !== "interface") return;
  for (const inherited of interfaceInsts(type)) collectFields(inherited, found);
}

/** The field's type as seen through an instance. */
export function typeOfFound(found: FoundField): Type {
  return apply(found.field.type, substitution(found.owner.params, found.ownerParams));
}

/** The constraints of a type parameter that are classes, structures or other parameters, links followed. */
export function constraintsOf(type: Type): readonly Type[] {
  const followed = follow(type);
  return followed.kind === "TypeParam" ? followed.param.constraints : [];
}
