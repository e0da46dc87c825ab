/** The types and functions of a program: first their heads, which all bodies may use, then the text with bodies. */
import type { Choices } from "./choices.ts";
import { floatLiteral, intLiteral, stringLiteral } from "./literals.ts";
import { type Generator, indent, type Scope } from "./scope.ts";
import {
  BOOL,
  type ClassDeclaration,
  type EnumConstructor,
  type EnumDeclaration,
  FLOAT,
  fieldsOf,
  INT,
  type InterfaceDeclaration,
  methodsOf,
  type Param,
  type Signature,
  STRING,
  type StructDeclaration,
  type Type,
  typeText,
  type Variable,
  type World,
} from "./types.ts";

/** How deep expressions and statements of a body are nested. */
const BODY_DEPTH = 3;

/** How many decisions parts may take: together about 200 lines of Haxe. */
const MAIN = 120;
const PARTS = 4;
const BODY = 40;
const EXPRESSION = 20;

/* ---- Heads ---- */

export function declareWorld(choices: Choices, fresh: (prefix: string) => string): World {
  const world: World = {
    enums: [],
    structs: [],
    abstracts: [],
    interfaces: [],
    classes: [],
    functions: [],
    inlines: [],
    statics: [],
  };
  const basic = (): Type => choices.pick([INT, STRING, BOOL, FLOAT]);
  const param = (type: Type): Param => ({ name: fresh("a"), type, byDefault: null });
  const signature = (prefix: string): Signature => ({
    name: fresh(prefix),
    params: [
      ...choices.many(0, 2, () => param(anyDeclared(choices, world, basic))),
      ...optionalParams(choices, fresh),
    ],
    result: basic(),
  });
  choices.many(1, 2, (index) => declareEnum(choices, world, index, basic));
  choices.many(0, 2, (index) =>
    world.structs.push({
      name: `Struct${index}`,
      fields: choices.many(1, 3, () => variable(fresh("f"), basic())),
    }),
  );
  choices.many(0, 2, (index) =>
    world.interfaces.push({
      name: `Interface${index}`,
      methods: choices.many(1, 2, () => signature("m")),
    }),
  );
  choices.many(1, 3, (index) => declareClass(choices, world, index, fresh, signature));
  choices.many(1, 3, () => world.functions.push(signature("fn")));
  choices.many(0, 2, () => world.inlines.push({ ...signature("quick"), result: basic() }));
  choices.many(1, 3, () => world.statics.push(variable(fresh("s"), basic())));
  return world;
}

function variable(name: string, type: Type): Variable {
  return { name, type, isMutable: true };
}

function anyDeclared(choices: Choices, world: World, basic: () => Type): Type {
  return choices.pick<Type>([
    basic(),
    { kind: "Array", element: INT },
    ...world.classes.map((declaration): Type => ({ kind: "Class", declaration })),
    ...world.enums.map((declaration): Type => ({ kind: "Enum", declaration })),
    ...world.structs.map((declaration): Type => ({ kind: "Struct", declaration })),
    ...world.interfaces.map((declaration): Type => ({ kind: "Interface", declaration })),
    { kind: "Function", params: [INT], result: basic() },
  ]);
}

function optionalParams(choices: Choices, fresh: (prefix: string) => string): Param[] {
  return choices.many(0, 2, (): Param => {
    const name = fresh("d");
    return choices.pick<Param>([
      { name, type: INT, byDefault: "5" },
      { name, type: STRING, byDefault: '"d"' },
      { name, type: BOOL, byDefault: "true" },
      { name, type: { kind: "Null", of: INT }, byDefault: "null" },
    ]);
  });
}

/** The first constructor has no arguments, so that there is always a value to end with. */
function declareEnum(choices: Choices, world: World, index: number, basic: () => Type): void {
  const constructors: EnumConstructor[] = [{ name: `None${index}`, params: [] }];
  const declaration: EnumDeclaration = { name: `Enum${index}`, constructors };
  world.enums.push(declaration);
  choices.many(1, 3, (at) => {
    const types = choices.many(0, 3, () =>
      choices.pick<Type>([
        basic(),
        ...world.enums.map((known): Type => ({ kind: "Enum", declaration: known })),
      ]),
    );
    const params = types.map(
      (type, place): Param => ({ name: `e${place}`, type, byDefault: null }),
    );
    constructors.push({ name: `Case${index}${at}`, params });
  });
}

