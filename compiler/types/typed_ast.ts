/**
 * What the checker makes of a library and lowering reads. Names are resolved, conversions are visible, and the sugar is
 * gone: properties are calls, `a.b += c`, `++`, `??`, `?.`, comprehensions, map literals, iterator loops, operators of
 * abstracts, `using` and `.bind` are written out. Compiler-made variables have names that start with "`".
 */
import type { Span } from "#compiler/source/span.ts";
import type {
  ClassField,
  ClassType,
  EnumField,
  EnumType,
  FunArg,
  Type,
  TypeDeclaration,
} from "./type.ts";

export interface TypedLibrary {
  readonly library: string;
  /** By file, then in source order. Extern classes are not among them. */
  readonly classes: readonly TypedClass[];
  readonly enums: readonly EnumType[];
}

export interface TypedClass {
  readonly type: ClassType;
  /** Instance variables that have storage, in declaration order; `dynamic` functions are among them. */
  readonly fields: readonly ClassField[];
  /** Static variables that have storage, with their initial values, in declaration order. */
  readonly statics: readonly TypedStatic[];
  /** Starts with the initialisers of the instance variables. A class without one inherits its parent's. */
  readonly constructor: TypedFunction | null;
  /** Instance methods with a body. */
  readonly methods: readonly TypedFunction[];
  /** `__init__` is among them: it runs after the static initialisers. */
  readonly staticMethods: readonly TypedFunction[];
}

export interface TypedStatic {
  readonly field: ClassField;
  readonly value: TypedExpr | null;
}

export interface TypedFunction {
  /** `pack.Class.method`; a constructor's is `pack.Class.new`. */
  readonly id: string;
  readonly owner: ClassType;
  readonly field: ClassField;
  readonly form: "static" | "method" | "constructor";
  readonly params: readonly TypedParam[];
  readonly returnType: Type;
  readonly body: TypedExpr;
  readonly file: string;
  readonly span: Span;
  /** How far it has moved in its file since it was typed: spans in `params` and `body` are from before. */
  readonly moved: number;
  readonly signatureHash: string;
}

export interface TypedParam {
  readonly variable: LocalVariable;
  /**
   * What callers pass, as in the function's type. An optional argument may be null whatever its type says (`x:Int = 1`
   * has type Int): its slot is that of `Null<T>`.
   */
  readonly arg: FunArg;
  /** Replaces null. The variable then has the type without `Null`. */
  readonly defaultValue: TypedExpr | null;
}

export interface LocalVariable {
  /** Unique within the function. */
  readonly id: number;
  readonly name: string;
  type: Type;
  readonly isFinal: boolean;
  /** The counter of a loop over a range and the name of a local function cannot be assigned. */
  readonly form: "variable" | "counter" | "function";
  /** Is it used by a closure that it is not declared in? */
  isCaptured: boolean;
  /** Is it assigned after its declaration? Also true for a local function that refers to itself. */
  isAssigned: boolean;
  readonly span: Span;
}

interface ExprParts {
  readonly type: Type;
  readonly span: Span;
}

export type TypedExpr =
  | IntExpr
  | FloatExpr
  | StringExpr
  | BoolExpr
  | NullExpr
  | ThisExpr
  | LocalExpr
  | FieldExpr
  | StaticFieldExpr
  | AnonFieldExpr
  | DynamicFieldExpr
  | MethodClosureExpr
  | StaticClosureExpr
  | EnumValueExpr
  | TypeValueExpr
  | ArrayAccessExpr
  | CallExpr
  | MethodCallExpr
  | StaticCallExpr
  | SuperCallExpr
  | IntrinsicExpr
  | NewExpr
  | NewEnumExpr
  | ArrayDeclExpr
  | ObjectDeclExpr
  | FunctionExpr
  | BinopExpr
  | LogicExpr
  | IsNullExpr
  | UnopExpr
  | StringConcatExpr
  | AssignExpr
  | VarExpr
  | BlockExpr
  | IfExpr
  | WhileExpr
  | ForRangeExpr
  | ForArrayExpr
  | SwitchExpr
  | TryExpr
  | ReturnExpr
  | BreakExpr
  | ContinueExpr
  | ThrowExpr
  | CastExpr
  | IsExpr;

// Values

export interface IntExpr extends ExprParts {
  readonly kind: "Int";
  /** Wrapped to 32 bits. */
  readonly value: number;
}

export interface FloatExpr extends ExprParts {
  readonly kind: "Float";
  readonly value: number;
}

export interface StringExpr extends ExprParts {
  readonly kind: "String";
  readonly value: string;
}

