/** Variants of a shader: every named set of defines, and none, with every choice of the axes. */
import type { ShaderVariants } from "../package_xml/shader_definition.ts";

/** What one variant defines, and how materials name it. */
export interface VariantDefines {
  /** Of the named set; empty for none. */
  readonly name: string;
  /** Choices of the axes as `NAME` or `NAME=VALUE`, separated by spaces. */
  readonly choice: string;
  /** All that is defined. */
  readonly defines: readonly (readonly [string, string])[];
}

/** The first has no named set and the first value of every axis. */
export function listVariants({ axes, sets }: ShaderVariants): VariantDefines[] {
  let choices: (readonly (readonly [string, string])[])[] = [[]];
  for (const { define, values } of axes) {
    choices = choices.flatMap((choice) =>
      values.map((value) => (value === null ? choice : [...choice, [define, value] as const])),
    );
  }
  return [{ name: "", defines: [] }, ...sets].flatMap((set) =>
    choices.map((choice) => ({
      name: set.name,
      choice: choice.map(([name, value]) => (value === "1" ? name : `${name}=${value}`)).join(" "),
      defines: [...set.defines, ...choice],
    })),
  );
}

/** How a variant is called in messages. */
export function variantTitle({ name, choice }: { name: string; choice: string }): string {
  return [name, choice].filter((part) => part !== "").join(" ") || "the plain one";
}
