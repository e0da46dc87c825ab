/** String expressions. What may grow is clipped, and what holds a Float is not printed: Haxe's interpreter prints it otherwise. */
import { stringLiteral } from "./literals.ts";
import { deeper, type Generator, type Scope } from "./scope.ts";
import { BOOL, type EnumDeclaration, INT, STRING, type Type, typeText } from "./types.ts";

export function stringOptions(g: Generator, scope: Scope): (readonly [number, () => string])[] {
  const inner = deeper(scope);
  const { choices } = g;
  const int = (): string => g.expression(INT, inner);
  const text = (): string => g.expression(STRING, inner);
  return [
    [3, () => stringLiteral(g)],
    [3, () => `Out.clip(${text()} + ${g.expression(choices.pick([STRING, INT, BOOL]), inner)})`],
    [1, () => `Out.clip(${g.expression(choices.pick([INT, BOOL]), inner)} + ${text()})`],
    [3, () => interpolation(g, inner)],
    [1, () => `${text()}.charAt(${int()} & 7)`],
    [1, () => `${text()}.substr(${choices.chance(30) ? "-" : ""}(${int()} & 7), ${int()} & 7)`],
    [1, () => `${text()}.substring(${int()} & 7, ${int()} & 7)`],
    [1, () => `Out.ascii(${text()}).${choices.pick(["toUpperCase", "toLowerCase"])}()`],
    [1, () => `Out.clip(StringTools.replace(${text()}, ${stringLiteral(g)}, ${text()}))`],
    [1, () => `StringTools.trim(${text()})`],
    [1, () => `StringTools.${choices.pick(["lpad", "rpad"])}(${text()}, "*", ${int()} & 15)`],
    [1, () => `StringTools.hex(${int()}, ${int()} & 7)`],
    [
      1,
      () =>
        `Out.clip(${g.expression({ kind: "Array", element: choices.pick([STRING, INT]) }, inner)}.join("-"))`,
    ],
    [1, () => `Out.clip(${text()}.split(${choices.pick(['"a"', '","', '"l"', '""'])}).join("+"))`],
    [1, () => `String.fromCharCode(97 + (${int()} & 15))`],
    [2, () => `Out.clip(Std.string(${g.expression(printable(g), inner)}))`],
    [1, () => className(g, inner)],
  ];
}

function className(g: Generator, scope: Scope): string {
  const type = someClass(g);
  const instance = `(${g.expression(type, scope)} : ${typeText(type)})`;
  return `Type.getClassName(Type.getClass(${instance})).split(".").pop()`;
}

function interpolation(g: Generator, scope: Scope): string {
  const parts = g.choices.many(1, 3, () => {
    const type = g.choices.pick([INT, STRING, BOOL]);
    const known = scope.variables.filter((variable) => variable.type.kind === type.kind);
    return known.length > 0 && g.choices.chance(50)
      ? `$${g.choices.pick(known).name}`
      : `\${${g.expression(type, scope)}}`;
  });
  return `Out.clip('${parts.join("|")}')`;
}

/** A type whose values every target prints alike. */
function printable(g: Generator): Type {
  return g.choices.pick([INT, BOOL, { kind: "Array", element: INT }, ...enums(g), someClass(g)]);
}

function enums(g: Generator): Type[] {
  return g.world.enums.filter(isPrintable).map((declaration) => ({ kind: "Enum", declaration }));
}

function isPrintable({ constructors }: EnumDeclaration): boolean {
  return constructors.every(({ params }) => params.every(({ type }) => type.kind !== "Float"));
}

function someClass(g: Generator): Type {
  return { kind: "Class", declaration: g.choices.pick(g.world.classes) };
}
