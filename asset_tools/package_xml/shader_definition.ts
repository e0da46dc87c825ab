import type { Defined } from "./defined.ts";

/** A define of which each variant has one value; null leaves it undefined. */
export interface ShaderAxis {
  readonly define: string;
  readonly values: readonly (string | null)[];
}

/** Defines under a name. */
export interface ShaderDefineSet {
  readonly name: string;
  readonly defines: readonly (readonly [string, string])[];
}

export interface ShaderVariants {
  readonly axes: readonly ShaderAxis[];
  readonly sets: readonly ShaderDefineSet[];
}

export interface ShaderDefinition extends Defined {
  readonly kind: "shader";
  readonly source: string;
  /** Files that it may include, as `package:path`. */
  readonly includes: readonly string[];
  readonly variants: ShaderVariants;
}

/** A shader that includes nothing and has one variant. */
export const NO_VARIANTS: ShaderVariants = { axes: [], sets: [] };
