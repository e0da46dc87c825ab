/**
 * The syntax tree of one Haxe module, as written: names are not resolved, parentheses are kept, patterns are
 * expressions. Kinds are Haxe's own constructor names without their prefix letter (`EField` is "Field", `TPath` is
 * "Path"). Conditional compilation is already decided and leaves no node.
 */
import type { Span } from "#compiler/source/span.ts";

/** An identifier at the place where it is written. */
export interface Name {
  readonly name: string;
  readonly span: Span;
}

/** One parsed `.hx` file. */
export interface Module {
  readonly package: PackageDecl | null;
  /** In source order: later imports shadow earlier ones. */
  readonly imports: readonly ImportDecl[];
  readonly declarations: readonly Declaration[];
  readonly span: Span;
}

export interface PackageDecl {
  /** Empty for `package;`. */
  readonly path: readonly string[];
  readonly span: Span;
}

/** `import a.b.C`, `import a.b.C.field as d`, `import a.b.*`, `using a.b.C`. */
export interface ImportDecl {
  readonly kind: "Import" | "Using";
  readonly path: readonly Name[];
  readonly isWildcard: boolean;
  readonly alias: Name | null;
  readonly span: Span;
}

/** `@:name(params)`; the name keeps its `:` (compile-time metadata), never the `@`. */
export interface Metadata {
  readonly name: string;
  readonly params: readonly Expr[];
  readonly span: Span;
}

// Declarations

export type Declaration =
  | ClassDecl
  | InterfaceDecl
  | EnumDecl
  | TypedefDecl
  | AbstractDecl
  | ModuleFieldDecl;

export type DeclarationModifier = "private" | "extern" | "final" | "abstract";

interface DeclarationParts {
  readonly name: Name;
  readonly doc: string | null;
  readonly meta: readonly Metadata[];
  /** In source order, without repetition. */
  readonly modifiers: readonly DeclarationModifier[];
  readonly typeParams: readonly TypeParam[];
  readonly span: Span;
}

export interface ClassDecl extends DeclarationParts {
  readonly kind: "Class";
  readonly superClass: TypePath | null;
  readonly interfaces: readonly TypePath[];
  readonly fields: readonly Field[];
}

export interface InterfaceDecl extends DeclarationParts {
  readonly kind: "Interface";
  /** `interface A extends B extends C`. */
  readonly parents: readonly TypePath[];
  readonly fields: readonly Field[];
}

export interface EnumDecl extends DeclarationParts {
  readonly kind: "Enum";
  readonly constructors: readonly EnumConstructor[];
}

export interface EnumConstructor {
  readonly name: Name;
  readonly doc: string | null;
  readonly meta: readonly Metadata[];
  readonly typeParams: readonly TypeParam[];
  /** Null for a constructor without parentheses: a value, not a function. */
  readonly args: readonly FunctionArg[] | null;
  /** The refined type of a GADT constructor. */
  readonly returnType: TypeHint | null;
  readonly span: Span;
}

export interface TypedefDecl extends DeclarationParts {
  readonly kind: "Typedef";
  readonly type: TypeHint;
}

/** `abstract A(T) from X to Y { }` and `enum abstract A(T) { }`. */
export interface AbstractDecl extends DeclarationParts {
  readonly kind: "Abstract";
  readonly isEnum: boolean;
  /** Null only for core types (`@:coreType abstract Int`). */
  readonly underlying: TypeHint | null;
  readonly from: readonly TypeHint[];
  readonly to: readonly TypeHint[];
  readonly fields: readonly Field[];
}

/** A function or variable at module level; its name, doc, metadata and type parameters are the field's. */
export interface ModuleFieldDecl {
  readonly kind: "ModuleField";
  readonly field: Field;
  readonly span: Span;
}

/** `T`, `T:Constraint`, `T:A & B`, `T = Default`. */
export interface TypeParam {
  readonly name: Name;
  readonly meta: readonly Metadata[];
  readonly typeParams: readonly TypeParam[];
  readonly constraints: readonly TypeHint[];
  readonly defaultType: TypeHint | null;
  readonly span: Span;
}

// Fields

export type FieldModifier =
  | "public"
  | "private"
  | "static"
  | "override"
  | "dynamic"
  | "inline"
  | "macro"
  | "final"
  | "extern"
  | "abstract"
  | "overload";

/** A member of a class, interface, abstract, anonymous structure or module. */
export type Field = VarField | PropertyField | FunctionField;

