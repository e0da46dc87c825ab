/**
 * Matching one pattern. Most patterns are a condition without statements, then variables to set; those that must run
 * code to look at the value (structures, extractors, alternatives that bind) are matched step by step instead.
 */

import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import type { LocalVariable, TypedPattern } from "#compiler/types/typed_ast.ts";
import type { BinaryOp, IrExpr } from "../expr.ts";
import { kindOfType } from "./erasure.ts";
import type { FunctionBuilder } from "./function_builder.ts";
import { enumParamKind } from "./objects.ts";
import { negate } from "./operators.ts";

/** The values that a switch looks at: one, or those of `switch [a, b]`. */
export type Subjects = readonly IrExpr[];

export const TRUE: IrExpr = { kind: "ConstBool", value: true };

/** Must the pattern be matched step by step? */
export function needsSteps(pattern: TypedPattern): boolean {
  switch (pattern.kind) {
    case "Any":
    case "Value":
      return false;
    case "Bind":
      return pattern.pattern !== null && needsSteps(pattern.pattern);
    case "Enum":
      return pattern.args.some(needsSteps);
    case "Array":
    case "Tuple":
      return pattern.elements.some(needsSteps);
    case "Or":
      return pattern.alternatives.some(
        (alternative) => needsSteps(alternative) || bindsVariables(alternative),
      );
    case "Extract":
      return true;
  }
}

/** The condition for a pattern to match that does not need steps. */
export function patternTest(
  fn: FunctionBuilder,
  pattern: TypedPattern,
  subjects: Subjects,
): IrExpr {
  const subject = subjects[0] ?? TRUE;
  switch (pattern.kind) {
    case "Any":
      return TRUE;
    case "Bind":
      return pattern.pattern === null ? TRUE : patternTest(fn, pattern.pattern, subjects);
    case "Value":
      return valueTest(fn, pattern, subject);
    case "Enum":
      return all(
        fn,
        [constructorTest(fn, subject, pattern)],
        pattern.args,
        argumentValues(fn, pattern, subject),
      );
    case "Array":
      return all(
        fn,
        [lengthTest(fn, subject, pattern.elements.length)],
        pattern.elements,
        elementValues(fn, pattern, subject),
      );
    case "Tuple":
      return all(fn, [], pattern.elements, subjects);
    case "Or":
      return eitherOf(pattern.alternatives.map((inner) => patternTest(fn, inner, subjects)));
    case "Extract":
      throw new InternalError(`${fn.parts.id} tests a pattern that must be matched step by step`);
  }
}

/** The same for a subject that is known to have the pattern's constructor or number, the only one it asks for. */
export function keyedPatternTest(
  fn: FunctionBuilder,
  pattern: TypedPattern,
  subjects: Subjects,
): IrExpr {
  switch (pattern.kind) {
    case "Value":
      return TRUE;
    case "Bind":
      return pattern.pattern === null ? TRUE : keyedPatternTest(fn, pattern.pattern, subjects);
    case "Enum":
      return all(fn, [], pattern.args, argumentValues(fn, pattern, subjects[0] ?? TRUE));
    case "Or":
      return eitherOf(pattern.alternatives.map((inner) => keyedPatternTest(fn, inner, subjects)));
    default:
      return patternTest(fn, pattern, subjects);
  }
}

/** Sets the variables of a pattern that is known to match. */
export function bindPattern(fn: FunctionBuilder, pattern: TypedPattern, subjects: Subjects): void {
  const subject = subjects[0] ?? TRUE;
  const at = pattern.span.start;
  switch (pattern.kind) {
    case "Bind":
      fn.define(pattern.variable, subject, at);
      if (pattern.pattern !== null) bindPattern(fn, pattern.pattern, subjects);
      break;
    case "Enum":
      bindAll(fn, pattern.args, argumentValues(fn, pattern, subject));
      break;
    case "Array":
      bindAll(fn, pattern.elements, elementValues(fn, pattern, subject));
      break;
    case "Tuple":
      bindAll(fn, pattern.elements, subjects);
      break;
    default:
      break;
  }
}

