/** Calls of static functions. */
import type { Span } from "#compiler/source/span.ts";
import type { ClassField, ClassType, Type } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";

/** Calls a static function, or what its intrinsic stands for. */
export function staticCall(
  owner: ClassType,
  field: ClassField,
  args: readonly TypedExpr[],
  type: Type,
  span: Span,
): TypedExpr {
  if (field.intrinsic !== null)
    return { kind: "Intrinsic", name: field.intrinsic, field, args, type, span };
  return { kind: "StaticCall", owner, field, args, type, span };
}
