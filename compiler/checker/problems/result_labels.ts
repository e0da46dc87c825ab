/** Why a function must return what it is to return. */
import type { Label } from "#compiler/diagnostics/diagnostic.ts";
import { printType } from "#compiler/types/print.ts";
import type { Type } from "#compiler/types/type.ts";
import type { FunctionContext } from "../program/context.ts";

/** A label at the function's name; none for a closure, whose place says enough. */
export function resultLabels(ctx: FunctionContext, result: Type): Label[] {
  const { closure, field, scope } = ctx;
  if (closure.parent !== null) return [];
  const text = `\`${field.name}\` returns \`${printType(result)}\``;
  return [{ file: scope.module.source.file, span: field.span, text }];
}
