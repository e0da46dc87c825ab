/** The function that is being lowered: its locals, the statements so far, and what is known at this point. */

import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import type { ClassType } from "#compiler/types/type.ts";
import type { LocalVariable, TypedExpr } from "#compiler/types/typed_ast.ts";
import type { IrExpr } from "../expr.ts";
import { endsFlow } from "../flow.ts";
import type { IrFunction, IrLocal } from "../ir.ts";
import type { Kind, ResultKind } from "../kind.ts";
import { effectKind, kindOf } from "../kind_of.ts";
import type { IrEffect, IrStmt, Position } from "../statement.ts";
import { coerce } from "./coerce.ts";
import { kindOfType } from "./erasure.ts";

/** Where a value goes: to a local, or out of the function as its result. */
export type Destination = number | "return";

/** Lowers expressions; passed in, since families of expressions need each other. */
export interface Lowering {
  /** The expression's value, of the kind of its type. */
  value(fn: FunctionBuilder, expr: TypedExpr): IrExpr;
  /** The expression for its effects only. */
  discard(fn: FunctionBuilder, expr: TypedExpr): void;
  /** The expression's value brought to where it goes, branch by branch. */
  into(fn: FunctionBuilder, expr: TypedExpr, to: Destination): void;
}

/** What lowering a library collects besides the function at hand. */
export interface ModuleContext {
  readonly lowering: Lowering;
  addFunction(fn: IrFunction): void;
  hasFunction(id: string): boolean;
}

export interface FunctionParts {
  readonly id: string;
  readonly owner: ClassType;
  readonly form: IrFunction["form"];
  readonly result: ResultKind;
  readonly file: string;
  /** `IrFunction.start`. */
  readonly start: Position;
  /** Of a closure: the function it stands in. */
  readonly outer: FunctionBuilder | null;
}

export interface LoopLabels {
  readonly breakTo: string;
  /** Names a Loop (`isTop`) or the Block around the loop's body. */
  readonly continueTo: string;
  readonly isTop: boolean;
}

/** Where a variable lives: in a local, or in a cell that a local holds. */
export interface VariablePlace {
  readonly local: number;
  readonly cellKind: Kind | null;
}

export class FunctionBuilder {
  readonly module: ModuleContext;
  readonly parts: FunctionParts;
  readonly locals: IrLocal[] = [];
  readonly loops: LoopLabels[] = [];
  /** The local that holds the receiver; null in statics and in closures that do not use it. */
  thisLocal: number | null = null;
  readonly #places = new Map<LocalVariable, VariablePlace>();
  /** Locals that hold intermediate values, each set once. */
  readonly #temporaries = new Set<number>();
  readonly #shared = new Set<LocalVariable>();
  /** Locals that cannot be null here. */
  #notNull = new Set<number>();
  /** Locals of variables that are assigned after their declaration. */
  readonly #assigned = new Set<number>();
  #statements: IrStmt[] = [];
  #labelCount = 0;
  #closureCount = 0;

  constructor(module: ModuleContext, parts: FunctionParts) {
    this.module = module;
    this.parts = parts;
  }

  // Sub-expressions

  value(expr: TypedExpr): IrExpr {
    return this.module.lowering.value(this, expr);
  }

  discard(expr: TypedExpr): void {
    this.module.lowering.discard(this, expr);
  }

  into(expr: TypedExpr, to: Destination): void {
    this.module.lowering.into(this, expr, to);
  }

  /** As `into`, or only for its effects where it goes nowhere. */
  bring(expr: TypedExpr, to: Destination | null): void {
    if (to === null) this.discard(expr);
    else this.into(expr, to);
  }

  /** The expression's value as one of the kind. */
  valueAs(expr: TypedExpr, kind: Kind): IrExpr {
    return this.coerce(this.value(expr), kind);
  }

  coerce(value: IrExpr, kind: Kind): IrExpr {
    return coerce(value, kind, this.locals);
  }

  kindOf(value: IrExpr): ResultKind {
    return kindOf(value, this.locals);
  }

  // Statements

  get statements(): readonly IrStmt[] {
    return this.#statements;
  }

