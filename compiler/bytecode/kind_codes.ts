/** The numbers that kinds and forms have in `.hbc`: their positions here. */
import type { FunctionMetadata, ResultKind, ValueKind } from "./metadata.ts";

export const valueKinds = [
  "i32",
  "f64",
  "bool",
  "ref",
  "dyn",
] as const satisfies readonly ValueKind[];
export const resultKinds = [...valueKinds, "void"] as const satisfies readonly ResultKind[];
export const functionForms = [
  "static",
  "method",
  "constructor",
  "closure",
] as const satisfies readonly FunctionMetadata["form"][];
export const classForms = ["class", "interface"] as const;
