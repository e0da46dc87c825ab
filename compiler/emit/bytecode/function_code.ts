/** The code of one function while it is written: instructions, labels, registers, positions. */
import type {
  ExceptionHandler,
  FunctionCode,
  FunctionReference,
} from "#compiler/bytecode/module.ts";
import {
  INSTRUCTION_WORDS,
  type Opcode,
  type OpcodeName,
  opcodeOf,
  opcodes,
} from "#compiler/bytecode/opcodes.ts";
import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import { functionMetadata } from "#compiler/emit/module_metadata.ts";
import type { IrFunction, IrLocal } from "#compiler/ir/ir.ts";
import type { Kind } from "#compiler/ir/kind.ts";
import type { Position } from "#compiler/ir/statement.ts";
import type { Tables } from "./tables.ts";

/** Where the interpreter keeps a value: Ints and Bools, Floats, refs and dynamic values. */
export type Bank = "Int" | "Float" | "Ref";

export function bankOf(kind: Kind): Bank {
  switch (kind) {
    case "i32":
    case "bool":
      return "Int";
    case "f64":
      return "Float";
    case "ref":
    case "dyn":
      return "Ref";
  }
}

/** The word in the names of instructions that come once per kind: `GetIntField`, `ArraySetBool`. */
export function variantOf(kind: Kind): "Int" | "Float" | "Bool" | "Ref" {
  return kind === "bool" ? "Bool" : bankOf(kind);
}

/** A place in the code that may not be known yet. */
export interface Label {
  instruction: number;
  /** Positions in `words` that wait for it. */
  readonly uses: number[];
}

export class CodeWriter {
  readonly tables: Tables;
  readonly locals: readonly IrLocal[];
  readonly handlers: ExceptionHandler[] = [];
  /** Registers of constants loaded once at the function's start because a loop uses them. */
  readonly constants = new Map<string, number>();
  /** Targets of `Break` and `Continue` around the current statement. */
  readonly breaks = new Map<string, Label>();
  readonly continues = new Map<string, Label>();
  /** Ids of the closure bodies it refers to. */
  readonly closures = new Set<string>();
  readonly #functions: ReadonlyMap<string, IrFunction>;
  readonly #words: number[] = [];
  /** The first instruction of each position, and the positions. */
  readonly #starts: number[] = [];
  readonly #positions: Position[] = [];
  /** The first register that nothing uses. */
  #top: number;
  #frameSize: number;
  /** Where the last label was put: perhaps behind the last instruction. */
  #lastPlaced = -1;

  constructor(fn: IrFunction, tables: Tables, functions: ReadonlyMap<string, IrFunction>) {
    this.tables = tables;
    this.#functions = functions;
    this.locals = fn.locals;
    this.#top = fn.locals.length;
    this.#frameSize = Math.max(1, fn.locals.length);
  }

  /** The index of the next instruction. */
  get here(): number {
    return this.#words.length / INSTRUCTION_WORDS;
  }

  emit(name: OpcodeName, a = 0, b = 0, c = 0): void {
    this.#words.push(opcodeOf[name], a, b, c);
  }

  /** Emits a jump; its operands before the target are given. */
  jump(name: OpcodeName, label: Label, ...operands: number[]): void {
    const position = this.#words.length + 1 + operands.length;
    this.emit(name, ...operands, label.instruction);
    if (label.instruction < 0) {
      this.#words[position] = 0;
      label.uses.push(position);
    }
  }

  label(): Label {
    return { instruction: -1, uses: [] };
  }

  /** Puts the label before the next instruction. */
  place(label: Label): void {
    label.instruction = this.here;
    this.#lastPlaced = this.here;
    for (const position of label.uses) this.#words[position] = this.here;
  }

  temporary(): number {
    const register = this.#top++;
    this.#frameSize = Math.max(this.#frameSize, this.#top);
    return register;
  }

  /** Runs `work` and gives back the temporaries it took. */
  scope<T>(work: () => T): T {
    const top = this.#top;
    const result = work();
    this.#top = top;
    return result;
  }

  /** The body of a closure that the function makes: it is in the same library. */
  closureBody(id: string): FunctionReference {
    const fn = this.#functions.get(id);
    this.closures.add(id);
    if (fn === undefined) throw new InternalError(`There is no closure body ${id}`);
    const metadata = functionMetadata(fn);
    const { owner, params, result, captures } = metadata;
    return { id, owner, params, result, captures };
  }

  /** The instructions from here on came from this position. */
  at(position: Position): void {
    if (this.#positions.at(-1) === position) return;
    if (this.#starts.at(-1) === this.here) {
      this.#starts.pop();
      this.#positions.pop();
    }
    this.#starts.push(this.here);
    this.#positions.push(position);
  }

  finish(): {
    readonly code: Omit<FunctionCode, "lines">;
    readonly starts: readonly number[];
    readonly positions: readonly Position[];
  } {
    // A jump to the end of the body, or a body that the caller knows to end, still needs an instruction there.
    if (this.#needsEnd()) this.emit("ReturnVoid");
    const code = {
      frameSize: this.#frameSize,
      words: Int32Array.from(this.#words),
      handlers: this.handlers,
      locals: this.locals.map(({ name, type }) => ({ name, kind: type })),
    };
    const covered = this.#starts.filter((start) => start < this.here).length;
    return {
      code,
      starts: this.#starts.slice(0, covered),
      positions: this.#positions.slice(0, covered),
    };
  }

  #needsEnd(): boolean {
    const number = this.#words[this.#words.length - INSTRUCTION_WORDS];
    const last: Opcode | undefined = number === undefined ? undefined : opcodes[number];
    return last?.ends !== true || this.#lastPlaced === this.here;
  }
}
