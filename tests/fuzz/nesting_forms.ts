/** Code that repeats one construct inside, or after, itself, so many times. */

const inMain = (body: string, members = ""): string =>
  `class Main {\n\tstatic function main() {\n\t\t${body}\n\t}\n\t${members}\n}\n`;

/** Each nests a level, or more, with each repetition. */
export const deepForms: Readonly<Record<string, (count: number) => string>> = {
  parentheses: (count) => inMain(`var x = ${"(".repeat(count)}1${")".repeat(count)};`),
  arrays: (count) => inMain(`var x = ${"[".repeat(count)}1${"]".repeat(count)};`),
  maps: (count) => inMain(`var x = ${"[1 => ".repeat(count)}1${"]".repeat(count)};`),
  objects: (count) => inMain(`var x = ${"{a: ".repeat(count)}1${"}".repeat(count)};`),
  blocks: (count) => inMain(`${"{".repeat(count)}${"}".repeat(count)}`),
  "else-if chains": (count) =>
    inMain(`var a = 1; ${"if (a == 1) a = 2; else ".repeat(count)} a = 3;`),
  "conditions in conditions": (count) =>
    inMain(`var a = true; ${"if (a) {".repeat(count)}${"}".repeat(count)}`),
  loops: (count) => inMain(`${"for (i in 0...2) {".repeat(count)}${"}".repeat(count)}`),
  calls: (count) =>
    inMain(`f(${"f(".repeat(count)}1${")".repeat(count)});`, "static function f(n:Int) return n;"),
  "method chains": (count) => inMain(`var s = "a"; s = s${".toLowerCase()".repeat(count)};`),
  "field chains": (count) => inMain(`var d:Dynamic = null; d = d${".a".repeat(count)};`),
  "index chains": (count) => inMain(`var d:Dynamic = null; d = d${"[0]".repeat(count)};`),
  sums: (count) => inMain(`var x = 1${" + 1".repeat(count)};`),
  "sums of Floats": (count) => inMain(`var x = 1.5${" + 1".repeat(count)};`),
  "strings put together": (count) => inMain(`var a = 1; var s = "a"${' + a + "b"'.repeat(count)};`),
  "long conditions": (count) => inMain(`var a = true; a = a${" && !a || a".repeat(count)};`),
  "null coalescing": (count) =>
    inMain(`var a:Null<Int> = null; var b = a${" ?? a".repeat(count)};`),
  assignments: (count) => inMain(`var a = 0; ${"a = ".repeat(count)} 1;`),
  "negated conditions": (count) => inMain(`var a = true; a = ${"!".repeat(count)}a;`),
  "negated numbers": (count) => inMain(`var a = 1; a = ${"- ".repeat(count)}a;`),
  complements: (count) => inMain(`var a = 1; a = ${"~".repeat(count)}a;`),
  arrows: (count) => inMain(`var x:Dynamic = ${"a -> ".repeat(count)} 1;`),
  functions: (count) =>
    inMain(`var x:Dynamic = ${"function() { return ".repeat(count)} 1; ${"}".repeat(count)};`),
  ternaries: (count) => inMain(`var a = true; var b = ${"a ? 1 : ".repeat(count)} 2;`),
  switches: (count) =>
    inMain(`${"switch (1) { case 1: ".repeat(count)} ${"default: }".repeat(count)}`),
  tries: (count) => inMain(`${"try {".repeat(count)} ${"} catch (e:Dynamic) {}".repeat(count)}`),
  metadata: (count) => inMain(`var a = 1; var x = ${"@:m ".repeat(count)} a;`),
  "metadata in metadata": (count) =>
    inMain(`var a = 1; var x = ${"@:m(".repeat(count)} 1 ${") a".repeat(count)};`),
  "strings in strings": (count) => inMain(`var x = ${"'${".repeat(count)}1${"}'".repeat(count)};`),
  casts: (count) => inMain(`var x = ${"cast(".repeat(count)} 1 ${", Int)".repeat(count)};`),
  "checked types": (count) => inMain(`var x = ${"(".repeat(count)} 1 ${":Int)".repeat(count)};`),
  comprehensions: (count) =>
    inMain(`var x = ${"[for (i in 0...1) ".repeat(count)}1${"]".repeat(count)};`),
  "loops in one comprehension": (count) =>
    inMain(`var x = [${"for (i in 0...1) ".repeat(count)}1];`),
  "array patterns": (count) =>
    inMain(
      `var d:Dynamic = null; switch (d) { case ${"[".repeat(count)}_${"]".repeat(count)}: default: }`,
    ),
  "or-patterns": (count) => inMain(`switch (1) { case 1${" | 2".repeat(count)}: default: }`),
  types: (count) => inMain(`var x:${"Array<".repeat(count)}Int${">".repeat(count)} = null;`),
  structures: (count) => inMain(`var x:${"{a:".repeat(count)}Int${"}".repeat(count)} = null;`),
  "function types": (count) => inMain(`var x:${"Int->".repeat(count)}Void = null;`),
  "functions of functions": (count) =>
    inMain(`var x:${"(".repeat(count)}Int${")->Void".repeat(count)} = null;`),
  intersections: (count) => inMain(`var x:{a:Int}${" & {b:Int}".repeat(count)} = null;`),
  "type parameters": (count) => `class Main${"<T".repeat(count)}${">".repeat(count)} {}`,
  macros: (count) => inMain(`var x = ${"macro ".repeat(count)} 1;`),
  "parentheses in #if": (count) =>
    `#if ${"(".repeat(count)}a${")".repeat(count)}\n#end\nclass Main {}`,
  "negations in #if": (count) => `#if ${"!".repeat(count)}a\n#end\nclass Main {}`,
};

