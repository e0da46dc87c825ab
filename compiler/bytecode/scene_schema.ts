/**
 * What scenes may say of a library's code: the classes that an entity can be given, and the fields that it sets. The Haxe
 * compiler writes it beside the interface, as JSON; the asset compiler checks scenes against it. Nothing here has a
 * position, so that moving code leaves it equal.
 */

/** A library's classes that scenes know of, sorted by path. */
export interface SceneSchema {
  readonly classes: readonly SceneClass[];
}

/** A class that is marked, or that has parameters which its subclasses inherit. */
export interface SceneClass {
  /** `pack.Name` */
  readonly path: string;
  /** Null for a class that only hands parameters down. */
  readonly role: SceneRole | null;
  /** Paths of the classes that it extends, nearest first. */
  readonly ancestors: readonly string[];
  /** Its own parameters in source order; those of ancestors are theirs. */
  readonly params: readonly SceneParam[];
}

/** Where a schema's classes and parameters are declared. It stands beside the schema, for it changes when code moves. */
export interface SchemaPlaces {
  readonly classes: readonly ClassPlace[];
}

export interface ClassPlace extends SourcePlace {
  /** `pack.Name` */
  readonly path: string;
  readonly params: readonly ParamPlace[];
}

export interface ParamPlace extends SourcePlace {
  readonly name: string;
}

/** A stretch of a line of Haxe; line and column count from 1, column and length in UTF-16 units. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
  /** The line itself, after the one before if there is one: who reads this may not have the file. */
  readonly excerpt: readonly string[];
}

/** `@:behavior` drives an entity, `@:component` is a part of it. */
export type SceneRole = "behavior" | "component";

/** A field marked `@:param`. */
export interface SceneParam {
  readonly name: string;
  readonly type: SceneType;
  /** Without an initial value, and not `Null<T>`: every entity must give one. */
  readonly isRequired: boolean;
  /** The initial value; null where there is none, and for assets and entities that are not set. */
  readonly initial: SceneValue | null;
  /** Inclusive bounds of each number in the value. */
  readonly min: number | null;
  readonly max: number | null;
}

/** Numbers of vectors and colours in the order of their constructors. */
export type SceneValue = boolean | number | string | readonly number[];

export type SceneType =
  | { readonly kind: SceneTypeName }
  | { readonly kind: "asset"; readonly asset: string }
  | SceneEnum;

/** Those of numbers, for which bounds can be given. */
export const RANGED_TYPES: ReadonlySet<SceneType["kind"]> = new Set([
  "int",
  "float",
  "vec2",
  "vec3",
  "vec4",
  "color",
]);

export type SceneTypeName =
  | "bool"
  | "int"
  | "float"
  | "string"
  | "vec2"
  | "vec3"
  | "vec4"
  | "quat"
  | "color"
  | "entity";

/** An enum abstract over `Int` or `String`. */
export interface SceneEnum {
  readonly kind: "enum";
  readonly path: string;
  readonly values: readonly { readonly name: string; readonly value: number | string }[];
}
