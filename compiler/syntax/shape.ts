/**
 * The fields of every syntax node as data, so that encoding, hashing and dumping need no code for each node. The type
 * at the end makes a node or field that is missing here, or has the wrong shape, a compile error.
 *
 * A shape is "text", "bool", or the name of a node or union, with `*` for a list and `?` for what may be null. Spans
 * are not listed: all nodes but type-less texts have one. The order of entries and fields is the binary format:
 * whoever changes it raises the version in ast_binary.ts.
 */
import type * as Ast from "./ast.ts";

const declaration = {
  name: "Name",
  doc: "text?",
  meta: "Metadata*",
  modifiers: "text*",
  typeParams: "TypeParam*",
} as const;

const field = { name: "Name", doc: "text?", meta: "Metadata*", modifiers: "text*" } as const;

/** Nodes that are always of one kind. */
export const structs = {
  Name: { name: "text" },
  Module: { package: "PackageDecl?", imports: "ImportDecl*", declarations: "Declaration*" },
  PackageDecl: { path: "text*" },
  ImportDecl: { kind: "text", path: "Name*", isWildcard: "bool", alias: "Name?" },
  Metadata: { name: "text", params: "Expr*" },
  EnumConstructor: {
    name: "Name",
    doc: "text?",
    meta: "Metadata*",
    typeParams: "TypeParam*",
    args: "FunctionArg*?",
    returnType: "TypeHint?",
  },
  TypeParam: {
    name: "Name",
    meta: "Metadata*",
    typeParams: "TypeParam*",
    constraints: "TypeHint*",
    defaultType: "TypeHint?",
  },
  FunctionDecl: {
    typeParams: "TypeParam*",
    args: "FunctionArg*",
    returnType: "TypeHint?",
    body: "Expr?",
  },
  FunctionArg: {
    name: "Name",
    meta: "Metadata*",
    isOptional: "bool",
    isRest: "bool",
    type: "TypeHint?",
    value: "Expr?",
  },
  TypePath: { package: "text*", name: "Name", sub: "Name?", params: "TypeArgument*" },
  FunctionHintArg: { name: "Name?", isOptional: "bool", isRest: "bool", type: "TypeHint" },
  ObjectField: { name: "Name", isQuoted: "bool", value: "Expr" },
  VarDecl: { name: "Name", meta: "Metadata*", type: "TypeHint?", value: "Expr?" },
  SwitchCase: { patterns: "Expr*", guard: "Expr?", body: "Expr*" },
  Catch: { name: "Name", type: "TypeHint?", body: "Expr" },
} as const satisfies StructShapes;

const hints = {
  Path: { path: "TypePath" },
  Function: { args: "FunctionHintArg*", returnType: "TypeHint" },
  Anonymous: { extends: "TypePath*", fields: "Field*" },
  Intersection: { types: "TypeHint*" },
  Error: {},
} as const satisfies UnionShape<Ast.TypeHint>;