interface FieldParts {
  readonly name: Name;
  readonly doc: string | null;
  readonly meta: readonly Metadata[];
  /** In source order. `final x = 1` is a "Var" with the modifier "final". */
  readonly modifiers: readonly FieldModifier[];
  readonly span: Span;
}

export interface VarField extends FieldParts {
  readonly kind: "Var";
  /** `?x:Int` or `var ?x:Int` in a structure. */
  readonly isOptional: boolean;
  readonly type: TypeHint | null;
  readonly value: Expr | null;
}

/** `var x(get, set):T`; an accessor is `default`, `null`, `get`, `set`, `dynamic`, `never` or a method's name. */
export interface PropertyField extends FieldParts {
  readonly kind: "Property";
  readonly isOptional: boolean;
  readonly get: Name;
  readonly set: Name;
  readonly type: TypeHint | null;
  readonly value: Expr | null;
}

export interface FunctionField extends FieldParts {
  readonly kind: "Function";
  readonly isOptional: boolean;
  /** The constructor is the function named `new`. */
  readonly function: FunctionDecl;
}

export interface FunctionDecl {
  readonly typeParams: readonly TypeParam[];
  readonly args: readonly FunctionArg[];
  readonly returnType: TypeHint | null;
  /** Null in interfaces, externs and abstract functions. */
  readonly body: Expr | null;
  readonly span: Span;
}

export interface FunctionArg {
  readonly name: Name;
  readonly meta: readonly Metadata[];
  /** Written `?name`; an argument with a default value is optional too but has this false. */
  readonly isOptional: boolean;
  /** Written `...name:T`; `type` is then the element type. */
  readonly isRest: boolean;
  readonly type: TypeHint | null;
  readonly value: Expr | null;
  readonly span: Span;
}

// Type hints

export type TypeHint = PathHint | FunctionHint | AnonymousHint | IntersectionHint | ErrorHint;

/** `pack.Module.Sub<Params>`: lower-case parts are the package, then one or two type names. */
export interface TypePath {
  readonly package: readonly string[];
  readonly name: Name;
  readonly sub: Name | null;
  readonly params: readonly TypeArgument[];
  readonly span: Span;
}

export interface PathHint {
  readonly kind: "Path";
  readonly path: TypePath;
  readonly span: Span;
}

/** `A->B->C` (args A and B) and `(a:A, ?b:B) -> C` are the same node. */
export interface FunctionHint {
  readonly kind: "Function";
  readonly args: readonly FunctionHintArg[];
  readonly returnType: TypeHint;
  readonly span: Span;
}

export interface FunctionHintArg {
  readonly name: Name | null;
  readonly isOptional: boolean;
  readonly isRest: boolean;
  readonly type: TypeHint;
  readonly span: Span;
}

/** `{ > Base, x:Int, ?y:Int }` and the long form with `var` and `function`. */
export interface AnonymousHint {
  readonly kind: "Anonymous";
  readonly extends: readonly TypePath[];
  readonly fields: readonly Field[];
  readonly span: Span;
}

/** `A & B & C`. */
export interface IntersectionHint {
  readonly kind: "Intersection";
  readonly types: readonly TypeHint[];
  readonly span: Span;
}

/** Where a type was expected and none could be read; a diagnostic already says so. */
export interface ErrorHint {
  readonly kind: "Error";
  readonly span: Span;
}

/** A type parameter's argument: a type, or a constant for `@:const` and `@:genericBuild` parameters. */
export type TypeArgument = TypeHint | ConstArgument;

export interface ConstArgument {
  readonly kind: "ConstArgument";
  readonly value: Expr;
  readonly span: Span;
}

// Expressions

export type Expr =
  | IntExpr
  | FloatExpr
  | StringExpr
  | InterpolationExpr
  | RegexpExpr
  | IdentExpr
  | ArrayDeclExpr
  | ObjectDeclExpr
  | ParenthesisExpr
  | BlockExpr
  | FieldExpr
  | ArrayAccessExpr
  | CallExpr
  | NewExpr
  | BinopExpr
  | UnopExpr
  | TernaryExpr
  | IsExpr
  | CastExpr
  | CheckTypeExpr
  | VarsExpr
  | FunctionExpr
  | IfExpr
  | WhileExpr
  | ForExpr
  | SwitchExpr
  | TryExpr
  | ReturnExpr
  | BreakExpr
  | ContinueExpr
  | ThrowExpr
  | UntypedExpr
  | MetaExpr
  | MacroExpr
  | DollarExpr
  | ErrorExpr;

/**
 * The digits as written without separators and suffix: `1000`, `0xFF`, `0b101`. Never negative: `-1` is a Unop,
 * so that only the checker needs to know that `-2147483648` is an Int.
 */
