import type { Defined } from "./defined.ts";

/** What data is; `auto` goes by the name of the file. */
export const dataFormats = ["auto", "bytes", "text", "json"] as const;
export type DataFormatChoice = (typeof dataFormats)[number];

/** A file for code. */
export interface DataDefinition extends Defined {
  readonly kind: "data";
  /** Path below the package's folder. */
  readonly source: string;
  readonly format: DataFormatChoice;
}
