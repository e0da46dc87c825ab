/** The kinds of modules a generated game has; each gives its text, and adds what others may use to the world. */
import { bodyReturning, expression, indented, type Scope, statements } from "./code.ts";
import { capitalised, NOUNS, QUALITIES, VERBS } from "./names.ts";
import type { Random } from "./random.ts";
import { type ClassShape, type Method, SCALARS, type Variable, type World } from "./world.ts";

export interface ModuleParts {
  readonly package: string;
  readonly name: string;
  readonly imports: ReadonlySet<string>;
  readonly lines: readonly string[];
}

type Maker = (random: Random, world: World, number: number) => ModuleParts;

export const MAKERS: readonly Maker[] = [
  entityModule,
  entityModule,
  entityModule,
  systemModule,
  systemModule,
  messageModule,
  containerModule,
  quantityModule,
];

function packageOf(number: number): string {
  return `game.${["actors", "economy", "physics", "quests", "world"][number % 5]}`;
}

function scopeOf(
  random: Random,
  variables: readonly Variable[],
  classes: readonly ClassShape[],
): Scope {
  return { random, variables, classes, counter: { next: 1 } };
}

/** Some classes of the world, each once. */
function friends(random: Random, world: World): ClassShape[] {
  if (world.classes.length === 0) return [];
  return [...new Set([1, 2, 3].map(() => random.pick(world.classes)))];
}

function distinct<Item>(random: Random, items: readonly Item[], count: number): Item[] {
  const chosen = new Set<Item>();
  while (chosen.size < count) chosen.add(random.pick(items));
  return [...chosen];
}

// Classes with fields, properties and methods, some of which extend others

function entityModule(random: Random, world: World, number: number): ModuleParts {
  const name = `${random.pick(NOUNS)}${number}`;
  const known = friends(random, world);
  const qualities = distinct(random, QUALITIES, random.between(4, 8));
  const fields = qualities.map((quality, index): Variable => {
    const type = index < 2 ? "Int" : random.pick(SCALARS);
    return { name: `${quality}Of${name}`, type };
  });
  const self: ClassShape = { name, path: `${packageOf(number)}.${name}`, fields, methods: [] };
  const methods = distinct(random, VERBS, random.between(7, 12)).map(
    (verb): Method => ({
      name: `${verb}${name}`,
      params: Array.from({ length: random.below(4) }, (_, index) => ({
        name: `${random.pick(QUALITIES)}In${index}`,
        type: random.pick(SCALARS),
      })),
      result: random.pick([...SCALARS, "Int", "Float"]),
    }),
  );
  const lines = [
    `/** Generated: a ${name} and what it does. **/`,
    `class ${name} implements engine.Updatable {`,
    ...indented([
      ...fields.map((field) => `public var ${field.name}:${field.type};`),
      ...known.map((friend) => `final friend${friend.name}:Array<${friend.name}> = [];`),
      "public var isActive(default, null) = true;",
      `public var rating(get, never):Float;`,
      "",
      "public function new(seed:Int) {",
      ...indented(fields.map((field) => `${field.name} = ${initial(random, field.type)};`)),
      "}",
      "",
      `function get_rating() return ${fields[0]?.name} * 0.5 + ${fields[1]?.name};`,
      "",
      "public function update(seconds:Float):Void {",
      `\tif (!isActive) return;`,
      ...indented(
        statements(scopeOf(random, [...fields, { name: "seconds", type: "Float" }], known), 4, 2)
          .lines,
      ),
      "}",
      ...methods.flatMap((method) => ["", ...entityMethod(random, self, known, method)]),
    ]),
    "}",
  ];
  world.classes.push({ ...self, methods });
  return { package: packageOf(number), name, imports: importsOf(known, self.path), lines };
}

function initial(random: Random, type: string): string {
  switch (type) {
    case "Int":
      return `seed ${random.pick(["+", "*", "-"])} ${random.between(1, 20)}`;
    case "Float":
      return `seed * ${random.between(1, 9)}.${random.between(1, 9)}`;
    case "Bool":
      return `seed > ${random.between(1, 20)}`;
    default:
      return `"${random.pick(QUALITIES)}" + seed`;
  }
}

