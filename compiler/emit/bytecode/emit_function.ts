/** One function's code apart from the module it goes into: with tables of its own, and with positions, not lines. */
import type { FunctionCode } from "#compiler/bytecode/module.ts";
import { INSTRUCTION_WORDS, type Opcode, opcodes } from "#compiler/bytecode/opcodes.ts";
import { placeDeclarations } from "#compiler/emit/declarations.ts";
import { functionMetadata } from "#compiler/emit/module_metadata.ts";
import type { IrFunction } from "#compiler/ir/ir.ts";
import type { Kind } from "#compiler/ir/kind.ts";
import { originalOf } from "#compiler/ir/moved.ts";
import type { Position } from "#compiler/ir/statement.ts";
import { constantKey, load } from "./expressions.ts";
import { CodeWriter } from "./function_code.ts";
import { loopConstants } from "./loop_constants.ts";
import { emitStatements } from "./statements.ts";
import { createTables, type TableName, type Tables, tableOf } from "./tables.ts";

export interface EmittedFunction {
  /** Operands are indexes in `tables`. */
  readonly code: Omit<FunctionCode, "lines">;
  readonly tables: Tables;
  /** Where `code.words` has an index of a table. */
  readonly uses: readonly TableUse[];
  /** `positions[i]` is where the instructions from `starts[i]` on came from. */
  readonly starts: readonly number[];
  readonly positions: readonly Position[];
  /** The signatures of the closures it makes, as they were. */
  readonly closures: ReadonlyMap<string, string>;
}

export interface TableUse {
  readonly table: TableName;
  readonly words: readonly number[];
}

const emitted = new WeakMap<IrFunction, EmittedFunction>();

/** `functions` are those of the library by id. What was emitted for a function once is kept as long as the function. */
export function emitFunction(
  fn: IrFunction,
  functions: ReadonlyMap<string, IrFunction>,
): EmittedFunction {
  const original = originalOf(fn);
  const before = emitted.get(original);
  if (before !== undefined && hasSameClosures(before, functions)) return before;
  const made = emit(original, functions);
  emitted.set(original, made);
  return made;
}

function hasSameClosures(
  { closures }: EmittedFunction,
  functions: ReadonlyMap<string, IrFunction>,
): boolean {
  if (closures.size === 0) return true;
  for (const [id, signature] of closures)
    if (closureSignature(functions.get(id)) !== signature) return false;
  return true;
}

function emit(fn: IrFunction, functions: ReadonlyMap<string, IrFunction>): EmittedFunction {
  const tables = createTables();
  const out = new CodeWriter(fn, tables, functions);
  for (const constant of loopConstants(fn.body)) {
    const key = constantKey(constant);
    if (!out.constants.has(key)) out.constants.set(key, load(out, constant, out.temporary()));
  }
  for (const local of placeDeclarations(fn).head)
    loadZero(out, local, fn.locals[local]?.type ?? "dyn");
  emitStatements(out, fn.body);
  const { code, starts, positions } = out.finish();
  const closures = new Map(
    [...out.closures].map((id) => [id, closureSignature(functions.get(id))] as const),
  );
  return { code, tables, uses: usesOf(code.words), starts, positions, closures };
}

function closureSignature(fn: IrFunction | undefined): string {
  if (fn === undefined) return "";
  const { params, captures } = functionMetadata(fn);
  return `${params} ${captures.map(({ name, kind }) => `${name}:${kind}`)}`;
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

/** For each opcode the operands that are indexes, as words after it. */
const tableOperands = opcodes.map(({ operands }: Opcode) =>
  operands.flatMap(([, kind], index) => {
    const table = tableOf(kind);
    return table === null ? [] : [{ table, word: index + 1 }];
  }),
);

function usesOf(words: Int32Array): TableUse[] {
  const byTable = new Map<TableName, number[]>();
  for (let at = 0; at < words.length; at += INSTRUCTION_WORDS) {
    for (const { table, word } of tableOperands[words[at] ?? 0] ?? []) {
      const list = byTable.get(table);
      if (list === undefined) byTable.set(table, [at + word]);
      else list.push(at + word);
    }
  }
  return [...byTable].map(([table, uses]) => ({ table, words: uses }));
}
