import type { BlendModeName, CullModeName, DepthTestName } from "../fpkg/format.ts";
import type { Defined } from "./defined.ts";

/** A property's value; which of them fits is known when the shader is. */
export type PropertyValue =
  | { readonly kind: "numbers"; readonly values: readonly number[] }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "texture"; readonly texture: string };

export interface MaterialProperty {
  readonly name: string;
  readonly value: PropertyValue;
}

export interface MaterialDefinition extends Defined {
  readonly kind: "material";
  /** Qualified name. */
  readonly shader: string;
  readonly properties: readonly MaterialProperty[];
  readonly cull: CullModeName;
  readonly blend: BlendModeName;
  readonly depthTest: DepthTestName;
  readonly depthWrite: boolean;
}
