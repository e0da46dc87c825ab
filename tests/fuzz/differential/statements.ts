/** Statements. Every loop asks `Out.tick()` whether it may go on, so that each program ends soon. */
import { argumentsFor, freshValue } from "./literals.ts";
import { enumCases, tupleCases, valueCases } from "./patterns.ts";
import { deeper, type Generator, indent, type Scope, withVariables } from "./scope.ts";
import {
  BOOL,
  FLOAT,
  fieldsOf,
  INT,
  STRING,
  sameType,
  type Type,
  typeText,
  type Variable,
} from "./types.ts";

type Maker = () => string[];

/** So many statements; later ones see the variables of those before. */
export function block(g: Generator, scope: Scope, least: number, most: number): string[] {
  let inner = scope;
  const isFull = g.isFull();
  return g.choices
    .many(isFull ? 0 : least, isFull ? 0 : most, () => {
      const { lines, declared } = statement(g, inner);
      inner = withVariables(inner, declared);
      return lines;
    })
    .flat();
}

function statement(
  g: Generator,
  scope: Scope,
): { readonly lines: string[]; readonly declared: readonly Variable[] } {
  const declared: Variable[] = [];
  const lines = g.choices.weighted<string[]>([
    [8, () => print(g, scope)],
    [5, () => declare(g, scope, declared)],
    [6, () => assign(g, scope)],
    [2, () => callStatement(g, scope)],
    [2, () => mutate(g, scope)],
    ...(scope.depth > 0 ? nested(g, deeper(scope)) : []),
    ...jumps(g, scope),
  ]);
  return { lines, declared };
}

/* ---- Simple ones ---- */

function print(g: Generator, scope: Scope): string[] {
  const type = g.choices.pick([INT, STRING, BOOL, FLOAT, { kind: "Array", element: INT } as Type]);
  const name = g.choices.pick(["text", "number"]);
  const value = g.expression(type, scope);
  if (type.kind === "Float") return [`Out.float(${value});`];
  return type.kind === "Int" && name === "number"
    ? [`Out.int(${value});`]
    : [`Out.text(Std.string(${value}));`];
}

function declare(g: Generator, scope: Scope, declared: Variable[]): string[] {
  const type = anyType(g);
  const name = g.fresh("v");
  const isFinal = g.choices.chance(15);
  declared.push({ name, type, isMutable: !isFinal });
  const hint = isPlain(type) && g.choices.chance(50) ? "" : `:${typeText(type)}`;
  return [`${isFinal ? "final" : "var"} ${name}${hint} = ${g.expression(type, scope)};`];
}

/** What inference gives for such an expression is surely the type. */
function isPlain(type: Type): boolean {
  return (
    type.kind === "Int" || type.kind === "Bool" || type.kind === "String" || type.kind === "Float"
  );
}

export function anyType(g: Generator): Type {
  const { choices, world } = g;
  const basic = (): Type => choices.pick([INT, STRING, BOOL, FLOAT]);
  return choices.weighted<Type>([
    [6, basic],
    [2, () => ({ kind: "Array", element: choices.chance(70) ? basic() : named(g) })],
    [1, () => ({ kind: "Map", key: choices.pick([INT, STRING]), value: basic() })],
    [1, () => ({ kind: "Null", of: choices.pick([INT, BOOL, FLOAT]) })],
    [1, () => ({ kind: "Box", element: basic() })],
    [2, () => functionType(g, basic)],
    [world.classes.length > 0 ? 4 : 0, () => named(g)],
  ]);
}

function functionType(g: Generator, basic: () => Type): Type {
  const params = g.choices.many(0, 2, basic);
  return { kind: "Function", params, result: basic() };
}

function named(g: Generator): Type {
  const { world } = g;
  return g.choices.pick<Type>([
    ...world.classes.map((declaration): Type => ({ kind: "Class", declaration })),
    ...world.structs.map((declaration): Type => ({ kind: "Struct", declaration })),
    ...world.enums.map((declaration): Type => ({ kind: "Enum", declaration })),
    ...world.interfaces.map((declaration): Type => ({ kind: "Interface", declaration })),
    ...world.abstracts.map((declaration): Type => ({ kind: "Abstract", declaration })),
  ]);
}

