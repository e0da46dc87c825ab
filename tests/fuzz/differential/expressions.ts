/** Expressions of any type: what exists in the scope, calls, and the control flow that has a value. */
import { boolOptions } from "./conditions.ts";
import { argumentsFor, freshValue, implementations, plainArguments } from "./literals.ts";
import { floatOptions, intOptions } from "./numbers.ts";
import { enumCases, tupleCases, valueCases } from "./patterns.ts";
import { deeper, type FunctionType, type Generator, type Scope, withVariables } from "./scope.ts";
import { stringOptions } from "./texts.ts";
import {
  BOOL,
  fieldsOf,
  INT,
  type InterfaceDeclaration,
  isSubtype,
  methodsOf,
  type Signature,
  STRING,
  sameType,
  type Type,
  typeText,
  type Variable,
} from "./types.ts";

type Option = readonly [number, () => string];

export function expression(g: Generator, type: Type, scope: Scope): string {
  return g.choices.span(() => {
    const leaves: Option[] = [
      [2, () => freshValue(g, type, { ...scope, depth: Math.min(scope.depth, 1) })],
      ...known(type, scope).map(({ name }): Option => [2, () => name]),
    ];
    if (scope.depth <= 0 || g.isFull()) return g.choices.weighted(leaves);
    return g.choices.weighted<string>([
      ...leaves,
      ...ofType(g, type, scope),
      ...anywhere(g, type, scope),
    ]);
  });
}

/** Variables, fields and static variables that hold such a value. */
function known(type: Type, scope: Scope): Variable[] {
  const own = scope.self === null ? [] : fieldsOf(scope.self);
  return [...scope.variables, ...own].filter((variable) => isSubtype(variable.type, type));
}

function ofType(g: Generator, type: Type, scope: Scope): readonly Option[] {
  const inner = deeper(scope);
  switch (type.kind) {
    case "Int":
      return intOptions(g, scope);
    case "Float":
      return floatOptions(g, scope);
    case "Bool":
      return boolOptions(g, scope);
    case "String":
      return stringOptions(g, scope);
    case "Array":
      return arrayOptions(g, type, inner);
    case "Abstract":
      return abstractOptions(g, type, inner);
    case "Box":
      return boxOptions(g, type, inner);
    case "Null":
      return nullOptions(g, type.of, inner);
    case "Map":
    case "Function":
    case "Class":
    case "Interface":
    case "Enum":
    case "Struct":
      return [[4, () => freshValue(g, type, scope)]];
  }
}

function anywhere(g: Generator, type: Type, scope: Scope): Option[] {
  const inner = deeper(scope);
  const { choices } = g;
  const value = (): string => g.expression(type, inner);
  const array: Type = { kind: "Array", element: type };
  return [
    ...statics(g, type),
    ...fieldReads(g, type, inner),
    ...calls(g, type, inner),
    [3, () => `(${g.expression(BOOL, inner)} ? ${value()} : ${value()})`],
    [1, () => `(if (${g.expression(BOOL, inner)}) ${value()} else ${value()})`],
    [2, () => `(switch (${valueCases(g, inner, value)}\n})`],
    [
      2,
      () =>
        `(switch (${enumCases(g, inner, (bound) => g.expression(type, withVariables(inner, bound)))}\n})`,
    ],
    [
      1,
      () =>
        `(switch [${tupleCases(g, inner, (bound) => g.expression(type, withVariables(inner, bound)))}\n})`,
    ],
    [1, () => blockValue(g, type, inner)],
    [1, () => `(try ${value()} catch (${g.fresh("e")}:Dynamic) ${value()})`],
    [1, () => `Out.id(${typed(g, type, inner)})`],
    [
      1,
      () =>
        `Out.choose(${g.expression(BOOL, inner)}, ${typed(g, type, inner)}, ${typed(g, type, inner)})`,
    ],
    [
      1,
      () =>
        `Out.at(${typed(g, array, inner)}, ${g.expression(INT, inner)}, ${typed(g, type, inner)})`,
    ],
    [1, () => `${g.expression({ kind: "Box", element: type }, inner)}.get()`],
    [1, () => iife(g, type, inner)],
    [
      choices.below(2),
      () =>
        `Out.twice(${lambdaTyped(g, { kind: "Function", params: [type], result: type }, inner)}, ${typed(g, type, inner)})`,
    ],
  ];
}

/** For where nothing else says the type: `null` and an instance of a subclass alone would say another. */
function typed(g: Generator, type: Type, scope: Scope): string {
  return `(${g.expression(type, scope)} : ${typeText(type)})`;
}

