/** Metadata as the IR keeps it: names, and arguments that are constants. */
import type { Expr, Metadata } from "#compiler/syntax/ast.ts";
import type { IrMetadata } from "../ir.ts";

export function lowerMetadata(meta: readonly Metadata[]): IrMetadata[] {
  return meta.map(({ name, params }) => ({ name, args: params.map(printConstant) }));
}

/** A constant as Haxe writes it; what is none is shown by its kind. */
function printConstant(expr: Expr): string {
  switch (expr.kind) {
    case "Int":
    case "Float":
      return expr.text;
    case "String":
      return JSON.stringify(expr.value);
    case "Ident":
      return expr.name;
    case "Parenthesis":
      return printConstant(expr.expr);
    case "Unop":
      return `${expr.op}${printConstant(expr.operand)}`;
    case "ArrayDecl":
      return `[${expr.elements.map(printConstant).join(", ")}]`;
    case "Field":
      return `${printConstant(expr.object)}.${expr.name.name}`;
    default:
      return `<${expr.kind}>`;
  }
}
