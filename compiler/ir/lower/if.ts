/** `if` as a statement and as a value. */
import type { IfExpr, TypedExpr } from "#compiler/types/typed_ast.ts";
import type { IrExpr } from "../expr.ts";
import type { IrStmt } from "../statement.ts";
import { learn } from "./conditions.ts";
import { kindOfType } from "./erasure.ts";
import type { Destination, FunctionBuilder } from "./function_builder.ts";
import { negate } from "./operators.ts";

/** Brings the taken branch's value to where it goes, or drops it. */
export function lowerIf(fn: FunctionBuilder, expr: IfExpr, to: Destination | null): void {
  const { cond } = expr;
  const test = fn.valueAs(cond, "bool");
  const branch = (body: TypedExpr | null) => (): void => {
    if (body !== null) fn.bring(body, to);
  };
  lowerBranches(fn, test, cond, branch(expr.then), branch(expr.else));
}

/** Both branches as an If, with what each may take for not null; after it holds what both leave behind. */
function lowerBranches(
  fn: FunctionBuilder,
  test: IrExpr,
  cond: TypedExpr,
  lowerThen: () => void,
  lowerElse: () => void,
): void {
  const before = fn.facts;
  const run = (
    build: () => void,
    outcome: boolean,
  ): { statements: IrStmt[]; facts: ReadonlySet<number>; ended: boolean } => {
    fn.facts = before;
    let ended = false;
    const statements = fn.capture(() => {
      learn(fn, cond, outcome);
      build();
      ended = fn.hasEnded;
    });
    return { statements, facts: fn.facts, ended };
  };
  const taken = run(lowerThen, true);
  const other = run(lowerElse, false);
  fn.emit(ifStatement(test, taken.statements, other.statements));
  if (taken.ended) fn.facts = other.facts;
  else if (other.ended) fn.facts = taken.facts;
  else fn.facts = taken.facts.intersection(other.facts);
}

function ifStatement(test: IrExpr, then: readonly IrStmt[], otherwise: readonly IrStmt[]): IrStmt {
  if (then.length === 0) return { kind: "If", test: negate(test), then: otherwise, else: [] };
  return { kind: "If", test, then, else: otherwise };
}

/** A Select where neither branch has statements, else a local that both branches set. */
export function lowerIfValue(fn: FunctionBuilder, expr: IfExpr): IrExpr {
  if (expr.else === null) {
    lowerIf(fn, expr, null);
    return { kind: "ConstNull", as: "dyn" };
  }
  const type = kindOfType(expr.type);
  const test = fn.valueAs(expr.cond, "bool");
  const before = fn.facts;
  const localCount = fn.locals.length;
  const pure = (branch: TypedExpr, outcome: boolean): IrExpr | null => {
    let value: IrExpr | null = null;
    fn.facts = before;
    const statements = fn.capture(() => {
      learn(fn, expr.cond, outcome);
      value = fn.valueAs(branch, type);
    });
    return statements.length === 0 ? value : null;
  };
  const simple = isSimple(expr.then) && isSimple(expr.else);
  const then = simple ? pure(expr.then, true) : null;
  const otherwise = then === null ? null : pure(expr.else, false);
  fn.facts = before;
  if (then !== null && otherwise !== null)
    return { kind: "Select", test, then, else: otherwise, type };
  fn.forgetLocals(localCount);
  return throughLocal(fn, expr, test);
}

function throughLocal(fn: FunctionBuilder, expr: IfExpr, test: IrExpr): IrExpr {
  const local = fn.temporary(kindOfType(expr.type));
  const branch = (body: TypedExpr | null) => (): void => {
    if (body !== null) fn.into(body, local);
  };
  lowerBranches(fn, test, expr.cond, branch(expr.then), branch(expr.else));
  return { kind: "Local", index: local };
}

/** Has it no part that declares or lifts anything, so that lowering it twice is harmless? */
function isSimple(expr: TypedExpr): boolean {
  switch (expr.kind) {
    case "Int":
    case "Float":
    case "String":
    case "Bool":
    case "Null":
    case "This":
    case "Local":
    case "StaticField":
    case "EnumValue":
    case "TypeValue":
      return true;
    case "Field":
      return isSimple(expr.object);
    case "ArrayAccess":
      return isSimple(expr.array) && isSimple(expr.index);
    case "Cast":
      return isSimple(expr.expr);
    case "Unop":
    case "IsNull":
      return isSimple(expr.operand);
    case "Binop":
    case "Logic":
      return isSimple(expr.left) && isSimple(expr.right);
    case "If":
      return (
        expr.else !== null && isSimple(expr.cond) && isSimple(expr.then) && isSimple(expr.else)
      );
    case "Intrinsic":
      return expr.args.every(isSimple);
    default:
      return false;
  }
}
