/**
 * Numbers. Ints wrap; divisors and shifts are held to what every target agrees on, and a Float becomes an Int only where it
 * fits. A Float is never made by giving an Int where a Float is expected: Haxe's interpreter would go on with the Int.
 */
import { floatLiteral, intLiteral } from "./literals.ts";
import { deeper, type Generator, type Scope } from "./scope.ts";
import { FLOAT, INT, STRING, type Type } from "./types.ts";

type Option = readonly [number, () => string];

export function intOptions(g: Generator, scope: Scope): Option[] {
  const inner = deeper(scope);
  const int = (): string => g.expression(INT, inner);
  const divisor = (): string => `((${int()} & 15) + 1)`;
  const array = (): string =>
    g.expression({ kind: "Array", element: g.choices.pick([INT, STRING]) }, inner);
  return [
    [2, () => intLiteral(g)],
    [8, () => `(${int()} ${g.choices.pick(["+", "-", "*", "&", "|", "^"])} ${int()})`],
    [3, () => `(${int()} ${g.choices.pick(["<<", ">>", ">>>"])} (${int()} & 31))`],
    [2, () => `(${int()} % ${g.choices.chance(30) ? "-" : ""}${divisor()})`],
    [2, () => `Std.int(${int()} / ${divisor()})`],
    [2, () => `(${g.choices.pick(["-", "~"])}${int()})`],
    [2, () => `Out.toInt(${g.expression(FLOAT, inner)})`],
    [
      1,
      () =>
        `Std.int(${g.choices.pick(["Math.floor", "Math.ceil", "Math.round"])}(${smallFloat(g, inner)}))`,
    ],
    [1, () => `${g.expression(STRING, inner)}.length`],
    [1, () => `${array()}.length`],
    [1, () => `${g.expression(STRING, inner)}.indexOf(${g.expression(STRING, inner)})`],
    [1, () => `${g.expression(STRING, inner)}.lastIndexOf(${g.expression(STRING, inner)})`],
    [1, () => `${g.expression({ kind: "Array", element: INT }, inner)}.indexOf(${int()})`],
    [1, () => `Out.code(${g.expression(STRING, inner)}, ${int()} & 7)`],
    [1, () => `Out.or(Std.parseInt(${g.expression(STRING, inner)}), ${int()})`],
    [2, () => `Out.or(${g.expression({ kind: "Null", of: INT }, inner)}, ${int()})`],
    [1, () => `Out.or(${g.expression({ kind: "Array", element: INT }, inner)}.pop(), ${int()})`],
    [1, () => foldedArray(g, inner)],
    [2, () => ofAbstract(g, inner)],
    [1, () => `Out.note(${int()})`],
  ];
}

export function floatOptions(g: Generator, scope: Scope): Option[] {
  const inner = deeper(scope);
  const float = (): string => g.expression(FLOAT, inner);
  const int = (): string => g.expression(INT, inner);
  const operator = (): string => g.choices.pick(["+", "-", "*", "/"]);
  return [
    [3, () => floatLiteral(g)],
    [6, () => `(${float()} ${operator()} ${float()})`],
    [2, () => `(${float()} ${operator()} ${int()})`],
    [2, () => `(${int()} ${operator()} (${float()} : Float))`],
    [2, () => `(${int()} / ${int()})`],
    [1, () => `(${float()} % ${float()})`],
    [1, () => `(-Out.id(${float()}))`],
    [2, () => `Out.toFloat(${int()})`],
    [1, () => `Math.sqrt(Math.abs(${float()}))`],
    [1, () => `Math.${g.choices.pick(["min", "max"])}(${float()}, ${float()})`],
    [1, () => `Math.${g.choices.pick(["ffloor", "fceil", "fround"])}(${smallFloat(g, inner)})`],
  ];
}

/** Within what an Int can hold. */
function smallFloat(g: Generator, scope: Scope): string {
  return `(Out.toInt(${g.expression(FLOAT, scope)}) / 8)`;
}

function foldedArray(g: Generator, scope: Scope): string {
  const element: Type = g.choices.pick([INT, STRING]);
  const [item, sum] = [g.fresh("x"), g.fresh("sum")];
  const variables = [
    ...scope.variables,
    { name: item, type: element, isMutable: false },
    { name: sum, type: INT, isMutable: false },
  ];
  const body = g.expression(INT, { ...deeper(scope), variables, isInClosure: true });
  const array = g.expression({ kind: "Array", element }, scope);
  return `Lambda.fold(${array}, (${item}, ${sum}) -> ${body}, ${g.expression(INT, scope)})`;
}

function ofAbstract(g: Generator, scope: Scope): string {
  const declaration = g.world.abstracts[0];
  if (declaration === undefined) return intLiteral(g);
  const value = g.expression({ kind: "Abstract", declaration }, scope);
  return g.choices.weighted<string>([
    [2, () => `${value}.raw()`],
    [1, () => `(${value} : Int)`],
    [1, () => `${value}[${g.expression(INT, scope)}]`],
    [1, () => `${value}.low`],
  ]);
}