function statics(g: Generator, type: Type): Option[] {
  return g.world.statics
    .filter((variable) => isSubtype(variable.type, type))
    .map(({ name }) => [1, () => `Program.${name}`]);
}

function fieldReads(g: Generator, type: Type, scope: Scope): Option[] {
  const holders: Type[] = [
    ...g.world.classes.map((declaration): Type => ({ kind: "Class", declaration })),
    ...g.world.structs.map((declaration): Type => ({ kind: "Struct", declaration })),
  ];
  return holders.flatMap((holder) =>
    ownFields(holder)
      .filter((field) => isSubtype(field.type, type))
      .map((field): Option => [1, () => `${typed(g, holder, scope)}.${field.name}`]),
  );
}

function ownFields(holder: Type): readonly Variable[] {
  if (holder.kind === "Class")
    return [...holder.declaration.fields, ...holder.declaration.properties];
  return holder.kind === "Struct" ? holder.declaration.fields : [];
}

/* ---- Calls ---- */

function calls(g: Generator, type: Type, scope: Scope): Option[] {
  const { functions, inlines, classes, interfaces } = g.world;
  const gives = ({ result }: Signature): boolean => isSubtype(result, type);
  const call = (target: () => string, { name, params }: Signature): string =>
    `${target()}.${name}(${argumentsFor(g, params, scope)})`;
  return [
    ...[...functions, ...inlines]
      .filter(gives)
      .map((fn): Option => [2, () => call(() => "Program", fn)]),
    ...classes.flatMap((declaration) =>
      declaration.methods
        .filter(gives)
        .map(
          (method): Option => [
            1,
            () => call(() => typed(g, { kind: "Class", declaration }, scope), method),
          ],
        ),
    ),
    ...interfaces.flatMap((declaration) => interfaceCalls(g, type, declaration, scope)),
    ...inheritedCalls(g, type, scope),
    ...closureCalls(g, type, scope),
  ];
}

/**
 * What no class implements is null, and the call throws. Haxe's interpreter looks at the receiver when the arguments have
 * been evaluated, other targets before that: those arguments do nothing.
 */
function interfaceCalls(
  g: Generator,
  type: Type,
  declaration: InterfaceDeclaration,
  scope: Scope,
): Option[] {
  const receiver: Type = { kind: "Interface", declaration };
  const isNull = implementations(g, receiver).length === 0;
  return declaration.methods
    .filter(({ result }) => isSubtype(result, type))
    .map(({ name, params }) => [
      1,
      () => {
        const target = typed(g, receiver, scope);
        const given = isNull ? plainArguments(g, params) : argumentsFor(g, params, scope);
        return `${target}.${name}(${given})`;
      },
    ]);
}

function inheritedCalls(g: Generator, type: Type, scope: Scope): Option[] {
  const parent = scope.self?.parent ?? null;
  if (parent === null || scope.isInClosure) return [];
  return methodsOf(parent)
    .filter(({ result }) => isSubtype(result, type))
    .map(({ name, params }) => [3, () => `super.${name}(${argumentsFor(g, params, scope)})`]);
}

function closureCalls(g: Generator, type: Type, scope: Scope): Option[] {
  return scope.variables.flatMap(({ name, type: closure }) =>
    closure.kind === "Function" && isSubtype(closure.result, type)
      ? [[3, () => `${name}(${listOf(g, closure.params, scope)})`] as const]
      : [],
  );
}

function listOf(g: Generator, types: readonly Type[], scope: Scope): string {
  return types.map((type) => g.expression(type, scope)).join(", ");
}

/* ---- Blocks and closures ---- */

function blockValue(g: Generator, type: Type, scope: Scope): string {
  const variable: Variable = {
    name: g.fresh("v"),
    type: g.choices.pick([INT, STRING, type]),
    isMutable: true,
  };
  const start = `var ${variable.name}:${typeText(variable.type)} = ${g.expression(variable.type, scope)};`;
  return `({ ${start} ${g.expression(type, withVariables(scope, [variable]))}; })`;
}

function iife(g: Generator, type: Type, scope: Scope): string {
  const params = g.choices.pick<Type[]>([[], [INT], [STRING], [INT, INT]]);
  const fn = lambdaTyped(g, { kind: "Function", params, result: type }, scope);
  const given = params.map((param) => `Out.id(${typed(g, param, scope)})`);
  return `(${fn})(${given.join(", ")})`;
}

