/** haxe_program.c: what exists once: types, literals, static variables, tables, and the HxProgram. */
import type { IrEnum, IrFunction } from "#compiler/ir/ir.ts";
import type { LinkedClass } from "#compiler/ir/program.ts";
import { mayThrow } from "#compiler/ir/program.ts";
import type { NamedFunction, Reflection } from "../reflection.ts";
import { reflectedDefinition } from "./c_function.ts";
import { declare, kindConstant, zeroOf } from "./c_kind.ts";
import { memberName } from "./c_names.ts";
import { type CWriter, hasVtable } from "./c_writer.ts";
import { implementation } from "./dispatch.ts";
import { stringHash, unitsInitialiser } from "./literals.ts";
import { classInfos, enumInfos, methodInfo } from "./reflection_tables.ts";
import { counted, table } from "./tables.ts";

/** Printing these mentions further literals, so it comes before `printLiterals`. */
export function printDescriptors(writer: CWriter): string[] {
  const { program, reflection } = writer;
  const classes = [...program.classes.values()];
  return [
    ...reflectedFunctions(classes, reflection).map((fn) => reflectedDefinition(writer, fn)),
    ...classes.flatMap((linked) => statics(writer, linked)),
    ...classes.flatMap((linked) => classType(writer, linked)),
    ...[...program.enums.values()].flatMap((type, index) => enumTypes(writer, type, index)),
    ...classes.flatMap((linked) => interfaceTable(writer, linked)),
    ...(reflection.asksClasses ? classInfos(writer) : []),
    ...(reflection.asksEnums ? enumInfos(writer) : []),
    ...runFunction(writer),
    ...programTable(writer),
  ];
}

/** Those that need closure code of their own. */
function reflectedFunctions(classes: readonly LinkedClass[], reflection: Reflection): IrFunction[] {
  const named = classes.flatMap((linked) => [
    ...reflection.methodsOf(linked),
    ...reflection.staticFunctionsOf(linked),
  ]);
  const functions = [
    ...named.filter(({ closure }) => closure === null).map(({ fn }) => fn),
    ...classes.map(reflection.constructorOf).filter((fn) => fn !== null),
  ];
  return [...new Set(functions)];
}

/** Definitions of everything that was named while printing. */
export function printLiterals(writer: CWriter): string[] {
  const otherTypes = [...writer.otherTypes].sort(([left], [right]) => (left < right ? -1 : 1));
  const types = otherTypes.map(([name, path]) =>
    typeDefinition("HxType", name, [".shape = HX_SHAPE_NONE", `.path = &${writer.string(path)}`]),
  );
  const strings = [...writer.strings].sort(([left], [right]) => (left < right ? -1 : 1));
  return [
    ...strings.map(([name, text]) => stringDefinition(name, text)),
    ...[...writer.nameTables]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(
        ([table, names]) =>
          `HxString *const ${table}[] = {${names.map((name) => `&${writer.string(name)}`).join(", ")}};`,
      ),
    ...types,
    ...[...writer.constClosures].map(([id, name]) => {
      const arity = writer.function(id).paramCount;
      return `HxClosure ${name} = {{&hx_closure_type}, (HxCode)${writer.functionName(id)}, ${arity}, 0, 0};`;
    }),
    "",
  ];
}

/** Not constant: the runtime keeps a computed hash in it, though the one here is right already. */
function stringDefinition(name: string, text: string): string {
  const units = text.length === 0 ? "0" : unitsInitialiser(text);
  return (
    `static const uint16_t ${name}_units[] = {${units}};\n` +
    `HxString ${name} = {{&hx_string_type}, ${text.length}, ${hashLiteral(text)}, ${name}_units};`
  );
}

function hashLiteral(text: string): string {
  const hash = stringHash(text);
  return hash === -2147483648 ? "-2147483647 - 1" : String(hash);
}

function typeDefinition(type: string, name: string, members: readonly string[]): string {
  const list = [".object = {&hx_type_type}", ...members].map((member) => `  ${member},`);
  return [`const ${type} ${name} = {`, ...list, "};", ""].join("\n");
}

function statics(writer: CWriter, { class: { path, statics: variables } }: LinkedClass): string[] {
  return variables.map(
    ({ name, type }) => `${declare(type, writer.staticName(path, name))} = ${zeroOf(type)};`,
  );
}

/* ---- Classes ---- */

