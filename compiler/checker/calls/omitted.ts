/** What is passed for arguments that are left out. */
import { lineAt } from "#compiler/source/source_file.ts";
import type { Span } from "#compiler/source/span.ts";
import type { FunArg, Type } from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import type { FunctionContext } from "../program/context.ts";
import { intType, nullOf, stringType } from "../program/core_types.ts";

/** What is passed for an argument that is left out: null, or the place of the call. */
export function omitted(ctx: FunctionContext, param: FunArg, span: Span): TypedExpr {
  if (isPosInfos(param.type)) return positionOf(ctx, span, param.type);
  return { kind: "Null", type: nullOf(ctx.program, param.type), span };
}

function isPosInfos(type: Type): boolean {
  let current = type;
  for (;;) {
    if (current.kind === "Typedef") return current.typedef.path === "haxe.PosInfos";
    if (
      current.kind === "Abstract" &&
      current.abstract.path === "Null" &&
      current.params[0] !== undefined
    )
      [current] = [current.params[0]];
    else if (current.kind === "Mono" && current.link !== null) current = current.link;
    else return false;
  }
}

/** A `haxe.PosInfos` of this place. */
export function positionOf(
  ctx: FunctionContext,
  span: Span,
  type: Type,
  customParams: TypedExpr | null = null,
): TypedExpr {
  const { program } = ctx;
  ctx.notes.usesPosition = true;
  const text = (value: string): TypedExpr => ({
    kind: "String",
    value,
    type: stringType(program),
    span,
  });
  const line = lineAt(ctx.scope.module.source.lineStarts, span.start) + 1;
  const fields = [
    { name: "fileName", value: text(ctx.scope.module.source.file) },
    {
      name: "lineNumber",
      value: { kind: "Int", value: line, type: intType(program), span } as TypedExpr,
    },
    { name: "className", value: text(ctx.class.path) },
    { name: "methodName", value: text(ctx.field.name) },
  ];
  if (customParams !== null) fields.push({ name: "customParams", value: customParams });
  return { kind: "ObjectDecl", fields, type, span };
}
