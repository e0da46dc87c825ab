/** Data blobs `DATA`. */
import type { Struct } from "../struct.ts";
import { blobStart } from "./blob.ts";

/** What the bytes of data are: anything, UTF-8 text, or JSON as UTF-8 text. */
export const DataFormat = { bytes: 1, text: 2, json: 3 } as const;

export const DataHeader = {
  name: "DataHeader",
  doc: "Data blob `DATA`: a file as it is, for code.",
  fields: [
    ...blobStart,
    { name: "format", type: "u32", doc: "`DataFormat`" },
    {
      name: "content",
      type: "u32",
      doc: "offset of a string's length and bytes, 16-aligned; any bytes for `bytes`",
    },
    { name: "contentSize", type: "u32", doc: "bytes of the file" },
  ],
} as const satisfies Struct;

export type DataFormatName = keyof typeof DataFormat;
