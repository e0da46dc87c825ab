/** What unifying types remembers. */
import type { Trail } from "./mono.ts";
import type { Refinements } from "./refine.ts";
import type { ClassField, Type } from "./type.ts";

export interface Unification {
  readonly trail: Trail;
  /** Pairs being compared: a recursive type that comes back to one agrees. */
  readonly stack: { readonly found: Type; readonly expected: Type }[];
  /** What type parameters are known to be inside the cases around. */
  refined: Refinements;
  /** The field's type, inferred first if it is not known yet. */
  readonly typeOfField: (field: ClassField) => Type;
}
