/** A material's wish against the variants that its shader has. */
import { didYouMean } from "../document/suggest.ts";
import type { Shader, ShaderVariant } from "../fpkg/shader_blob.ts";
import type { VariantChoice } from "../package_xml/material_definition.ts";
import { parseDefines } from "../package_xml/schema/define_types.ts";

/** The variant's row, or what is asked for in vain with the names that would have been right. */
export function chooseVariant(
  shader: Shader,
  wanted: VariantChoice | null,
): { readonly row: number } | { readonly missing: string; readonly hint: string } {
  const { name, defines } = wanted ?? { name: "", defines: [] };
  const named = shader.variants.filter((variant) => variant.name === name);
  if (named.length === 0) {
    const names = [...new Set(shader.variants.map((variant) => variant.name))].filter(Boolean);
    return { missing: name, hint: hintOf(name, names) };
  }
  for (const [define, value] of defines) {
    const values = [...new Set(named.map((variant) => defineIn(variant, define)))];
    if (values.includes(value)) continue;
    if (values.every((known) => known === OFF)) {
      return { missing: define, hint: hintOf(define, definesOf(named)) };
    }
    return { missing: `${define}=${value}`, hint: `Known values: ${values.join(", ")}` };
  }
  // The first has every axis that is not named at its default.
  const found = named.find((variant) =>
    defines.every(([define, value]) => defineIn(variant, define) === value),
  ) as ShaderVariant;
  return { row: shader.variants.indexOf(found) };
}

/** How `NAME=0` asks for a define to be left out. */
const OFF = "0";

function defineIn({ choice }: ShaderVariant, define: string): string {
  return parseDefines(choice).find(([name]) => name === define)?.[1] ?? OFF;
}

function definesOf(variants: readonly ShaderVariant[]): string[] {
  return [...new Set(variants.flatMap(({ choice }) => parseDefines(choice).map(([name]) => name)))];
}

function hintOf(name: string, known: readonly string[]): string {
  const all = known.length === 0 ? "The shader has none" : `Known: ${known.join(", ")}`;
  return didYouMean(name, known) ?? all;
}
