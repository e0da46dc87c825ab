/**
 * The C runtime's module, read as the one that the program is added to: one file ships, and calls between program and
 * runtime are plain calls that the optimiser sees through. docs/decisions has the measurements.
 */
import type binaryen from "binaryen";
import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import { type Binaryen, type Module, undeclared } from "./binaryen_module.ts";

export interface RuntimeImage {
  readonly module: Module;
  /** The global that holds C's stack pointer. */
  readonly stackPointer: string;
  readonly table: string;
  /** First free position of the table. */
  readonly tableSize: number;
  /** First address after the runtime's data and stack. */
  readonly dataEnd: number;
  /** Name inside the module of a function that the runtime exports. */
  functionNamed(symbol: string): string;
  /** Address of a variable that the runtime exports. */
  addressOf(symbol: string): number;
}

/** Reads the module and takes all its exports away: what the program does not use can then be removed. */
export function readRuntime(binaryen: Binaryen, bytes: Uint8Array): RuntimeImage {
  const module = binaryen.readBinary(bytes);
  module.setFeatures(features(binaryen));
  const functions = new Map<string, string>();
  const globals = new Map<string, string>();
  for (const { name, value, kind } of listExports(binaryen, module)) {
    if (kind === binaryen.ExternalFunction) functions.set(name, value);
    if (kind === binaryen.ExternalGlobal) globals.set(name, value);
    module.removeExport(name);
  }
  // Data symbols are exported as globals that hold their address.
  const addressOf = (symbol: string): number =>
    constantGlobal(binaryen, module, need(globals, symbol));
  const table = binaryen.getTableInfo(module.getTableByIndex(0));
  return {
    module,
    stackPointer: need(globals, "__stack_pointer"),
    table: table.name,
    tableSize: table.initial,
    dataEnd: addressOf("__heap_base"),
    functionNamed: (symbol) => need(functions, symbol),
    addressOf,
  };
}

/** What every browser of the last years has, and the runtime is compiled for; a stripped module no longer says. */
function features({ Features }: Binaryen): number {
  return (
    Features.MutableGlobals |
    Features.NontrappingFPToInt |
    Features.SignExt |
    Features.BulkMemory |
    Features.BulkMemoryOpt |
    Features.Multivalue
  );
}

function need<T>(found: ReadonlyMap<string, T>, symbol: string): T {
  const value = found.get(symbol);
  if (value === undefined) throw new InternalError(`The WASM runtime does not export ${symbol}`);
  return value;
}

function listExports(binaryen: Binaryen, module: Module) {
  return Array.from({ length: module.getNumExports() }, (_, index) =>
    binaryen.getExportInfo(module.getExportByIndex(index)),
  );
}

function constantGlobal(binaryen: Binaryen, module: Module, name: string): number {
  const { init } = binaryen.getGlobalInfo(module.getGlobal(name));
  const info = binaryen.getExpressionInfo(init) as { readonly value?: number | bigint };
  return Number(info.value);
}

/** Replaces the table by one with room for `functions` after the runtime's own. */
export function growTable(image: RuntimeImage, functions: readonly string[]): void {
  const { module, table, tableSize } = image;
  const size = tableSize + functions.length;
  module.removeTable(table);
  module.addTable(table, size, size);
  if (functions.length === 0) return;
  module.addActiveElementSegment(table, "program", functions, module.i32.const(tableSize));
}

const pageBytes = 65536;
const maximumPages = 65536;

/** Puts the program's data after the runtime's. The heap takes its pages from above both. */
export function addData(image: RuntimeImage, data: Uint8Array): void {
  const { module, dataEnd } = image;
  const pages = Math.ceil((dataEnd + data.length) / pageBytes);
  const segments = [...runtimeSegments(module), { offset: module.i32.const(dataEnd), data }];
  module.setMemory(pages, maximumPages, "memory", segments, false, false, "0");
}

function runtimeSegments(module: Module): binaryen.MemorySegment[] {
  const reader = undeclared(module);
  return Array.from({ length: reader.getNumDataSegments() }, (_, index) => {
    const { offset, data } = reader.getDataSegmentInfo(module.getDataSegmentByIndex(index));
    return { offset: module.i32.const(offset), data: new Uint8Array(data) };
  });
}
