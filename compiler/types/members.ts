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
  return findInherited(type, name, new Set());
}

function findInherited(type: InstType, name: string, visited: Set<ClassType>): FoundField | null {
  let current: InstType | null = type;
  while (current !== null && !visited.has(current.class)) {
    visited.add(current.class);
    const field = current.class.fields.get(name);
    if (field !== undefined) return { owner: current.class, field, ownerParams: current.params };
    if (current.class.form === "interface" || current.class.isAbstract) {
      for (const parent of interfaceInsts(current)) {
        const found = findInherited(parent, name, visited);
        if (found !== null) return found;
      }
    }
    current = superInst(current);
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
  return inheritsFrom(type, ancestor, new Set());
}

/** Interfaces may be reached in many ways, each ancestor is looked at once. */
function inheritsFrom(type: ClassType, ancestor: ClassType, visited: Set<ClassType>): boolean {
  if (type === ancestor) return true;
  if (visited.has(type)) return false;
  visited.add(type);
  const parents = type.interfaces.map((parent) => parent.class);
  if (type.superClass !== null) parents.unshift(type.superClass.class);
  return parents.some((parent) => inheritsFrom(parent, ancestor, visited));
}

/** The type as an instance of `ancestor`, with its arguments; null where it is none. */
export function asInstanceOf(type: InstType, ancestor: ClassType): InstType | null {
  return findAncestor(type, ancestor, new Set());
}

function findAncestor(
  type: InstType,
  ancestor: ClassType,
  visited: Set<ClassType>,
): InstType | null {
  if (type.class === ancestor) return type;
  if (visited.has(type.class)) return null;
  visited.add(type.class);
  const parent = superInst(type);
  const found = parent === null ? null : findAncestor(parent, ancestor, visited);
  if (found !== null) return found;
  for (const inherited of interfaceInsts(type)) {
    const instance = findAncestor(inherited, ancestor, visited);
    if (instance !== null) return instance;
  }
  return null;
}

/** Every instance member, nearest first, each name once. */
export function allFields(type: InstType): FoundField[] {
  const found = new Map<string, FoundField>();
  collectFields(type, found, new Set());
  return [...found.values()];
}

function collectFields(
  type: InstType,
  found: Map<string, FoundField>,
  visited: Set<ClassType>,
): void {
  if (visited.has(type.class)) return;
  visited.add(type.class);
  for (const field of type.class.fields.values()) {
    if (!found.has(field.name))
      found.set(field.name, { owner: type.class, field, ownerParams: type.params });
  }
  const parent = superInst(type);
  if (parent !== null) collectFields(parent, found, visited);
  if (type.class.form !== "interface") return;
  for (const inherited of interfaceInsts(type)) collectFields(inherited, found, visited);
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
