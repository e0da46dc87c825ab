/** Reads through links, typedefs and `Null`. */
import { apply, substitution } from "./apply.ts";
import type { AbstractInstType, Type, TypedefInstType } from "./type.ts";

/** The type behind Mono links and typedefs; an unbound Mono is itself. */
export function follow(type: Type): Type {
  let current = type;
  for (;;) {
    if (current.kind === "Mono") {
      if (current.link === null) return current;
      current = current.link;
    } else if (current.kind === "Typedef") {
      current = expandTypedef(current);
    } else {
      return current;
    }
  }
}

/** As `follow`, and through `Null<T>`. */
export function followNull(type: Type): Type {
  let current = follow(type);
  for (;;) {
    const inner = innerOfNull(current);
    if (inner === null) return current;
    current = follow(inner);
  }
}

/** As `followNull`, and through abstracts to the type that values have at run time. */
export function followUnderlying(type: Type): Type {
  let current = followNull(type);
  while (current.kind === "Abstract" && !current.abstract.isCoreType) {
    current = followNull(underlyingOf(current));
  }
  return current;
}

/** The links of a Mono only: keeps typedefs. */
export function followMono(type: Type): Type {
  let current = type;
  while (current.kind === "Mono" && current.link !== null) current = current.link;
  return current;
}

/** What the typedef stands for, with its arguments put in. */
export function expandTypedef(type: TypedefInstType): Type {
  if (type.params.length === 0) return type.typedef.type;
  let expanded = expansions.get(type);
  if (expanded === undefined || expanded.source !== type.typedef.type) {
    const applied = apply(type.typedef.type, substitution(type.typedef.params, type.params));
    expanded = { source: type.typedef.type, type: applied };
    expansions.set(type, expanded);
  }
  return expanded.type;
}

/** The type of an abstract's values at run time. */
export function underlyingOf(type: AbstractInstType): Type {
  return apply(type.abstract.underlying, substitution(type.abstract.params, type.params));
}

/** The `T` of a type that is `Null<T>` as it stands, else null. */
export function innerOfNull(type: Type): Type | null {
  if (type.kind !== "Abstract" || type.abstract.path !== "Null") return null;
  return type.params[0] ?? null;
}

const expansions = new WeakMap<TypedefInstType, { source: Type; type: Type }>();