function entityMethod(
  random: Random,
  self: ClassShape,
  known: readonly ClassShape[],
  method: Method,
): string[] {
  const [friend] = known;
  const other = friend === undefined ? [] : [{ name: "other", type: friend.name }];
  const scope = scopeOf(random, [...self.fields, ...method.params, ...other], known);
  const params = method.params.map((param) => `${param.name}:${param.type}`).join(", ");
  const head = `public function ${method.name}(${params}):${method.result} {`;
  const make =
    friend === undefined ? [] : [`var other = new ${friend.name}(${random.between(1, 9)});`];
  return [
    head,
    ...indented([...make, ...bodyReturning(scope, method.result, random.between(3, 9))]),
    "}",
  ];
}

function importsOf(known: readonly ClassShape[], self: string): ReadonlySet<string> {
  return new Set(known.map(({ path }) => path).filter((path) => path !== self));
}

// Systems: statics and closures over collections of entities

function systemModule(random: Random, world: World, number: number): ModuleParts {
  const name = `${random.pick(NOUNS)}System${number}`;
  const known = friends(random, world);
  const functions = distinct(random, VERBS, random.between(5, 9)).flatMap((verb) =>
    systemFunction(random, verb, known),
  );
  const lines = [
    `class ${name} {`,
    ...indented([
      `static inline var LIMIT = ${random.between(10, 90)};`,
      "static final cache:Map<String, Int> = [];",
      `static var calls = 0;`,
      ...functions,
    ]),
    "}",
  ];
  return { package: packageOf(number), name, imports: importsOf(known, ""), lines };
}

function systemFunction(random: Random, verb: string, known: readonly ClassShape[]): string[] {
  const [subject] = known;
  const result = random.pick(SCALARS);
  if (subject === undefined) {
    const body = bodyReturning(scopeOf(random, [{ name: "limit", type: "Int" }], []), result, 6);
    return ["", `public static function ${verb}(limit:Int):${result} {`, ...indented(body), "}"];
  }
  const item = { name: "item", type: subject.name };
  const inside = scopeOf(
    random,
    [item, { name: "limit", type: "Int" }, { name: "total", type: "Float" }],
    known,
  );
  const key = expression(inside, "String", 1);
  const body = [
    `var total:Float = 0;`,
    `var chosen = all.filter(item -> ${expression({ ...inside, variables: [item] }, "Bool", 2)});`,
    "for (item in chosen) {",
    ...indented([
      ...statements(inside, random.between(2, 4), 1).lines,
      `total += ${expression(inside, "Float", 2)};`,
      `cache.set(${key}, Std.int(total) + limit);`,
    ]),
    "}",
    "calls++;",
    "chosen.sort((a, b) -> Reflect.compare(a.rating, b.rating));",
    ...bodyReturning(
      scopeOf(
        random,
        [
          { name: "total", type: "Float" },
          { name: "calls", type: "Int" },
          { name: "LIMIT", type: "Int" },
        ].slice(0, 2),
        known,
      ),
      result,
      random.between(2, 5),
    ),
  ];
  return [
    "",
    `public static function ${verb}(all:Array<${subject.name}>, limit:Int):${result} {`,
    ...indented(body),
    "}",
  ];
}

// Enums, and what takes them apart

function messageModule(random: Random, world: World, number: number): ModuleParts {
  const name = `${random.pick(NOUNS)}Message${number}`;
  const constructors = distinct(random, VERBS, random.between(5, 9)).map((verb) => ({
    name: capitalised(verb),
    params: Array.from({ length: random.below(3) }, (_, index) => ({
      name: `${random.pick(QUALITIES)}${index}`,
      type: random.pick(SCALARS),
    })),
  }));
  world.enums.push({ name, path: `${packageOf(number)}.${name}`, constructors });
  const functions = distinct(random, VERBS, random.between(3, 5)).flatMap((verb) => {
    const result = random.pick(SCALARS);
    const cases = constructors.map(({ name: made, params }) => {
      const scope = scopeOf(random, [...params, { name: "scale", type: "Float" }], []);
      const pattern =
        params.length === 0 ? made : `${made}(${params.map((p) => p.name).join(", ")})`;
      return `case ${pattern}: ${expression(scope, result, 2)};`;
    });
    return [
      "",
      `public static function ${verb}(message:${name}, scale:Float):${result} {`,
      ...indented(["return switch (message) {", ...indented(cases), "};"]),
      "}",
    ];
  });
  const samples = constructors.map(({ name: made, params }) =>
    params.length === 0
      ? `${made},`
      : `${made}(${params.map(({ type }) => expression(scopeOf(random, [], []), type, 1)).join(", ")}),`,
  );
  const lines = [
    `enum ${name} {`,
    ...indented(
      constructors.map(({ name: made, params }) =>
        params.length === 0
          ? `${made};`
          : `${made}(${params.map((p) => `${p.name}:${p.type}`).join(", ")});`,
      ),
    ),
    "}",
    "",
    `class ${name}Tools {`,
    ...indented([
      `public static function samples():Array<${name}> {`,
      ...indented(["return [", ...indented(samples), "];"]),
      "}",
      ...functions,
    ]),
    "}",
  ];
  return { package: packageOf(number), name, imports: new Set(), lines };
}

