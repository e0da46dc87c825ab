/**
 * Null safety of one function or initial value, after it has been typed: nothing that may be null is given to a place
 * that is not `Null<T>`, nor asked for a member, called, iterated or computed with. What tests and assignments tell is
 * followed in the order of evaluation.
 */
import type { Span } from "#compiler/source/span.ts";
import { isVoid } from "#compiler/types/core.ts";
import { follow, innerOfNull } from "#compiler/types/follow.ts";
import { printType } from "#compiler/types/print.ts";
import type { ClassField, Type } from "#compiler/types/type.ts";
import type { LocalVariable, TypedExpr } from "#compiler/types/typed_ast.ts";
import { completes } from "../flow/flow.ts";
import { childrenOf, valuesIn } from "../flow/typed_walk.ts";
import { type FunctionContext, problem } from "../program/context.ts";
import { changesIn, isCall } from "./changes.ts";
import { Knowledge } from "./knowledge.ts";
import { asksForNull, asksForValue, looksInside, unwrapped, variablesIn } from "./matching.ts";
import type { NullSafety } from "./mode.ts";
import { fitsNullability, isNullable, parameterType } from "./nullable.ts";
import type { Places } from "./places.ts";
import { knownFrom, subjectOf, subjectOfVariable } from "./subject.ts";

export interface CheckedBody {
  readonly body: TypedExpr;
  readonly params: readonly LocalVariable[];
  /** Fields that a constructor has to give a value. */
  readonly openFields: readonly ClassField[];
}

export function checkNullSafety(
  ctx: FunctionContext,
  mode: NullSafety,
  places: Places,
  { body, params, openFields }: CheckedBody,
): void {
  const check = new NullCheck(ctx, mode, places, openFields);
  for (const param of params) check.declare(param);
  check.value(body);
  check.finish(body);
}

class NullCheck {
  readonly #ctx: FunctionContext;
  readonly #mode: NullSafety;
  readonly #places: Places;
  readonly #knowledge: Knowledge;

  constructor(
    ctx: FunctionContext,
    mode: NullSafety,
    places: Places,
    openFields: readonly ClassField[],
  ) {
    this.#ctx = ctx;
    this.#mode = mode;
    this.#places = places;
    this.#knowledge = new Knowledge(mode, openFields);
  }

  declare(variable: LocalVariable): void {
    this.#knowledge.declare(variable);
  }

