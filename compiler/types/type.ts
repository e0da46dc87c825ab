/**
 * Haxe's types and declarations as the checker builds them. Names follow `haxe.macro.Type`. Declarations have identity:
 * two types are of the same class when they hold the same `ClassType` object.
 */
import type { Span } from "#compiler/source/span.ts";
import type { Metadata } from "#compiler/syntax/ast.ts";

export type Type =
  | MonoType
  | InstType
  | EnumInstType
  | AbstractInstType
  | TypedefInstType
  | FunType
  | AnonType
  | DynamicType
  | TypeParamType
  | ErrorType;

/**
 * A type not known yet. Unification sets `link` once. In a typed library every Mono is linked (those that nothing
 * decided to Dynamic); `follow` reads through.
 */
export interface MonoType {
  readonly kind: "Mono";
  link: Type | null;
  /** Types that what it becomes must unify with: a type parameter's constraints. */
  constraints: readonly Type[];
  /** Fields read from it before it was known: it becomes a structure that has them, or a type that has them. */
  fields: AnonType | null;
}

/** A class or interface. */
export interface InstType {
  readonly kind: "Inst";
  readonly class: ClassType;
  readonly params: readonly Type[];
}

export interface EnumInstType {
  readonly kind: "Enum";
  readonly enum: EnumType;
  readonly params: readonly Type[];
}

/** Also the core types `Int`, `Float`, `Bool`, `Void`, `Null<T>`, `Any`, `Class<T>`. */
export interface AbstractInstType {
  readonly kind: "Abstract";
  readonly abstract: AbstractType;
  readonly params: readonly Type[];
}

/** A use of a typedef; `follow` replaces it by its type. */
export interface TypedefInstType {
  readonly kind: "Typedef";
  readonly typedef: DefType;
  readonly params: readonly Type[];
}

export interface FunType {
  readonly kind: "Fun";
  readonly args: readonly FunArg[];
  readonly result: Type;
}

export interface FunArg {
  readonly name: string;
  /** An omitted optional argument is passed as null. */
  readonly isOptional: boolean;
  /** `...name:T`: `type` is `haxe.Rest<T>`, the caller passes one array. */
  readonly isRest: boolean;
  readonly type: Type;
}

export interface AnonType {
  readonly kind: "Anon";
  /** In the order written. The type of an object literal that is still being typed may grow. */
  readonly fields: Map<string, ClassField>;
}

/** `Dynamic` (param null) and `Dynamic<T>`. */
export interface DynamicType {
  readonly kind: "Dynamic";
  readonly param: Type | null;
}

export interface TypeParamType {
  readonly kind: "TypeParam";
  readonly param: TypeParameter;
}

/** Stands where a diagnostic has been given; agrees with everything. Never in the output of a library without errors. */
export interface ErrorType {
  readonly kind: "Error";
}

// Declarations. Filled in phases while a library is declared, constant afterwards.

/** A type parameter of a class, method, enum, enum constructor, typedef or abstract. */
export interface TypeParameter {
  readonly name: string;
  constraints: readonly Type[];
  defaultType: Type | null;
  readonly span: Span;
}

export type TypeDeclaration = ClassType | EnumType | DefType | AbstractType;

interface DeclarationParts {
  /** `pack.Name`; a private type's is `pack._Module.Name`. Unique in a program. */
  readonly path: string;
  readonly name: string;
  readonly package: readonly string[];
  /** Dotted path of the module that holds it. */
  readonly module: string;
  /** Path of the source file as diagnostics show it. */
  readonly file: string;
  /** Of the name. */
  readonly span: Span;
  readonly isPrivate: boolean;
  readonly isExtern: boolean;
  readonly meta: readonly Metadata[];
  readonly doc: string | null;
  readonly params: readonly TypeParameter[];
}