function classType(writer: CWriter, linked: LinkedClass): string[] {
  const { path, form } = linked.class;
  if (path === "String" || path === "Array") return [];
  const name = writer.typeName(path);
  const head = [
    `.shape = ${form === "interface" ? "HX_SHAPE_NONE" : "HX_SHAPE_INSTANCE"}`,
    `.index = ${linked.index}`,
    `.path = &${writer.string(path)}`,
  ];
  const methods = writer.reflection.methodsOf(linked);
  const tables = form === "interface" ? noTables : instanceTables(writer, linked, methods);
  const members = [...head, ...tables.members];
  if (!hasVtable(linked)) return [...tables.before, typeDefinition("HxType", name, members)];
  const inner = [".object = {&hx_type_type}", ...members].map((member) => `    ${member},`);
  const lines = [
    `const struct ${writer.vtableName(path)} ${name} = {`,
    "  .type = {",
    ...inner,
    "  },",
    `  .slots = {${slots(writer, linked)}},`,
    "};",
    "",
  ];
  return [...tables.before, lines.join("\n")];
}

/** Definitions of tables that a type points to, and the members that point there. */
interface Tables {
  readonly before: readonly string[];
  readonly members: readonly string[];
}

const noTables: Tables = { before: [], members: [] };

function instanceTables(
  writer: CWriter,
  linked: LinkedClass,
  methods: readonly NamedFunction[],
): Tables {
  const name = writer.typeName(linked.class.path);
  const struct = `struct ${writer.structName(linked.class.path)}`;
  const ancestors = ancestorsOf(linked);
  const offsets = (kind: string): string[] =>
    linked.fields.filter(({ type }) => type === kind).map((field) => offsetOf(writer, field));
  const before = [
    ...table(
      "const HxType *const",
      `${name}_ancestors`,
      ancestors.map((path) => writer.typeAddress(path)),
    ),
    ...table(
      "const HxType *const",
      `${name}_interfaces`,
      linked.interfaces.map((path) => writer.typeAddress(path)),
    ),
    ...table(
      "const HxFieldInfo",
      `${name}_fields`,
      linked.fields.map((field) => fieldInfo(writer, field)),
    ),
    ...table(
      "const HxMethodInfo",
      `${name}_named`,
      methods.map((method) => methodInfo(writer, method)),
    ),
    ...table("const uint32_t", `${name}_refs`, offsets("ref")),
    ...table("const uint32_t", `${name}_dyns`, offsets("dyn")),
  ];
  const parent =
    linked.superclass === null
      ? []
      : [`.parent = ${writer.typeAddress(linked.superclass.class.path)}`];
  const members = [
    `.size = sizeof(${struct})`,
    `.depth = ${ancestors.length - 1}`,
    ...parent,
    `.ancestors = ${name}_ancestors`,
    ...counted("interfaces", "interface_count", `${name}_interfaces`, linked.interfaces.length),
    ...counted("fields", "field_count", `${name}_fields`, linked.fields.length),
    ...counted("methods", "method_count", `${name}_named`, methods.length),
    ...counted("ref_offsets", "ref_count", `${name}_refs`, offsets("ref").length),
    ...counted("dyn_offsets", "dyn_count", `${name}_dyns`, offsets("dyn").length),
  ];
  return { before, members };
}

function ancestorsOf(linked: LinkedClass): string[] {
  const above = linked.superclass === null ? [] : ancestorsOf(linked.superclass);
  return [...above, linked.class.path];
}

type Field = LinkedClass["fields"][number];

/** A superclass is the first member, so its offsets hold in every subclass. */
function offsetOf(writer: CWriter, { owner, name }: Field): string {
  return `offsetof(struct ${writer.structName(owner)}, ${memberName(name)})`;
}

function fieldInfo(writer: CWriter, field: Field): string {
  return `{&${writer.string(field.name)}, ${kindConstant(field.type)}, ${offsetOf(writer, field)}}`;
}

function slots(writer: CWriter, linked: LinkedClass): string {
  return linked.slots
    .map(({ target }) => code(writer, linked.isInstantiated ? target : null))
    .join(", ");
}

function code(writer: CWriter, target: string | null): string {
  return target === null ? "NULL" : `(HxCode)${writer.functionName(target)}`;
}

/* ---- Interfaces and enums ---- */