/** What can be assigned: the text of the place, and its type. */
interface Place {
  readonly text: string;
  readonly type: Type;
}

function places(g: Generator, scope: Scope): Place[] {
  const own = scope.self === null ? [] : fieldsOf(scope.self);
  const fields = scope.variables.flatMap(({ name, type }): Place[] => {
    const members =
      type.kind === "Class"
        ? fieldsOf(type.declaration)
        : type.kind === "Struct"
          ? type.declaration.fields
          : [];
    return members.map((field) => ({ text: `${name}.${field.name}`, type: field.type }));
  });
  return [
    ...scope.variables
      .filter(({ isMutable }) => isMutable)
      .map(({ name, type }): Place => ({ text: name, type })),
    ...fields,
    ...own.map(({ name, type }): Place => ({ text: name, type })),
    ...own.map(({ name, type }): Place => ({ text: `this.${name}`, type })),
    ...g.world.statics.map(({ name, type }): Place => ({ text: `Program.${name}`, type })),
  ];
}

function assign(g: Generator, scope: Scope): string[] {
  const { text, type } = g.choices.pick(places(g, scope));
  const value = (): string => g.expression(type, scope);
  const operators = operatorsOf(type);
  return g.choices.weighted<string[]>([
    [3, () => [`${text} = ${other(g, text, type, scope)};`]],
    ...(operators.length === 0
      ? []
      : [[3, () => [`${text} ${g.choices.pick(operators)}= ${value()};`]] as const]),
    ...(type.kind === "Int"
      ? [
          [1, () => [`${text}${g.choices.pick(["++", "--"])};`]] as const,
          [1, () => [`Out.int(${g.choices.pick(["++", "--"])}${text});`]] as const,
          [1, () => [`Out.int(${text}${g.choices.pick(["++", "--"])} + ${text});`]] as const,
          [1, () => [`${text} ${g.choices.pick(["<<", ">>", ">>>"])}= ${value()} & 31;`]] as const,
          [1, () => [`Out.int((${text} = ${other(g, text, type, scope)}) + ${text});`]] as const,
        ]
      : []),
    ...(type.kind === "String"
      ? [[2, () => [`${text} = Out.clip(${text} + ${value()});`]] as const]
      : []),
    ...(g.isNewer && type.kind === "Null" ? [[3, () => [`${text} ??= ${value()};`]] as const] : []),
  ]);
}

/** Haxe refuses to assign a variable to itself. */
function other(g: Generator, place: string, type: Type, scope: Scope): string {
  const value = g.expression(type, scope);
  const isSame = value.replace("this.", "") === place.replace("this.", "");
  return isSame ? freshValue(g, type, { ...scope, depth: 0 }) : value;
}

function operatorsOf(type: Type): readonly string[] {
  if (type.kind === "Int") return ["+", "-", "*", "&", "|", "^"];
  return type.kind === "Float" ? ["+", "-", "*", "/"] : [];
}

function callStatement(g: Generator, scope: Scope): string[] {
  const functions = g.world.functions.map((fn) => ({ target: "Program", fn }));
  const { target, fn } = g.choices.pick(functions);
  const call = `${target}.${fn.name}(${argumentsFor(g, fn.params, scope)})`;
  if (sameType(fn.result, INT)) return [`Out.int(${call});`];
  return [`${call};`];
}

/** Changes an array, a map, a box or a buffer in place. */
function mutate(g: Generator, scope: Scope): string[] {
  const { choices } = g;
  const int = (): string => g.expression(INT, scope);
  const array = choices.pick<Variable | undefined>(
    scope.variables.filter(({ type }) => type.kind === "Array"),
  );
  const map = choices.pick<Variable | undefined>(
    scope.variables.filter(({ type }) => type.kind === "Map"),
  );
  return choices.weighted<string[]>([
    [1, () => [`Out.int(Out.note(${int()}));`]],
    ...(array?.type.kind === "Array" ? arrayChanges(g, array.name, array.type.element, scope) : []),
    ...(map?.type.kind === "Map" ? mapChanges(g, map.name, map.type, scope) : []),
  ]);
}

