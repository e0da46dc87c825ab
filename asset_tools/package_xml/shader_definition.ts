import type { Defined } from "./defined.ts";

export interface ShaderDefinition extends Defined {
  readonly kind: "shader";
  readonly source: string;
}
