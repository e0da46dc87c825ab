/** The places that values were given to while a function was typed: null safety asks each whether it may be null. */
import type { Type } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";

export interface Places {
  readonly types: WeakMap<TypedExpr, Type[]>;
  /** Expressions under `@:nullSafety(Off)`. */
  readonly unchecked: WeakSet<TypedExpr>;
}

export function newPlaces(): Places {
  return { types: new WeakMap(), unchecked: new WeakSet() };
}

/** The value is given to a place of the type. */
export function notePlace(places: Places | null, value: TypedExpr, type: Type): void {
  if (places === null) return;
  const known = places.types.get(value);
  if (known === undefined) places.types.set(value, [type]);
  else known.push(type);
}
