/** Ids and hashes that every tool and runtime must compute alike. */
import type { AssetTypeName } from "./format.ts";
import { sha256Hex } from "./sha256.ts";

/** 128-bit id of an asset as 32 hex digits; `name` is qualified: `package.Name`. */
export function assetId(type: AssetTypeName, name: string): string {
  return shortHash(`${type}:${name}`);
}

/** 128-bit id of a package. */
export function packageId(name: string): string {
  return shortHash(`package:${name}`);
}

/** Stable 64-bit id of a scene's entity as 16 hex digits; survives edits of everything but its own id. */
export function entityId(sceneName: string, key: string): string {
  return shortHash(`entity:${sceneName}/${key}`).slice(0, 16);
}

/** Id that means nothing, as in a reference without an interface. */
export const NO_ID = "0".repeat(32);

function shortHash(text: string): string {
  return sha256Hex(new TextEncoder().encode(text)).slice(0, 32);
}
