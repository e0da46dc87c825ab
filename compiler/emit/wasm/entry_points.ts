/** What the host calls: `start`, then `frame`, `draw` and `digest` of a program that has asked for frames. */

import type { Kind } from "#compiler/ir/kind.ts";
import { mayThrow } from "#compiler/ir/program.ts";
import * as layout from "./layout.ts";
import type { ProgramWriter } from "./program_writer.ts";
import { writeClassInfos, writeEnumInfos } from "./reflection_tables.ts";
import { writeMethods } from "./type_descriptors.ts";

/** Runtime functions under the name the host calls them by. */
const exported = {
  frame: "hx_wasm_frame",
  draw: "hx_wasm_draw",
  digest: "hx_wasm_digest",
  reportUncaught: "hx_report_uncaught",
  hasFrames: "hx_has_frames",
  registerAsset: "hx_asset_register",
  commandWords: "hx_commands_words",
  commandCount: "hx_commands_count",
  collect: "hx_collect_between_frames",
} as const;

/** Adds `start` and exports the runtime's part of the interface. */
export function addEntryPoints(writer: ProgramWriter, classes: readonly number[]): void {
  const { module, types, image } = writer;
  const run = addRun(writer);
  const program = writeProgramRecord(writer, run, classes);
  const start = writer.callRuntime("hx_start", [
    module.i32.const(program),
    module.global.get(image.stackPointer, types.i32),
  ]);
  module.addFunction("start", types.none, types.i32, [], start);
  module.addFunctionExport("start", "start");
  module.addGlobalExport(image.stackPointer, "stackPointer");
  for (const [name, symbol] of Object.entries(exported)) {
    module.addFunctionExport(image.functionNamed(symbol), name);
  }
}

/** Static initialisers, then `main`; ends at the first exception that leaves one. */
function addRun(writer: ProgramWriter): number {
  const { module, types, program, table } = writer;
  const calls = [...program.staticInits, program.main].flatMap((id) => {
    const fn = writer.functionOf(id);
    const call = writer.callProgram(id, [], fn.result);
    const alone = fn.result === "void" ? call : module.drop(call);
    return mayThrow(program, id) ? [alone, module.if(writer.isThrown(), module.return())] : [alone];
  });
  module.addFunction("run", types.none, types.none, [], module.block(null, calls));
  return table.positionOf("run");
}

/** The HxProgram that the runtime works from. */
function writeProgramRecord(
  writer: ProgramWriter,
  run: number,
  classes: readonly number[],
): number {
  const { constants, reflection } = writer;
  const { data } = constants;
  const record = layout.program;
  const address = data.allocate(record.size, 8);
  const setList = (pointer: number, count: number, values: readonly number[]): void => {
    data.setU32(address + pointer, constants.words(values));
    data.setU32(address + count, values.length);
  };
  data.setU32(address + record.run, run);
  setList(record.classes, record.classCount, classes);
  setList(record.refStatics, record.refStaticCount, staticsOf(writer, "ref"));
  setList(record.dynStatics, record.dynStaticCount, staticsOf(writer, "dyn"));
  const setMethods = (pointer: number, count: number, path: string): void => {
    const linked = writer.program.classes.get(path);
    const methods = linked === undefined ? [] : reflection.methodsOf(linked);
    data.setU32(address + pointer, writeMethods(writer, methods));
    data.setU32(address + count, methods.length);
  };
  setMethods(record.stringMethods, record.stringMethodCount, "String");
  setMethods(record.arrayMethods, record.arrayMethodCount, "Array");
  if (reflection.asksClasses) data.setU32(address + record.classInfos, writeClassInfos(writer));
  if (reflection.asksEnums) {
    data.setU32(address + record.enumInfos, writeEnumInfos(writer));
    data.setU32(address + record.enumCount, writer.program.enums.size);
  }
  return address;
}

function staticsOf(writer: ProgramWriter, kind: Kind): readonly number[] {
  return [...writer.program.classes.values()].flatMap((linked) =>
    linked.class.statics
      .filter((variable) => variable.type === kind)
      .map((variable) => writer.constants.staticVariable(linked.class.path, variable.name)),
  );
}
