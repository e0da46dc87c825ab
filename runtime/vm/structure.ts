/** Anonymous structures: ordinary JavaScript objects. */
import { nameOf, propertyOf } from "#compiler/bytecode/structure_names.ts";
import type { Value } from "./object_model.ts";

export function isStructure(value: Value): boolean {
  return (
    typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

/** Null where there is none such. */
export function getStructureField(structure: Value, name: string): Value {
  const property = propertyOf(name);
  return Object.hasOwn(structure, property) ? structure[property] : null;
}

export function setStructureField(structure: Value, name: string, value: Value): void {
  if (name === "__proto__") {
    // Assignment would replace the prototype.
    Object.defineProperty(structure, name, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  } else {
    structure[propertyOf(name)] = value;
  }
}

/** In order of creation. */
export function structureFields(structure: Value): string[] {
  return Object.keys(structure).map(nameOf);
}

export function hasStructureField(structure: Value, name: string): boolean {
  return Object.hasOwn(structure, propertyOf(name));
}

/** Was it there? */
export function deleteStructureField(structure: Value, name: string): boolean {
  return hasStructureField(structure, name) && delete structure[propertyOf(name)];
}