/** A function as a value, where its type is expected: parameters may go without theirs. */
export function lambda(g: Generator, type: FunctionType, scope: Scope): string {
  const { choices } = g;
  return choices.weighted<string>([
    [4, () => lambdaWith(g, type, scope, choices.chance(50))],
    [1, () => lambdaTyped(g, type, scope)],
    [2, () => methodValue(g, type, scope)],
  ]);
}

/** One that gives a Map has no early `return`: Haxe would settle on the map's class at the first. */
function lambdaWith(g: Generator, type: FunctionType, scope: Scope, isTyped: boolean): string {
  const params = type.params.map(
    (param): Variable => ({ name: g.fresh("p"), type: param, isMutable: true }),
  );
  const list = params.map(({ name, type: param }) =>
    isTyped ? `${name}:${typeText(param)}` : name,
  );
  const body = bodyScope(type, scope, params);
  if (type.result.kind === "Map" || g.choices.chance(70))
    return `((${list.join(", ")}) -> ${g.expression(type.result, body)})`;
  return `((${list.join(", ")}) -> {\n${closureBody(g, type, body)}\n})`;
}

function lambdaTyped(g: Generator, type: FunctionType, scope: Scope): string {
  const params = type.params.map(
    (param): Variable => ({ name: g.fresh("p"), type: param, isMutable: true }),
  );
  const list = params.map(({ name, type: param }) => `${name}:${typeText(param)}`).join(", ");
  const body = bodyScope(type, scope, params);
  const head = `function(${list}):${typeText(type.result)}`;
  if (type.result.kind === "Map" || g.choices.chance(70))
    return `(${head} return ${g.expression(type.result, body)})`;
  return `(${head} {\n${closureBody(g, type, body)}\n})`;
}

function closureBody(g: Generator, type: FunctionType, scope: Scope): string {
  const lines = g.block(scope, 0, 2);
  return [
    ...lines,
    `return ${g.expression(type.result, { ...scope, depth: Math.min(scope.depth, 1) })};`,
  ].join("\n");
}

function bodyScope(type: FunctionType, scope: Scope, params: readonly Variable[]): Scope {
  const inner = withVariables(deeper(scope), params);
  return { ...inner, result: type.result, isInLoop: false, isInClosure: true };
}

/** A static function, one with its first argument bound, or a method of an instance. */
function methodValue(g: Generator, type: FunctionType, scope: Scope): string {
  const fits = (params: readonly Type[], { params: declared, result }: Signature): boolean =>
    sameType(result, type.result) &&
    declared.length === params.length &&
    declared.every(
      (param, index) => param.byDefault === null && sameType(param.type, params[index] as Type),
    );
  const makers: (() => string)[] = [
    ...g.world.functions
      .filter((fn) => fits(type.params, fn))
      .map(
        ({ name }) =>
          () =>
            `Program.${name}`,
      ),
    ...g.world.functions
      .filter((fn) => fn.params[0] !== undefined && fits([fn.params[0].type, ...type.params], fn))
      .map(
        (fn) => () =>
          `Program.${fn.name}.bind(${listOf(
            g,
            fn.params.slice(0, 1).map((param) => param.type),
            scope,
          )}${", _".repeat(type.params.length)})`,
      ),
    ...g.world.classes.flatMap((declaration) =>
      declaration.methods
        .filter((method) => fits(type.params, method))
        .map(
          ({ name }) =>
            () =>
              `${typed(g, { kind: "Class", declaration }, scope)}.${name}`,
        ),
    ),
  ];
  if (makers.length === 0) return lambdaTyped(g, type, scope);
  return g.choices.pick(makers)();
}

/* ---- Types made of others ---- */

