/** What a generated program declares, as far as generated code may use it. */

export type ScalarType = "Int" | "Float" | "Bool" | "String";
/** A scalar, `Array<Int>`, or the name of a class of the world. */
export type TypeName = string;

export interface Variable {
  readonly name: string;
  readonly type: TypeName;
}

export interface Method {
  readonly name: string;
  readonly params: readonly Variable[];
  readonly result: TypeName;
}

/** A class that other modules know: constructed with one Int. */
export interface ClassShape {
  readonly name: string;
  readonly path: string;
  readonly fields: readonly Variable[];
  readonly methods: readonly Method[];
}

export interface EnumShape {
  readonly name: string;
  readonly path: string;
  readonly constructors: readonly { readonly name: string; readonly params: readonly Variable[] }[];
}

export interface World {
  readonly classes: ClassShape[];
  readonly enums: EnumShape[];
}

export const SCALARS: readonly ScalarType[] = ["Int", "Float", "Bool", "String"];
