/**
 * Names of anonymous structures as property names. JavaScript orders properties that look like array indexes before
 * the others, so such names get a `$` in front; names that begin with `$` get one more, which keeps them apart. Names
 * written in Haxe code are identifiers and stay as they are.
 */
import type { Value } from "./object_model.ts";

export function propertyOf(name: string): string {
  return /^(?:\$|\d+$)/.test(name) ? `$${name}` : name;
}

export function nameOf(property: string): string {
  return property.startsWith("$") ? property.slice(1) : property;
}

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
