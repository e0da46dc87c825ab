/** `[...]`: an array, a map or a comprehension. */
import type * as ast from "#compiler/syntax/ast.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import { type Expected, type FunctionContext, wantValue } from "../program/context.ts";
import { arrayOf } from "../program/core_types.ts";
import { typeComprehension } from "./comprehensions.ts";
import { convert } from "./convert.ts";
import { arrayElementType, elementWanted, isMapExpected } from "./expected_elements.ts";
import { typeMap } from "./map_literals.ts";

export function typeArrayDecl(
  ctx: FunctionContext,
  expr: ast.ArrayDeclExpr,
  expected: Expected,
): TypedExpr {
  const [first] = expr.elements;
  if (first === undefined && isMapExpected(expected)) return typeMap(ctx, expr, [], expected);
  if (first?.kind === "Binop" && first.op === "=>")
    return typeMap(ctx, expr, expr.elements, expected);
  if (expr.elements.length === 1 && (first?.kind === "For" || first?.kind === "While")) {
    return typeComprehension(ctx, expr, first, expected);
  }
  const wanted = elementWanted(ctx, expected);
  if (wanted !== null) {
    const elements = expr.elements.map((element) =>
      convert(ctx, ctx.typeExpr(ctx, element, wanted), wanted),
    );
    return { kind: "ArrayDecl", elements, type: arrayOf(ctx.program, wanted), span: expr.span };
  }
  const elements = expr.elements.map((element) =>
    wantValue(ctx, ctx.typeExpr(ctx, element, "value")),
  );
  const common = arrayElementType(ctx, elements);
  const converted = elements.map((element) => convert(ctx, element, common));
  return {
    kind: "ArrayDecl",
    elements: converted,
    type: arrayOf(ctx.program, common),
    span: expr.span,
  };
}
