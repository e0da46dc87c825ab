/** The abstracts of `haxe.Constraints`: what they take is a rule of the language. */
import { apply, substitution } from "./apply.ts";
import { follow } from "./follow.ts";
import { findConstructor } from "./members.ts";
import type { Mismatch } from "./mismatch.ts";
import type { AbstractInstType, Type } from "./type.ts";
import type { Unification } from "./unification.ts";

type Unify = (ctx: Unification, found: Type, expected: Type) => Mismatch | null;

/** Null where `expected` is an abstract like others. Void has been refused before. */
export function meetsConstraint(
  ctx: Unification,
  found: Type,
  expected: AbstractInstType,
  unify: Unify,
): boolean | null {
  if (found.kind === "Abstract" && found.abstract === expected.abstract) return null;
  switch (expected.abstract.path) {
    case "haxe.Function":
      return found.kind === "TypeParam" ? null : found.kind === "Fun" || found.kind === "Dynamic";
    case "haxe.NotVoid":
      return true;
    case "haxe.FlatEnum":
      return found.kind === "TypeParam" ? null : isFlat(found);
    case "haxe.Constructible":
      return found.kind === "TypeParam" ? null : isConstructible(ctx, found, expected, unify);
    default:
      return null;
  }
}

/** An enum whose constructors have no arguments. */
function isFlat(found: Type): boolean {
  return (
    found.kind === "Enum" &&
    [...found.enum.constructors.values()].every(({ args }) => args === null)
  );
}

/** A class with a public constructor of the type. */
function isConstructible(
  ctx: Unification,
  found: Type,
  { params: [asked] }: AbstractInstType,
  unify: Unify,
): boolean {
  const made = found.kind === "Inst" ? findConstructor(found) : null;
  if (made === null || !made.field.isPublic || asked === undefined) return false;
  const { field, owner, ownerParams } = made;
  const type = follow(ctx.typeOfField(field));
  if (type.kind !== "Fun") return false;
  const args = type.args.filter((arg) => !arg.name.startsWith("$"));
  const own = apply({ ...type, args }, substitution(owner.params, ownerParams));
  return unify(ctx, own, asked) === null;
}
