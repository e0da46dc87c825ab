/** Decodes levels of block formats to RGBA8, for tests and for machines whose GPU lacks the formats. */
import { type BlockTexels, blockTexels } from "./block_texels.ts";
import { decodeAstcBlock } from "./decode_astc.ts";
import { decodeBc1Block, decodeBc3Block, decodeBc4Block, decodeBc5Block } from "./decode_bc.ts";
import { decodeBc7Block } from "./decode_bc7.ts";
import { decodeEacRBlock, decodeEacRgBlock } from "./decode_eac.ts";
import { decodeEtc2AlphaBlock, decodeEtc2Block } from "./decode_etc2.ts";
import { FpkgError } from "./fpkg_error.ts";
import { type ByteFamily, textureFamilies } from "./texture_formats.ts";

export type CompressedFamily = Exclude<ByteFamily, "rgba8">;

/** Reads the block at a place. */
type DecodeBlock = (view: DataView, at: number, texels: BlockTexels) => void;

const decoders: Readonly<Record<CompressedFamily, DecodeBlock>> = {
  bc1: decodeBc1Block,
  bc3: decodeBc3Block,
  bc4: decodeBc4Block,
  bc5: decodeBc5Block,
  bc7: decodeBc7Block,
  etc2: decodeEtc2Block,
  etc2Alpha: decodeEtc2AlphaBlock,
  eacR: decodeEacRBlock,
  eacRg: decodeEacRgBlock,
  astc4x4: astcOf(4, 4),
  astc5x4: astcOf(5, 4),
  astc5x5: astcOf(5, 5),
  astc6x5: astcOf(6, 5),
  astc6x6: astcOf(6, 6),
  astc8x5: astcOf(8, 5),
  astc8x6: astcOf(8, 6),
  astc8x8: astcOf(8, 8),
};

function astcOf(width: number, height: number): DecodeBlock {
  return (view, at, texels) => decodeAstcBlock(view, at, width, height, texels);
}

/** One level; sRGB levels stay encoded. Throws `FpkgError` where `data` is not of its size. */
export function decodeLevel(
  family: CompressedFamily,
  data: Uint8Array,
  width: number,
  height: number,
): Uint8Array {
  const block = textureFamilies[family];
  const decodeBlock = decoders[family];
  const columns = Math.ceil(width / block.width);
  const rows = Math.ceil(height / block.height);
  if (data.length !== columns * rows * block.bytes) {
    throw new FpkgError("FP1002", `${data.length} bytes are no ${width}x${height} level`);
  }
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const image = new Uint32Array(width * height);
  const texels = blockTexels(block.width * block.height);
  for (let row = 0; row < rows; row++) {
    const top = row * block.height;
    const high = Math.min(block.height, height - top);
    for (let column = 0; column < columns; column++) {
      decodeBlock(view, (row * columns + column) * block.bytes, texels);
      const left = column * block.width;
      const wide = Math.min(block.width, width - left);
      for (let y = 0; y < high; y++) {
        const from = y * block.width;
        const to = (top + y) * width + left;
        for (let x = 0; x < wide; x++) image[to + x] = texels.words[from + x] as number;
      }
    }
  }
  return new Uint8Array(image.buffer);
}
