/**
 * The linked code of all interpreted functions, one after the other. Linking turns indexes of a module's tables into
 * program-wide ones and jump targets into absolute positions; a replaced function's old code stays where it is for
 * frames that still run it.
 */
import type { FunctionMetadata } from "#compiler/bytecode/metadata.ts";
import type { BytecodeModule, FunctionCode, LineEntry } from "#compiler/bytecode/module.ts";
import {
  INSTRUCTION_WORDS,
  type Opcode,
  type OperandKind,
  opcodes,
} from "#compiler/bytecode/opcodes.ts";

/** A function's place in the code. */
export interface CodeRange {
  readonly metadata: FunctionMetadata;
  readonly start: number;
  readonly end: number;
  readonly code: FunctionCode;
}

/** Program-wide numbers of a module's table entries, by table. */
export type Relocations = Readonly<Record<TableKind, readonly number[]>>;

export type TableKind = Exclude<
  OperandKind,
  "int" | "float" | "ref" | "result" | "window" | "immediate" | "count" | "target"
>;

export class CodeSpace {
  words = new Int32Array(1 << 12);
  #length = 0;
  readonly #ranges: CodeRange[] = [];

  /** Adds a function's code and gives the position of its first instruction. */
  add(module: BytecodeModule, index: number, relocations: Relocations): number {
    const metadata = module.metadata.functions[index] as FunctionMetadata;
    const code = module.code[index] as FunctionCode;
    const start = this.#length;
    this.#reserve(code.words.length);
    this.words.set(code.words, start);
    for (let at = start; at < start + code.words.length; at += INSTRUCTION_WORDS) {
      const { operands } = opcodes[this.words[at]!] as Opcode;
      operands.forEach(([, kind], position) => {
        const word = at + 1 + position;
        this.words[word] = relocate(kind, this.words[word]!, start, relocations);
      });
    }
    this.#length += code.words.length;
    this.#ranges.push({ metadata, start, end: this.#length, code });
    return start;
  }

  /** The function that holds a position; ranges are in the order of their positions. */
  rangeAt(position: number): CodeRange {
    let low = 0;
    let high = this.#ranges.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#ranges[middle]!.start <= position) low = middle;
      else high = middle - 1;
    }
    return this.#ranges[low]!;
  }

  /** The place in Haxe source of the instruction at a position. */
  lineAt(position: number): LineEntry | null {
    const range = this.rangeAt(position);
    const instruction = (position - range.start) / INSTRUCTION_WORDS;
    return range.code.lines.findLast((entry) => entry.instruction <= instruction) ?? null;
  }

  /** The first instruction of a line, in the function that begins at `start`. */
  positionOfLine(start: number, line: number): number | null {
    const entry = this.rangeAt(start).code.lines.find((candidate) => candidate.line === line);
    return entry === undefined ? null : start + entry.instruction * INSTRUCTION_WORDS;
  }

  #reserve(length: number): void {
    if (this.#length + length <= this.words.length) return;
    const larger = new Int32Array(Math.max(this.words.length * 2, this.#length + length));
    larger.set(this.words);
    this.words = larger;
  }
}

function relocate(
  kind: OperandKind,
  value: number,
  start: number,
  relocations: Relocations,
): number {
  switch (kind) {
    case "int":
    case "float":
    case "ref":
    case "result":
    case "window":
    case "immediate":
    case "count":
      return value;
    case "target":
      return start + value * INSTRUCTION_WORDS;
    default:
      return relocations[kind][value]!;
  }
}
