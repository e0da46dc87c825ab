/** Positions of statements as offsets from the start of their function, so that a function that moves stays the same. */
import type { IrStmt } from "../statement.ts";

/** The statements, with offsets in the file made to count from `start`. */
export function positionsFrom(start: number, body: readonly IrStmt[]): IrStmt[] {
  return body.map((stmt) => positionFrom(start, stmt));
}

function positionFrom(start: number, stmt: IrStmt): IrStmt {
  switch (stmt.kind) {
    case "If":
      return {
        ...stmt,
        then: positionsFrom(start, stmt.then),
        else: positionsFrom(start, stmt.else),
      };
    case "Loop":
    case "Block":
      return { ...stmt, body: positionsFrom(start, stmt.body) };
    case "Switch":
      return {
        ...stmt,
        cases: stmt.cases.map(({ values, body }) => ({ values, body: positionsFrom(start, body) })),
        default: positionsFrom(start, stmt.default),
      };
    case "Try":
      return {
        ...stmt,
        body: positionsFrom(start, stmt.body),
        handler: positionsFrom(start, stmt.handler),
      };
    case "Break":
    case "Continue":
      return stmt;
    default:
      return { ...stmt, at: stmt.at - start };
  }
}