function arrayChanges(
  g: Generator,
  name: string,
  element: Type,
  scope: Scope,
): (readonly [number, Maker])[] {
  const value = (): string => g.expression(element, scope);
  const int = (): string => g.expression(INT, scope);
  return [
    [3, () => [`if (${name}.length < 20) ${name}.push(${value()});`]],
    [1, () => [`if (${name}.length < 20) ${name}.insert(${int()} & 3, ${value()});`]],
    [1, () => [`if (${name}.length < 20) ${name}.unshift(${value()});`]],
    [1, () => [`${name}.${g.choices.pick(["reverse", "pop", "shift"])}();`]],
    [2, () => [`Out.set(${name}, ${int()}, ${value()});`]],
    [1, () => [`if (${name}.length > 2) ${name}.resize(2);`]],
    ...(element.kind === "Int"
      ? [
          [
            2,
            () => [
              `if (${name}.length > 0) ${name}[${name}.length - 1] ${g.choices.pick(["+=", "-=", "*=", "^="])} ${g.expression(INT, { ...scope, variables: [], self: null, depth: 0 })};`,
            ],
          ] as const,
          [1, () => [`if (${name}.length > 0) Out.int(${name}[0]++);`]] as const,
          [1, () => [`Out.text('\${${name}.remove(${int()})} $${name}');`]] as const,
          [1, () => [`${name}.sort((a, b) -> Out.compare(a, b));`]] as const,
        ]
      : []),
  ];
}

function mapChanges(
  g: Generator,
  name: string,
  type: Type & { kind: "Map" },
  scope: Scope,
): (readonly [number, Maker])[] {
  const key = (): string => g.expression(type.key, scope);
  const item = g.fresh("k");
  return [
    [2, () => [`${name}.set(${key()}, ${g.expression(type.value, scope)});`]],
    [2, () => [`${name}[${key()}] = ${g.expression(type.value, scope)};`]],
    [1, () => [`Out.text(Std.string(${name}.remove(${key()})));`]],
    [1, () => [`Out.text(Std.string(${name}.exists(${key()})));`]],
    [1, () => [`Out.int(Lambda.count(${name}));`]],
    [1, () => [`Out.text(Out.keys([for (${item} in ${name}.keys()) Std.string(${item})]));`]],
  ];
}

/* ---- Control flow ---- */

function nested(g: Generator, scope: Scope): (readonly [number, Maker])[] {
  const { choices } = g;
  const most = Math.max(1, Math.min(3, scope.depth));
  const body = (inner: Scope): string[] => indent(g.block(inner, 1, most));
  const condition = (): string => g.expression(BOOL, scope);
  const inBraces = (bound: readonly Variable[]): string =>
    `{\n${body(withVariables(scope, bound)).join("\n")}\n}`;
  return [
    [3, () => [`if (${condition()}) {`, ...body(scope), "}"]],
    [2, () => [`if (${condition()}) {`, ...body(scope), "} else {", ...body(scope), "}"]],
    [4, () => loop(g, scope, most)],
    [2, () => [`switch (${valueCases(g, scope, inBraces)}`, "}"]],
    [2, () => [`switch (${enumCases(g, scope, inBraces)}`, "}"]],
    [1, () => [`switch [${tupleCases(g, scope, inBraces)}`, "}"]],
    [3, () => tryCatch(g, scope, most)],
    [choices.below(2), () => ["{", ...body(scope), "}"]],
    [2, () => localFunction(g, scope, most)],
  ];
}

