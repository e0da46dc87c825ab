/** Statements of the low IR. */
import type { IrStmt } from "#compiler/ir/statement.ts";
import { arraySet } from "./array_access.ts";
import type { Node } from "./binaryen_module.ts";
import {
  breakLabel,
  continueLabel,
  ifStatement,
  loopStatement,
  switchStatement,
  tryStatement,
} from "./control_flow.ts";
import { effectStatement } from "./effect.ts";
import { expression } from "./expression.ts";
import type { FunctionWriter } from "./function_writer.ts";
import { checkNull, setCell, setField, setStatic } from "./store.ts";

/** A block of statements, under a label where something breaks out of it. */
export function block(
  writer: FunctionWriter,
  label: string | null,
  statements: readonly IrStmt[],
): Node {
  const nodes = statements.map((statement) => {
    writer.releaseScratches();
    const node = print(writer, statement);
    if ("at" in statement) writer.placed.push({ node, at: statement.at });
    return node;
  });
  return writer.program.module.block(label, nodes);
}

function print(writer: FunctionWriter, statement: IrStmt): Node {
  const { module } = writer.program;
  switch (statement.kind) {
    case "Let":
      return writer.setLocal(statement.local, expression(writer, statement.value));
    case "Do":
      return effectStatement(writer, statement.effect, statement.local);
    case "SetField":
      return setField(writer, statement);
    case "SetStatic":
      return setStatic(writer, statement);
    case "ArraySet":
      return arraySet(
        writer,
        statement.type,
        expression(writer, statement.array),
        expression(writer, statement.index),
        expression(writer, statement.value),
      );
    case "SetCell":
      return setCell(writer, statement);
    case "CheckNull":
      return checkNull(writer, statement);
    case "If":
      return ifStatement(writer, statement, block);
    case "Loop":
      return loopStatement(writer, statement, block);
    case "Block":
      return block(writer, breakLabel(statement.label), statement.body);
    case "Break":
      return module.br(breakLabel(statement.label));
    case "Continue":
      return module.br(continueLabel(statement.label));
    case "Switch":
      return switchStatement(writer, statement, block);
    case "Return":
      return writer.returning(
        statement.value === null ? null : expression(writer, statement.value),
      );
    case "Throw":
      return writer.program.sequence([
        writer.program.setThrown(expression(writer, statement.value)),
        writer.unwind(),
      ]);
    case "Try":
      return tryStatement(writer, statement, block);
  }
}