export interface IntExpr {
  readonly kind: "Int";
  readonly text: string;
  readonly suffix: "i32" | "i64" | "u32" | null;
  readonly span: Span;
}

/** As written without separators and suffix: `1.5`, `.5`, `1.`, `1e3`. */
export interface FloatExpr {
  readonly kind: "Float";
  readonly text: string;
  readonly suffix: "f64" | null;
  readonly span: Span;
}

/** A string without interpolation, escapes already replaced. */
export interface StringExpr {
  readonly kind: "String";
  readonly value: string;
  readonly quote: '"' | "'";
  readonly span: Span;
}

/** `'a $b ${c}'`; neighbouring texts are joined, empty ones left out. */
export interface InterpolationExpr {
  readonly kind: "Interpolation";
  readonly parts: readonly InterpolationPart[];
  readonly span: Span;
}

export type InterpolationPart = TextPart | ExprPart;

export interface TextPart {
  readonly kind: "Text";
  readonly value: string;
  readonly span: Span;
}

export interface ExprPart {
  readonly kind: "Expr";
  readonly expr: Expr;
  readonly span: Span;
}

/** `~/pattern/flags`. */
export interface RegexpExpr {
  readonly kind: "Regexp";
  readonly pattern: string;
  readonly flags: string;
  readonly span: Span;
}

/** A name, and also `this`, `super`, `null`, `true`, `false`, `abstract` and the pattern `_`, as in Haxe. */
export interface IdentExpr {
  readonly kind: "Ident";
  readonly name: string;
  readonly span: Span;
}

/**
 * `[a, b]`; a map literal when its elements are Binop "=>"; a comprehension when its only element is a For or While
 * (whose innermost body may be a Binop "=>", which makes a map).
 */
export interface ArrayDeclExpr {
  readonly kind: "ArrayDecl";
  readonly elements: readonly Expr[];
  readonly span: Span;
}

export interface ObjectDeclExpr {
  readonly kind: "ObjectDecl";
  readonly fields: readonly ObjectField[];
  readonly span: Span;
}

export interface ObjectField {
  readonly name: Name;
  /** Written `"name": value`. */
  readonly isQuoted: boolean;
  readonly value: Expr;
  readonly span: Span;
}

export interface ParenthesisExpr {
  readonly kind: "Parenthesis";
  readonly expr: Expr;
  readonly span: Span;
}

export interface BlockExpr {
  readonly kind: "Block";
  readonly exprs: readonly Expr[];
  readonly span: Span;
}

/** `object.name` and `object?.name`. */
export interface FieldExpr {
  readonly kind: "Field";
  readonly object: Expr;
  readonly name: Name;
  readonly isSafe: boolean;
  readonly span: Span;
}

export interface ArrayAccessExpr {
  readonly kind: "ArrayAccess";
  readonly array: Expr;
  readonly index: Expr;
  readonly span: Span;
}

export interface CallExpr {
  readonly kind: "Call";
  readonly callee: Expr;
  readonly args: readonly Expr[];
  readonly span: Span;
}

export interface NewExpr {
  readonly kind: "New";
  readonly type: TypePath;
  readonly args: readonly Expr[];
  readonly span: Span;
}

/** Operators that have an assigning form `op=`. */
export type ArithmeticOperator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "&"
  | "|"
  | "^"
  | "<<"
  | ">>"
  | ">>>"
  | "&&"
  | "||"
  | "??";

export type AssignOperator = `${ArithmeticOperator}=`;

/** `in` appears only in metadata and macro parameters; a loop has its own node. */
export type BinaryOperator =
  | ArithmeticOperator
  | AssignOperator
  | "="
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "..."
  | "=>"
  | "in";

export interface BinopExpr {
  readonly kind: "Binop";
  readonly op: BinaryOperator;
  readonly left: Expr;
  readonly right: Expr;
  readonly span: Span;
}

/** "..." is the spread of a rest argument, always prefix. */
export type UnaryOperator = "++" | "--" | "!" | "-" | "~" | "...";

export interface UnopExpr {
  readonly kind: "Unop";
  readonly op: UnaryOperator;
  readonly isPostfix: boolean;
  readonly operand: Expr;
  readonly span: Span;
}

export interface TernaryExpr {
  readonly kind: "Ternary";
  readonly cond: Expr;
  readonly then: Expr;
  readonly else: Expr;
  readonly span: Span;
}

/** `expr is Type`. */
export interface IsExpr {
  readonly kind: "Is";
  readonly expr: Expr;
  readonly type: TypeHint;
  readonly span: Span;
}

