/** In which part a member's type is not the one that is asked for. */
import { follow } from "#compiler/types/follow.ts";
import type { FunArg, FunType, Type } from "#compiler/types/type.ts";
import type { Unification } from "#compiler/types/unification.ts";
import { canUnify } from "#compiler/types/unify.ts";
import { countText } from "./mismatch_text.ts";

/** `: argument `n` differs`; empty where the types have so few parts that they show it. */
export function signatureDifference(unification: Unification, found: Type, expected: Type): string {
  const own = follow(found);
  const wanted = follow(expected);
  if (own.kind !== "Fun" || wanted.kind !== "Fun") return "";
  if (Math.max(own.args.length, wanted.args.length) < 2) return "";
  return `: ${differenceOf(unification, own, wanted)}`;
}

function differenceOf(unification: Unification, own: FunType, wanted: FunType): string {
  if (own.args.length !== wanted.args.length)
    return `expected ${countText(wanted.args.length, "argument")}, found ${own.args.length}`;
  for (const [index, asked] of wanted.args.entries()) {
    const arg = own.args[index];
    if (arg === undefined) continue;
    if (!canUnify(unification, asked.type, arg.type))
      return `argument ${nameOf(arg, index)} differs`;
    if (arg.isOptional !== asked.isOptional) {
      const must = asked.isOptional ? "must" : "must not";
      return `argument ${nameOf(arg, index)} ${must} be optional`;
    }
  }
  return "the result differs";
}

function nameOf({ name }: FunArg, index: number): string {
  return name === "" ? String(index + 1) : `\`${name}\``;
}
