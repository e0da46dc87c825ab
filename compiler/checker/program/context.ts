/** Where an expression is typed: the function, what is visible in it, and how it is closed over. */
import type { DiagnosticCode, MessageArgs } from "#compiler/diagnostics/catalog.ts";
import type { Explanation } from "#compiler/diagnostics/diagnostic.ts";
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import { ERROR, isVoid } from "#compiler/types/core.ts";
import type { ClassField, ClassType, Type, TypeParameter } from "#compiler/types/type.ts";
import type {
  FunctionExpr,
  LocalVariable,
  TypedExpr,
  TypedStatic,
} from "#compiler/types/typed_ast.ts";
import type { Places } from "../null_safety/places.ts";
import { type Program, report, type TypeScope } from "./program.ts";

/**
 * What the place of an expression asks of it: a value of a type (which guides it, the place converts), any value, or
 * nothing ("none": a statement, whose value is not used).
 */
export type Expected = Type | "value" | "none";

/** What is found out about a member while it is typed. */
export interface Notes {
  usesPosition: boolean;
  readonly statics: TypedStatic[];
  /** Where values went; null without null safety. */
  readonly places: Places | null;
}

/** Types any expression; carried by the context so that files of node families need not import each other. */
export type TypeExpr = (ctx: FunctionContext, expr: ast.Expr, expected: Expected) => TypedExpr;

export interface FunctionContext {
  readonly program: Program;
  readonly scope: TypeScope;
  /** The class whose private members are visible and whose statics are in scope. */
  readonly class: ClassType;
  readonly field: ClassField;
  /** Type of `this`; null in static functions. */
  readonly thisType: Type | null;
  /** `this` in a function of an abstract. */
  readonly thisVariable: LocalVariable | null;
  /** What `this` may be assigned in a function of an abstract: its underlying type. */
  readonly underlyingType: Type | null;
  readonly isConstructor: boolean;
  readonly typeExpr: TypeExpr;
  /** Shared by all contexts of one function. */
  readonly notes: Notes;
  readonly locals: LocalScope;
  readonly closure: ClosureContext;
  readonly isInLoop: boolean;
  /** Inside `@:privateAccess`. */
  readonly hasPrivateAccess: boolean;
  /** Inside `untyped`: every value fits every place, and has every field. */
  readonly isUntyped: boolean;
  /** The property that `@:bypassAccessor` reads or writes directly. */
  readonly bypassed: ast.Expr | null;
  /** What `_` means inside an extractor. */
  readonly placeholder: LocalVariable | null;
}

/** A block's variables; the inner scope is looked at first. */
export interface LocalScope {
  readonly parent: LocalScope | null;
  readonly variables: Map<string, LocalEntry>;
}

export interface LocalEntry {
  readonly variable: LocalVariable;
  readonly closure: ClosureContext;
  /** Type parameters of a generic local function. */
  readonly params: readonly TypeParameter[];
  /** Where a `static var` of a function is kept. */
  readonly static: ClassField | null;
}

/** One function body: a field's or a closure's. */
export interface ClosureContext {
  readonly parent: ClosureContext | null;
  readonly returnType: Type;
  readonly captures: Set<LocalVariable>;
  capturesThis: boolean;
  /** Has a `return` with a value been seen? */
  returnsValue: boolean;
}

export function newLocalScope(parent: LocalScope | null): LocalScope {
  return { parent, variables: new Map() };
}

export function newClosure(parent: ClosureContext | null, returnType: Type): ClosureContext {
  return { parent, returnType, captures: new Set(), capturesThis: false, returnsValue: false };
}

/** The context inside a block. */
export function inBlock(ctx: FunctionContext): FunctionContext {
  return { ...ctx, locals: newLocalScope(ctx.locals) };
}

export function inLoop(ctx: FunctionContext): FunctionContext {
  return { ...ctx, locals: newLocalScope(ctx.locals), isInLoop: true };
}

/** Makes a variable without a name that code could use. */
export function newTemporary(
  ctx: FunctionContext,
  name: string,
  type: Type,
  span: Span,
): LocalVariable {
  return newVariable(ctx, `\`${name}`, type, span);
}

export function newVariable(
  ctx: FunctionContext,
  name: string,
  type: Type,
  span: Span,
  isFinal = false,
): LocalVariable {
  return {
    id: ctx.program.counter.next++,
    name,
    type,
    isFinal,
    form: "variable",
    isCaptured: false,
    isAssigned: false,
    span,
  };
}

/** Makes a variable visible from here to the end of the block. */
export function declareLocal(
  ctx: FunctionContext,
  variable: LocalVariable,
  params: readonly TypeParameter[] = [],
): void {
  ctx.locals.variables.set(variable.name, { variable, closure: ctx.closure, params, static: null });
}

export function findLocal(ctx: FunctionContext, name: string): LocalEntry | null {
  for (let scope: LocalScope | null = ctx.locals; scope !== null; scope = scope.parent) {
    const entry = scope.variables.get(name);
    if (entry !== undefined) return entry;
  }
  return null;
}

/** Notes that a variable is used here: the closures between its declaration and here capture it. */
export function useLocal(
  ctx: FunctionContext,
  entry: Pick<LocalEntry, "variable" | "closure">,
): void {
  for (
    let closure: ClosureContext | null = ctx.closure;
    closure !== null && closure !== entry.closure;
    closure = closure.parent
  ) {
    closure.captures.add(entry.variable);
    entry.variable.isCaptured = true;
  }
}

export function useThis(ctx: FunctionContext): void {
  for (
    let closure: ClosureContext | null = ctx.closure;
    closure !== null;
    closure = closure.parent
  ) {
    closure.capturesThis = true;
  }
}

export function visibleLocals(ctx: FunctionContext): string[] {
  const names: string[] = [];
  for (let scope: LocalScope | null = ctx.locals; scope !== null; scope = scope.parent)
    names.push(...scope.variables.keys());
  return names;
}

export function capturesOf(
  closure: ClosureContext,
): Pick<FunctionExpr, "captures" | "capturesThis"> {
  return { captures: [...closure.captures], capturesThis: closure.capturesThis };
}

/** Reports a problem in the function's file. */
export function problem<Code extends DiagnosticCode>(
  ctx: FunctionContext,
  code: Code,
  span: Span,
  args: MessageArgs<Code>,
  explanation: Explanation = {},
): void {
  report(ctx.program, ctx.scope.module.source.file, code, span, args, explanation);
}

/** Reports an expression without a value where one is wanted. */
export function wantValue(ctx: FunctionContext, expr: TypedExpr): TypedExpr {
  if (!isVoid(expr.type)) return expr;
  problem(ctx, "HX3051", expr.span, {});
  return errorExpr(expr.span);
}

/** Stands for an expression that a problem has been reported for. */
export function errorExpr(span: Span): TypedExpr {
  return { kind: "Null", type: ERROR, span };
}

/** The type the place asks for, or null when it takes any. */
export function expectedType(expected: Expected): Type | null {
  return typeof expected === "string" ? null : expected;
}
