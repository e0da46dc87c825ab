/**
 * A blob that the server sends before a client can ask for it: the 32 bytes of its SHA-256, then its bytes. A save that
 * would else wait for a round trip of HTTP for each blob is on the screen a frame or two earlier.
 */
import type { Digest } from "./protocol.ts";

const DIGEST_BYTES = 32;

export interface PushedBlob {
  readonly digest: Digest;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export function encodePushedBlob(digest: Digest, bytes: Uint8Array): Uint8Array {
  const message = new Uint8Array(DIGEST_BYTES + bytes.length);
  for (let at = 0; at < DIGEST_BYTES; at++)
    message[at] = Number.parseInt(digest.slice(at * 2, at * 2 + 2), 16);
  message.set(bytes, DIGEST_BYTES);
  return message;
}

/** The blob's bytes are a view of the message. */
export function decodePushedBlob(message: ArrayBuffer): PushedBlob {
  const head = new Uint8Array(message, 0, DIGEST_BYTES);
  const digest = Array.from(head, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { digest, bytes: new Uint8Array(message, DIGEST_BYTES) };
}
