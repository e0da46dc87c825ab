/**
 * Names of anonymous structures as JavaScript property names. JavaScript orders properties that look like array indexes
 * before the others, so such names get a `$` in front; names that begin with `$` get one more, which keeps them apart.
 * Names written in Haxe code are identifiers and stay as they are.
 */
export function propertyOf(name: string): string {
  return /^(?:\$|\d+$)/.test(name) ? `$${name}` : name;
}

/** The name that a property stands for. */
export function nameOf(property: string): string {
  return property.startsWith("$") ? property.slice(1) : property;
}
