/** Low IR to bytecode: one library, or the changed functions of one for a patch. */
import type { BytecodeModule, FunctionCode } from "#compiler/bytecode/module.ts";
import { placeDeclarations } from "#compiler/emit/declarations.ts";
import { functionMetadata, moduleMetadata } from "#compiler/emit/module_metadata.ts";
import type { Locator } from "#compiler/emit/source_positions.ts";
import type { IrFunction, IrModule } from "#compiler/ir/ir.ts";
import type { Kind } from "#compiler/ir/kind.ts";
import { constantKey, load } from "./expressions.ts";
import { CodeWriter } from "./function_code.ts";
import { loopConstants } from "./loop_constants.ts";
import { emitStatements } from "./statements.ts";
import { createTables, type Tables } from "./tables.ts";

export interface BytecodeOptions {
  /** Turns the offsets of statements into lines. */
  readonly locate: Locator;
  /** Emit only these functions; all where it is left out. */
  readonly only?: ReadonlySet<string>;
}

export function emitModule(module: IrModule, options: BytecodeOptions): BytecodeModule {
  const bodies = new Map(module.functions.map((fn) => [fn.id, fn]));
  const functions = module.functions.filter((fn) => options.only?.has(fn.id) ?? true);
  const tables = createTables();
  const code = functions.map((fn) => emitFunction(fn, bodies, tables, options.locate));
  return {
    metadata: { ...moduleMetadata(module), functions: functions.map(functionMetadata) },
    floats: tables.floats.entries,
    strings: tables.strings.entries,
    functions: tables.functions.entries,
    types: tables.types.entries,
    statics: tables.statics.entries,
    constructors: tables.constructors.entries,
    sites: tables.sites.entries,
    shapes: tables.shapes.entries,
    natives: tables.natives.entries,
    tests: tables.tests.entries,
    switches: tables.switches.entries,
    code,
  };
}

function emitFunction(
  fn: IrFunction,
  bodies: ReadonlyMap<string, IrFunction>,
  tables: Tables,
  locate: Locator,
): FunctionCode {
  const out = new CodeWriter(fn, tables, bodies);
  for (const constant of loopConstants(fn.body)) {
    const key = constantKey(constant);
    if (!out.constants.has(key)) out.constants.set(key, load(out, constant, out.temporary()));
  }
  for (const local of placeDeclarations(fn).head)
    loadZero(out, local, fn.locals[local]?.type ?? "dyn");
  emitStatements(out, fn.body, (at) => locate(fn.file, at));
  return out.finish();
}

/** A register still holds what an earlier frame left there; a local that may be read before it is assigned must not. */
function loadZero(out: CodeWriter, local: number, kind: Kind): void {
  switch (kind) {
    case "i32":
    case "bool":
      out.emit("LoadInt", local, 0);
      break;
    case "f64":
      out.emit("LoadFloat", local, out.tables.floats.add(0));
      break;
    case "ref":
    case "dyn":
      out.emit("LoadNull", local);
      break;
  }
}
