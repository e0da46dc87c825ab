/** Ids and hashes that every tool and runtime must compute alike. */
import type { AssetTypeName } from "./format/blob.ts";
import { sha256Hex } from "./sha256.ts";

/** 128-bit id of an asset as 32 hex digits; `name` is qualified: `package.Name`. */
export function assetId(type: AssetTypeName, name: string): string {
  return shortHash(`${type}:${name}`);
}

/** 128-bit id of a package. */
export function packageId(name: string): string {
  return shortHash(`package:${name}`);
}

/**
 * Stable 64-bit id of a scene's entity as 16 hex digits; survives edits of everything but the ids on its path. No more than a
 * scene's entities must differ, ten thousand at a time: two sums of 32 bits, mixed as MurmurHash3 does (Appleby), are enough
 * and cost a fraction of a digest.
 */
export function entityId(sceneName: string, path: string): string {
  const [low, high] = entityIdWords(sceneName, path);
  return [high, low].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

/** The same as two i32, low word first. */
export function entityIdWords(sceneName: string, path: string): [low: number, high: number] {
  const text = `${sceneName}/${path}`;
  let low = 0x243f6a88;
  let high = 0x13198a2e;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = (Math.imul(rotate(low ^ Math.imul(unit, 0xcc9e2d51), 13), 5) + 0xe6546b64) | 0;
    high = (Math.imul(rotate(high ^ Math.imul(unit ^ low, 0x1b873593), 15), 9) + 0x52dce729) | 0;
  }
  return [finish(low ^ text.length), finish(high ^ low)];
}

function rotate(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by));
}

/** Every bit of the sum concerns every bit of the result. */
function finish(sum: number): number {
  const first = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return second ^ (second >>> 16);
}

/** Id that means nothing, as in a reference without an interface. */
export const NO_ID = "0".repeat(32);

function shortHash(text: string): string {
  return sha256Hex(new TextEncoder().encode(text)).slice(0, 32);
}