  /** Adds a statement; what control cannot reach is dropped. */
  emit(stmt: IrStmt): void {
    if (!this.hasEnded) this.#statements.push(stmt);
  }

  /** Can control not reach this point? */
  get hasEnded(): boolean {
    return endsFlow(this.#statements);
  }

  /** The statements that `build` emits, kept apart. */
  capture(build: () => void): IrStmt[] {
    const outer = this.#statements;
    this.#statements = [];
    build();
    const captured = this.#statements;
    this.#statements = outer;
    return captured;
  }

  /** Runs the effect and gives its result, which has a local of its own. */
  perform(effect: IrEffect, at: Position): IrExpr {
    const kind = effectKind(effect);
    if (kind === "void") {
      this.emit({ kind: "Do", local: null, effect, at });
      return { kind: "ConstNull", as: "dyn" };
    }
    const local = this.temporary(kind);
    this.emit({ kind: "Do", local, effect, at });
    if (makesObject(effect)) this.#notNull.add(local);
    return { kind: "Local", index: local };
  }

  performOnly(effect: IrEffect, at: Position): void {
    this.emit({ kind: "Do", local: null, effect, at });
  }

  /** local = value; a value that has just been put in a temporary goes straight to the local. */
  assign(local: number, value: IrExpr, at: Position): void {
    const converted = this.coerce(value, this.#kindOfLocal(local));
    const known = this.isNotNull(converted);
    if (!this.#retarget(local, converted)) this.emit({ kind: "Let", local, value: converted, at });
    if (known) this.#notNull.add(local);
    else this.#notNull.delete(local);
  }

  /** The value in a local of its own, so that it is evaluated once and here. */
  spill(value: IrExpr, at: Position): IrExpr {
    if (this.isStable(value)) return value;
    const kind = this.kindOf(value);
    const local = this.temporary(kind === "void" ? "dyn" : kind);
    this.assign(local, value, at);
    return { kind: "Local", index: local };
  }

  /** Is it a constant or a local that is never set again? */
  isStable(value: IrExpr): boolean {
    return isConstant(value) || (value.kind === "Local" && !this.#assigned.has(value.index));
  }

  /** Forgets a value; a call that was made only for it keeps no result. */
  drop(value: IrExpr): void {
    const last = this.#statements.at(-1);
    if (last?.kind !== "Do" || !this.#isNewestTemporary(value) || last.local === null) return;
    this.#statements[this.#statements.length - 1] = { ...last, local: null };
    this.#forgetNewest();
  }

  // Locals

  temporary(type: Kind): number {
    const local = this.locals.push({ name: "temp", type }) - 1;
    this.#temporaries.add(local);
    return local;
  }

  /** Compiler-made names start with a backquote, which no printer wants to see. */
  addLocal(name: string, type: Kind): number {
    const printed = name.includes("`") ? name.replace("`", "") || "hidden" : name;
    return this.locals.push({ name: printed, type }) - 1;
  }

  /** Makes the place of a variable; a cell must still be made. */
  declare(variable: LocalVariable): VariablePlace {
    const kind = kindOfType(variable.type);
    const needsCell = variable.isCaptured && variable.isAssigned;
    const local = this.addLocal(variable.name, needsCell ? "ref" : kind);
    const place = { local, cellKind: needsCell ? kind : null };
    this.place(variable, place);
    return place;
  }

  place(variable: LocalVariable, place: VariablePlace): void {
    this.#places.set(variable, place);
    if (variable.isAssigned) this.#assigned.add(place.local);
  }

  placeOf(variable: LocalVariable): VariablePlace {
    const place = this.#places.get(variable);
    if (place === undefined)
      throw new InternalError(`${this.parts.id} uses ${variable.name} before it is declared`);
    return place;
  }

  /** Declares a variable that starts with the value. */
  define(variable: LocalVariable, value: IrExpr, at: Position): void {
    const { local, cellKind } = this.#shared.has(variable)
      ? this.placeOf(variable)
      : this.declare(variable);
    if (cellKind === null) {
      this.assign(local, value, at);
      return;
    }
    const effect: IrEffect = {
      kind: "NewCell",
      value: this.coerce(value, cellKind),
      type: cellKind,
    };
    this.emit({ kind: "Do", local, effect, at });
  }

  /** Gives the variables one place each, whichever of several definitions inside `build` is run. */
  shareVariables(variables: readonly LocalVariable[], build: () => void): void {
    for (const variable of variables) {
      this.declare(variable);
      this.#shared.add(variable);
    }
    build();
    for (const variable of variables) this.#shared.delete(variable);
  }

  // Null checks

  isNotNull(value: IrExpr): boolean {
    switch (value.kind) {
      case "Local":
        return value.index === this.thisLocal || this.#notNull.has(value.index);
      case "ConstString":
      case "EnumConst":
      case "ConstClosure":
      case "TypeValue":
        return true;
      default:
        return false;
    }
  }

  /** The reference after a check that it is not null; `what` is the access, e.g. ".health". */
  checked(value: IrExpr, what: string, at: Position): IrExpr {
    if (this.isNotNull(value)) return value;
    const held = value.kind === "Local" ? value : this.spill(value, at);
    this.emit({ kind: "CheckNull", value: held, what, at });
    if (held.kind === "Local") this.#notNull.add(held.index);
    return held;
  }

  markNotNull(local: number): void {
    this.#notNull.add(local);
  }

  /** The locals that cannot be null here. */
  get facts(): ReadonlySet<number> {
    return new Set(this.#notNull);
  }

  set facts(facts: ReadonlySet<number>) {
    this.#notNull = new Set(facts);
  }

  /** Keeps only what no assignment can have changed: for where control comes from several places. */
  forgetAssigned(): void {
    this.#notNull = this.#notNull.difference(this.#assigned);
  }

  // Names

  label(what: string): string {
    return `${what}${this.#labelCount++}`;
  }

  /** The id of the next closure; closures inside closures count on in the outermost function. */
  closureId(): string {
    const outermost = this.outermost;
    return `${outermost.parts.id}$${outermost.#closureCount++}`;
  }

  get outermost(): FunctionBuilder {
    return this.parts.outer === null ? this : this.parts.outer.outermost;
  }

  #kindOfLocal(local: number): Kind {
    const type = this.locals[local]?.type;
    if (type === undefined) throw new InternalError(`${this.parts.id} has no local ${local}`);
    return type;
  }

  #isTemporary(value: IrExpr): boolean {
    return value.kind === "Local" && this.#temporaries.has(value.index);
  }

  #isNewestTemporary(value: IrExpr): value is Extract<IrExpr, { kind: "Local" }> {
    return (
      value.kind === "Local" && value.index === this.locals.length - 1 && this.#isTemporary(value)
    );
  }

  /** Lets the statement that has just set the temporary set the local instead. */
  #retarget(local: number, value: IrExpr): boolean {
    const last = this.#statements.at(-1);
    if (!this.#isNewestTemporary(value) || value.index === local) return false;
    if ((last?.kind !== "Do" && last?.kind !== "Let") || last.local !== value.index) return false;
    this.#statements[this.#statements.length - 1] = { ...last, local };
    this.#forgetNewest();
    return true;
  }

  #forgetNewest(): void {
    this.locals.pop();
    this.#temporaries.delete(this.locals.length);
    this.#notNull.delete(this.locals.length);
  }

  /** Takes back all locals from this number on; nothing may use them. */
  forgetLocals(count: number): void {
    while (this.locals.length > count) this.#forgetNewest();
  }
}

export function isConstant(value: IrExpr): boolean {
  switch (value.kind) {
    case "ConstInt":
    case "ConstFloat":
    case "ConstBool":
    case "ConstString":
    case "ConstNull":
    case "ConstClosure":
    case "EnumConst":
    case "TypeValue":
      return true;
    default:
      return false;
  }
}

function makesObject(effect: IrEffect): boolean {
  switch (effect.kind) {
    case "New":
    case "NewEnum":
    case "NewArray":
    case "NewAnon":
    case "NewClosure":
    case "NewCell":
      return true;
    case "IntrinsicCall":
      return (
        effect.name.startsWith("string.") || ["array.slice", "array.filled"].includes(effect.name)
      );
    default:
      return false;
  }
}
