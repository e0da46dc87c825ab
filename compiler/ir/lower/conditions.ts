/** `&&` and `||`, and what a condition tells about variables that are not null. */
import type { LogicExpr, TypedExpr } from "#compiler/types/typed_ast.ts";
import type { IrExpr } from "../expr.ts";
import type { FunctionBuilder } from "./function_builder.ts";

/** The right side is evaluated only where it decides: a Select where it has no statements, else an If. */
export function lowerCondition(fn: FunctionBuilder, { op, left, right, span }: LogicExpr): IrExpr {
  const isAnd = op === "&&";
  const test = fn.valueAs(left, "bool");
  const facts = fn.facts;
  const local = fn.temporary("bool");
  let rest: IrExpr = { kind: "ConstBool", value: isAnd };
  const statements = fn.capture(() => {
    learn(fn, left, isAnd);
    rest = fn.valueAs(right, "bool");
  });
  if (statements.length === 0) {
    fn.forgetLocals(local);
    fn.facts = facts;
    return choose(test, rest, isAnd);
  }
  const at = span.start;
  const decided = fn.capture(() => {
    for (const stmt of statements) fn.emit(stmt);
    fn.assign(local, rest, at);
  });
  const undecided = fn.capture(() => fn.assign(local, { kind: "ConstBool", value: !isAnd }, at));
  fn.emit({
    kind: "If",
    test,
    then: isAnd ? decided : undecided,
    else: isAnd ? undecided : decided,
  });
  fn.facts = facts;
  return { kind: "Local", index: local };
}

function choose(test: IrExpr, rest: IrExpr, isAnd: boolean): IrExpr {
  const decided: IrExpr = { kind: "ConstBool", value: !isAnd };
  return {
    kind: "Select",
    test,
    then: isAnd ? rest : decided,
    else: isAnd ? decided : rest,
    type: "bool",
  };
}

/** Marks the variables that cannot be null where the condition has the value `outcome`. */
export function learn(fn: FunctionBuilder, condition: TypedExpr, outcome: boolean): void {
  switch (condition.kind) {
    case "Unop":
      if (condition.op === "!") learn(fn, condition.operand, !outcome);
      break;
    case "Logic":
      if ((condition.op === "&&") === outcome) {
        learn(fn, condition.left, outcome);
        learn(fn, condition.right, outcome);
      }
      break;
    case "IsNull":
      if (!outcome) learnNotNull(fn, condition.operand);
      break;
    case "Is":
      if (outcome) learnNotNull(fn, condition.expr);
      break;
    default:
      break;
  }
}

function learnNotNull(fn: FunctionBuilder, expr: TypedExpr): void {
  if (expr.kind === "Cast" && expr.form === "implicit") {
    learnNotNull(fn, expr.expr);
    return;
  }
  if (expr.kind !== "Local") return;
  const { local, cellKind } = fn.placeOf(expr.variable);
  if (cellKind === null) fn.markNotNull(local);
}
