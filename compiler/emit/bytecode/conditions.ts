/**
 * Tests that only steer: a comparison and its jump become one instruction. Operands are evaluated by the function given,
 * since expressions contain tests (`Select`) as well as tests expressions.
 */
import type { OpcodeName } from "#compiler/bytecode/opcodes.ts";
import type { IrExpr } from "#compiler/ir/expr.ts";
import type { CodeWriter, Label } from "./function_code.ts";

/** Evaluates an expression and gives its register. */
export type Evaluate = (out: CodeWriter, expr: IrExpr) => number;

/** Jumps to `to` if the test equals `wanted`, else goes on. */
export function branch(
  out: CodeWriter,
  test: IrExpr,
  wanted: boolean,
  to: Label,
  evaluate: Evaluate,
): void {
  out.scope(() => branchInScope(out, test, wanted, to, evaluate));
}

function branchInScope(
  out: CodeWriter,
  test: IrExpr,
  wanted: boolean,
  to: Label,
  evaluate: Evaluate,
): void {
  switch (test.kind) {
    case "ConstBool":
      if (test.value === wanted) out.jump("Jump", to);
      break;
    case "Unary":
      branch(out, test.operand, !wanted, to, evaluate);
      break;
    case "IsNull":
      out.jump(wanted ? "JumpIfNull" : "JumpIfNotNull", to, evaluate(out, test.operand));
      break;
    case "Select":
      branchSelect(out, test, wanted, to, evaluate);
      break;
    case "Binary":
      branchCompare(out, test, wanted, to, evaluate);
      break;
    default:
      out.jump(wanted ? "JumpIfTrue" : "JumpIfFalse", to, evaluate(out, test));
  }
}

/** Also `&&` (`a ? b : false`) and `||` (`a ? true : b`), whose constant branch needs no jump of its own. */
function branchSelect(
  out: CodeWriter,
  test: IrExpr & { kind: "Select" },
  wanted: boolean,
  to: Label,
  evaluate: Evaluate,
): void {
  const { then, else: otherwise } = test;
  if (otherwise.kind === "ConstBool" && otherwise.value === wanted) {
    branch(out, test.test, false, to, evaluate);
    branch(out, then, wanted, to, evaluate);
    return;
  }
  if (then.kind === "ConstBool" && then.value === wanted) {
    branch(out, test.test, true, to, evaluate);
    branch(out, otherwise, wanted, to, evaluate);
    return;
  }
  const elseLabel = out.label();
  const end = out.label();
  branch(out, test.test, false, elseLabel, evaluate);
  branch(out, then, wanted, to, evaluate);
  out.jump("Jump", end);
  out.place(elseLabel);
  branch(out, otherwise, wanted, to, evaluate);
  out.place(end);
}

function branchCompare(
  out: CodeWriter,
  test: IrExpr & { kind: "Binary" },
  wanted: boolean,
  to: Label,
  evaluate: Evaluate,
): void {
  const { left, right } = test;
  const [type, relation] = test.op.split(".") as [string, Relation];
  const asked = type === "i32" && !wanted ? opposite[relation] : relation;
  if (type === "i32" && right.kind === "ConstInt") {
    out.jump(`JumpIfInt${relationNames[asked]}Immediate`, to, evaluate(out, left), right.value);
    return;
  }
  const swap = asked === "gt" || asked === "ge";
  const name = jumpName(type, swap ? swapped[asked] : asked, wanted);
  const [first, second] = swap ? [right, left] : [left, right];
  out.jump(name, to, evaluate(out, first), evaluate(out, second));
}

type Relation = "eq" | "ne" | "lt" | "le" | "gt" | "ge";

const relationNames = { eq: "Eq", ne: "Ne", lt: "Lt", le: "Le", gt: "Gt", ge: "Ge" } as const;
const opposite = { eq: "ne", ne: "eq", lt: "ge", le: "gt", gt: "le", ge: "lt" } as const;
const swapped = { gt: "lt", ge: "le" } as const;

/** The jump for a relation other than greater-than; an Int's is already negated where it has to be. */
function jumpName(type: string, relation: "eq" | "ne" | "lt" | "le", wanted: boolean): OpcodeName {
  if (type === "i32") return `JumpIfInt${relationNames[relation]}`;
  if (relation === "eq" || relation === "ne") {
    const bank = type === "f64" ? "Float" : type === "bool" ? "Int" : "Ref";
    return `JumpIf${bank}${(relation === "eq") === wanted ? "Eq" : "Ne"}`;
  }
  // Not less-than is not greater-or-equal where an operand is NaN, so Floats have jumps for the negation.
  return `JumpIfFloat${wanted ? "" : "Not"}${relation === "lt" ? "Lt" : "Le"}`;
}
