/**
 * `switch`: cases are tried in order. Neighbouring cases that ask for a constructor or for an Int become one `Switch` of
 * the IR, inside which the cases of each key are tried in order; everything else is a chain of conditions.
 */
import type { SwitchExpr, TypedCase, TypedExpr } from "#compiler/types/typed_ast.ts";
import type { IrExpr } from "../expr.ts";
import { breaksOut } from "../flow.ts";
import type { IrCase, IrStmt } from "../statement.ts";
import { learn } from "./conditions.ts";
import type { FunctionBuilder } from "./function_builder.ts";
import {
  bindPattern,
  matchOrLeave,
  needsSteps,
  patternTest,
  type Subjects,
  TRUE,
} from "./patterns.ts";
import { caseKeys, type Group, groupByKey, type Run, splitIntoRuns } from "./switch_runs.ts";

interface Context {
  readonly fn: FunctionBuilder;
  readonly expr: SwitchExpr;
  readonly subjects: Subjects;
  /** Takes the value of the chosen case; null where it is not wanted. */
  readonly local: number | null;
}

export function lowerSwitch(fn: FunctionBuilder, expr: SwitchExpr, local: number | null): void {
  const at = expr.span.start;
  const subjects = expr.subjects.map((subject) => fn.spill(holdVariable(fn, subject), at));
  fn.forgetAssigned();
  const before = fn.facts;
  const [subject] = subjects;
  const isInt = subject !== undefined && fn.kindOf(subject) === "i32";
  const runs = splitIntoRuns(expr.cases, (by) => by === "enum" || isInt);
  lowerRuns({ fn, expr, subjects, local }, runs);
  fn.facts = before;
}

/** A variable that a guard or a body could assign is copied: the patterns look at what it was. */
function holdVariable(fn: FunctionBuilder, subject: TypedExpr): IrExpr {
  const value = fn.value(subject);
  if (value.kind !== "Local" || subject.kind !== "Local" || !subject.variable.isAssigned)
    return value;
  const kind = fn.kindOf(value);
  const copy = fn.temporary(kind === "void" ? "dyn" : kind);
  fn.assign(copy, value, subject.span.start);
  return { kind: "Local", index: copy };
}

function lowerRuns(context: Context, runs: readonly Run[]): void {
  const [run, ...rest] = runs;
  if (run === undefined) {
    if (context.expr.default !== null) lowerBranch(context, context.expr.default);
    return;
  }
  const lowerRest = (): void => lowerRuns(context, rest);
  const isLast = rest.length === 0 && context.expr.default === null;
  if (run.by === null) lowerSequence(context, run.cases, lowerRest);
  else if (isLast) lowerLastSwitch(context, run);
  else lowerKeyed(context, run, lowerRest);
}

// Cases one after the other

/** Deeper chains of `else` would run into the nesting limits of C compilers. */
const LONGEST_CHAIN = 16;

function lowerSequence(context: Context, cases: readonly TypedCase[], otherwise: () => void): void {
  const isChain =
    cases.length <= LONGEST_CHAIN &&
    cases.every((entry) => entry.guard === null && !needsSteps(entry.pattern));
  if (isChain) lowerChain(context, cases, otherwise);
  else untilDone(context, (done) => lowerAttempts(context, cases, done, otherwise));
}

/** `if (test) ... else if (test) ... else ...`. */
function lowerChain(context: Context, cases: readonly TypedCase[], otherwise: () => void): void {
  const [entry, ...rest] = cases;
  if (entry === undefined) {
    otherwise();
    return;
  }
  const { fn, subjects } = context;
  const test = patternTest(fn, entry.pattern, subjects);
  if (test === TRUE) {
    lowerMatched(context, entry);
    return;
  }
  const before = fn.facts;
  const then = fn.capture(() => lowerMatched(context, entry));
  fn.facts = before;
  const other = fn.capture(() => lowerChain(context, rest, otherwise));
  fn.facts = before;
  fn.emit({ kind: "If", test, then, else: other });
}

