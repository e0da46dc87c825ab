import type { BlendModeName, CullModeName, DepthTestName } from "../fpkg/format/material.ts";
import type { Defined } from "./defined.ts";
import type { TextureParts, TextureSemantic } from "./texture_definition.ts";

/** A property's value; which of them fits is known when the shader is. */
export type PropertyValue =
  | { readonly kind: "numbers"; readonly values: readonly number[] }
  | { readonly kind: "bool"; readonly value: boolean }
  | {
      readonly kind: "texture";
      readonly texture: string;
      /** What the texture is, as its package's index says; added when the package is split. */
      readonly facts?: TextureFacts;
    };

/** What a material must know of a texture to use it rightly. */
export interface TextureFacts {
  readonly semantic: TextureSemantic;
  readonly shape: TextureParts["kind"];
}

export interface MaterialProperty {
  readonly name: string;
  readonly value: PropertyValue;
}

/** Which of its shader's variants a material draws with. */
export interface VariantChoice {
  /** A named set of defines; empty for none. */
  readonly name: string;
  /** Values of axes; those not named have their default. */
  readonly defines: readonly (readonly [string, string])[];
}

/** What is null is the base's, or a default. */
export interface MaterialDefinition extends Defined {
  readonly kind: "material";
  /** Qualified name of the material that it takes over what it does not say from. */
  readonly extends: string | null;
  /** Qualified name; null exactly where there is a base. */
  readonly shader: string | null;
  readonly variant: VariantChoice | null;
  readonly properties: readonly MaterialProperty[];
  readonly cull: CullModeName | null;
  readonly blend: BlendModeName | null;
  readonly depthTest: DepthTestName | null;
  readonly depthWrite: boolean | null;
}