function loop(g: Generator, outer: Scope, most: number): string[] {
  const { choices } = g;
  const scope: Scope = { ...outer, isInLoop: true };
  const guard = "\tif (!Out.tick()) break;";
  const over = (head: string, variables: readonly Variable[]): string[] => [
    `for (${head}) {`,
    guard,
    ...indent(g.block(withVariables(scope, variables), 1, most)),
    "}",
  ];
  const item = (type: Type): Variable => ({ name: g.fresh("i"), type, isMutable: false });
  return choices.weighted<string[]>([
    [
      3,
      () => {
        const i = item(INT);
        return over(`${i.name} in ${choices.pick(["0", "1", "(-2)"])}...${1 + choices.below(4)}`, [
          i,
        ]);
      },
    ],
    [
      2,
      () => {
        const x = item(choices.pick([INT, STRING]));
        return over(`${x.name} in ${g.expression({ kind: "Array", element: x.type }, scope)}`, [x]);
      },
    ],
    [
      1,
      () => {
        const [i, x] = [item(INT), item(STRING)];
        return over(
          `${i.name} => ${x.name} in ${g.expression({ kind: "Array", element: STRING }, scope)}`,
          [i, x],
        );
      },
    ],
    [
      1,
      () => {
        const i = item(INT);
        return over(
          `${i.name} in new ${choices.pick(["Steps", "Countdown"])}(${g.expression(INT, outer)} & 3, ${1 + choices.below(5)})`,
          [i],
        );
      },
    ],
    [
      1,
      () => [
        `while (Out.tick() && ${g.expression(BOOL, outer)}) {`,
        ...indent(g.block(scope, 1, most)),
        "}",
      ],
    ],
    [
      1,
      () => [
        "do {",
        ...indent(g.block(scope, 1, most)),
        `} while (Out.tick() && ${g.expression(BOOL, outer)});`,
      ],
    ],
  ]);
}

function jumps(g: Generator, scope: Scope): (readonly [number, Maker])[] {
  const { result } = scope;
  const condition = (): string => g.expression(BOOL, { ...scope, depth: Math.min(scope.depth, 2) });
  return [
    ...(scope.isInLoop
      ? [[2, () => [`if (${condition()}) ${g.choices.pick(["break", "continue"])};`]] as const]
      : []),
    ...(result === null
      ? []
      : [[1, () => [`if (${condition()}) return ${g.expression(result, scope)};`]] as const]),
    [1, () => [`if (${condition()}) throw ${thrown(g, scope)};`]],
  ];
}

function thrown(g: Generator, scope: Scope): string {
  return g.choices.weighted<string>([
    [2, () => g.expression(INT, scope)],
    [2, () => g.expression(STRING, scope)],
    [2, () => `new Failure(${g.expression(STRING, scope)}, ${g.expression(INT, scope)})`],
    [1, () => `new haxe.Exception(${g.expression(STRING, scope)})`],
  ]);
}

/** Catches are tried in order; the last may be for everything, and may throw again. */
function tryCatch(g: Generator, scope: Scope, most: number): string[] {
  const { choices } = g;
  const handlers: [type: string, show: (name: string) => string][] = [
    ["Int", (name) => `Out.int(${name});`],
    ["String", (name) => `Out.caught(${name});`],
    ["Failure", (name) => `Out.text('\${${name}.message} \${${name}.code}');`],
    ["haxe.Exception", (name) => `Out.text("exception"); Out.id(${name});`],
    ["Dynamic", (name) => `Out.text("anything"); Out.id(${name});`],
  ];
  const first = choices.below(handlers.length);
  const wanted = handlers.slice(first).filter((_, index) => index === 0 || choices.chance(50));
  return [
    "try {",
    ...indent(g.block(scope, 1, most)),
    ...wanted.flatMap(([type, show]) => {
      const name = g.fresh("e");
      const again = choices.chance(20)
        ? [`\tif (${g.expression(BOOL, deeper(scope))}) throw ${name};`]
        : [];
      return [
        `} catch (${name}:${type}) {`,
        `\t${show(name)}`,
        ...indent(g.block(scope, 1, most)),
        ...again,
      ];
    }),
    "}",
  ];
}

/** Called right where it stands, once or more. */
function localFunction(g: Generator, scope: Scope, most: number): string[] {
  const name = g.fresh("local");
  const param: Variable = { name: g.fresh("p"), type: INT, isMutable: true };
  const inner: Scope = {
    ...withVariables(scope, [param]),
    result: INT,
    isInLoop: false,
    isInClosure: true,
  };
  return [
    `function ${name}(${param.name}:Int):Int {`,
    `\tif (!Out.tick() || ${param.name} <= 0) return ${g.expression(INT, { ...scope, depth: 0, variables: [param] })};`,
    ...indent(g.block(inner, 1, most)),
    `\treturn ${name}(${param.name} - 1) + ${g.expression(INT, { ...inner, depth: 1 })};`,
    "}",
    `Out.int(${name}(${1 + g.choices.below(4)}));`,
  ];
}
