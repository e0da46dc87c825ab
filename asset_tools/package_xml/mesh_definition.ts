import type { Defined } from "./defined.ts";

export interface MeshDefinition extends Defined {
  readonly kind: "mesh";
  readonly source: string;
  readonly optimize: boolean;
  readonly generateTangents: boolean;
}
