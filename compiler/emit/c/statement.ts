/** Statements of the IR as lines of C. */
import type { IrExpr } from "#compiler/ir/expr.ts";
import { endsFlow } from "#compiler/ir/flow.ts";
import type { IrStmt } from "#compiler/ir/statement.ts";
import { box, zeroOf } from "./c_kind.ts";
import { need } from "./c_writer.ts";
import { effect } from "./effect.ts";
import { boxed, expression, fieldAccess, isNull } from "./expression.ts";
import type { FunctionScope } from "./function_scope.ts";

type Of<K extends IrStmt["kind"]> = Extract<IrStmt, { kind: K }>;

export function statements(scope: FunctionScope, body: readonly IrStmt[]): string[] {
  return body.flatMap((stmt) => [...lineDirective(scope, stmt), ...statement(scope, stmt)]);
}

function statement(scope: FunctionScope, stmt: IrStmt): string[] {
  const print = (expr: IrExpr): string => expression(scope, expr);
  switch (stmt.kind) {
    case "Let":
      return [`${need(scope.names[stmt.local], "local")} = ${print(stmt.value)};`];
    case "Do":
      return effect(scope, stmt.effect, stmt.local);
    case "SetField":
      return setField(scope, stmt);
    case "SetStatic":
      return [`${scope.writer.staticName(stmt.owner, stmt.name)} = ${print(stmt.value)};`];
    case "ArraySet": {
      const word = box(stmt.type, print(stmt.value));
      const operands = `HX_ARRAY(${print(stmt.array)}), ${print(stmt.index)}, ${word}, ${box(stmt.type, zeroOf(stmt.type))}`;
      const set = `hx_inline_array_set(${operands})`;
      return [`if (HX_UNLIKELY(!${set})) ${scope.leave()}`];
    }
    case "SetCell": {
      const word = box(stmt.type, print(stmt.value));
      return [`hx_inline_set_dyn(&HX_CELL(${print(stmt.cell)})->value, ${word});`];
    }
    case "CheckNull":
      return checkNull(scope, stmt);
    case "If":
      return ifStatement(scope, stmt);
    case "Loop":
      return loop(scope, stmt);
    case "Block":
      return block(scope, stmt);
    case "Break":
      return [breakTo(scope, stmt.label)];
    case "Continue":
      return [continueAt(scope, stmt.label)];
    case "Switch":
      return switchStatement(scope, stmt);
    case "Return":
      return [stmt.value === null ? "return;" : `return ${print(stmt.value)};`];
    case "Throw":
      return [`hx_throw(${boxed(scope, stmt.value)});`, scope.leave()];
    case "Try":
      return tryStatement(scope, stmt);
  }
}

/** Lines between braces, one level deeper. */
function braced(head: string, lines: readonly string[]): string[] {
  return [`${head}{`, ...lines.map(indent), "}"];
}

function indent(line: string): string {
  return line.startsWith("#") ? line : `  ${line}`;
}

function setField(scope: FunctionScope, stmt: Of<"SetField">): string[] {
  const field = fieldAccess(scope, stmt.object, stmt.owner, stmt.field);
  const value = expression(scope, stmt.value);
  if (stmt.type !== "ref" && stmt.type !== "dyn") return [`${field} = ${value};`];
  return [`hx_inline_set_${stmt.type}(&${field}, ${value});`];
}

function checkNull(scope: FunctionScope, stmt: Of<"CheckNull">): string[] {
  const what = stmt.what === "" ? "NULL" : `&${scope.writer.string(stmt.what)}`;
  return braced(`if (HX_UNLIKELY${isNull(scope, stmt.value)}) `, [
    `hx_throw_null_access(${what});`,
    scope.leave(),
  ]);
}

function ifStatement(scope: FunctionScope, stmt: Of<"If">): string[] {
  const then = braced(`if (${expression(scope, stmt.test)}) `, statements(scope, stmt.then));
  if (stmt.else.length === 0) return then;
  return [...then.slice(0, -1), ...braced("} else ", statements(scope, stmt.else))];
}

const afterLabel = (label: string): string => `after_${label.replace(/\W/g, "_")}`;
const againLabel = (label: string): string => `again_${label.replace(/\W/g, "_")}`;

function loop(scope: FunctionScope, stmt: Of<"Loop">): string[] {
  scope.enclosing.push({ kind: "loop", label: stmt.label });
  const body = statements(scope, stmt.body);
  scope.enclosing.pop();
  const again = scope.label(againLabel(stmt.label));
  return [...braced("for (;;) ", [...body, ...again]), ...scope.label(afterLabel(stmt.label))];
}

function block(scope: FunctionScope, stmt: Of<"Block">): string[] {
  const body = statements(scope, stmt.body);
  return [...body, ...scope.label(afterLabel(stmt.label))];
}

function breakTo(scope: FunctionScope, label: string): string {
  const innermost = scope.enclosing.at(-1);
  if (innermost?.kind === "loop" && innermost.label === label) return "break;";
  return scope.jump(afterLabel(label));
}

/** A switch does not catch `continue`, so the innermost loop counts. */
function continueAt(scope: FunctionScope, label: string): string {
  const innermost = scope.enclosing.findLast((entry) => entry.kind === "loop");
  if (innermost?.kind === "loop" && innermost.label === label) return "continue;";
  return scope.jump(againLabel(label));
}

/** A value that an earlier case has belongs to that case. */
function switchStatement(scope: FunctionScope, stmt: Of<"Switch">): string[] {
  scope.enclosing.push({ kind: "switch" });
  const seen = new Set<number>();
  const arm = (heads: readonly string[], body: readonly IrStmt[]): string[] => [
    ...heads,
    ...statements(scope, body).map(indent),
    ...(endsFlow(body) ? [] : ["  break;"]),
  ];
  const arms = stmt.cases.flatMap((entry) => {
    const values = entry.values.filter((value) => !seen.has(value) && seen.add(value));
    return values.length === 0
      ? []
      : arm(
          values.map((value) => `case ${value}:`),
          entry.body,
        );
  });
  const lines = [...arms, ...arm(["default:"], stmt.default)];
  scope.enclosing.pop();
  return braced(`switch (${expression(scope, stmt.value)}) `, lines);
}

function tryStatement(scope: FunctionScope, stmt: Of<"Try">): string[] {
  const caught = scope.fresh("catch");
  const after = scope.fresh("after_try");
  scope.handlers.push(caught);
  const body = statements(scope, stmt.body);
  scope.handlers.pop();
  if (!scope.usedLabels.has(caught)) return body;
  const past = endsFlow(stmt.body) ? [] : [scope.jump(after)];
  const handler = [
    `${need(scope.names[stmt.caught], "local")} = hx_take_exception();`,
    ...statements(scope, stmt.handler),
  ];
  return [...body, ...past, `${caught}:;`, ...handler, ...scope.label(after)];
}

function lineDirective(scope: FunctionScope, stmt: IrStmt): string[] {
  const { lineOf } = scope.writer.options;
  if (lineOf === undefined || !("at" in stmt)) return [];
  return [
    `#line ${lineOf(scope.fn.file, scope.fn.start + stmt.at)} ${JSON.stringify(scope.fn.file)}`,
  ];
}