export interface BoolExpr extends ExprParts {
  readonly kind: "Bool";
  readonly value: boolean;
}

/** Also what is passed for an omitted optional argument. */
export interface NullExpr extends ExprParts {
  readonly kind: "Null";
}

/** The receiver of a method or constructor (in an abstract's functions `this` is a Local). */
export interface ThisExpr extends ExprParts {
  readonly kind: "This";
}

export interface LocalExpr extends ExprParts {
  readonly kind: "Local";
  readonly variable: LocalVariable;
}

/**
 * A stored variable of an instance. `field.type` is the declared type, `type` the same with the object's type arguments
 * put in: where the two have different representations (`T` and `Int`) reading and writing converts.
 */
export interface FieldExpr extends ExprParts {
  readonly kind: "Field";
  readonly object: TypedExpr;
  readonly owner: ClassType;
  readonly field: ClassField;
}

export interface StaticFieldExpr extends ExprParts {
  readonly kind: "StaticField";
  readonly owner: ClassType;
  readonly field: ClassField;
}

/** A field of a structure; the object may also be an instance, whose getters then run. Values are dynamic at run time. */
export interface AnonFieldExpr extends ExprParts {
  readonly kind: "AnonField";
  readonly object: TypedExpr;
  readonly name: string;
}

/** A field of a `Dynamic` value. */
export interface DynamicFieldExpr extends ExprParts {
  readonly kind: "DynamicField";
  readonly object: TypedExpr;
  readonly name: string;
}

/** `object.method` as a value: a closure bound to the object. */
export interface MethodClosureExpr extends ExprParts {
  readonly kind: "MethodClosure";
  readonly object: TypedExpr;
  readonly owner: ClassType;
  readonly field: ClassField;
  /** `super.method` as a value: the parent's function, not the overriding one. */
  readonly isSuper: boolean;
}

/** A static function as a value; the same function is the same value. */
export interface StaticClosureExpr extends ExprParts {
  readonly kind: "StaticClosure";
  readonly owner: ClassType;
  readonly field: ClassField;
}

/** A constructor without arguments. One with arguments is NewEnum when called, and a Function that calls it otherwise. */
export interface EnumValueExpr extends ExprParts {
  readonly kind: "EnumValue";
  readonly enum: EnumType;
  readonly constructor: EnumField;
}

/** A class, enum or abstract used as a value of type `Class<T>` or `Enum<T>`. */
export interface TypeValueExpr extends ExprParts {
  readonly kind: "TypeValue";
  readonly declaration: TypeDeclaration;
}

/** An element of an `Array`; any other `a[i]` is a call. */
export interface ArrayAccessExpr extends ExprParts {
  readonly kind: "ArrayAccess";
  readonly array: TypedExpr;
  readonly index: TypedExpr;
}

// Calls. Arguments are complete: omitted ones are Null, rest arguments one array.

/** Calls a function value: its type is a Fun, or Dynamic. */
export interface CallExpr extends ExprParts {
  readonly kind: "Call";
  readonly callee: TypedExpr;
  readonly args: readonly TypedExpr[];
}

/** `owner` is the class or interface that declares the method. Parameters and result as declared are in `field.type`. */
export interface MethodCallExpr extends ExprParts {
  readonly kind: "MethodCall";
  readonly object: TypedExpr;
  readonly owner: ClassType;
  readonly field: ClassField;
  readonly args: readonly TypedExpr[];
  /** `super.method()`: calls the parent's function without dispatch; `object` is then This. */
  readonly isSuper: boolean;
}

export interface StaticCallExpr extends ExprParts {
  readonly kind: "StaticCall";
  readonly owner: ClassType;
  readonly field: ClassField;
  readonly args: readonly TypedExpr[];
}

/** `super(args)`; `owner` is the ancestor that has the constructor. */
export interface SuperCallExpr extends ExprParts {
  readonly kind: "SuperCall";
  readonly owner: ClassType;
  readonly field: ClassField;
  readonly args: readonly TypedExpr[];
}

/**
 * A call of a member marked `@:intrinsic`; the receiver comes first. Each such member is also a function of its class
 * whose body is this expression, so that it can be used as a value.
 */
export interface IntrinsicExpr extends ExprParts {
  readonly kind: "Intrinsic";
  readonly name: string;
  readonly field: ClassField;
  readonly args: readonly TypedExpr[];
}

export interface NewExpr extends ExprParts {
  readonly kind: "New";
  readonly class: ClassType;
  /** The class that has the constructor: `class` or an ancestor. Null where none has one. */
  readonly constructorOwner: ClassType | null;
  readonly args: readonly TypedExpr[];
}

