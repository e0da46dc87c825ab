/** What patterns tell about whether the matched value is null. */
import type { LocalVariable, TypedExpr, TypedPattern } from "#compiler/types/typed_ast.ts";

/** Does null match? */
export function asksForNull(pattern: TypedPattern): boolean {
  switch (pattern.kind) {
    case "Value":
      return pattern.value.kind === "Null";
    case "Or":
      return pattern.alternatives.some(asksForNull);
    case "Bind":
      return pattern.pattern !== null && asksForNull(pattern.pattern);
    default:
      return false;
  }
}

/** Does only a value that is not null match? */
export function asksForValue(pattern: TypedPattern): boolean {
  switch (pattern.kind) {
    case "Value":
      return pattern.value.kind !== "Null";
    case "Enum":
    case "Array":
      return true;
    case "Extract":
      return pattern.parts.every((part) => part.name !== null);
    case "Or":
      return pattern.alternatives.every(asksForValue);
    case "Bind":
      return pattern.pattern !== null && asksForValue(pattern.pattern);
    case "Any":
    case "Tuple":
      return false;
  }
}

/** Does the pattern look at the value as a constructor or a Bool? */
export function looksInside(pattern: TypedPattern): boolean {
  switch (pattern.kind) {
    case "Enum":
      return true;
    case "Value":
      return unwrapped(pattern.value).kind === "Bool";
    case "Or":
      return pattern.alternatives.some(looksInside);
    case "Bind":
      return pattern.pattern !== null && looksInside(pattern.pattern);
    default:
      return false;
  }
}

/** A variable that a pattern sets. */
export interface MatchedVariable {
  readonly variable: LocalVariable;
  /** Is it what a structure pattern looks at, which only matches what is there? */
  readonly isStructure: boolean;
}

export function variablesIn(pattern: TypedPattern): MatchedVariable[] {
  switch (pattern.kind) {
    case "Bind": {
      const own = { variable: pattern.variable, isStructure: false };
      return [own, ...(pattern.pattern === null ? [] : variablesIn(pattern.pattern))];
    }
    case "Enum":
      return pattern.args.flatMap(variablesIn);
    case "Array":
    case "Tuple":
      return pattern.elements.flatMap(variablesIn);
    case "Extract": {
      const isStructure = pattern.parts.every((part) => part.name !== null);
      const own = { variable: pattern.variable, isStructure };
      return [own, ...pattern.parts.flatMap((part) => variablesIn(part.pattern))];
    }
    case "Or":
      return pattern.alternatives.flatMap(variablesIn);
    case "Any":
    case "Value":
      return [];
  }
}

/** The value behind conversions of representation. */
export function unwrapped(expr: TypedExpr): TypedExpr {
  return expr.kind === "Cast" && expr.form === "implicit" ? unwrapped(expr.expr) : expr;
}
