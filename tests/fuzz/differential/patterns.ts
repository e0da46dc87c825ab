/** `switch` with a value: the text from the subject up to the closing brace. Every switch ends in a case for all the rest. */
import type { Generator, Scope } from "./scope.ts";
import { deeper, withVariables } from "./scope.ts";
import { BOOL, type EnumDeclaration, INT, STRING, type Type, type Variable } from "./types.ts";

/** What a case gives, with the variables that its pattern bound. */
type Body = (bound: readonly Variable[]) => string;

interface Pattern {
  readonly text: string;
  readonly bound: readonly Variable[];
}

/** Over an Int or a String. Values of a switch differ, or the second could never match. */
export function valueCases(g: Generator, scope: Scope, body: Body): string {
  const { choices } = g;
  const isInt = choices.chance(50);
  const values = isInt
    ? ["0", "1", "2", "-1", "7", "255"]
    : ['"a"', '""', '"Hello"', '"b,c"', '"zzz"'];
  const subject = isInt ? g.expression(INT, scope) : g.expression(STRING, scope);
  let next = 0;
  const cases = choices.many(1, 3, () => {
    const count = Math.min(1 + choices.below(2), values.length - next);
    const text = values.slice(next, next + count).join(choices.pick([" | ", ", "]));
    next += count;
    return caseText(g, scope, { text, bound: [] }, body);
  });
  return withRest(g, subject, isInt ? INT : STRING, cases, body);
}

export function enumCases(g: Generator, scope: Scope, body: Body): string {
  const declaration = g.choices.pick<EnumDeclaration | undefined>(g.world.enums);
  if (declaration === undefined) return valueCases(g, scope, body);
  const type: Type = { kind: "Enum", declaration };
  const subject = g.expression(type, scope);
  const cases = g.choices.many(1, 3, () => caseText(g, scope, pattern(g, type, 2), body));
  return withRest(g, subject, type, cases, body);
}

/** Over two values at once; the text begins after the bracket. */
export function tupleCases(g: Generator, scope: Scope, body: Body): string {
  const enums = g.world.enums.map((declaration): Type => ({ kind: "Enum", declaration }));
  const types = [0, 1].map(() => g.choices.pick([INT, STRING, BOOL, ...enums]));
  const subject = types.map((type) => g.expression(type, scope)).join(", ");
  const cases = g.choices.many(1, 3, () => {
    const parts = types.map((type) => pattern(g, type, 1));
    const text = `[${parts.map((part) => part.text).join(", ")}]`;
    return caseText(g, scope, { text, bound: parts.flatMap((part) => part.bound) }, body);
  });
  return [`${subject}] {`, ...cases, `\tcase _: ${body([])};`].join("\n");
}

function withRest(
  g: Generator,
  subject: string,
  type: Type,
  cases: readonly string[],
  body: Body,
): string {
  const rest = g.choices.weighted<Pattern>([
    [2, () => ({ text: "_", bound: [] })],
    [1, () => capture(g, type)],
  ]);
  const last = g.choices.chance(20) ? "default" : `case ${rest.text}`;
  const bound = last === "default" ? [] : rest.bound;
  return [`${subject}) {`, ...cases, `\t${last}: ${body(bound)};`].join("\n");
}

function caseText(g: Generator, scope: Scope, { text, bound }: Pattern, body: Body): string {
  const inner = withVariables({ ...deeper(scope), depth: Math.min(scope.depth, 1) }, bound);
  const guard = g.choices.chance(40) ? ` if (${g.expression(BOOL, inner)})` : "";
  return `\tcase ${text}${guard}: ${body(bound)};`;
}

function pattern(g: Generator, type: Type, depth: number): Pattern {
  const { choices } = g;
  const any: Pattern = { text: "_", bound: [] };
  switch (type.kind) {
    case "Int":
      return choices.pick([
        any,
        capture(g, type),
        literal(choices.pick(["0", "1", "-1", "1 | 2", "7"])),
      ]);
    case "String":
      return choices.pick([
        any,
        capture(g, type),
        literal(choices.pick(['"a"', '""', '"a" | "Hello"'])),
      ]);
    case "Bool":
      return choices.pick([any, capture(g, type), literal(choices.pick(["true", "false"]))]);
    case "Enum":
      return depth > 0 ? constructorPattern(g, type.declaration, depth) : any;
    default:
      return choices.pick([any, capture(g, type)]);
  }
}

function literal(text: string): Pattern {
  return { text, bound: [] };
}

function capture(g: Generator, type: Type): Pattern {
  const name = g.fresh("c");
  return { text: name, bound: [{ name, type, isMutable: false }] };
}

function constructorPattern(
  g: Generator,
  { constructors }: EnumDeclaration,
  depth: number,
): Pattern {
  const { name, params } = g.choices.pick(constructors);
  const parts = params.map(({ type }) => pattern(g, type, depth - 1));
  const inside = parts.map((part) => part.text).join(", ");
  return {
    text: params.length === 0 ? name : `${name}(${inside})`,
    bound: parts.flatMap((part) => part.bound),
  };
}