/** Nodes whose `kind` says which fields they have. */
export const unions = {
  Declaration: {
    Class: { ...declaration, superClass: "TypePath?", interfaces: "TypePath*", fields: "Field*" },
    Interface: { ...declaration, parents: "TypePath*", fields: "Field*" },
    Enum: { ...declaration, constructors: "EnumConstructor*" },
    Typedef: { ...declaration, type: "TypeHint" },
    Abstract: {
      ...declaration,
      isEnum: "bool",
      underlying: "TypeHint?",
      from: "TypeHint*",
      to: "TypeHint*",
      fields: "Field*",
    },
    ModuleField: { field: "Field" },
  },
  Field: {
    Var: { ...field, isOptional: "bool", type: "TypeHint?", value: "Expr?" },
    Property: {
      ...field,
      isOptional: "bool",
      get: "Name",
      set: "Name",
      type: "TypeHint?",
      value: "Expr?",
    },
    Function: { ...field, isOptional: "bool", function: "FunctionDecl" },
  },
  TypeHint: hints,
  TypeArgument: { ...hints, ConstArgument: { value: "Expr" } },
  InterpolationPart: { Text: { value: "text" }, Expr: { expr: "Expr" } },
  Expr: {
    Int: { text: "text", suffix: "text?" },
    Float: { text: "text", suffix: "text?" },
    String: { value: "text", quote: "text" },
    Interpolation: { parts: "InterpolationPart*" },
    Regexp: { pattern: "text", flags: "text" },
    Ident: { name: "text" },
    ArrayDecl: { elements: "Expr*" },
    ObjectDecl: { fields: "ObjectField*" },
    Parenthesis: { expr: "Expr" },
    Block: { exprs: "Expr*" },
    Field: { object: "Expr", name: "Name", isSafe: "bool" },
    ArrayAccess: { array: "Expr", index: "Expr" },
    Call: { callee: "Expr", args: "Expr*" },
    New: { type: "TypePath", args: "Expr*" },
    Binop: { op: "text", left: "Expr", right: "Expr" },
    Unop: { op: "text", isPostfix: "bool", operand: "Expr" },
    Ternary: { cond: "Expr", then: "Expr", else: "Expr" },
    Is: { expr: "Expr", type: "TypeHint" },
    Cast: { expr: "Expr", type: "TypeHint?" },
    CheckType: { expr: "Expr", type: "TypeHint" },
    Vars: { isFinal: "bool", isStatic: "bool", vars: "VarDecl*" },
    Function: { name: "Name?", isArrow: "bool", isInline: "bool", function: "FunctionDecl" },
    If: { cond: "Expr", then: "Expr", else: "Expr?" },
    While: { isDo: "bool", cond: "Expr", body: "Expr" },
    For: { key: "Name?", name: "Name", iterable: "Expr", body: "Expr" },
    Switch: { subject: "Expr", cases: "SwitchCase*" },
    Try: { body: "Expr", catches: "Catch*" },
    Return: { value: "Expr?" },
    Break: {},
    Continue: {},
    Throw: { value: "Expr" },
    Untyped: { expr: "Expr" },
    Meta: { meta: "Metadata", expr: "Expr" },
    Macro: { expr: "Expr?", type: "TypeHint?", declaration: "Declaration?" },
    Dollar: { name: "text", expr: "Expr?" },
    Error: {},
  },
} as const satisfies UnionShapes;

export type StructName = keyof StructTypes;
export type UnionName = keyof UnionTypes;
export type NodeName = StructName | UnionName;

/** The node type that a name in a shape stands for. */
export type NodeOf<Type extends NodeName> = (StructTypes & UnionTypes)[Type];

export interface StructTypes {
  Name: Ast.Name;
  Module: Ast.Module;
  PackageDecl: Ast.PackageDecl;
  ImportDecl: Ast.ImportDecl;
  Metadata: Ast.Metadata;
  EnumConstructor: Ast.EnumConstructor;
  TypeParam: Ast.TypeParam;
  FunctionDecl: Ast.FunctionDecl;
  FunctionArg: Ast.FunctionArg;
  TypePath: Ast.TypePath;
  FunctionHintArg: Ast.FunctionHintArg;
  ObjectField: Ast.ObjectField;
  VarDecl: Ast.VarDecl;
  SwitchCase: Ast.SwitchCase;
  Catch: Ast.Catch;
}

export interface UnionTypes {
  Declaration: Ast.Declaration;
  Field: Ast.Field;
  TypeHint: Ast.TypeHint;
  TypeArgument: Ast.TypeArgument;
  InterpolationPart: Ast.InterpolationPart;
  Expr: Ast.Expr;
}

/** Names of types by identity of the whole type: a member of a union is not the union. */
type NameOf<Type> = {
  [Name in NodeName]: [Type, NodeOf<Name>] extends [NodeOf<Name>, Type] ? Name : never;
}[NodeName];

type ShapeOf<Type> = null extends Type ? `${ShapeOfValue<NonNullable<Type>>}?` : ShapeOfValue<Type>;

type ShapeOfValue<Type> = [Type] extends [string]
  ? "text"
  : [Type] extends [boolean]
    ? "bool"
    : [Type] extends [readonly (infer Item)[]]
      ? `${ShapeOfValue<Item>}*`
      : NameOf<Type>;

type FieldShapes<Type, Skipped> = {
  readonly [Key in Exclude<keyof Type, Skipped>]: ShapeOf<Type[Key]>;
};

type StructShapes = { readonly [Name in StructName]: FieldShapes<StructTypes[Name], "span"> };

type UnionShape<Type extends { readonly kind: string }> = {
  readonly [Kind in Type["kind"]]: FieldShapes<Extract<Type, { kind: Kind }>, "span" | "kind">;
};

type UnionShapes = { readonly [Name in UnionName]: UnionShape<UnionTypes[Name]> };
