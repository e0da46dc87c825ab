import type { FieldReader, FieldWriter } from "./fields.ts";

/** Does what the request says with the rest of its parts. */
export type Call = (request: FieldReader, reply: FieldWriter) => void;

/** Writes to stream 1, the output, or 2, the errors. */
export type WriteStream = (stream: number, bytes: Uint8Array) => void;