/** `cast expr` (type null, unchecked) and `cast(expr, Type)`. */
export interface CastExpr {
  readonly kind: "Cast";
  readonly expr: Expr;
  readonly type: TypeHint | null;
  readonly span: Span;
}

/** `(expr : Type)`, whose parentheses belong to it. */
export interface CheckTypeExpr {
  readonly kind: "CheckType";
  readonly expr: Expr;
  readonly type: TypeHint;
  readonly span: Span;
}

/** `var a = 1, b:Int` and `final a = 1`. */
export interface VarsExpr {
  readonly kind: "Vars";
  readonly isFinal: boolean;
  readonly isStatic: boolean;
  readonly vars: readonly VarDecl[];
  readonly span: Span;
}

export interface VarDecl {
  readonly name: Name;
  readonly meta: readonly Metadata[];
  readonly type: TypeHint | null;
  readonly value: Expr | null;
  readonly span: Span;
}

/** `function name() {}`, `function() {}`, and `() -> e` (whose body is `e` itself, an implicit return). */
export interface FunctionExpr {
  readonly kind: "Function";
  readonly name: Name | null;
  readonly isArrow: boolean;
  readonly isInline: boolean;
  readonly function: FunctionDecl;
  readonly span: Span;
}

export interface IfExpr {
  readonly kind: "If";
  readonly cond: Expr;
  readonly then: Expr;
  readonly else: Expr | null;
  readonly span: Span;
}

export interface WhileExpr {
  readonly kind: "While";
  readonly isDo: boolean;
  readonly cond: Expr;
  readonly body: Expr;
  readonly span: Span;
}

/** `for (name in iterable)` and `for (key => name in iterable)`. */
export interface ForExpr {
  readonly kind: "For";
  readonly key: Name | null;
  readonly name: Name;
  readonly iterable: Expr;
  readonly body: Expr;
  readonly span: Span;
}

export interface SwitchExpr {
  readonly kind: "Switch";
  readonly subject: Expr;
  /** In source order; `default:` is the case without patterns. */
  readonly cases: readonly SwitchCase[];
  readonly span: Span;
}

/**
 * `case p1, p2 if (guard): body`. A pattern is an expression: `A(x)` Call, `a | b` Binop "|", `{ x: p }` ObjectDecl,
 * `[p]` ArrayDecl, `name = p` Binop "=", `extractor => p` Binop "=>", `var x` Vars, `_` and captures Ident.
 */
export interface SwitchCase {
  /** Empty for `default`. */
  readonly patterns: readonly Expr[];
  readonly guard: Expr | null;
  /** The statements of the case; Haxe wraps them in a block. */
  readonly body: readonly Expr[];
  readonly span: Span;
}

export interface TryExpr {
  readonly kind: "Try";
  readonly body: Expr;
  readonly catches: readonly Catch[];
  readonly span: Span;
}

/** `catch (name:type) body`; without a type it is `haxe.Exception`. */
export interface Catch {
  readonly name: Name;
  readonly type: TypeHint | null;
  readonly body: Expr;
  readonly span: Span;
}

export interface ReturnExpr {
  readonly kind: "Return";
  readonly value: Expr | null;
  readonly span: Span;
}

export interface BreakExpr {
  readonly kind: "Break";
  readonly span: Span;
}

export interface ContinueExpr {
  readonly kind: "Continue";
  readonly span: Span;
}

export interface ThrowExpr {
  readonly kind: "Throw";
  readonly value: Expr;
  readonly span: Span;
}

export interface UntypedExpr {
  readonly kind: "Untyped";
  readonly expr: Expr;
  readonly span: Span;
}

/** `@:meta expr`; `inline call()` is the metadata `:inline`, as in Haxe. */
export interface MetaExpr {
  readonly kind: "Meta";
  readonly meta: Metadata;
  readonly expr: Expr;
  readonly span: Span;
}

/** `macro expr`, `macro :Type` or `macro class ...`: exactly one of the three is set. */
export interface MacroExpr {
  readonly kind: "Macro";
  readonly expr: Expr | null;
  readonly type: TypeHint | null;
  readonly declaration: Declaration | null;
  readonly span: Span;
}

/** A reification escape `$name` (expr null) or `$name{expr}`; the name is without its `$`. */
export interface DollarExpr {
  readonly kind: "Dollar";
  readonly name: string;
  readonly expr: Expr | null;
  readonly span: Span;
}

/** Where an expression was expected and none could be read; a diagnostic already says so. */
export interface ErrorExpr {
  readonly kind: "Error";
  readonly span: Span;
}
