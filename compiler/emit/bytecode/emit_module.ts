/** Low IR to bytecode: one library, or the changed functions of one for a patch. */
import type { BytecodeModule, FunctionCode, LineEntry } from "#compiler/bytecode/module.ts";
import { functionMetadata, moduleMetadata } from "#compiler/emit/module_metadata.ts";
import { type Place, placesOf, type Sources } from "#compiler/emit/source_positions.ts";
import type { IrModule } from "#compiler/ir/ir.ts";
import { type EmittedFunction, emitFunction } from "./emit_function.ts";
import { createTables, type Table, type TableName, type Tables } from "./tables.ts";

export interface BytecodeOptions {
  /** Give the positions of statements their lines. */
  readonly sources: Sources;
  /** Emit only these functions; all where it is left out. */
  readonly only?: ReadonlySet<string>;
}

export function emitModule(module: IrModule, options: BytecodeOptions): BytecodeModule {
  const bodies = new Map(module.functions.map((fn) => [fn.id, fn]));
  const functions = module.functions.filter((fn) => options.only?.has(fn.id) ?? true);
  const tables = createTables();
  const code = functions.map((fn) => {
    const emitted = emitFunction(fn, bodies);
    return place(emitted, tables, placesOf(fn, emitted.positions, options.sources));
  });
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

/** Where a function's code was put last: while its entries keep their indexes it is the same object. */
interface Placed {
  readonly indexes: readonly (readonly number[])[];
  readonly places: readonly Place[];
  readonly code: FunctionCode;
}

const placed = new WeakMap<EmittedFunction, Placed>();

/** The code with the module's indexes, which its entries are added to, and with lines. */
function place(emitted: EmittedFunction, tables: Tables, places: readonly Place[]): FunctionCode {
  const { code, uses } = emitted;
  const indexes = uses.map(({ table }) => mergeTable(emitted.tables, tables, table));
  const before = placed.get(emitted);
  if (before?.places === places && indexes.every((list, use) => isSame(list, before.indexes[use])))
    return before.code;
  const words = code.words.slice();
  for (const [use, { words: positions }] of uses.entries()) {
    for (const at of positions) words[at] = indexes[use]?.[words[at] ?? 0] ?? 0;
  }
  const made = { ...code, words, lines: linesOf(emitted, places) };
  placed.set(emitted, { indexes, places, code: made });
  return made;
}

function mergeTable(from: Tables, into: Tables, name: TableName): number[] {
  return (into[name] as Table<unknown>).merge(from[name] as Table<unknown>);
}

function isSame(list: readonly number[], other: readonly number[] | undefined): boolean {
  return list.every((index, at) => other?.[at] === index);
}

function linesOf({ starts }: EmittedFunction, places: readonly Place[]): LineEntry[] {
  const lines: LineEntry[] = [];
  for (const [index, { line, column }] of places.entries()) {
    const last = lines.at(-1);
    if (last?.line === line && last.column === column) continue;
    lines.push({ instruction: starts[index] ?? 0, line, column });
  }
  return lines;
}
