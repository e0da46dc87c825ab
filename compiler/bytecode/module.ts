/** The content of a `.hbc` file: one library's functions as bytecode, or the changed functions of a patch. */
import type { FunctionMetadata, ModuleMetadata, ResultKind, ValueKind } from "./metadata.ts";

/** The first four bytes of a file, "HBC\0", and the version of everything after them. */
export const MAGIC = 0x00434248;
export const FORMAT_VERSION = 1;

/** Registers a frame may have; keeps the interpreter's banks bounded. */
export const MAX_FRAME_SIZE = 4096;

/** Arguments a call may have, the receiver and what a closure captured included. */
export const MAX_ARGUMENTS = 255;

/** Tables are shared by the module's functions; operands hold indexes into them. */
export interface BytecodeModule {
  readonly metadata: ModuleMetadata;
  readonly floats: readonly number[];
  readonly strings: readonly string[];
  /** Callees, of this and other libraries. */
  readonly functions: readonly FunctionReference[];
  /** Paths of classes and enums. */
  readonly types: readonly string[];
  readonly statics: readonly StaticReference[];
  readonly constructors: readonly ConstructorReference[];
  readonly sites: readonly CallSite[];
  /** Field names of structures, in order of creation. */
  readonly shapes: readonly (readonly string[])[];
  readonly natives: readonly NativeReference[];
  readonly tests: readonly TypeTestReference[];
  readonly switches: readonly SwitchTable[];
  /** In the order of `metadata.functions`. */
  readonly code: readonly FunctionCode[];
}

export interface Signature {
  /** With the receiver first where there is one. */
  readonly params: readonly ValueKind[];
  readonly result: ResultKind;
}

export interface FunctionReference extends Signature {
  readonly id: string;
  readonly owner: string;
  /** Of a closure body: what follows the parameters. */
  readonly captures: readonly { readonly name: string; readonly kind: ValueKind }[];
}

export interface NativeReference extends Signature {
  /** Name of an intrinsic. */
  readonly name: string;
}

/** A dispatched call: `key` is the method's name, or `pack.Interface.method` where an interface is asked. */
export interface CallSite extends Signature {
  readonly key: string;
}

export interface StaticReference {
  readonly owner: string;
  readonly name: string;
}

export interface ConstructorReference {
  readonly enum: string;
  readonly constructor: string;
  readonly params: readonly ValueKind[];
}

/** A type test; `path` is empty for the built-in types. */
export interface TypeTestReference {
  readonly kind: TypeTestKind;
  readonly path: string;
}

export const typeTestKinds = [
  "class",
  "interface",
  "enum",
  "int",
  "float",
  "bool",
  "string",
  "array",
  "function",
  "dynamic",
] as const;

export type TypeTestKind = (typeof typeTestKinds)[number];

/** Targets are indexes of instructions in the one function that uses the table. */
export interface SwitchTable {
  readonly values: readonly number[];
  readonly targets: readonly number[];
}

export interface FunctionCode {
  readonly frameSize: number;
  /** INSTRUCTION_WORDS words an instruction. */
  readonly words: Int32Array;
  /** Inner ranges before outer ones. */
  readonly handlers: readonly ExceptionHandler[];
  /** Sorted by instruction; a place holds until the next. */
  readonly lines: readonly LineEntry[];
  /** Names of the locals, which are the first registers; for the debugger. */
  readonly locals: readonly { readonly name: string; readonly kind: ValueKind }[];
}

/** A value thrown at an instruction in [start, end) is put in ref register `caught` and control goes to `target`. */
export interface ExceptionHandler {
  readonly start: number;
  readonly end: number;
  readonly target: number;
  readonly caught: number;
}

/** One-based line and column of the instructions from `instruction` on. */
export interface LineEntry {
  readonly instruction: number;
  readonly line: number;
  readonly column: number;
}

/** The signature of a function of the module as its callers see it. */
export function signatureOf(metadata: FunctionMetadata): Signature {
  const captured = metadata.captures.map((capture) => capture.kind);
  return { params: [...metadata.params, ...captured], result: metadata.result };
}