export interface NewEnumExpr extends ExprParts {
  readonly kind: "NewEnum";
  readonly enum: EnumType;
  readonly constructor: EnumField;
  readonly args: readonly TypedExpr[];
}

export interface ArrayDeclExpr extends ExprParts {
  readonly kind: "ArrayDecl";
  readonly elements: readonly TypedExpr[];
}

export interface ObjectDeclExpr extends ExprParts {
  readonly kind: "ObjectDecl";
  readonly fields: readonly { readonly name: string; readonly value: TypedExpr }[];
}

/** A closure. */
export interface FunctionExpr extends ExprParts {
  readonly kind: "Function";
  /** Of a local function; null for an anonymous one. */
  readonly name: string | null;
  readonly params: readonly TypedParam[];
  readonly returnType: Type;
  readonly body: TypedExpr;
  /** Variables of the functions around it that it, or a closure inside it, uses; in order of first use. */
  readonly captures: readonly LocalVariable[];
  readonly capturesThis: boolean;
}

// Operators

/** `+ - * / % & | ^ << >> >>>` and the comparisons. Both operands have been converted to what `operands` says. */
export interface BinopExpr extends ExprParts {
  readonly kind: "Binop";
  readonly op: ArithmeticOp | CompareOp;
  /**
   * What is computed with. `/` is always Float (or Dynamic). `String` only for comparisons: by text, null equals null.
   * `Reference`: `==` and `!=` by identity. `Dynamic`: looked up at run time, equality by value for numbers and texts.
   */
  readonly operands: "Int" | "Float" | "Bool" | "String" | "Reference" | "Dynamic";
  readonly left: TypedExpr;
  readonly right: TypedExpr;
}

export type ArithmeticOp = "+" | "-" | "*" | "/" | "%" | "&" | "|" | "^" | "<<" | ">>" | ">>>";
export type CompareOp = "==" | "!=" | "<" | "<=" | ">" | ">=";

/** `&&` and `||` on Bool. */
export interface LogicExpr extends ExprParts {
  readonly kind: "Logic";
  readonly op: "&&" | "||";
  readonly left: TypedExpr;
  readonly right: TypedExpr;
}

/** `operand == null` (`!= null` is its negation). False for an operand that cannot be null. */
export interface IsNullExpr extends ExprParts {
  readonly kind: "IsNull";
  readonly operand: TypedExpr;
}

export interface UnopExpr extends ExprParts {
  readonly kind: "Unop";
  readonly op: "-" | "!" | "~";
  readonly operands: "Int" | "Float" | "Bool" | "Dynamic";
  readonly operand: TypedExpr;
}

/** `a + b` where one is a String, and interpolation. Parts have any type: String, Int, Float, ... (else `Std.string`). */
export interface StringConcatExpr extends ExprParts {
  readonly kind: "StringConcat";
  readonly parts: readonly TypedExpr[];
}

export type AssignTarget =
  | LocalExpr
  | FieldExpr
  | StaticFieldExpr
  | AnonFieldExpr
  | DynamicFieldExpr
  | ArrayAccessExpr;

/** Its value is the value assigned. */
export interface AssignExpr extends ExprParts {
  readonly kind: "Assign";
  readonly target: AssignTarget;
  readonly value: TypedExpr;
}

// Statements; each is an expression. A type of Void means that it has no value.

/** Declares a variable; without a value it holds its type's zero (0, 0.0, false, null). */
export interface VarExpr extends ExprParts {
  readonly kind: "Var";
  readonly variable: LocalVariable;
  readonly value: TypedExpr | null;
}

/** Its value is that of the last expression. */
export interface BlockExpr extends ExprParts {
  readonly kind: "Block";
  readonly exprs: readonly TypedExpr[];
}

export interface IfExpr extends ExprParts {
  readonly kind: "If";
  readonly cond: TypedExpr;
  readonly then: TypedExpr;
  readonly else: TypedExpr | null;
}

export interface WhileExpr extends ExprParts {
  readonly kind: "While";
  /** `do body while (cond)`. */
  readonly isDo: boolean;
  readonly cond: TypedExpr;
  readonly body: TypedExpr;
}

/** `for (variable in start...end)`; both bounds are evaluated once. */
export interface ForRangeExpr extends ExprParts {
  readonly kind: "ForRange";
  /** A new variable in each round. */
  readonly variable: LocalVariable;
  readonly start: TypedExpr;
  readonly end: TypedExpr;
  readonly body: TypedExpr;
}

