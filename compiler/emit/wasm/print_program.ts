/** Prints a linked program as one WASM module: the C runtime's, with the program added to it. */

import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import type { IrFunction } from "#compiler/ir/ir.ts";
import type { IrProgram } from "#compiler/ir/program.ts";
import { addPacked, addReflected, reflectedName } from "./adapter.ts";
import { type Binaryen, loadBinaryen } from "./binaryen_module.ts";
import { addEntryPoints } from "./entry_points.ts";
import { writeFunction } from "./function_writer.ts";
import { directArity } from "./layout.ts";
import type { WasmOptions } from "./options.ts";
import { ProgramWriter } from "./program_writer.ts";
import { addData, growTable, readRuntime } from "./runtime_image.ts";
import { writeTypes } from "./type_descriptors.ts";

/** A module and, where asked for, its source map. */
export interface WasmModule {
  readonly bytes: Uint8Array;
  readonly sourceMap: string | null;
}

/** `runtime` is the C runtime's module. Equal arguments give equal bytes. */
export async function printProgramWasm(
  program: IrProgram,
  runtime: Uint8Array,
  options: WasmOptions,
): Promise<WasmModule> {
  const binaryen = await loadBinaryen();
  const writer = new ProgramWriter(binaryen, readRuntime(binaryen, runtime), program, options);
  try {
    addProgram(writer);
    return finish(binaryen, writer);
  } finally {
    writer.module.dispose();
  }
}

function addProgram(writer: ProgramWriter): void {
  const { program, image } = writer;
  for (const fn of program.functions.values()) writeFunction(writer, fn);
  const types = writeTypes(writer);
  addEntryPoints(writer, types);
  for (const fn of program.functions.values()) addAdapters(writer, fn);
  growTable(image, writer.table.names());
  addData(image, writer.constants.data.bytes());
}

/** Those that something took the position of. */
function addAdapters(writer: ProgramWriter, fn: IrFunction): void {
  if (fn.form === "closure" && fn.paramCount > directArity) addPacked(writer, fn);
  if (writer.table.has(reflectedName(fn.id))) addReflected(writer, fn);
}

function finish(binaryen: Binaryen, { module, options }: ProgramWriter): WasmModule {
  if (!module.validate()) throw new InternalError("The printed WASM module is not valid");
  binaryen.setOptimizeLevel(options.optimizeLevel);
  binaryen.setShrinkLevel(0);
  binaryen.setDebugInfo(options.names);
  // First, so that no time goes into the part of the runtime that this program does not use.
  module.runPasses(["remove-unused-module-elements"]);
  if (options.optimizeLevel > 0) module.optimize();
  if (options.sourceMap === undefined) return { bytes: module.emitBinary(), sourceMap: null };
  const { binary, sourceMap } = module.emitBinary(options.sourceMap.url);
  return { bytes: binary, sourceMap };
}
