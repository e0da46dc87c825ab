/** Decodes levels of block formats to RGBA8, for tests and for machines whose GPU lacks the formats. */
import { decodeAstc4x4Block } from "./decode_astc.ts";
import { decodeBc1Block, decodeBc3Block, decodeBc4Block, decodeBc5Block } from "./decode_bc.ts";
import { decodeBc7Block } from "./decode_bc7.ts";
import { decodeEtc2AlphaBlock, decodeEtc2Block } from "./decode_etc2.ts";
import { FpkgError } from "./fpkg_error.ts";
import { type TextureFamily, textureFamilies } from "./texture_formats.ts";

export type CompressedFamily = Exclude<TextureFamily, "rgba8">;

/** Reads the block at a place into 16 RGBA texels. */
type DecodeBlock = (view: DataView, at: number, texels: Uint8Array) => void;

const decoders: Readonly<Record<CompressedFamily, DecodeBlock>> = {
  bc1: decodeBc1Block,
  bc3: decodeBc3Block,
  bc4: decodeBc4Block,
  bc5: decodeBc5Block,
  bc7: decodeBc7Block,
  etc2: decodeEtc2Block,
  etc2Alpha: decodeEtc2AlphaBlock,
  astc4x4: decodeAstc4x4Block,
};

/** One level; sRGB levels stay encoded. Throws `FpkgError` for a block that our encoders do not write. */
export function decodeLevel(
  family: CompressedFamily,
  data: Uint8Array,
  width: number,
  height: number,
): Uint8Array {
  const { bytes: blockSize } = textureFamilies[family];
  const decodeBlock = decoders[family];
  const columns = Math.ceil(width / 4);
  const rows = Math.ceil(height / 4);
  if (data.length !== columns * rows * blockSize) {
    throw new FpkgError("FP1002", `${data.length} bytes are no ${width}x${height} level`);
  }
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const image = new Uint8Array(width * height * 4);
  const texels = new Uint8Array(64);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      decodeBlock(view, (row * columns + column) * blockSize, texels);
      const wide = Math.min(4, width - column * 4);
      for (let y = 0; y < 4 && row * 4 + y < height; y++) {
        const to = ((row * 4 + y) * width + column * 4) * 4;
        image.set(texels.subarray(y * 16, y * 16 + wide * 4), to);
      }
    }
  }
  return image;
}
