/**
 * `switch`: cases are tried in order. Neighbouring cases that ask for a constructor or for an Int become one `Switch` of
 * the IR, inside which the cases of each key are tried in order; everything else is a chain of conditions.
 */
import type { SwitchExpr, TypedCase } from "#compiler/types/typed_ast.ts";
import type { IrExpr } from "../expr.ts";
import type { IrCase, IrStmt } from "../statement.ts";
import { type CaseContext, lowerCases, untilDone } from "./case_sequence.ts";
import type { Destination, FunctionBuilder } from "./function_builder.ts";
import { keyedPatternTest, patternTest, TRUE } from "./patterns.ts";
import { caseKeys, type Group, groupByKey, type Run, splitIntoRuns } from "./switch_runs.ts";

export function lowerSwitch(fn: FunctionBuilder, expr: SwitchExpr, to: Destination | null): void {
  const at = expr.span.start;
  const subjects = expr.subjects.map((subject) => fn.spill(fn.value(subject), at));
  fn.forgetAssigned();
  const before = fn.facts;
  const [subject] = subjects;
  const isInt = subject !== undefined && fn.kindOf(subject) === "i32";
  const runs = splitIntoRuns(expr.cases, (by) => by === "enum" || isInt);
  lowerRuns({ fn, subjects, to, testOf: patternTest }, expr, runs);
  fn.facts = before;
}

function lowerRuns(context: CaseContext, expr: SwitchExpr, runs: readonly Run[]): void {
  const [run, ...rest] = runs;
  if (run === undefined) {
    if (expr.default !== null) context.fn.bring(expr.default, context.to);
    return;
  }
  const lowerRest = (): void => lowerRuns(context, expr, rest);
  const isLast = rest.length === 0 && expr.default === null;
  if (run.by === null) lowerCases(context, run.cases, lowerRest);
  else if (isLast) lowerLastSwitch(context, expr, run);
  else lowerKeyed(context, expr, run, lowerRest);
}

// Cases by key

/** A `Switch` after which nothing is tried: a value that no case takes just goes on. */
function lowerLastSwitch(context: CaseContext, expr: SwitchExpr, run: Run): void {
  const { fn } = context;
  const groups = groupByKey(run.cases);
  const value = switchValue(context, expr, run);
  const bodies = groupBodies(context, groups, () => undefined);
  // The last group of an exhaustive switch needs no test, so that control is seen never to fall through.
  const isCovered = expr.isExhaustive && groups.every(isAlwaysTaken);
  const last = isCovered ? bodies.pop()?.body : undefined;
  fn.emit({ kind: "Switch", value, cases: bodies, default: last ?? [] });
}

/** A `Switch`; what none of its cases takes goes to `otherwise`. */
function lowerKeyed(context: CaseContext, expr: SwitchExpr, run: Run, otherwise: () => void): void {
  const { fn } = context;
  const groups = groupByKey(run.cases);
  const value = switchValue(context, expr, run);
  const before = fn.facts;
  if (groups.every(isAlwaysTaken)) {
    const cases = groupBodies(context, groups, () => undefined);
    const rest = fn.capture(otherwise);
    fn.emit({ kind: "Switch", value, cases, default: rest });
    fn.facts = before;
    return;
  }
  untilDone(fn, (done) => {
    const miss = fn.label("miss");
    const leave: IrStmt = { kind: "Break", label: miss };
    const cases = groupBodies(context, groups, () => fn.emit(leave));
    const body = fn.capture(() => {
      fn.emit({ kind: "Switch", value, cases, default: [leave] });
      fn.emit({ kind: "Break", label: done });
    });
    fn.emit({ kind: "Block", label: miss, body });
    otherwise();
  });
  fn.facts = before;
}

function groupBodies(
  context: CaseContext,
  groups: readonly Group[],
  otherwise: () => void,
): IrCase[] {
  const { fn } = context;
  const before = fn.facts;
  return groups.map((group) => {
    const isPlain = group.cases.every((entry) => caseKeys(entry.pattern)?.isPlain === true);
    // The key alone does not say which of several constructors' patterns to test.
    const testOf = isPlain || group.keys.length === 1 ? keyedPatternTest : patternTest;
    const body = fn.capture(() => lowerCases({ ...context, testOf }, group.cases, otherwise));
    fn.facts = before;
    return { values: group.keys, body };
  });
}

function switchValue({ fn, subjects }: CaseContext, expr: SwitchExpr, run: Run): IrExpr {
  const subject = subjects[0] ?? TRUE;
  if (run.by === "int") return subject;
  if (!expr.cases.some(asksForNull)) {
    return { kind: "EnumIndex", value: fn.checked(subject, "", expr.span.start) };
  }
  const isNull: IrExpr = { kind: "IsNull", operand: subject };
  const noIndex: IrExpr = { kind: "ConstInt", value: -1 };
  return {
    kind: "Select",
    test: isNull,
    then: noIndex,
    else: { kind: "EnumIndex", value: subject },
    type: "i32",
  };
}

function asksForNull({ pattern }: TypedCase): boolean {
  return pattern.kind === "Value" && pattern.value.kind === "Null";
}

/** Does one of the group's cases hold for every value with the group's key? */
function isAlwaysTaken(group: Group): boolean {
  return group.cases.some(
    (entry) => entry.guard === null && caseKeys(entry.pattern)?.isPlain === true,
  );
}
