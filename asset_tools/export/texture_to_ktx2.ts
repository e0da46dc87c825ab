import { decodeTexture } from "../fpkg/texture_blob.ts";
import { writeKtx2 } from "../ktx2/write_ktx2.ts";

/** A texture blob as a KTX2 file that holds the same levels, bit by bit. Throws `FpkgError` for a damaged blob. */
export function textureToKtx2(blob: Uint8Array): Uint8Array {
  return writeKtx2(decodeTexture(blob));
}