function arrayOptions(g: Generator, type: Type & { kind: "Array" }, scope: Scope): Option[] {
  const { choices } = g;
  const { element } = type;
  const array = (): string => typed(g, type, scope);
  const source: Type = choices.pick([element, INT, STRING]);
  const from = (): string => typed(g, { kind: "Array", element: source }, scope);
  const item = (): Variable => ({ name: g.fresh("x"), type: source, isMutable: false });
  const inner: Scope = { ...scope, isInClosure: true };
  const test = (variable: Variable): string => g.expression(BOOL, withVariables(inner, [variable]));
  const mapped = (variable: Variable): string =>
    g.expression(element, withVariables(inner, [variable]));
  return [
    [2, () => freshValue(g, type, scope)],
    [
      1,
      () => {
        const x = item();
        return `[for (${x.name} in ${from()}) if (Out.tick()) ${mapped(x)}]`;
      },
    ],
    [
      1,
      () => {
        const x = item();
        return `[for (${x.name} in ${from()}) if (Out.tick() && ${test(x)}) ${mapped(x)}]`;
      },
    ],
    [
      1,
      () => {
        const i: Variable = { name: g.fresh("i"), type: INT, isMutable: false };
        return `[for (${i.name} in 0...${1 + choices.below(4)}) ${mapped(i)}]`;
      },
    ],
    [
      1,
      () => {
        const x = item();
        return `${from()}.map((${x.name}) -> (${mapped(x)} : ${typeText(element)}))`;
      },
    ],
    [
      1,
      () => {
        const x: Variable = { name: g.fresh("x"), type: element, isMutable: false };
        return `${array()}.filter((${x.name}) -> ${test(x)})`;
      },
    ],
    [1, () => `${array()}.concat(${array()}).slice(0, 12)`],
    [
      1,
      () =>
        `${array()}.slice(${g.expression(INT, scope)} & 3${choices.chance(50) ? `, ${g.expression(INT, scope)} & 7` : ""})`,
    ],
    [
      1,
      () => `${array()}.splice(${g.expression(INT, scope)} & 3, ${g.expression(INT, scope)} & 3)`,
    ],
    [1, () => `${array()}.copy()`],
    ...(sameType(element, STRING)
      ? [
          [
            1,
            () => `${g.expression(STRING, scope)}.split(${choices.pick(['""', '"a"', '","'])})`,
          ] as const,
        ]
      : []),
    ...(sameType(element, INT)
      ? [
          [
            1,
            () =>
              `Out.sorted(${array()}, ${lambdaTyped(g, { kind: "Function", params: [INT, INT], result: INT }, { ...scope, depth: 0 })})`,
          ] as const,
        ]
      : []),
  ];
}

function abstractOptions(g: Generator, type: Type, scope: Scope): Option[] {
  const value = (): string => g.expression(type, scope);
  const int = (): string => g.expression(INT, scope);
  return [
    [2, () => `(${value()} + ${value()})`],
    [1, () => `(${value()} * ${int()})`],
    [1, () => `(${int()} * ${value()})`],
    [1, () => `(-${value()})`],
    [1, () => `(${int()} : ${typeText(type)})`],
  ];
}

function boxOptions(g: Generator, type: Type & { kind: "Box" }, scope: Scope): Option[] {
  const source: Type = g.choices.pick([type.element, INT, STRING]);
  return [
    [2, () => freshValue(g, type, scope)],
    [
      1,
      () =>
        `${g.expression({ kind: "Box", element: source }, scope)}.map(${lambdaTyped(g, { kind: "Function", params: [source], result: type.element }, scope)})`,
    ],
    [1, () => `${g.expression(type, scope)}.with(${g.expression(type.element, scope)})`],
  ];
}

function nullOptions(g: Generator, of: Type, scope: Scope): Option[] {
  return [
    [1, () => "null"],
    [2, () => g.expression(of, scope)],
    [
      2,
      () =>
        `${g.expression({ kind: "Map", key: STRING, value: of }, scope)}.get(${g.expression(STRING, scope)})`,
    ],
    [
      1,
      () =>
        `${g.expression({ kind: "Map", key: INT, value: of }, scope)}[${g.expression(INT, scope)}]`,
    ],
    ...(sameType(of, INT)
      ? [
          [
            1,
            () => `${g.expression(STRING, scope)}.charCodeAt(${g.expression(INT, scope)} & 7)`,
          ] as const,
          [1, () => `Std.parseInt(${g.expression(STRING, scope)})`] as const,
        ]
      : []),
    ...(g.isNewer ? newerNullOptions(g, of, scope) : []),
  ];
}

/** Haxe 4.3: `??` between two, and `?.` on what may be null. */
function newerNullOptions(g: Generator, of: Type, scope: Scope): Option[] {
  const type: Type = { kind: "Null", of };
  return [
    [3, () => `(Out.id(${typed(g, type, scope)}) ?? ${g.expression(type, scope)})`],
    ...g.world.classes.flatMap((declaration) =>
      declaration.fields
        .filter((field) => sameType(field.type, of))
        .map(
          (field): Option => [
            2,
            () =>
              `Out.id((${g.choices.chance(30) ? "null" : g.expression({ kind: "Class", declaration }, scope)} : ${declaration.name}))?.${field.name}`,
          ],
        ),
    ),
  ];
}