export interface ClassType extends DeclarationParts {
  readonly kind: "Class";
  /**
   * `abstractImpl` holds the functions of an abstract as statics (`this` is their first parameter) under the abstract's
   * path; `moduleFields` holds a module's own functions and variables, as `pack._Module.Module_Fields_`.
   */
  readonly form: "class" | "interface" | "abstractImpl" | "moduleFields";
  readonly isFinal: boolean;
  readonly isAbstract: boolean;
  superClass: InstType | null;
  /** Those the class itself names; for an interface those it extends. */
  interfaces: InstType[];
  /** Own instance members in source order. */
  readonly fields: Map<string, ClassField>;
  readonly statics: Map<string, ClassField>;
  /** The constructor written here or, for a class with initialised variables and no constructor, made up. */
  constructor: ClassField | null;
  /** The abstract an `abstractImpl` belongs to. */
  abstract: AbstractType | null;
}

export interface EnumType extends DeclarationParts {
  readonly kind: "Enum";
  /** In declaration order: the position is the index. */
  readonly constructors: Map<string, EnumField>;
}

export interface EnumField {
  readonly name: string;
  readonly index: number;
  readonly params: readonly TypeParameter[];
  /** Null for a constructor that is a value, not a function. */
  args: readonly FunArg[] | null;
  /** The enum's own type, or the refined one of a GADT constructor. */
  result: Type;
  readonly meta: readonly Metadata[];
  readonly doc: string | null;
  readonly span: Span;
}

export interface DefType extends DeclarationParts {
  readonly kind: "Typedef";
  /** Set when the library's headers are declared; typedefs may be recursive. */
  type: Type;
}

export interface AbstractType extends DeclarationParts {
  readonly kind: "Abstract";
  readonly isCoreType: boolean;
  readonly isEnum: boolean;
  /** The type that values have at run time. For a core type the abstract itself. */
  underlying: Type;
  from: readonly AbstractConversion[];
  to: readonly AbstractConversion[];
  operators: readonly AbstractOperator[];
  /** Fields of the underlying type that `@:forward` lets through: "all", or the names. */
  forward: "all" | readonly string[];
  /** Holds the functions and the static variables; null where the abstract has none. */
  implementation: ClassType | null;
}

/** `from T`, `to T`, or a function marked `@:from` / `@:to`. */
export interface AbstractConversion {
  readonly type: Type;
  readonly field: ClassField | null;
}

/** A function marked `@:op(A + B)`, `@:op([])`, `@:arrayAccess` (op "[]" or "[]="), `@:op(a.b)` (op "." or ".="), `@:op(a())`. */
export interface AbstractOperator {
  readonly op: string;
  readonly form: "binary" | "prefix" | "postfix" | "access";
  readonly isCommutative: boolean;
  readonly field: ClassField;
}

/**
 * How a variable may be read or written: `normal` directly, `call` by `get_x` or `set_x`, `no` inside its class only
 * (written `null`), `never`, `inline` for a constant, `constructor` for a final: written where it is declared or in `new`.
 */
export type VarAccess = "normal" | "call" | "no" | "never" | "inline" | "constructor";

/** A member of a class, an interface, an abstract's implementation, a module or a structure. */
export interface ClassField {
  readonly name: string;
  readonly kind: "Var" | "Method";
  /** Null for a structure's field. */
  readonly owner: ClassType | null;
  /** As declared: over the type parameters of the class and of the method. A Method's is a Fun. */
  type: Type;
  readonly params: readonly TypeParameter[];
  readonly isStatic: boolean;
  readonly isPublic: boolean;
  readonly isFinal: boolean;
  readonly isOverride: boolean;
  /** Has no body: an interface's or an `abstract function`. */
  readonly isAbstract: boolean;
  readonly isInline: boolean;
  readonly isExtern: boolean;
  /** One of several functions of the name; see checker/overloads.ts for how the others are named. */
  readonly isOverload: boolean;
  /** `dynamic function`: stored in the object like a variable, and may be assigned. Its kind is Method. */
  readonly isDynamic: boolean;
  /** A structure's `?x:T`. */
  readonly isOptional: boolean;
  /** A function of an abstract that assigns `this`: the place it is called on gets the new value. */
  changesThis: boolean;
  /** `normal` for methods. */
  readonly read: VarAccess;
  readonly write: VarAccess;
  /** Is there a place for its value? False for methods, for properties without storage and for inline constants. */
  readonly isPhysical: boolean;
  /** The name in `@:intrinsic("name")`. */
  readonly intrinsic: string | null;
  readonly meta: readonly Metadata[];
  readonly doc: string | null;
  /** Of the name. */
  readonly span: Span;
}
