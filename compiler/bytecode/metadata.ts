/**
 * What a run-time needs to know about one library besides its code: the shape of classes and enums and a manifest of
 * the functions. The same data goes with bytecode (inside `.hbc`) and with JavaScript (as a `.manifest.json` beside it),
 * so functions of both tiers can be mixed in one program.
 */

/** As the low IR has them: Int, Float, Bool, a nullable object, a self-describing value. */
export type ValueKind = "i32" | "f64" | "bool" | "ref" | "dyn";
export type ResultKind = ValueKind | "void";

export interface ModuleMetadata {
  readonly library: string;
  readonly classes: readonly ClassMetadata[];
  readonly enums: readonly EnumMetadata[];
  readonly functions: readonly FunctionMetadata[];
}

export interface ClassMetadata {
  /** `pack.Name` */
  readonly path: string;
  readonly form: "class" | "interface";
  readonly superclass: string | null;
  readonly interfaces: readonly string[];
  readonly fields: readonly FieldMetadata[];
  readonly statics: readonly FieldMetadata[];
  readonly methods: readonly MethodMetadata[];
  readonly implementations: readonly ImplementationMetadata[];
  readonly constructor: string | null;
  readonly staticInit: string | null;
}

export interface FieldMetadata {
  readonly name: string;
  readonly kind: ValueKind;
  /** The declared type as printed; hot reload compares it. */
  readonly haxeType: string;
  /** What the declaration's initialiser gives; absent where there is none. Hot reload gives it to objects that live. */
  readonly initial?: InitialValue;
}

/** `computed` stands for every initialiser that is no constant. */
export type InitialValue = "computed" | { readonly constant: number | string | boolean | null };

export interface MethodMetadata {
  readonly name: string;
  /** Id of the function that answers, null for an interface's method. */
  readonly target: string | null;
  /** Number of parameters without the receiver. */
  readonly arity: number;
}

export interface ImplementationMetadata {
  readonly interface: string;
  readonly method: string;
  readonly target: string;
}

export interface EnumMetadata {
  readonly path: string;
  readonly constructors: readonly EnumConstructorMetadata[];
}

export interface EnumConstructorMetadata {
  readonly name: string;
  readonly params: readonly { readonly name: string; readonly kind: ValueKind }[];
}

/** One callable. Its parameters (`this` first in methods and constructors) are followed by what a closure captured. */
export interface FunctionMetadata {
  readonly id: string;
  readonly owner: string;
  readonly form: "static" | "method" | "constructor" | "closure";
  readonly params: readonly ValueKind[];
  readonly captures: readonly CaptureMetadata[];
  readonly result: ResultKind;
  readonly file: string;
  readonly signatureHash: string;
  readonly bodyHash: string;
}

export interface CaptureMetadata {
  readonly name: string;
  readonly kind: ValueKind;
}

/** What runs: the static initialisers in their order, then `main`. */
export interface ProgramEntry {
  readonly main: string;
  readonly staticInits: readonly string[];
}

/** The name of a function inside its owner's slots: `game.Player.update` is `update` of `game.Player`. */
export function slotKey(id: string, owner: string): string {
  return id.startsWith(`${owner}.`) ? id.slice(owner.length + 1) : id;
}
