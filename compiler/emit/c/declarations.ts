/** haxe_program.h: what every file of the program sees. */
import type { IrFunction } from "#compiler/ir/ir.ts";
import type { LinkedClass } from "#compiler/ir/program.ts";
import { functionDeclaration, functionDefinition } from "./c_function.ts";
import { declare } from "./c_kind.ts";
import { memberName } from "./c_names.ts";
import { type CWriter, hasVtable, isOwnClass } from "./c_writer.ts";
import { isInlined } from "./inlining.ts";
import { commentText } from "./literals.ts";

/** Everything but the literals, which are known only when all code is printed. */
export function printDeclarations(writer: CWriter): string[] {
  const { program } = writer;
  const classes = [...program.classes.values()];
  const functions = [...program.functions.values()];
  return [
    ...classes.filter(isOwnClass).map((linked) => structDefinition(writer, linked)),
    ...classes.filter(hasVtable).map((linked) => vtableStruct(writer, linked)),
    ...classes.flatMap((linked) => typeDeclaration(writer, linked)),
    ...[...program.enums.values()].flatMap((type) => [
      `extern const HxType ${writer.typeName(type.path)};`,
      ...type.constructors.flatMap((option) => constructorDeclaration(writer, type.path, option)),
    ]),
    ...classes.flatMap((linked) => interfaceDeclaration(writer, linked)),
    ...classes.flatMap(({ class: { path, statics } }) =>
      statics.map(({ name, type }) => `extern ${declare(type, writer.staticName(path, name))};`),
    ),
    "",
    ...functions.map((fn) => `${storage(fn)}${functionDeclaration(writer, fn)};`),
    "",
  ];
}

/** Definitions that belong in the header too: makers of instances, and functions short enough to be inlined. */
export function printInlineDefinitions(writer: CWriter): string[] {
  const { program } = writer;
  return [
    ...[...program.classes.values()]
      .filter((linked) => isOwnClass(linked) && linked.isInstantiated)
      .map((linked) => maker(writer, linked)),
    ...[...program.functions.values()]
      .filter(isInlined)
      .map((fn) => `static inline ${functionDefinition(writer, fn)}`),
  ];
}

/** Declarations of string literals and the like that `writer` has met. */
export function printLiteralDeclarations(writer: CWriter): string[] {
  return [
    ...[...writer.strings]
      .sort(byName)
      .map(([name, text]) => `extern HxString ${name}; /* ${commentText(text)} */`),
    ...[...writer.nameTables.keys()].sort().map((name) => `extern HxString *const ${name}[];`),
    ...[...writer.otherTypes.keys()].sort().map((name) => `extern const HxType ${name};`),
    ...[...writer.constClosures.values()].sort().map((name) => `extern HxClosure ${name};`),
    "",
  ];
}

function byName(left: readonly [string, string], right: readonly [string, string]): number {
  return left[0] < right[0] ? -1 : 1;
}

function storage(fn: IrFunction): string {
  return isInlined(fn) ? "static inline " : "";
}

/** An instance begins with what its superclass has. */
function structDefinition(writer: CWriter, linked: LinkedClass): string {
  const base =
    linked.superclass === null
      ? "HxObject object;"
      : `struct ${writer.structName(linked.superclass.class.path)} base;`;
  const fields = linked.class.fields.map(({ name, type }) => `${declare(type, memberName(name))};`);
  const lines = [base, ...fields].map((line) => `  ${line}`);
  return [`struct ${writer.structName(linked.class.path)} {`, ...lines, "};", ""].join("\n");
}

function vtableStruct(writer: CWriter, linked: LinkedClass): string {
  const name = writer.vtableName(linked.class.path);
  return `struct ${name} {\n  HxType type;\n  HxCode slots[${linked.slots.length}];\n};\n`;
}

function typeDeclaration(writer: CWriter, linked: LinkedClass): string[] {
  const { path } = linked.class;
  if (path === "String" || path === "Array") return [];
  const type = hasVtable(linked) ? `struct ${writer.vtableName(path)}` : "HxType";
  return [`extern const ${type} ${writer.typeName(path)};`];
}

function constructorDeclaration(
  writer: CWriter,
  path: string,
  option: { readonly name: string; readonly params: readonly unknown[] },
): string[] {
  const type = `extern const HxType ${writer.constructorType(path, option.name)};`;
  if (option.params.length > 0) return [type];
  return [type, `extern HxEnumValue ${writer.constructorValue(path, option.name)};`];
}

function interfaceDeclaration(writer: CWriter, linked: LinkedClass): string[] {
  const { path, form } = linked.class;
  const columns = linked.interfaceMethods.length;
  if (form !== "interface" || columns === 0) return [];
  return [`extern const HxCode ${writer.interfaceTable(path)}[][${columns}];`];
}

/** Fields of kind dyn begin as null, which is not the all-zero word. */
function maker(writer: CWriter, linked: LinkedClass): string {
  const { path } = linked.class;
  const struct = `struct ${writer.structName(path)}`;
  const nulls = linked.fields
    .filter((field) => field.type === "dyn")
    .map(
      ({ owner, name }) =>
        `  ((struct ${writer.structName(owner)} *)object)->${memberName(name)} = HX_NULL;`,
    );
  return [
    `static inline HxObject *${writer.makerName(path)}(void) {`,
    `  HxObject *object = hx_allocate_cell(${writer.typeAddress(path)}, sizeof(${struct}));`,
    ...nulls,
    "  return object;",
    "}",
    "",
  ].join("\n");
}
