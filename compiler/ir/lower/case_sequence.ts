/** Cases of a switch tried one after the other. */
import type { TypedCase } from "#compiler/types/typed_ast.ts";
import { breaksOut } from "../flow.ts";
import { learn } from "./conditions.ts";
import type { Destination, FunctionBuilder } from "./function_builder.ts";
import {
  bindPattern,
  matchOrLeave,
  needsSteps,
  type patternTest,
  type Subjects,
  TRUE,
} from "./patterns.ts";

export interface CaseContext {
  readonly fn: FunctionBuilder;
  readonly subjects: Subjects;
  /** Where the value of the chosen case goes; null where it is not wanted. */
  readonly to: Destination | null;
  /** The condition for a case whose pattern needs no steps. */
  readonly testOf: typeof patternTest;
}

/** Deeper chains of `else` would run into the nesting limits of C compilers. */
const LONGEST_CHAIN = 16;

/** Tries the cases in order; `otherwise` lowers what happens where none is taken. */
export function lowerCases(
  context: CaseContext,
  cases: readonly TypedCase[],
  otherwise: () => void,
): void {
  const isChain =
    cases.length <= LONGEST_CHAIN &&
    cases.every((entry) => entry.guard === null && !needsSteps(entry.pattern));
  if (isChain) lowerChain(context, cases, otherwise);
  else untilDone(context.fn, (done) => lowerAttempts(context, cases, done, otherwise));
}

/** `if (test) ... else if (test) ... else ...`. */
function lowerChain(
  context: CaseContext,
  cases: readonly TypedCase[],
  otherwise: () => void,
): void {
  const [entry, ...rest] = cases;
  if (entry === undefined) {
    otherwise();
    return;
  }
  const { fn, subjects } = context;
  const test = context.testOf(fn, entry.pattern, subjects);
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

function lowerMatched(context: CaseContext, entry: TypedCase): void {
  bindPattern(context.fn, entry.pattern, context.subjects);
  context.fn.bring(entry.body, context.to);
}

/** Each case leaves to `done` after its body; where the pattern or the guard fails, control goes on to the next. */
function lowerAttempts(
  context: CaseContext,
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
      const test = context.testOf(fn, entry.pattern, subjects);
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

function lowerGuarded(context: CaseContext, { guard, body }: TypedCase, done: string): void {
  const { fn } = context;
  const finish = (): void => {
    fn.bring(body, context.to);
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

/** Runs what `build` emits as a Block that its label leaves, if anything does. */
export function untilDone(fn: FunctionBuilder, build: (done: string) => void): void {
  const label = fn.label("done");
  const body = fn.capture(() => build(label));
  if (breaksOut(body, label)) fn.emit({ kind: "Block", label, body });
  else for (const stmt of body) fn.emit(stmt);
}