/** These repeat side by side: however many there are, they compile. */
export const wideForms: Readonly<Record<string, (count: number) => string>> = {
  statements: (count) => inMain("trace(1);\n".repeat(count)),
  elements: (count) => inMain(`var x = [${"1, ".repeat(count)}];`),
  "map entries": (count) =>
    inMain(`var x = [${Array.from({ length: count }, (_, index) => `${index} => 1`).join(", ")}];`),
  "array entries of a structure": (count) =>
    inMain(`var x = [${"{a: 1, b: 'c'}, ".repeat(count)}];`),
  cases: (count) =>
    inMain(
      `switch (1) { ${Array.from({ length: count }, (_, index) => `case ${index}: trace(1);`).join("\n")} default: }`,
    ),
  locals: (count) =>
    inMain(Array.from({ length: count }, (_, index) => `var x${index} = ${index};`).join("\n")),
  closures: (count) => inMain("(() -> 1)();\n".repeat(count)),
  fields: (count) =>
    `class Main { ${Array.from({ length: count }, (_, index) => `static var x${index} = ${index};`).join("\n")} static function main() {} }`,
  constructors: (count) =>
    `enum E { ${Array.from({ length: count }, (_, index) => `C${index};`).join("\n")} } class Main { static function main() switch (E.C0) { case _: } }`,
  "#if after #if": (count) => `${"#if a\n#else\n#end\n".repeat(count)}class Main {}`,
  "#if in #if": (count) => `${"#if !a\n".repeat(count)}${"#end\n".repeat(count)}class Main {}`,
  "#if in #if that is skipped": (count) =>
    `${"#if a\n".repeat(count)}${"#end\n".repeat(count)}class Main {}`,
  "#elseif chains": (count) => `#if a\n${"#elseif b\n".repeat(count)}#end\nclass Main {}`,
  "conditions in #if": (count) => `#if (a${" || !a".repeat(count)})\n#end\nclass Main {}`,
  comments: (count) => `${"/* a */ // b\n".repeat(count)}class Main {}`,
  "parts of a string": (count) => inMain(`var a = 1; var s = '${"$a $\u007ba} ".repeat(count)}';`),
  types: (count) =>
    `${Array.from({ length: count }, (_, index) => `class C${index} {}`).join("\n")} class Main {}`,
};

/** Declarations that refer to the next one; the chain's end is plain. */
export const chainForms: Readonly<Record<string, (count: number) => string>> = {
  parents: (count) =>
    `${chain(count, (index) => `class C${index} extends C${index + 1} { function f${index}() {} }`)} class C${count} {} class Main extends C0 {}`,
  interfaces: (count) =>
    `${chain(count, (index) => `interface C${index} extends C${index + 1} {}`)} interface C${count} {} class Main implements C0 {}`,
  "interfaces with two parents each": (count) =>
    `${chain(count, (index) => `interface A${index} extends A${index + 1} extends B${index + 1} {} interface B${index} extends A${index + 1} extends B${index + 1} {}`)} interface A${count} {} interface B${count} {} interface Other {} class Main implements A0 { public function new() {} static function main() { var a:A0 = new Main(); var b:B0 = cast a; var c = Std.downcast(a, Main); if (a is Other) {} } }`,
  typedefs: (count) =>
    `${chain(count, (index) => `typedef T${index} = T${index + 1};`)} typedef T${count} = Int; class Main { static function main() { var x:T0 = 1; var y:Int = x; } }`,
  "typedefs with a parameter": (count) =>
    `${chain(count, (index) => `typedef T${index}<P> = T${index + 1}<Array<P>>;`)} typedef T${count}<P> = P; class Main { static function main() { var x:T0<Int> = null; } }`,
  "extended structures": (count) =>
    `${chain(count, (index) => `typedef T${index} = {> T${index + 1}, f${index}:Int};`)} typedef T${count} = {f:Int}; class Main { static function main() { var x:T0 = null; x.f; } }`,
  "functions whose type is found": (count) =>
    `class Main { ${chain(count, (index) => `static function f${index}() return f${index + 1}();`)} static function f${count}() return 1; static function main() f0(); }`,
  "variables whose type is found": (count) =>
    `class Main { ${chain(count, (index) => `static var f${index} = f${index + 1};`)} static var f${count} = 1; static function main() f0++; }`,
  "inline variables": (count) =>
    `class Main { ${chain(count, (index) => `static inline var f${index} = f${index + 1} + 1;`)} static inline var f${count} = 1; static function main() trace(f0); }`,
  "abstracts over abstracts": (count) =>
    `${chain(count, (index) => `abstract A${index}(A${index + 1}) {}`)} abstract A${count}(Int) {} class Main { static function main() { var x:A0 = cast 1; } }`,
  constraints: (count) =>
    `class Main { static function f<${chain(count, (index) => `T${index}:T${index + 1},`)} T${count}:{}>(x:T0) {} static function main() {} }`,
};

function chain(count: number, item: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => item(index)).join("\n");
}
