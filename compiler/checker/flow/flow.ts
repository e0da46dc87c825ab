/** Does control go on after an expression? */
import type { Span } from "#compiler/source/span.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";

/** False where the expression always returns, throws, breaks, continues or loops for ever. */
export function completes(expr: TypedExpr): boolean {
  switch (expr.kind) {
    case "Return":
    case "Throw":
    case "Break":
    case "Continue":
      return false;
    case "Block":
      return expr.exprs.every(completes);
    case "If":
      return (
        completes(expr.cond) && (expr.else === null || completes(expr.then) || completes(expr.else))
      );
    case "Switch": {
      if (expr.default === null && !expr.isExhaustive) return true;
      const goesOn = expr.cases.some((one) => completes(one.body));
      return goesOn || (expr.default !== null && completes(expr.default));
    }
    case "Try":
      return completes(expr.body) || expr.catches.some((one) => completes(one.body));
    case "While":
      return !isTrue(expr.cond) || hasBreak(expr.body);
    case "Var":
      return expr.value === null || completes(expr.value);
    case "Cast":
      return completes(expr.expr);
    default:
      return true;
  }
}

/** The innermost expression after which control comes to the end of an expression that completes. */
export function whereItEnds(expr: TypedExpr): Span {
  const inner = lastToComplete(expr);
  return inner === null ? expr.span : whereItEnds(inner);
}

function lastToComplete(expr: TypedExpr): TypedExpr | null {
  switch (expr.kind) {
    case "Block":
      return expr.exprs.at(-1) ?? null;
    case "If":
      if (expr.else === null) return null;
      return completes(expr.then) ? expr.then : expr.else;
    case "Switch": {
      const bodies = expr.cases.map((one) => one.body);
      return [...bodies, ...(expr.default === null ? [] : [expr.default])].find(completes) ?? null;
    }
    case "Try":
      return [expr.body, ...expr.catches.map((one) => one.body)].find(completes) ?? null;
    default:
      return null;
  }
}

function isTrue(expr: TypedExpr): boolean {
  return expr.kind === "Bool" && expr.value;
}

/** Is there a `break` of the loop that the expression is the body of? */
function hasBreak(expr: TypedExpr): boolean {
  switch (expr.kind) {
    case "Break":
      return true;
    case "Block":
      return expr.exprs.some(hasBreak);
    case "If":
      return hasBreak(expr.then) || (expr.else !== null && hasBreak(expr.else));
    case "Switch":
      return (
        expr.cases.some((one) => hasBreak(one.body)) ||
        (expr.default !== null && hasBreak(expr.default))
      );
    case "Try":
      return hasBreak(expr.body) || expr.catches.some((one) => hasBreak(one.body));
    default:
      return false;
  }
}
