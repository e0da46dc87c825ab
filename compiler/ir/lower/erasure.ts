/** From Haxe types to what is left of them in the low IR: kinds and type tests. */
import { representationOf } from "#compiler/types/core.ts";
import { followNull, followUnderlying } from "#compiler/types/follow.ts";
import type { ClassType, Type } from "#compiler/types/type.ts";
import type { TypeTest } from "../expr.ts";
import type { Kind, ResultKind } from "../kind.ts";

/** The kind of a function's result, or of an expression's value. */
export function resultKindOf(type: Type): ResultKind {
  switch (representationOf(type)) {
    case "Int":
      return "i32";
    case "Float":
      return "f64";
    case "Bool":
      return "bool";
    case "Void":
      return "void";
    case "Reference":
      return "ref";
    case "Dynamic":
    case "Unknown":
      return "dyn";
  }
}

/** The kind of a place that holds a value of the type; a place of type Void holds null. */
export function kindOfType(type: Type): Kind {
  const kind = resultKindOf(type);
  return kind === "void" ? "dyn" : kind;
}

/** The kind of a place that can hold null besides the values of `kind`. */
export function nullableKind(kind: Kind): Kind {
  return kind === "ref" ? "ref" : "dyn";
}

/** The kind of an array's elements, also of one behind an abstract; `dyn` where the type is not known to be one. */
export function elementKind(type: Type): Kind {
  const actual = followUnderlying(followNull(type));
  const element = actual.kind === "Inst" ? actual.params[0] : undefined;
  return element === undefined ? "dyn" : kindOfType(element);
}

/** What is tested of a value at run time for it to be of the type. */
export function typeTestOf(type: Type): TypeTest {
  const actual = followUnderlying(type);
  switch (actual.kind) {
    case "Inst":
      return classTest(actual.class);
    case "Enum":
      return { kind: "enum", path: actual.enum.path };
    case "Abstract":
      return coreTest(actual.abstract.path);
    case "Fun":
      return { kind: "function" };
    default:
      return { kind: "dynamic" };
  }
}

function classTest(type: ClassType): TypeTest {
  if (type.path === "String") return { kind: "string" };
  if (type.path === "Array") return { kind: "array" };
  return { kind: type.form === "interface" ? "interface" : "class", path: type.path };
}

function coreTest(path: string): TypeTest {
  switch (path) {
    case "Int":
      return { kind: "int" };
    case "Float":
      return { kind: "float" };
    case "Bool":
      return { kind: "bool" };
    default:
      return { kind: "dynamic" };
  }
}