function declareClass(
  choices: Choices,
  world: World,
  index: number,
  fresh: (prefix: string) => string,
  signature: (prefix: string) => Signature,
): void {
  const parent = choices.chance(60) ? (world.classes.at(-1) ?? null) : null;
  const inherited = parent === null ? [] : methodsOf(parent);
  const interfaces = world.interfaces.filter(() => choices.chance(50));
  const demanded = interfaces.flatMap(({ methods }) => methods);
  const overridden = inherited.filter(() => choices.chance(50));
  const simple = (): Type => choices.pick([INT, STRING, BOOL, FLOAT]);
  const methods = new Set([
    ...demanded.filter((method) => !inherited.includes(method)),
    ...overridden,
    ...choices.many(1, 2, () => signature("m")),
  ]);
  world.classes.push({
    name: `Class${index}`,
    parent,
    interfaces,
    constructorParams: choices.many(
      0,
      2,
      (): Param => ({ name: fresh("a"), type: simple(), byDefault: null }),
    ),
    fields: choices.many(1, 3, () => variable(fresh("f"), simple())),
    properties: choices.many(0, 1, () => variable(fresh("p"), INT)),
    methods: [...methods],
  });
}

/* ---- Text ---- */

export function declarationTexts(g: Generator): string[] {
  const { world } = g;
  // Known only to those after it: an operator that uses itself is refused.
  const amount = abstractText(g, "Amount");
  world.abstracts.push({ name: "Amount" });
  return [
    ...world.enums.map(enumText),
    ...world.structs.map(structText),
    ...world.interfaces.map(interfaceText),
    amount,
    ...world.classes.map((declaration) => classText(g, declaration)),
    programText(g),
  ];
}

function enumText({ name, constructors }: EnumDeclaration): string {
  const lines = constructors.map((option) =>
    option.params.length === 0 ? `${option.name};` : `${option.name}(${paramList(option.params)});`,
  );
  return [`enum ${name} {`, ...indent(lines), "}"].join("\n");
}

function structText({ name, fields }: StructDeclaration): string {
  const lines = fields.map((field) => `var ${field.name}:${typeText(field.type)};`);
  return [`typedef ${name} = {`, ...indent(lines), "}"].join("\n");
}

function interfaceText({ name, methods }: InterfaceDeclaration): string {
  return [`interface ${name} {`, ...indent(methods.map((method) => `${head(method)};`)), "}"].join(
    "\n",
  );
}

function head({ name, params, result }: Signature): string {
  return `function ${name}(${paramList(params)}):${typeText(result)}`;
}

function paramList(params: readonly Param[]): string {
  return params.map(paramText).join(", ");
}

function paramText({ name, type, byDefault }: Param): string {
  if (byDefault === "null") return `?${name}:${typeText(type)}`;
  return `${name}:${typeText(type)}${byDefault === null ? "" : ` = ${byDefault}`}`;
}

/** Names that a parameter list gives its body. */
function paramVariables(params: readonly Param[]): Variable[] {
  return params.map(({ name, type }) => variable(name, type));
}

const nowhere: Scope = {
  variables: [],
  result: null,
  isInLoop: false,
  isInClosure: false,
  self: null,
  depth: 0,
};

function abstractText(g: Generator, name: string): string {
  const lines = [
    "public inline function new(value:Int) this = value;",
    "public inline function raw():Int return this;",
    "@:from static function fromInt(value:Int):Amount return new Amount(value);",
    "@:to function toInt():Int return this;",
    `@:op(A + B) static function add(left:Amount, right:Amount):Amount { var a = left.raw(); var b = right.raw(); return new Amount(${arithmetic(g, 3)}); }`,
    `@:op(A * B) @:commutative static inline function scale(left:Amount, b:Int):Amount { var a = left.raw(); return new Amount(${arithmetic(g, 3)}); }`,
    `@:op(-A) function negate():Amount return new Amount(-this);`,
    `@:op(A < B) static function less(left:Amount, right:Amount):Bool return left.raw() < right.raw();`,
    "@:arrayAccess function bit(at:Int):Int return (this >>> (at & 31)) & 1;",
    "public var low(get, never):Int;",
    "function get_low():Int return this & 255;",
  ];
  return [`abstract ${name}(Int) {`, ...indent(lines), "}"].join("\n");
}

/**
 * An Int of `a` and `b` that calls nothing: Haxe types a method where it is first called, and refuses the operator if that is
 * inside the operator's own function and the method uses it.
 */
function arithmetic(g: Generator, depth: number): string {
  const { choices } = g;
  if (depth === 0 || choices.chance(30)) return choices.pick(["a", "b", intLiteral(g)]);
  const operator = choices.pick(["+", "-", "*", "&", "|", "^"]);
  return `(${arithmetic(g, depth - 1)} ${operator} ${arithmetic(g, depth - 1)})`;
}