/** Matches and binds; leaves to `fail` where the pattern does not match. */
export function matchOrLeave(
  fn: FunctionBuilder,
  pattern: TypedPattern,
  subjects: Subjects,
  fail: string,
): void {
  if (!needsSteps(pattern)) {
    leaveUnless(fn, patternTest(fn, pattern, subjects), fail);
    bindPattern(fn, pattern, subjects);
    return;
  }
  const subject = subjects[0] ?? TRUE;
  switch (pattern.kind) {
    case "Bind":
      fn.define(pattern.variable, subject, pattern.span.start);
      if (pattern.pattern !== null) matchOrLeave(fn, pattern.pattern, subjects, fail);
      break;
    case "Enum":
      leaveUnless(fn, constructorTest(fn, subject, pattern), fail);
      matchAll(fn, pattern.args, argumentValues(fn, pattern, subject), fail);
      break;
    case "Array":
      leaveUnless(fn, lengthTest(fn, subject, pattern.elements.length), fail);
      matchAll(fn, pattern.elements, elementValues(fn, pattern, subject), fail);
      break;
    case "Tuple":
      matchAll(fn, pattern.elements, subjects, fail);
      break;
    case "Or":
      fn.shareVariables(variablesOf(pattern), () =>
        matchAlternatives(fn, pattern.alternatives, subjects, fail),
      );
      break;
    case "Extract":
      matchExtracted(fn, pattern, subject, fail);
      break;
    default:
      throw new InternalError(`${fn.parts.id} has a ${pattern.kind} pattern that cannot be tested`);
  }
}

function matchAll(
  fn: FunctionBuilder,
  patterns: readonly TypedPattern[],
  values: Subjects,
  fail: string,
): void {
  patterns.forEach((pattern, index) => {
    matchOrLeave(fn, pattern, valueAt(values, index), fail);
  });
}

/** Each alternative sets the variables itself. */
function matchAlternatives(
  fn: FunctionBuilder,
  alternatives: readonly TypedPattern[],
  subjects: Subjects,
  fail: string,
): void {
  const matched = fn.label("matched");
  const body = fn.capture(() => {
    for (const alternative of alternatives) {
      const next = fn.label("next");
      const attempt = fn.capture(() => {
        matchOrLeave(fn, alternative, subjects, next);
        fn.emit({ kind: "Break", label: matched });
      });
      fn.emit({ kind: "Block", label: next, body: attempt });
    }
    fn.emit({ kind: "Break", label: fail });
  });
  fn.emit({ kind: "Block", label: matched, body });
}

function matchExtracted(
  fn: FunctionBuilder,
  pattern: Extract<TypedPattern, { kind: "Extract" }>,
  subject: IrExpr,
  fail: string,
): void {
  const at = pattern.span.start;
  const kind = fn.kindOf(subject);
  const isNullable = kind === "ref" || kind === "dyn";
  if (
    isNullable &&
    pattern.parts.some((part) => part.value.kind === "AnonField" || part.value.kind === "Field")
  ) {
    leaveUnless(fn, negate({ kind: "IsNull", operand: subject }), fail);
  }
  fn.define(pattern.variable, subject, at);
  for (const part of pattern.parts) {
    const value = fn.spill(fn.value(part.value), at);
    matchOrLeave(fn, part.pattern, [value], fail);
  }
}

function leaveUnless(fn: FunctionBuilder, test: IrExpr, fail: string): void {
  if (test === TRUE) return;
  fn.emit({ kind: "If", test: negate(test), then: [{ kind: "Break", label: fail }], else: [] });
}

function valueTest(
  fn: FunctionBuilder,
  { value, span }: Extract<TypedPattern, { kind: "Value" }>,
  subject: IrExpr,
): IrExpr {
  if (value.kind === "Null") return { kind: "IsNull", operand: subject };
  const kind = fn.kindOf(subject);
  if (kind === "void")
    throw new InternalError(`${fn.parts.id} matches a value against nothing at ${span.start}`);
  const right = fn.valueAs(value, kind);
  if (kind === "bool" && right.kind === "ConstBool") return right.value ? subject : negate(subject);
  const isText = kind === "ref" && value.kind === "String";
  const op: BinaryOp = isText ? "string.eq" : `${kind}.eq`;
  return { kind: "Binary", op, left: subject, right };
}

function constructorTest(
  fn: FunctionBuilder,
  subject: IrExpr,
  pattern: Extract<TypedPattern, { kind: "Enum" }>,
): IrExpr {
  const index: IrExpr = { kind: "EnumIndex", value: subject };
  const right: IrExpr = { kind: "ConstInt", value: pattern.constructor.index };
  return unlessNull(fn, subject, { kind: "Binary", op: "i32.eq", left: index, right });
}

