/** Are two types the same as they stand? Binds nothing. */
import { follow, followMono } from "./follow.ts";
import type { AnonType, FunType, Type } from "./type.ts";

/** Equal declarations and arguments, without reading typedefs: what recursion is recognised by. */
export function isSameType(first: Type, second: Type): boolean {
  const a = followMono(first);
  const b = followMono(second);
  if (a === b) return true;
  switch (a.kind) {
    case "Inst":
      return b.kind === "Inst" && a.class === b.class && areSame(a.params, b.params);
    case "Enum":
      return b.kind === "Enum" && a.enum === b.enum && areSame(a.params, b.params);
    case "Abstract":
      return b.kind === "Abstract" && a.abstract === b.abstract && areSame(a.params, b.params);
    case "Typedef":
      return b.kind === "Typedef" && a.typedef === b.typedef && areSame(a.params, b.params);
    case "Fun":
      return b.kind === "Fun" && isSameFun(a, b);
    case "Anon":
      return b.kind === "Anon" && isSameAnon(a, b);
    case "TypeParam":
      return b.kind === "TypeParam" && a.param === b.param;
    case "Dynamic":
      return b.kind === "Dynamic" && (a.param === null) === (b.param === null);
    case "Mono":
    case "Error":
      return a.kind === b.kind && a.kind === "Error";
  }
}

/** As `isSameType`, seeing through typedefs at the top. */
export function isEqualType(first: Type, second: Type): boolean {
  return isSameType(first, second) || isSameType(follow(first), follow(second));
}

function areSame(first: readonly Type[], second: readonly Type[]): boolean {
  return first.every((type, index) => isEqualType(type, second[index] ?? type));
}

function isSameFun(a: FunType, b: FunType): boolean {
  return (
    a.args.length === b.args.length &&
    isEqualType(a.result, b.result) &&
    a.args.every((arg, index) => {
      const other = b.args[index];
      return (
        other !== undefined &&
        arg.isOptional === other.isOptional &&
        isEqualType(arg.type, other.type)
      );
    })
  );
}

/** Only the very same fields: structures written twice are compared by unification. */
function isSameAnon(a: AnonType, b: AnonType): boolean {
  if (a.fields.size !== b.fields.size) return false;
  for (const [name, field] of a.fields) {
    const other = b.fields.get(name);
    if (other === undefined) return false;
    if (other !== field && !isSameType(field.type, other.type)) return false;
  }
  return true;
}
