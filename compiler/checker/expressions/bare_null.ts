/** `null` as it is written. */
import { follow, innerOfNull } from "#compiler/types/follow.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";

/** A `null` that no place has given a type, as `(null : Null<Int>)` has. */
export function isBareNull(expr: TypedExpr): boolean {
  if (expr.kind !== "Null") return false;
  const inner = innerOfNull(follow(expr.type));
  return inner === null || follow(inner).kind === "Mono";
}