function classText(g: Generator, declaration: ClassDeclaration): string {
  const { name, parent, interfaces } = declaration;
  const above = [
    ...(parent === null ? [] : [`extends ${parent.name}`]),
    ...interfaces.map((type) => `implements ${type.name}`),
  ];
  const fields = declaration.fields.map(
    (field) => `public var ${field.name}:${typeText(field.type)} = ${literalOf(g, field.type)};`,
  );
  const inherited = new Set(parent === null ? [] : methodsOf(parent).map((method) => method.name));
  const lines = [
    ...fields,
    ...declaration.properties.flatMap((property) => propertyLines(g, declaration, property)),
    ...constructorLines(g, declaration),
    ...declaration.methods.flatMap((method) => [
      `${inherited.has(method.name) ? "override " : ""}public ${head(method)} {`,
      ...indent(bodyOf(g, method, declaration)),
      "}",
    ]),
    `${parent === null ? "" : "override "}public function toString():String {`,
    `\treturn '${name}(${shownFields(declaration)})';`,
    "}",
  ];
  return [`class ${[name, ...above].join(" ")} {`, ...indent(lines), "}"].join("\n");
}

function shownFields(declaration: ClassDeclaration): string {
  return fieldsOf(declaration)
    .filter(({ type, name }) => type.kind !== "Float" && !name.startsWith("p"))
    .map(({ name }) => `$${name}`)
    .join(",");
}

function literalOf(g: Generator, { kind }: Type): string {
  if (kind === "Int") return intLiteral(g);
  if (kind === "Float") return floatLiteral(g);
  return kind === "String" ? stringLiteral(g) : g.choices.pick(["false", "true"]);
}

function propertyLines(g: Generator, self: ClassDeclaration, { name }: Variable): string[] {
  const stored = `${name}_stored`;
  g.allow(EXPRESSION);
  const value = variable("value", INT);
  const scope: Scope = { ...nowhere, self: { ...self, parent: null, properties: [] }, depth: 1 };
  return [
    `public var ${name}(get, set):Int;`,
    `var ${stored}:Int = ${intLiteral(g)};`,
    `function get_${name}():Int return ${stored} ^ ${intLiteral(g)};`,
    `function set_${name}(value:Int):Int {`,
    `\t${stored} = ${g.expression(INT, { ...scope, variables: [value] })};`,
    "\tOut.note(value);",
    `\treturn ${stored} + ${intLiteral(g)};`,
    "}",
  ];
}

function constructorLines(g: Generator, self: ClassDeclaration): string[] {
  const { constructorParams, parent } = self;
  const scope: Scope = { ...nowhere, self, variables: paramVariables(constructorParams), depth: 2 };
  // Not deeper: what is made on the way to the superclass could be of this class again, without end.
  const beforeSuper: Scope = { ...scope, self: null, depth: 0 };
  g.allow(BODY);
  const toParent = (parent?.constructorParams ?? []).map(({ type }) =>
    g.expression(type, beforeSuper),
  );
  return [
    `public function new(${paramList(constructorParams)}) {`,
    ...(parent === null ? [] : [`\tsuper(${toParent.join(", ")});`]),
    ...(g.choices.chance(50)
      ? ["\tif (!Out.tick()) return;", ...indent(g.block(scope, 0, 2))]
      : []),
    "}",
  ];
}

function bodyOf(g: Generator, fn: Signature, self: ClassDeclaration | null): string[] {
  const scope: Scope = {
    ...nowhere,
    variables: paramVariables(fn.params),
    result: fn.result,
    self,
    depth: BODY_DEPTH,
  };
  g.allow(BODY);
  return [
    `if (!Out.tick()) return ${literalOf(g, fn.result)};`,
    ...g.block(scope, 0, 4),
    `return ${g.expression(fn.result, { ...scope, depth: 2 })};`,
  ];
}

function programText(g: Generator): string {
  const { statics, functions, inlines } = g.world;
  const lines = [
    ...statics.map(
      ({ name, type }) => `public static var ${name}:${typeText(type)} = ${literalOf(g, type)};`,
    ),
    ...inlines.map((fn) => inlineText(g, fn)),
    ...functions.flatMap((fn) => [
      `public static ${head(fn)} {`,
      ...indent(bodyOf(g, fn, null)),
      "}",
    ]),
    "public static function run():Void {",
    ...indent(mainLines(g)),
    "}",
  ];
  return ["class Program {", ...indent(lines), "}"].join("\n");
}

function inlineText(g: Generator, fn: Signature): string {
  const scope: Scope = { ...nowhere, variables: paramVariables(fn.params), depth: 1 };
  g.allow(EXPRESSION);
  const value = `Out.tick() ? ${g.expression(fn.result, scope)} : ${literalOf(g, fn.result)}`;
  return `public static inline ${head(fn)} return ${value};`;
}

/** What throws ends only its own part. */
function mainLines(g: Generator): string[] {
  const parts = Array.from({ length: PARTS }, () => {
    g.allow(MAIN);
    return g.block({ ...nowhere, depth: BODY_DEPTH }, 5, 8);
  });
  return parts.flatMap((lines) => [
    "try {",
    ...indent(lines),
    `} catch (${g.fresh("e")}:Dynamic) Out.text("ended");`,
  ]);
}
