/**
 * What a case tells about type parameters. A constructor of a generalised enum (`I(i:Int):E<Int>`) makes values of one
 * instance of the enum only: where a value of `E<T>` matches it, `T` is `Int`.
 */
import { follow } from "./follow.ts";
import type { Type, TypeParameter } from "./type.ts";

/** What type parameters are known to be inside a case. */
export type Refinements = Map<TypeParameter, Type>;

/** Notes what the parameters in `subject` must be for it to have the type `made`. */
export function refine(refined: Refinements, made: Type, subject: Type): void {
  const first = follow(made);
  const second = follow(subject);
  if (second.kind === "TypeParam") {
    const isSame = first.kind === "TypeParam" && first.param === second.param;
    if (first.kind !== "Mono" && !isSame && !refined.has(second.param))
      refined.set(second.param, first);
    return;
  }
  if (first.kind !== second.kind) return;
  const given = argumentsOf(second);
  argumentsOf(first).forEach((argument, index) => {
    const other = given[index];
    if (other !== undefined) refine(refined, argument, other);
  });
}

/** Every type parameter that the type names. */
export function typeParametersIn(type: Type): TypeParameter[] {
  const followed = follow(type);
  if (followed.kind === "TypeParam") return [followed.param];
  return argumentsOf(followed).flatMap(typeParametersIn);
}

function argumentsOf(type: Type): readonly Type[] {
  switch (type.kind) {
    case "Inst":
    case "Enum":
    case "Abstract":
      return type.params;
    case "Fun":
      return [...type.args.map((arg) => arg.type), type.result];
    default:
      return [];
  }
}
