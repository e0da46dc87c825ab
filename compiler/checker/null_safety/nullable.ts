/** Types whose values may be null, as null safety sees them. */
import { apply, substitution } from "#compiler/types/apply.ts";
import { follow, innerOfNull, underlyingOf } from "#compiler/types/follow.ts";
import { findField, typeOfFound } from "#compiler/types/members.ts";
import type { AnonType, FunType, Type } from "#compiler/types/type.ts";

/** `Null<T>`, or an abstract over it. `Dynamic` promises that its values are there. */
export function isNullable(type: Type): boolean {
  const followed = follow(type);
  if (followed.kind !== "Abstract") return false;
  if (innerOfNull(followed) !== null) return true;
  return !followed.abstract.isCoreType && isNullable(underlyingOf(followed));
}

/** Deeper than this types are taken to fit: they may be recursive. */
const DEEPEST = 8;

/** May a value of the type be given, with nothing inside it that is null where that is not expected? */
export function fitsNullability(found: Type, expected: Type, depth = 0): boolean {
  if (depth > DEEPEST) return true;
  const given = follow(found);
  const wanted = follow(expected);
  if (isNullable(given) && !isNullable(wanted) && wanted.kind !== "Mono") return false;
  const inner = plain(given);
  const outer = plain(wanted);
  if (inner.kind === "Fun" && outer.kind === "Fun") return functionFits(inner, outer, depth + 1);
  if (outer.kind === "Anon") return structureFits(inner, outer, depth + 1);
  return argumentsFit(inner, outer, depth + 1);
}

function plain(type: Type): Type {
  const inner = innerOfNull(type);
  return inner === null ? type : plain(follow(inner));
}

function functionFits(found: FunType, expected: FunType, depth: number): boolean {
  return (
    fitsNullability(found.result, expected.result, depth) &&
    expected.args.every((arg, index) => {
      const own = found.args[index];
      return own === undefined || own.isOptional || fitsNullability(arg.type, own.type, depth);
    })
  );
}

function structureFits(found: Type, expected: AnonType, depth: number): boolean {
  return [...expected.fields.values()].every((field) => {
    const type = fieldType(found, field.name);
    return type === null || fitsNullability(type, field.type, depth);
  });
}

function fieldType(type: Type, name: string): Type | null {
  if (type.kind === "Anon") return type.fields.get(name)?.type ?? null;
  const found = type.kind === "Inst" ? findField(type, name) : null;
  return found === null ? null : typeOfFound(found);
}

/** Type arguments of the same type; a child's are not compared with its parent's. */
function argumentsFit(found: Type, expected: Type, depth: number): boolean {
  const isSame =
    (found.kind === "Inst" && expected.kind === "Inst" && found.class === expected.class) ||
    (found.kind === "Enum" && expected.kind === "Enum" && found.enum === expected.enum) ||
    (found.kind === "Abstract" &&
      expected.kind === "Abstract" &&
      found.abstract === expected.abstract);
  if (!isSame || !("params" in found) || !("params" in expected)) return true;
  return found.params.every((param, index) => {
    const other = expected.params[index];
    const isFree = other === undefined || follow(other).kind === "Dynamic";
    return isFree || fitsNullability(param, other, depth);
  });
}

/** What the parameter of a function takes, with the type parameters of its class and itself left open. */
export function parameterType(type: Type, index: number): Type | null {
  const signature = follow(apply(type, substitution([], [])));
  return signature.kind === "Fun" ? (signature.args[index]?.type ?? null) : null;
}