  /** Fields that are still without a value at the end of the constructor. */
  finish(body: TypedExpr): void {
    if (!completes(body)) return;
    for (const field of this.#knowledge.open)
      problem(this.#ctx, "HX3202", field.span, { name: field.name });
  }

  /** Checks the expression; may its value be null? */
  value(expr: TypedExpr): boolean {
    const isUnchecked = this.#places.unchecked.has(expr);
    const mayBeNull = isUnchecked ? this.#skip(expr) : this.#walk(expr);
    this.#checkPlace(expr, mayBeNull);
    return mayBeNull;
  }

  /** What stands under `@:nullSafety(Off)` is not looked into; what its value is given to still counts. */
  #skip(expr: TypedExpr): boolean {
    if (expr.kind === "Var") this.#declareVariable(expr.variable, isNullable(expr.variable.type));
    this.#knowledge.change(changesIn([expr], this.#mode));
    return isNullable(expr.type);
  }

  #checkPlace(expr: TypedExpr, mayBeNull: boolean): void {
    for (const type of this.#places.types.get(expr) ?? []) {
      const given = unwrapped(expr);
      const fits = mayBeNull
        ? isNullable(type) || follow(type).kind === "Mono"
        : fitsNullability(withoutNull(given.type), type);
      if (fits || isVoid(given.type)) continue;
      const args = { expected: printType(type), found: printType(given.type) };
      problem(this.#ctx, "HX3200", given.span, args, { hint: HINT });
      return;
    }
  }

  #reject(span: Span, use: string): void {
    problem(this.#ctx, "HX3201", span, { use }, { hint: HINT });
  }

  #walk(expr: TypedExpr): boolean {
    switch (expr.kind) {
      case "Null":
        return true;
      case "Local":
      case "StaticField":
        return this.#mayBeNull(expr);
      case "Field":
        this.#object(expr.object, `asked for \`${expr.field.name}\``);
        this.#readField(expr);
        return this.#mayBeNull(expr);
      case "AnonField":
      case "DynamicField":
        this.#object(expr.object, `asked for \`${expr.name}\``);
        return this.#mayBeNull(expr);
      case "MethodClosure":
        this.#object(expr.object, `asked for \`${expr.field.name}\``);
        return false;
      case "ArrayAccess":
        this.#object(expr.array, "indexed");
        this.value(expr.index);
        return isNullable(expr.type);
      case "Assign":
        return this.#assign(expr);
      case "Var":
        if (expr.value !== null) this.#declareVariable(expr.variable, this.value(expr.value));
        else this.declare(expr.variable);
        return false;
      case "Block":
        return this.#block(expr);
      case "If":
        return this.#if(expr);
      case "Logic":
        this.#logic(expr);
        return false;
      case "IsNull":
        this.value(expr.operand);
        return false;
      case "While":
        this.#while(expr);
        return false;
      case "ForRange":
        this.value(expr.start);
        this.value(expr.end);
        this.#loop([expr.body], () => {
          this.declare(expr.variable);
          this.value(expr.body);
        });
        return false;
      case "ForArray":
        this.#object(expr.array, "iterated");
        this.#loop([expr.body], () => {
          this.declare(expr.variable);
          if (expr.key !== null) this.declare(expr.key);
          this.value(expr.body);
        });
        return false;
      case "Switch":
        return this.#switch(expr);
      case "Try":
        return this.#try(expr);
      case "Throw":
        if (this.value(expr.value)) this.#reject(expr.value.span, "thrown");
        return false;
      case "Cast":
        return this.#cast(expr);
      case "Is":
        if (this.value(expr.expr)) this.#reject(expr.expr.span, "tested");
        return false;
      case "Function":
        this.#closure(expr, false);
        return false;
      default:
        if (isCall(expr)) return this.#call(expr);
        for (const child of childrenOf(expr)) this.value(child);
        return isNullable(expr.type);
    }
  }

  #mayBeNull(expr: TypedExpr): boolean {
    if (!isNullable(expr.type)) return false;
    const subject = subjectOf(expr, this.#mode);
    return subject === null || !this.#knowledge.isKnown(subject);
  }

  /** A value whose members are used. */
  #object(expr: TypedExpr, use: string): void {
    if (expr.kind === "This") return;
    if (this.value(expr)) this.#reject(expr.span, use);
  }

  // Variables

  #declareVariable(variable: LocalVariable, mayBeNull: boolean): void {
    this.declare(variable);
    if (!mayBeNull) this.#knowledge.learn([subjectOfVariable(variable)]);
  }

  #assign(expr: Extract<TypedExpr, { kind: "Assign" }>): boolean {
    const { target } = expr;
    switch (target.kind) {
      case "Field":
        this.#object(target.object, `asked for \`${target.field.name}\``);
        break;
      case "AnonField":
      case "DynamicField":
        this.#object(target.object, `asked for \`${target.name}\``);
        break;
      case "ArrayAccess":
        this.#object(target.array, "indexed");
        this.value(target.index);
        break;
      default:
    }
    const mayBeNull = this.value(expr.value);
    const subject = subjectOf(target, this.#mode);
    if (subject !== null) this.#knowledge.assign(subject, mayBeNull);
    if (target.kind === "Field" && target.object.kind === "This")
      this.#knowledge.giveValue(target.field);
    return mayBeNull;
  }

  // Branches

  #block(expr: Extract<TypedExpr, { kind: "Block" }>): boolean {
    let mayBeNull = false;
    for (const one of expr.exprs) mayBeNull = this.value(one);
    return mayBeNull;
  }

  #if(expr: Extract<TypedExpr, { kind: "If" }>): boolean {
    this.value(expr.cond);
    const { else: otherwise } = expr;
    return this.#knowledge.branches([
      {
        run: () => {
          this.#knowledge.learn(knownFrom(expr.cond, true, this.#mode));
          return this.value(expr.then);
        },
        goesOn: completes(expr.then),
      },
      {
        run: () => {
          this.#knowledge.learn(knownFrom(expr.cond, false, this.#mode));
          return otherwise !== null && this.value(otherwise);
        },
        goesOn: otherwise === null || completes(otherwise),
      },
    ]);
  }

  /** The operands of `&&` and `||` may be null themselves: only the whole is a condition. */
  #logic(expr: Extract<TypedExpr, { kind: "Logic" }>): void {
    this.#walk(expr.left);
    this.#knowledge.aside(() => {
      this.#knowledge.learn(knownFrom(expr.left, expr.op === "&&", this.#mode));
      this.#walk(expr.right);
    });
    this.#knowledge.change(changesIn([expr.right], this.#mode));
  }

  #switch(expr: Extract<TypedExpr, { kind: "Switch" }>): boolean {
    const isSwitchedNull = expr.subjects.map((subject) => this.value(subject));
    const [subject] = expr.subjects;
    const only = expr.subjects.length === 1 && subject !== undefined ? subject : null;
    const name = only === null ? null : subjectOf(only, this.#mode);
    let isTested = false;
    const runs = expr.cases.map((one) => {
      const isKnown = isTested || asksForValue(one.pattern);
      if (one.guard === null && asksForNull(one.pattern)) isTested = true;
      const needsValue = !isTested && only !== null && looksInside(one.pattern);
      return {
        run: (): boolean => {
          if (needsValue && isSwitchedNull[0] === true) this.#reject(only.span, "matched");
          for (const { variable, isStructure } of variablesIn(one.pattern))
            this.#declareVariable(variable, !isStructure);
          if (isKnown && name !== null) this.#knowledge.learn([name]);
          for (const value of valuesIn(one.pattern)) this.#walk(value);
          if (one.guard !== null) {
            this.value(one.guard);
            this.#knowledge.learn(knownFrom(one.guard, true, this.#mode));
          }
          return this.value(one.body);
        },
        goesOn: completes(one.body),
      };
    });
    const fallback = expr.default;
    const isTestedAtEnd = isTested;
    if (fallback !== null || !expr.isExhaustive) {
      runs.push({
        run: () => {
          if (isTestedAtEnd && name !== null) this.#knowledge.learn([name]);
          return fallback !== null && this.value(fallback);
        },
        goesOn: fallback === null || completes(fallback),
      });
    }
    return this.#knowledge.branches(runs);
  }

  /** Nobody knows how far the body came. */
  #try(expr: Extract<TypedExpr, { kind: "Try" }>): boolean {
    const changes = changesIn([expr.body], this.#mode);
    const branches = [
      { run: (): boolean => this.value(expr.body), goesOn: completes(expr.body) },
      ...expr.catches.map((one) => ({
        run: (): boolean => {
          this.#knowledge.change(changes);
          this.declare(one.variable);
          return this.value(one.body);
        },
        goesOn: completes(one.body),
      })),
    ];
    return this.#knowledge.keepingWhatWasKnown(() => this.#knowledge.branches(branches));
  }

  // Loops

  #while(expr: Extract<TypedExpr, { kind: "While" }>): void {
    if (expr.isDo) {
      this.#knowledge.change(changesIn([expr.body, expr.cond], this.#mode));
      this.value(expr.body);
      this.value(expr.cond);
      return;
    }
    this.#loop([expr.cond, expr.body], () => {
      this.value(expr.cond);
      this.#knowledge.learn(knownFrom(expr.cond, true, this.#mode));
      this.value(expr.body);
    });
  }

  /** What any round changes is not known at the start of one. */
  #loop(parts: readonly TypedExpr[], round: () => void): void {
    this.#knowledge.change(changesIn(parts, this.#mode));
    this.#knowledge.aside(round);
  }

  // Calls, casts and closures

  #call(expr: TypedExpr): boolean {
    const runsClosures = expr.kind !== "Call" && expr.kind !== "New";
    if (expr.kind === "Call") this.#object(expr.callee, "called");
    const args = expr.kind === "Call" ? expr.args : childrenOf(expr);
    args.forEach((arg, index) => {
      if (index === 0 && hasReceiver(expr)) this.#object(arg, `asked for \`${memberName(expr)}\``);
      else if (arg.kind === "Function" && runsClosures) {
        this.#closure(arg, true);
        this.#checkPlace(arg, false);
      } else this.#argument(expr, arg, index);
    });
    if (this.#knowledge.open.size > 0) this.#checkCallWhileOpen(expr);
    this.#knowledge.call();
    return isNullable(expr.type);
  }

  /** The first argument of an extension is given as it is. */
  #argument(call: TypedExpr, arg: TypedExpr, index: number): void {
    const mayBeNull = this.value(arg);
    if (!mayBeNull || index > 0 || call.kind !== "StaticCall" || this.#places.types.has(arg))
      return;
    const wanted = parameterType(call.field.type, 0);
    const isOpen = wanted === null || isNullable(wanted) || follow(wanted).kind === "TypeParam";
    if (isOpen || isTrace(call)) return;
    const args = { expected: printType(wanted), found: printType(arg.type) };
    problem(this.#ctx, "HX3200", arg.span, args, { hint: HINT });
  }

  #cast(expr: Extract<TypedExpr, { kind: "Cast" }>): boolean {
    const mayBeNull = this.value(expr.expr);
    if (expr.form === "implicit") return mayBeNull;
    if (expr.form === "unchecked") return isNullable(expr.type) && mayBeNull;
    if (mayBeNull && !isNullable(expr.type)) this.#reject(expr.expr.span, "cast");
    return isNullable(expr.type) && mayBeNull;
  }

  /** One that is given to a method runs at once; any other may run when everything has changed. */
  #closure(expr: Extract<TypedExpr, { kind: "Function" }>, isImmediate: boolean): void {
    if (expr.capturesThis && this.#knowledge.open.size > 0) this.#reportOpen(expr.span);
    this.#knowledge.closure(isImmediate, changesIn([expr.body], this.#mode), () => {
      for (const param of expr.params) this.declare(param.variable);
      this.value(expr.body);
    });
  }

  // Constructors

  #readField(expr: Extract<TypedExpr, { kind: "Field" }>): void {
    if (expr.object.kind === "This" && this.#knowledge.open.has(expr.field))
      problem(this.#ctx, "HX3203", expr.span, { name: expr.field.name });
  }

  /** Nobody else may see the object before it is complete. */
  #checkCallWhileOpen(call: TypedExpr): void {
    const isOwnMethod = call.kind === "MethodCall" && !call.isSuper;
    const given = call.kind === "MethodCall" && call.isSuper ? call.args : childrenOf(call);
    if (given.some((arg) => arg.kind === "This") && (isOwnMethod || call.kind !== "SuperCall"))
      this.#reportOpen(call.span);
  }

  #reportOpen(span: Span): void {
    const names = [...this.#knowledge.open].map((field) => `\`${field.name}\``).join(", ");
    problem(this.#ctx, "HX3204", span, { names });
  }
}

/** The type of a value that is known not to be null. */
function withoutNull(type: Type): Type {
  const followed = follow(type);
  const inner = innerOfNull(followed);
  return inner === null ? type : withoutNull(inner);
}

/** Is the first of the call's parts the object whose method it is? */
function hasReceiver(
  call: TypedExpr,
): call is Extract<TypedExpr, { kind: "MethodCall" | "Intrinsic" }> {
  return call.kind === "MethodCall" || (call.kind === "Intrinsic" && !call.field.isStatic);
}

/** As it is written: an accessor stands for its property. */
function memberName({ field }: Extract<TypedExpr, { kind: "MethodCall" | "Intrinsic" }>): string {
  return field.name.replace(/^[gs]et_/, "");
}

function isTrace(call: Extract<TypedExpr, { kind: "StaticCall" }>): boolean {
  return call.owner.path === "haxe.Log";
}

const HINT = "Test it with `!= null`, or give another value with `??`";
