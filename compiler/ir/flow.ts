/** Where control goes at the end of a statement list. */
import type { IrStmt } from "./statement.ts";

/** Can control never reach the end of the statements? */
export function endsFlow(body: readonly IrStmt[]): boolean {
  const last = body.at(-1);
  switch (last?.kind) {
    case "Return":
    case "Throw":
    case "Break":
    case "Continue":
      return true;
    case "If":
      return endsFlow(last.then) && endsFlow(last.else);
    case "Switch":
      return endsFlow(last.default) && last.cases.every((entry) => endsFlow(entry.body));
    case "Try":
      return endsFlow(last.body) && endsFlow(last.handler);
    case "Loop":
      return !breaksOut(last.body, last.label);
    case "Block":
      return endsFlow(last.body) && !breaksOut(last.body, last.label);
    default:
      return false;
  }
}

/** Does a statement inside leave the construct with this label? */
export function breaksOut(body: readonly IrStmt[], label: string): boolean {
  return body.some((stmt) => {
    switch (stmt.kind) {
      case "Break":
        return stmt.label === label;
      case "If":
        return breaksOut(stmt.then, label) || breaksOut(stmt.else, label);
      case "Loop":
      case "Block":
        return breaksOut(stmt.body, label);
      case "Switch":
        return (
          breaksOut(stmt.default, label) || stmt.cases.some((entry) => breaksOut(entry.body, label))
        );
      case "Try":
        return breaksOut(stmt.body, label) || breaksOut(stmt.handler, label);
      default:
        return false;
    }
  });
}
