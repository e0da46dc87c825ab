/** Hashes of what a function is, without positions: two equal hashes need no new code. */
import { hash } from "node:crypto";
import { codeShape } from "../binary_shape.ts";
import type { IrFunction } from "../ir.ts";
import { ShapeWriter } from "../shape_writer.ts";

/** 64 bits as hexadecimal digits: changes are told apart, nothing is authenticated. */
export function hashText(text: string): string {
  return hash("sha256", text, "hex").slice(0, 16);
}

const writer = new ShapeWriter("at");

/** The lowered body with its locals: it changes too when what the body uses has changed its kinds. */
export function hashBody(fn: Omit<IrFunction, "signatureHash" | "bodyHash">): string {
  return hash("sha256", writer.encode(codeShape, fn), "hex").slice(0, 16);
}
