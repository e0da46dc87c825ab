/** Whether a texture is what a sampler samples. */
import type { Sampler } from "../fpkg/shader_blob.ts";
import type { TextureFacts } from "../package_xml/material_definition.ts";

export type TextureProblem =
  | { readonly kind: "shape"; readonly found: string }
  | { readonly kind: "semantic"; readonly expected: string; readonly found: string };

/** What does not fit; null where all does. */
export function textureProblem(
  { type, semantic }: Sampler,
  { semantic: found, shape }: TextureFacts,
): TextureProblem | null {
  const needed = type.startsWith("samplerCube")
    ? "cube"
    : type.startsWith("sampler2DArray")
      ? "array"
      : "flat";
  // An atlas is one picture by the time it is compiled.
  const given = shape === "atlas" ? "flat" : shape;
  if (given !== needed) return { kind: "shape", found: given };
  if (semantic === "any" || semantic === found) return null;
  // Both are plain numbers.
  if ([semantic, found].every((one) => one === "mask" || one === "data")) return null;
  return { kind: "semantic", expected: semantic, found };
}
