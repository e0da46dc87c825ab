/** The types of generated programs, and the declarations that they name. */

export type BasicName = "Int" | "Float" | "Bool" | "String";

export type Type =
  | { readonly kind: BasicName }
  | { readonly kind: "Null"; readonly of: Type }
  | { readonly kind: "Array"; readonly element: Type }
  | { readonly kind: "Map"; readonly key: Type; readonly value: Type }
  | { readonly kind: "Box"; readonly element: Type }
  | { readonly kind: "Function"; readonly params: readonly Type[]; readonly result: Type }
  | { readonly kind: "Class"; readonly declaration: ClassDeclaration }
  | { readonly kind: "Interface"; readonly declaration: InterfaceDeclaration }
  | { readonly kind: "Enum"; readonly declaration: EnumDeclaration }
  | { readonly kind: "Struct"; readonly declaration: StructDeclaration }
  | { readonly kind: "Abstract"; readonly declaration: AbstractDeclaration };

export interface Variable {
  readonly name: string;
  readonly type: Type;
  /** Loop variables and what a pattern captures are read only. */
  readonly isMutable: boolean;
}

export interface Param {
  readonly name: string;
  readonly type: Type;
  /** A default value's text; a parameter without one must be given. */
  readonly byDefault: string | null;
}

export interface Signature {
  readonly name: string;
  readonly params: readonly Param[];
  readonly result: Type;
}

export interface ClassDeclaration {
  readonly name: string;
  readonly parent: ClassDeclaration | null;
  readonly interfaces: readonly InterfaceDeclaration[];
  readonly constructorParams: readonly Param[];
  /** Its own; those of the parent are inherited. */
  readonly fields: readonly Variable[];
  /** Read and written through accessors. */
  readonly properties: readonly Variable[];
  /** Its own and those it overrides. */
  readonly methods: readonly Signature[];
}

export interface InterfaceDeclaration {
  readonly name: string;
  readonly methods: readonly Signature[];
}

export interface EnumDeclaration {
  readonly name: string;
  readonly constructors: readonly EnumConstructor[];
}

export interface EnumConstructor {
  readonly name: string;
  readonly params: readonly Param[];
}

export interface StructDeclaration {
  readonly name: string;
  readonly fields: readonly Variable[];
}

/** Over Int, with operators between two of them and an Int. */
export interface AbstractDeclaration {
  readonly name: string;
}

/** All that a program declares. */
export interface World {
  readonly enums: EnumDeclaration[];
  readonly structs: StructDeclaration[];
  readonly abstracts: AbstractDeclaration[];
  readonly interfaces: InterfaceDeclaration[];
  readonly classes: ClassDeclaration[];
  /** Static functions of the class Program. */
  readonly functions: Signature[];
  /** Inline ones, whose bodies are expressions. */
  readonly inlines: Signature[];
  readonly statics: Variable[];
}

export const INT: Type = { kind: "Int" };
export const FLOAT: Type = { kind: "Float" };
export const BOOL: Type = { kind: "Bool" };
export const STRING: Type = { kind: "String" };

/** The type as Haxe writes it; equal texts are equal types. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case "Int":
    case "Float":
    case "Bool":
    case "String":
      return type.kind;
    case "Null":
      return `Null<${typeText(type.of)}>`;
    case "Array":
      return `Array<${typeText(type.element)}>`;
    case "Map":
      return `Map<${typeText(type.key)}, ${typeText(type.value)}>`;
    case "Box":
      return `Box<${typeText(type.element)}>`;
    case "Function":
      return `(${type.params.map(typeText).join(", ")}) -> ${typeText(type.result)}`;
    case "Class":
    case "Interface":
    case "Enum":
    case "Struct":
    case "Abstract":
      return type.declaration.name;
  }
}

export function sameType(left: Type, right: Type): boolean {
  return typeText(left) === typeText(right);
}

/** The class and those above it, itself first. */
export function lineage(declaration: ClassDeclaration): ClassDeclaration[] {
  const { parent } = declaration;
  return [declaration, ...(parent === null ? [] : lineage(parent))];
}

/** May a value of the first type stand where the second is expected? */
export function isSubtype(type: Type, expected: Type): boolean {
  if (type.kind === "Class" && expected.kind === "Class") {
    return lineage(type.declaration).includes(expected.declaration);
  }
  if (type.kind === "Class" && expected.kind === "Interface") {
    return lineage(type.declaration).some((above) =>
      above.interfaces.includes(expected.declaration),
    );
  }
  return sameType(type, expected);
}

/** Methods that an instance has, each by the nearest declaration. */
export function methodsOf(declaration: ClassDeclaration): Signature[] {
  const byName = new Map<string, Signature>();
  for (const above of lineage(declaration)) {
    for (const method of above.methods)
      if (!byName.has(method.name)) byName.set(method.name, method);
  }
  return [...byName.values()];
}

export function fieldsOf(declaration: ClassDeclaration): Variable[] {
  return lineage(declaration).flatMap((above) => [...above.fields, ...above.properties]);
}
