/** Bool expressions. */
import { deeper, type Generator, type Scope } from "./scope.ts";
import { BOOL, type EnumDeclaration, FLOAT, INT, isSubtype, STRING, type Type } from "./types.ts";

export function boolOptions(g: Generator, scope: Scope): (readonly [number, () => string])[] {
  const inner = deeper(scope);
  const { choices } = g;
  const compare = (type: Type, operators: readonly string[]): string =>
    `(${g.expression(type, inner)} ${choices.pick(operators)} ${g.expression(type, inner)})`;
  const order = ["<", "<=", ">", ">=", "==", "!="];
  return [
    [1, () => choices.pick(["false", "true"])],
    [4, () => compare(INT, order)],
    [2, () => compare(FLOAT, order)],
    [
      1,
      () =>
        `(${g.expression(INT, inner)} ${choices.pick(order)} (${g.expression(FLOAT, inner)} : Float))`,
    ],
    [2, () => compare(STRING, order)],
    [3, () => compare(BOOL, ["&&", "||", "==", "!="])],
    [1, () => `!${g.expression(BOOL, inner)}`],
    [
      1,
      () =>
        `((${g.expression({ kind: "Null", of: INT }, inner)} : Null<Int>) ${choices.pick(["==", "!="])} null)`,
    ],
    [
      1,
      () =>
        `${g.expression({ kind: "Array", element: INT }, inner)}.contains(${g.expression(INT, inner)})`,
    ],
    [
      1,
      () =>
        `${g.expression({ kind: "Map", key: STRING, value: INT }, inner)}.exists(${g.expression(STRING, inner)})`,
    ],
    [
      1,
      () =>
        `StringTools.${choices.pick(["startsWith", "endsWith", "contains"])}(${g.expression(STRING, inner)}, ${g.expression(STRING, inner)})`,
    ],
    [1, () => comparedNulls(g, inner)],
    [2, () => enumMatch(g, inner)],
    [2, () => typeTest(g, inner)],
    [1, () => comparedAbstracts(g, inner)],
  ];
}

/** Only what is said to be nullable is: an Int itself cannot be compared with null where targets are static. */
function comparedNulls(g: Generator, scope: Scope): string {
  const value = (): string => `(${g.expression({ kind: "Null", of: INT }, scope)} : Null<Int>)`;
  return `(${value()} ${g.choices.pick(["==", "!="])} ${value()})`;
}

function enumMatch(g: Generator, scope: Scope): string {
  const declaration = g.choices.pick<EnumDeclaration | undefined>(g.world.enums);
  if (declaration === undefined) return "false";
  const { name, params } = g.choices.pick(declaration.constructors);
  const pattern = params.length === 0 ? name : `${name}(${params.map(() => "_").join(", ")})`;
  return `${g.expression({ kind: "Enum", declaration }, scope)}.match(${pattern})`;
}

/** Of what may be: Haxe refuses a test that cannot succeed. */
function typeTest(g: Generator, scope: Scope): string {
  const tested = g.choices.pick(g.world.classes);
  const type: Type = { kind: "Class", declaration: tested };
  const above = g.world.classes.filter((declaration) =>
    isSubtype(type, { kind: "Class", declaration }),
  );
  const declaration = g.choices.pick(above);
  const value = `(${g.expression({ kind: "Class", declaration }, scope)} : ${declaration.name})`;
  return g.choices.weighted([
    [1, () => `Std.isOfType(${value}, ${tested.name})`],
    [1, () => `(${value} is ${tested.name})`],
    [1, () => `(Std.downcast(${value}, ${tested.name}) != null)`],
  ]);
}

function comparedAbstracts(g: Generator, scope: Scope): string {
  const declaration = g.world.abstracts[0];
  if (declaration === undefined) return "true";
  const type: Type = { kind: "Abstract", declaration };
  return `(${g.expression(type, scope)} < ${g.expression(type, scope)})`;
}
