/** What reflection asks of classes and enums themselves: HxClassInfo and HxEnumInfo of runtime/native/program.h. */
import type { IrEnum } from "#compiler/ir/ir.ts";
import type { LinkedClass } from "#compiler/ir/program.ts";
import * as layout from "./layout.ts";
import type { ProgramWriter } from "./program_writer.ts";
import { methodWords, writeMethods } from "./type_descriptors.ts";

/** The table of HxClassInfo, by the classes' numbers. */
export function writeClassInfos(writer: ProgramWriter): number {
  const infos = [...writer.program.classes.values()];
  return writer.constants.words(infos.flatMap((linked) => classInfo(writer, linked)));
}

/** The table of HxEnumInfo, by the enums' numbers. */
export function writeEnumInfos(writer: ProgramWriter): number {
  const infos = [...writer.program.enums.values()];
  return writer.constants.words(infos.flatMap((type) => enumInfo(writer, type)));
}

function classInfo(writer: ProgramWriter, linked: LinkedClass): number[] {
  const { constants, reflection } = writer;
  const { path, statics } = linked.class;
  const maker = reflection.constructorOf(linked);
  const functions = reflection.staticFunctionsOf(linked);
  const names = reflection.instanceNamesOf(linked);
  const variables = statics.flatMap(({ name, type }) => [
    constants.string(name),
    layout.kindNumber[type],
    constants.staticVariable(path, name),
  ]);
  return [
    ...(maker === null
      ? [0, 0, 0]
      : methodWords(writer, { name: "new", fn: maker, closure: null })),
    constants.words(variables),
    writeMethods(writer, functions),
    constants.words(names.map((name) => constants.string(name))),
    statics.length,
    functions.length,
    names.length,
  ];
}

function enumInfo({ constants }: ProgramWriter, { path, constructors }: IrEnum): number[] {
  const words = constructors.flatMap(({ name, params }) => [
    constants.constructorType(path, name),
    params.length > 0 ? 0 : constants.enumConstant(path, name),
  ]);
  return [constants.typeValue(path), constants.words(words), constructors.length];
}