/** A `Dynamic` value may be no array at all. */
function lengthTest(fn: FunctionBuilder, subject: IrExpr, count: number): IrExpr {
  const left: IrExpr = { kind: "ArrayLength", array: fn.coerce(subject, "ref") };
  const right: IrExpr = { kind: "ConstInt", value: count };
  const hasLength: IrExpr = { kind: "Binary", op: "i32.eq", left, right };
  if (fn.kindOf(subject) !== "dyn") return unlessNull(fn, subject, hasLength);
  return both({ kind: "InstanceOf", value: subject, type: { kind: "array" } }, hasLength);
}

/** A null value inside another matches no constructor and no array. */
function unlessNull(fn: FunctionBuilder, subject: IrExpr, test: IrExpr): IrExpr {
  if (fn.isNotNull(subject)) return test;
  const isNull: IrExpr = { kind: "IsNull", operand: subject };
  return {
    kind: "Select",
    test: isNull,
    then: { kind: "ConstBool", value: false },
    else: test,
    type: "bool",
  };
}

/** The arguments of the subject, of the kinds that the patterns for them expect. */
export function argumentValues(
  fn: FunctionBuilder,
  pattern: Extract<TypedPattern, { kind: "Enum" }>,
  subject: IrExpr,
): IrExpr[] {
  const { name, args } = pattern.constructor;
  return (args ?? []).map((arg, param) => {
    const type = enumParamKind(arg.type);
    const value: IrExpr = {
      kind: "EnumParam",
      value: subject,
      enum: pattern.enum.path,
      constructor: name,
      param,
      type,
    };
    return fn.coerce(value, kindOfType(pattern.types[param] ?? arg.type));
  });
}

function elementValues(
  fn: FunctionBuilder,
  { elements, elementType }: Extract<TypedPattern, { kind: "Array" }>,
  subject: IrExpr,
): IrExpr[] {
  const array = fn.coerce(subject, "ref");
  const type = kindOfType(elementType);
  return elements.map((_, index) => ({
    kind: "ArrayGet",
    array,
    index: { kind: "ConstInt", value: index },
    type,
  }));
}

function all(
  fn: FunctionBuilder,
  first: readonly IrExpr[],
  patterns: readonly TypedPattern[],
  values: Subjects,
): IrExpr {
  const inner = patterns.map((pattern, index) => patternTest(fn, pattern, valueAt(values, index)));
  return [...first, ...inner].reduceRight((rest, test) => both(test, rest), TRUE);
}

function both(left: IrExpr, right: IrExpr): IrExpr {
  if (left === TRUE) return right;
  if (right === TRUE) return left;
  return {
    kind: "Select",
    test: left,
    then: right,
    else: { kind: "ConstBool", value: false },
    type: "bool",
  };
}

function eitherOf(tests: readonly IrExpr[]): IrExpr {
  if (tests.includes(TRUE)) return TRUE;
  return tests.reduceRight((rest, test) => ({
    kind: "Select",
    test,
    then: TRUE,
    else: rest,
    type: "bool",
  }));
}

function bindsVariables(pattern: TypedPattern): boolean {
  return variablesOf(pattern).length > 0;
}

/** The variables that the pattern sets, each once. */
function variablesOf(pattern: TypedPattern): LocalVariable[] {
  switch (pattern.kind) {
    case "Any":
    case "Value":
      return [];
    case "Bind":
      return [pattern.variable, ...(pattern.pattern === null ? [] : variablesOf(pattern.pattern))];
    case "Enum":
      return pattern.args.flatMap(variablesOf);
    case "Array":
    case "Tuple":
      return pattern.elements.flatMap(variablesOf);
    case "Extract":
      return [pattern.variable, ...pattern.parts.flatMap((part) => variablesOf(part.pattern))];
    case "Or":
      return [...new Set(pattern.alternatives.flatMap(variablesOf))];
  }
}

function bindAll(fn: FunctionBuilder, patterns: readonly TypedPattern[], values: Subjects): void {
  patterns.forEach((pattern, index) => {
    bindPattern(fn, pattern, valueAt(values, index));
  });
}

function valueAt(values: Subjects, index: number): Subjects {
  const value = values[index];
  return value === undefined ? [] : [value];
}
