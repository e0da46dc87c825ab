/** What the place of an array or map literal says about its elements. */
import { DYNAMIC } from "#compiler/types/core.ts";
import { follow, followNull } from "#compiler/types/follow.ts";
import { asInstanceOf } from "#compiler/types/members.ts";
import type { AnonType, Type } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { type Expected, expectedType, type FunctionContext } from "../program/context.ts";
import { arrayOf } from "../program/core_types.ts";
import { unknownType } from "../program/program.ts";
import { commonType } from "./convert.ts";

export function arrayElementType(ctx: FunctionContext, elements: readonly TypedExpr[]): Type {
  return elements.length === 0 ? unknownType(ctx.program) : commonType(ctx, elements);
}

/** The element type that an array literal is asked to have; null where it is free. */
export function elementWanted(ctx: FunctionContext, expected: Expected): Type | null {
  const type = expectedType(expected);
  if (type === null) return null;
  const followed = followNull(type);
  if (followed.kind === "Inst") {
    const array = arrayOf(ctx.program, DYNAMIC);
    const wanted = asInstanceOf(followed, array.class)?.params[0] ?? null;
    return wanted !== null && follow(wanted).kind === "Mono" ? null : wanted;
  }
  if (followed.kind === "Dynamic") return DYNAMIC;
  if (followed.kind === "Abstract" && !followed.abstract.isCoreType) {
    const from = followed.abstract.from.map((conversion) => follow(conversion.type));
    for (const type of from)
      if (type.kind === "Inst" && type.class.path === "Array") return concrete(type.params[0]);
  }
  if (followed.kind === "Anon") return iteratedBy(followed);
  return null;
}

/** The parameter of an abstract's conversion is not known here. */
function concrete(type: Type | undefined): Type | null {
  return type === undefined || follow(type).kind === "TypeParam" ? null : type;
}

/** The element type of an `Iterable<T>` that is asked for. */
function iteratedBy(type: AnonType): Type | null {
  const iterator = type.fields.get("iterator");
  const iterate = iterator === undefined ? null : follow(iterator.type);
  const result = iterate?.kind === "Fun" ? follow(iterate.result) : null;
  const next = result?.kind === "Anon" ? result.fields.get("next") : undefined;
  const step = next === undefined ? null : follow(next.type);
  return step?.kind === "Fun" && follow(step.result).kind !== "Mono" ? step.result : null;
}

export function isMapExpected(expected: Expected): boolean {
  const type = expectedType(expected);
  if (type === null) return false;
  const followed = followNull(type);
  return followed.kind === "Inst" && isMapClass(followed);
}

function isMapClass(type: Extract<Type, { kind: "Inst" }>): boolean {
  const { path } = type.class;
  return (
    path === "haxe.ds.Map" ||
    path === "haxe.IMap" ||
    (type.class.superClass !== null && isMapClass(type.class.superClass))
  );
}

/** The key and value types that a map literal is asked to have. */
export function mapParams(expected: Expected): { readonly key: Type; readonly value: Type } | null {
  const type = expectedType(expected);
  const followed = type === null ? null : followNull(type);
  if (followed?.kind !== "Inst" || !isMapClass(followed)) return null;
  let current = followed;
  while (current.class.path !== "haxe.ds.Map" && current.class.superClass !== null) {
    const parent = asInstanceOf(current, current.class.superClass.class);
    if (parent === null) break;
    current = parent;
  }
  const [key, value] = current.params;
  if (key === undefined || value === undefined) return null;
  return follow(key).kind === "Mono" || follow(value).kind === "Mono" ? null : { key, value };
}