/** One row a class number; those between that do not implement it stay empty. */
function interfaceTable(writer: CWriter, linked: LinkedClass): string[] {
  const { path, form } = linked.class;
  const columns = linked.interfaceMethods.length;
  if (form !== "interface" || columns === 0) return [];
  const { first, count, classes } = writer.dispatch.interfaceRange(path);
  const rows = classes.map((implementer) => {
    const cells = linked.interfaceMethods.map(({ name }) =>
      code(writer, implementation(implementer, path, name)),
    );
    return `  [${implementer.index - first}] = {${cells.join(", ")}},`;
  });
  const name = writer.interfaceTable(path);
  return [
    `const HxCode ${name}[${Math.max(count, 1)}][${columns}] = {`,
    ...(count === 0 ? ["  {NULL},"] : rows),
    "};",
    "",
  ];
}

function enumTypes(writer: CWriter, type: IrEnum, number: number): string[] {
  const own = writer.typeName(type.path);
  const head = typeDefinition("HxType", own, [
    ".shape = HX_SHAPE_NONE",
    `.index = ${number}`,
    `.path = &${writer.string(type.path)}`,
    ".is_enum = 1",
  ]);
  return [head, ...type.constructors.flatMap((_, index) => constructorType(writer, type, index))];
}

function constructorType(writer: CWriter, type: IrEnum, index: number): string[] {
  const option = type.constructors[index];
  if (option === undefined) return [];
  const { name, params } = option;
  const own = writer.constructorType(type.path, name);
  const fields = params.map(
    (param, at) =>
      `{&${writer.string(param.name)}, ${kindConstant(param.type)}, offsetof(HxEnumValue, args) + ${at} * sizeof(HxDyn)}`,
  );
  const definition = typeDefinition("HxType", own, [
    ".shape = HX_SHAPE_ENUM_VALUE",
    `.size = sizeof(HxEnumValue) + ${params.length} * sizeof(HxDyn)`,
    `.index = ${index}`,
    `.path = &${writer.string(name)}`,
    `.parent = &${writer.typeName(type.path)}`,
    ...counted("fields", "field_count", `${own}_fields`, params.length),
  ]);
  const value =
    params.length > 0
      ? []
      : [`HxEnumValue ${writer.constructorValue(type.path, name)} = {{&${own}}};`, ""];
  return [...table("const HxFieldInfo", `${own}_fields`, fields), definition, ...value];
}

/* ---- The program ---- */

function runFunction(writer: CWriter): string[] {
  const { program } = writer;
  const calls = [...program.staticInits, program.main].flatMap((id) => [
    `  ${writer.functionName(id)}();`,
    ...(mayThrow(program, id) ? ["  if (hx_pending) return;"] : []),
  ]);
  return ["static void run(void) {", ...calls, "}", ""];
}

function programTable(writer: CWriter): string[] {
  const { reflection } = writer;
  const classes = [...writer.program.classes.values()];
  const addresses = (kind: string): string[] =>
    classes.flatMap(({ class: { path, statics: variables } }) =>
      variables
        .filter(({ type }) => type === kind)
        .map(({ name }) => `&${writer.staticName(path, name)}`),
    );
  const methodsOf = (path: string): string[] => {
    const linked = writer.program.classes.get(path);
    return linked === undefined
      ? []
      : reflection.methodsOf(linked).map((method) => methodInfo(writer, method));
  };
  const tables = [
    {
      member: "classes",
      count: "class_count",
      type: "const HxType *const",
      rows: classes.map((linked) => writer.typeAddress(linked.class.path)),
    },
    {
      member: "ref_statics",
      count: "ref_static_count",
      type: "HxObject **const",
      rows: addresses("ref"),
    },
    {
      member: "dyn_statics",
      count: "dyn_static_count",
      type: "HxDyn *const",
      rows: addresses("dyn"),
    },
    {
      member: "string_methods",
      count: "string_method_count",
      type: "const HxMethodInfo",
      rows: methodsOf("String"),
    },
    {
      member: "array_methods",
      count: "array_method_count",
      type: "const HxMethodInfo",
      rows: methodsOf("Array"),
    },
  ];
  const members = [
    ...tables.flatMap(({ member, count, rows }) => counted(member, count, member, rows.length)),
    ...(reflection.asksClasses ? [".class_infos = class_infos"] : []),
    ...(reflection.asksEnums
      ? counted("enum_infos", "enum_count", "enum_infos", writer.program.enums.size)
      : []),
  ];
  return [
    ...tables.flatMap(({ member, type, rows }) => table(type, member, rows)),
    "const HxProgram hx_program = {",
    "  .run = run,",
    ...members.map((text) => `  ${text},`),
    "};",
    "",
  ];
}
