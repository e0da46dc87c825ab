/** Hashes of what a function is, without positions: two equal hashes need no new code. */
import { hash } from "node:crypto";
import type { IrCode } from "../binary_shape.ts";
import { encodeCode } from "../code_binary.ts";

/** 64 bits as hexadecimal digits: changes are told apart, nothing is authenticated. */
export function hashText(text: string): string {
  return hash("sha256", text, "hex").slice(0, 16);
}

/** The lowered body with its locals: it changes too when what the body uses has changed its kinds. */
export function hashBody(code: IrCode): string {
  return hash("sha256", encodeCode(code).parts, "hex").slice(0, 16);
}