function lowerMatched(context: Context, entry: TypedCase): void {
  bindPattern(context.fn, entry.pattern, context.subjects);
  lowerBranch(context, entry.body);
}

/** Each case leaves to `done` after its body; where the pattern or the guard fails, control goes on to the next. */
function lowerAttempts(
  context: Context,
  cases: readonly TypedCase[],
  done: string,
  otherwise: () => void,
): void {
  const { fn, subjects } = context;
  for (const entry of cases) {
    const before = fn.facts;
    if (needsSteps(entry.pattern)) {
      const next = fn.label("next");
      const body = fn.capture(() => {
        matchOrLeave(fn, entry.pattern, subjects, next);
        lowerGuarded(context, entry, done);
      });
      fn.emit({ kind: "Block", label: next, body });
    } else {
      const test = patternTest(fn, entry.pattern, subjects);
      const body = fn.capture(() => {
        bindPattern(fn, entry.pattern, subjects);
        lowerGuarded(context, entry, done);
      });
      if (test === TRUE) for (const stmt of body) fn.emit(stmt);
      else fn.emit({ kind: "If", test, then: body, else: [] });
    }
    fn.facts = before;
  }
  otherwise();
}

function lowerGuarded(context: Context, { guard, body }: TypedCase, done: string): void {
  const { fn } = context;
  const finish = (): void => {
    lowerBranch(context, body);
    fn.emit({ kind: "Break", label: done });
  };
  if (guard === null) {
    finish();
    return;
  }
  const test = fn.valueAs(guard, "bool");
  const then = fn.capture(() => {
    learn(fn, guard, true);
    finish();
  });
  fn.emit({ kind: "If", test, then, else: [] });
}

function lowerBranch({ fn, local }: Context, body: TypedExpr): void {
  if (local === null) fn.discard(body);
  else fn.into(body, local);
}

function untilDone({ fn }: Context, build: (done: string) => void): void {
  const label = fn.label("done");
  const body = fn.capture(() => build(label));
  if (breaksOut(body, label)) fn.emit({ kind: "Block", label, body });
  else for (const stmt of body) fn.emit(stmt);
}

// Cases by key

/** A `Switch` after which nothing is tried: a value that no case takes just goes on. */
function lowerLastSwitch(context: Context, run: Run): void {
  const { fn, expr } = context;
  const groups = groupByKey(run.cases);
  const value = switchValue(context, run);
  const bodies = groupBodies(context, groups, () => undefined);
  // The last group of an exhaustive switch needs no test, so that control is seen never to fall through.
  const isCovered = expr.isExhaustive && groups.every(isAlwaysTaken);
  const last = isCovered ? bodies.pop()?.body : undefined;
  fn.emit({ kind: "Switch", value, cases: bodies, default: last ?? [] });
}

/** A `Switch`; what none of its cases takes goes to `otherwise`. */
function lowerKeyed(context: Context, run: Run, otherwise: () => void): void {
  const { fn } = context;
  const groups = groupByKey(run.cases);
  const value = switchValue(context, run);
  const before = fn.facts;
  if (groups.every(isAlwaysTaken)) {
    const cases = groupBodies(context, groups, () => undefined);
    const rest = fn.capture(otherwise);
    fn.emit({ kind: "Switch", value, cases, default: rest });
    fn.facts = before;
    return;
  }
  untilDone(context, (done) => {
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

function groupBodies(context: Context, groups: readonly Group[], otherwise: () => void): IrCase[] {
  const { fn } = context;
  const before = fn.facts;
  return groups.map((group) => {
    const body = fn.capture(() => lowerSequence(context, group.cases, otherwise));
    fn.facts = before;
    return { values: group.keys, body };
  });
}

function switchValue({ fn, subjects, expr }: Context, run: Run): IrExpr {
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