/** `for (variable in array)` and `for (key => variable in array)`; the length is read anew in each round. */
export interface ForArrayExpr extends ExprParts {
  readonly kind: "ForArray";
  readonly key: LocalVariable | null;
  readonly variable: LocalVariable;
  readonly array: TypedExpr;
  readonly body: TypedExpr;
}

export interface SwitchExpr extends ExprParts {
  readonly kind: "Switch";
  /** One, or the elements of `switch [a, b]`, whose patterns are then Tuple, Any or Or. */
  readonly subjects: readonly TypedExpr[];
  /** In source order: the first whose pattern and guard hold is taken. */
  readonly cases: readonly TypedCase[];
  /** Also runs where nothing matches a switch that is not exhaustive; null then means: nothing happens. */
  readonly default: TypedExpr | null;
  /** True where the cases cover every value, so that no default is needed. */
  readonly isExhaustive: boolean;
}

export interface TypedCase {
  readonly pattern: TypedPattern;
  readonly guard: TypedExpr | null;
  readonly body: TypedExpr;
  readonly span: Span;
}

export type TypedPattern =
  /** `_` */
  | { readonly kind: "Any"; readonly span: Span }
  /** A capture: `name`, or `name = pattern`. */
  | {
      readonly kind: "Bind";
      readonly variable: LocalVariable;
      readonly pattern: TypedPattern | null;
      readonly span: Span;
    }
  /** Equal to a constant, or to the value of a static final field. */
  | { readonly kind: "Value"; readonly value: TypedExpr; readonly span: Span }
  /** `types` are the constructor's argument types with the subject's type arguments put in. */
  | {
      readonly kind: "Enum";
      readonly enum: EnumType;
      readonly constructor: EnumField;
      readonly args: readonly TypedPattern[];
      readonly types: readonly Type[];
      readonly span: Span;
    }
  /** An array of exactly so many elements. */
  | {
      readonly kind: "Array";
      readonly elements: readonly TypedPattern[];
      readonly elementType: Type;
      readonly span: Span;
    }
  /** One pattern for each of the switch's subjects. */
  | { readonly kind: "Tuple"; readonly elements: readonly TypedPattern[]; readonly span: Span }
  /**
   * A structure pattern or an extractor: the matched value is put in `variable`, then each part's value, which reads
   * `variable`, is matched. Matching a structure needs a value that is not null.
   */
  | {
      readonly kind: "Extract";
      readonly variable: LocalVariable;
      /** `name` is the structure's field; null for an extractor. */
      readonly parts: readonly ExtractPart[];
      readonly span: Span;
    }
  /** Alternatives bind the same variables (the same objects). */
  | { readonly kind: "Or"; readonly alternatives: readonly TypedPattern[]; readonly span: Span };

export interface ExtractPart {
  readonly name: string | null;
  readonly value: TypedExpr;
  readonly pattern: TypedPattern;
}

export interface TryExpr extends ExprParts {
  readonly kind: "Try";
  readonly body: TypedExpr;
  readonly catches: readonly TypedCatch[];
}

/**
 * Tried in order, by `variable.type`: `Dynamic` takes the thrown value as it is; `haxe.Exception` takes everything,
 * wrapping what is not one; any other type takes values of that type.
 */
export interface TypedCatch {
  readonly variable: LocalVariable;
  readonly body: TypedExpr;
  readonly span: Span;
}

export interface ReturnExpr extends ExprParts {
  readonly kind: "Return";
  readonly value: TypedExpr | null;
}

export interface BreakExpr extends ExprParts {
  readonly kind: "Break";
}

export interface ContinueExpr extends ExprParts {
  readonly kind: "Continue";
}

export interface ThrowExpr extends ExprParts {
  readonly kind: "Throw";
  readonly value: TypedExpr;
}

/**
 * To `type`. `implicit`: between representations (Int to Float, a basic type to or from `Null<T>`, `Dynamic` or a type
 * parameter) where a value is given to a slot of another type. `unchecked`: `cast e`, trusted. `checked`: `cast(e, T)`,
 * throws where the value is neither null nor a T.
 */
export interface CastExpr extends ExprParts {
  readonly kind: "Cast";
  readonly form: "implicit" | "unchecked" | "checked";
  readonly expr: TypedExpr;
}

/** `expr is T` for a class, interface, enum, or core type. */
export interface IsExpr extends ExprParts {
  readonly kind: "Is";
  readonly expr: TypedExpr;
  readonly tested: Type;
}
