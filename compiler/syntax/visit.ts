/** Visits expressions without a case for each kind: syntax nodes are plain data. */
import type { Expr } from "./ast.ts";

/** Calls `visit` for the expression and every expression inside it, outer ones first. */
export function visitExprs(expr: Expr, visit: (expr: Expr) => void): void {
  visitNode(expr, visit);
}

function visitNode(node: unknown, visit: (expr: Expr) => void): void {
  if (node === null || typeof node !== "object") return;
  if (isExpr(node)) visit(node);
  for (const part of Object.values(node)) visitNode(part, visit);
}

/** Type hints share kinds with no expression but `Function` and `Error`, which no caller mistakes. */
function isExpr(node: object): node is Expr {
  return "kind" in node;
}
