/** What reflection asks of classes and enums themselves: HxClassInfo and HxEnumInfo of runtime/native/program.h. */
import type { IrEnum } from "#compiler/ir/ir.ts";
import type { LinkedClass } from "#compiler/ir/program.ts";
import type { NamedFunction } from "../reflection.ts";
import { closureArity } from "./c_function.ts";
import { kindConstant } from "./c_kind.ts";
import type { CWriter } from "./c_writer.ts";
import { counted, table } from "./tables.ts";

/** The table `class_infos`, by the classes' numbers. */
export function classInfos(writer: CWriter): string[] {
  const infos = [...writer.program.classes.values()].map((linked) => classInfo(writer, linked));
  return [
    ...infos.flatMap(({ before }) => before),
    ...table(
      "const HxClassInfo",
      "class_infos",
      infos.map(({ record }) => record),
    ),
    "",
  ];
}

/** The table `enum_infos`, by the enums' numbers. */
export function enumInfos(writer: CWriter): string[] {
  const infos = [...writer.program.enums.values()].map((type) => enumInfo(writer, type));
  return [
    ...infos.flatMap(({ before }) => before),
    ...table(
      "const HxEnumInfo",
      "enum_infos",
      infos.map(({ record }) => record),
    ),
    "",
  ];
}

interface Info {
  /** Tables that the record points to. */
  readonly before: readonly string[];
  readonly record: string;
}

function classInfo(writer: CWriter, linked: LinkedClass): Info {
  const { reflection } = writer;
  const { path, statics } = linked.class;
  const name = writer.typeName(path);
  const maker = reflection.constructorOf(linked);
  const functions = reflection.staticFunctionsOf(linked);
  const names = reflection.instanceNamesOf(linked);
  const variables = statics.map(
    (variable) =>
      `{&${writer.string(variable.name)}, ${kindConstant(variable.type)}, &${writer.staticName(path, variable.name)}}`,
  );
  const before = [
    ...table("const HxStaticInfo", `${name}_statics`, variables),
    ...table(
      "const HxMethodInfo",
      `${name}_functions`,
      functions.map((fn) => methodInfo(writer, fn)),
    ),
    ...table(
      "HxString *const",
      `${name}_names`,
      names.map((text) => `&${writer.string(text)}`),
    ),
  ];
  const members = [
    ...(maker === null
      ? []
      : [`.constructor = ${methodInfo(writer, { name: "new", fn: maker, closure: null })}`]),
    ...counted("statics", "static_count", `${name}_statics`, variables.length),
    ...counted("functions", "function_count", `${name}_functions`, functions.length),
    ...counted("names", "name_count", `${name}_names`, names.length),
  ];
  return { before, record: `{${members.length === 0 ? "0" : members.join(", ")}}` };
}

function enumInfo(writer: CWriter, type: IrEnum): Info {
  const name = writer.typeName(type.path);
  const constructors = type.constructors.map((option) => {
    const own = `&${writer.constructorType(type.path, option.name)}`;
    const value =
      option.params.length > 0
        ? "NULL"
        : `&${writer.constructorValue(type.path, option.name)}.object`;
    return `{${own}, ${value}}`;
  });
  const members = [
    `.type = &${name}`,
    ...counted("constructors", "constructor_count", `${name}_constructors`, constructors.length),
  ];
  return {
    before: table("const HxConstructorInfo", `${name}_constructors`, constructors),
    record: `{${members.join(", ")}}`,
  };
}

/** The HxMethodInfo of a function that is read by name. */
export function methodInfo(writer: CWriter, { name, fn, closure }: NamedFunction): string {
  const code = closure === null ? writer.boundName(fn.id) : writer.functionName(closure);
  return `{&${writer.string(name)}, (HxCode)${code}, ${closureArity(fn)}}`;
}
