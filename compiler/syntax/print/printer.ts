import type { Declaration, Expr, Field, Metadata } from "../ast.ts";

/** What the printers of the node families need from each other. */
export interface Printer {
  /** Writes every operator's operands in parentheses and leaves out those of the source. */
  readonly isExplicit: boolean;
  expr(expr: Expr): string;
  field(field: Field): string;
  metadata(entry: Metadata): string;
  declaration(declaration: Declaration): string;
}
