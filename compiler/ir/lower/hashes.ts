/** Hashes of what a function is, without positions: two equal hashes need no new code. */
import type { IrFunction } from "../ir.ts";
import { printFunction } from "../print.ts";

/** 53 bits of FNV-like mixing: changes are told apart, nothing is authenticated. */
export function hashText(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return (high >>> 0).toString(16).padStart(8, "0") + (low >>> 0).toString(16).padStart(8, "0");
}

/** The lowered body with its locals: it changes too when what the body uses has changed its kinds. */
export function hashBody(fn: Omit<IrFunction, "signatureHash" | "bodyHash">): string {
  return hashText(printFunction({ ...fn, signatureHash: "", bodyHash: "" }));
}