// Generic containers

function containerModule(random: Random, _: World, number: number): ModuleParts {
  const name = `${random.pick(NOUNS)}Pool${number}`;
  const extra = distinct(random, VERBS, random.between(3, 6)).flatMap((verb) => {
    const scope = scopeOf(
      random,
      [
        { name: "count", type: "Int" },
        { name: "factor", type: "Float" },
      ],
      [],
    );
    return [
      "",
      `public function ${verb}(visit:T->Float, factor:Float):Float {`,
      ...indented([
        "var count = 0;",
        "for (item in items) {",
        ...indented(["if (visit(item) > factor) count++;", ...statements(scope, 2, 1).lines]),
        "}",
        ...bodyReturning(scope, "Float", 3),
      ]),
      "}",
    ];
  });
  const lines = [
    `class ${name}<T:engine.Updatable> {`,
    ...indented([
      "final items:Array<T> = [];",
      "final free:Array<Int> = [];",
      "final make:Int->T;",
      "public var length(get, never):Int;",
      "",
      "public function new(make:Int->T) this.make = make;",
      "",
      "function get_length() return items.length - free.length;",
      "",
      "public function take():T {",
      "\tvar at = free.pop();",
      "\tif (at != null) return items[at];",
      "\tvar item = make(items.length);",
      "\titems.push(item);",
      "\treturn item;",
      "}",
      "",
      "public function best<K>(key:T->K, compare:(K, K) -> Int):Null<T> {",
      "\tvar found:Null<T> = null;",
      "\tfor (item in items) {",
      "\t\tif (found == null || compare(key(item), key(found)) > 0) found = item;",
      "\t}",
      "\treturn found;",
      "}",
      "",
      "public function updateAll(seconds:Float) for (item in items) item.update(seconds);",
      ...extra,
    ]),
    "}",
  ];
  return { package: packageOf(number), name, imports: new Set(), lines };
}

// Abstracts over numbers

function quantityModule(random: Random, _: World, number: number): ModuleParts {
  const name = `${capitalised(random.pick(QUALITIES))}${number}`;
  const levels = distinct(random, NOUNS, random.between(4, 8));
  const extra = distinct(random, VERBS, random.between(4, 7)).flatMap((verb) => {
    const scope = scopeOf(
      random,
      [
        { name: "amount", type: "Float" },
        { name: "steps", type: "Int" },
      ],
      [],
    );
    return [
      "",
      `public function ${verb}(steps:Int):${name} {`,
      ...indented([
        "var amount = toFloat();",
        ...statements(scope, 4, 2).lines,
        `return new ${name}(amount);`,
      ]),
      "}",
    ];
  });
  const lines = [
    `enum abstract ${name}Level(Int) to Int {`,
    ...indented(levels.map((level) => `var ${level};`)),
    "}",
    "",
    `abstract ${name}(Float) {`,
    ...indented([
      "public inline function new(value:Float) this = value;",
      "",
      `@:from static function ofInt(value:Int):${name} return new ${name}(value);`,
      "",
      "@:to public inline function toFloat():Float return this;",
      "",
      `@:op(A + B) static function add(a:${name}, b:${name}):${name} return new ${name}(a.toFloat() + b.toFloat());`,
      "",
      `@:op(A * B) static function times(a:${name}, b:Float):${name} return new ${name}(a.toFloat() * b);`,
      "",
      `public function level():${name}Level {`,
      ...indented([
        "return switch (Std.int(this)) {",
        ...indented([
          ...levels.slice(1).map((level, index) => `case ${index + 1}: ${level};`),
          `default: ${levels[0]};`,
        ]),
        "};",
      ]),
      "}",
      ...extra,
    ]),
    "}",
  ];
  return { package: packageOf(number), name, imports: new Set(), lines };
}
