/**
 * The low IR: what lowering makes of a typed library and what the four printers (bytecode, JavaScript, C, WASM) read.
 * Plain data: it is hashed, written to `.hir` and compared. Generics are erased: a type parameter is `dyn`.
 */
import type { Kind, ResultKind } from "./kind.ts";
import type { IrStmt } from "./statement.ts";

/** One library's classes, enums and functions, in source order (files sorted by path). */
export interface IrModule {
  readonly library: string;
  readonly classes: readonly IrClass[];
  readonly enums: readonly IrEnum[];
  readonly functions: readonly IrFunction[];
}

export interface IrClass {
  /** `pack.Name` */
  readonly path: string;
  readonly form: "class" | "interface";
  readonly superclass: string | null;
  /** Interfaces this class itself names (for an interface: those it extends). */
  readonly interfaces: readonly string[];
  /** Own instance variables in declaration order. */
  readonly fields: readonly IrField[];
  readonly statics: readonly IrStatic[];
  /** Own instance methods, overriding or new. An interface's have `target: null`. */
  readonly methods: readonly IrMethod[];
  /**
   * For every interface the class implements, itself or through an ancestor: which function answers each of its
   * methods. Where the kinds of the class's method differ from the interface's (generics), this is a bridge function.
   */
  readonly implementations: readonly IrImplementation[];
  /** The constructor's function id, `path.new`, or null. */
  readonly constructor: string | null;
  /** A function without parameters that runs the static initialisers and `__init__`, or null. */
  readonly staticInit: string | null;
  readonly metadata: readonly IrMetadata[];
}

export interface IrField {
  readonly name: string;
  readonly type: Kind;
  /** The declared Haxe type as printed, e.g. `Array<Int>`; for reflection and hot-reload migration. */
  readonly haxeType: string;
  readonly metadata: readonly IrMetadata[];
}

export interface IrStatic {
  readonly name: string;
  readonly type: Kind;
  readonly haxeType: string;
  readonly metadata: readonly IrMetadata[];
}

/**
 * A virtual method. An override has the kinds of the slot's first declaration, so every printer may share one
 * calling convention per slot; lowering converts at the override's entry and exit.
 */
export interface IrMethod {
  readonly name: string;
  readonly target: string | null;
  readonly overrides: boolean;
  /** Kinds of the slot without the receiver, and of its result. */
  readonly params: readonly Kind[];
  readonly result: ResultKind;
}

export interface IrImplementation {
  readonly interface: string;
  readonly method: string;
  readonly target: string;
}

export interface IrMetadata {
  readonly name: string;
  /** Printed constant arguments. */
  readonly args: readonly string[];
}

export interface IrEnum {
  readonly path: string;
  /** In declaration order: the position is the index. */
  readonly constructors: readonly {
    readonly name: string;
    readonly params: readonly { readonly name: string; readonly type: Kind }[];
  }[];
}

export interface IrLocal {
  readonly name: string;
  readonly type: Kind;
}

/** The unit of incremental work: emitted, swapped and profiled one by one. */
export interface IrFunction {
  /** `pack.Class.method`; constructors `pack.Class.new`; closures `pack.Class.method$0`, numbered in source order. */
  readonly id: string;
  /** The class whose slots object holds it. */
  readonly owner: string;
  /** Methods and constructors have `this` (kind ref) as their first parameter. Closures have only `dyn` parameters and a `dyn` result. */
  readonly form: "static" | "method" | "constructor" | "closure";
  /** Parameters first, then captured values (closures), then the other locals. */
  readonly locals: readonly IrLocal[];
  readonly paramCount: number;
  readonly captureCount: number;
  readonly result: ResultKind;
  readonly body: readonly IrStmt[];
  /** Workspace-relative path of the source file. */
  readonly file: string;
  /** Offset in the file that the positions of the statements count from: all that changes when the function only moves. */
  readonly start: number;
  /** Of signature and body, without positions. */
  readonly signatureHash: string;
  readonly bodyHash: string;
}
