import { hash } from "node:crypto";
import type { Digest } from "#runtime/hot_reload/protocol.ts";

export function digestOf(bytes: Uint8Array): Digest {
  return hash("sha256", bytes, "hex");
}
