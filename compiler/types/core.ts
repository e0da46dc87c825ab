/** The types that the language itself knows, recognised by their paths. */
import { follow, followNull, innerOfNull, underlyingOf } from "./follow.ts";
import type { Type } from "./type.ts";

export const ERROR: Type = { kind: "Error" };
export const DYNAMIC: Type = { kind: "Dynamic", param: null };

/** Is it the core abstract, seen through links and typedefs but not through `Null`? */
export function isCore(type: Type, path: string): boolean {
  const followed = follow(type);
  return followed.kind === "Abstract" && followed.abstract.path === path;
}

export function isVoid(type: Type): boolean {
  return isCore(type, "Void");
}

export function isString(type: Type): boolean {
  const followed = followNull(type);
  return followed.kind === "Inst" && followed.class.path === "String";
}

export function isArray(type: Type): boolean {
  const followed = followNull(type);
  return followed.kind === "Inst" && followed.class.path === "Array";
}

export function isDynamic(type: Type): boolean {
  return followNull(type).kind === "Dynamic";
}

/** Int, Float or Bool (or an abstract over one) that is not `Null<T>`: null cannot be its value. */
export function isNotNullable(type: Type): boolean {
  const representation = representationOf(type);
  return representation === "Int" || representation === "Float" || representation === "Bool";
}

/**
 * How values of a type are held at run time. `Dynamic` is any value with its type: `Dynamic`, a type parameter,
 * `Null<Int>`; `Unknown` is a type that is not decided yet.
 */
export type Representation =
  | "Int"
  | "Float"
  | "Bool"
  | "Void"
  | "Reference"
  | "Dynamic"
  | "Unknown";

/** The representation of a type's values. */
export function representationOf(type: Type): Representation {
  const followed = follow(type);
  const inner = innerOfNull(followed);
  if (inner !== null) {
    const held = representationOf(inner);
    return held === "Reference" || held === "Unknown" ? held : "Dynamic";
  }
  switch (followed.kind) {
    case "Mono":
      return followed.fields === null ? "Unknown" : "Reference";
    case "Abstract":
      return followed.abstract.isCoreType
        ? representationOfCore(followed.abstract.path)
        : representationOf(underlyingOf(followed));
    case "Dynamic":
    case "TypeParam":
      return "Dynamic";
    case "Error":
      return "Unknown";
    default:
      return "Reference";
  }
}

function representationOfCore(path: string): Representation {
  switch (path) {
    case "Int":
    case "Float":
    case "Bool":
    case "Void":
      return path;
    case "Class":
    case "Enum":
    case "EnumValue":
    case "haxe.io.BytesData":
      return "Reference";
    default:
      return "Dynamic";
  }
}
