/**
 * What texture compilation calls. An image is RGBA8, its sides multiples of 4, its rows without gaps; blocks are written
 * from top left, row by row. The caller lays out memory above `__heap_base`.
 */

import { encodeAstcFastBlock, encodeAstcFineBlock, prepareAstc } from "./astc_block.ts";
import { blockHeight, blockWidth } from "./astc_texels.ts";
import { encodeAstc4x4Block } from "./astc4x4.ts";
import { encodeBc1Block } from "./bc1.ts";
import { encodeBc1FineBlock } from "./bc1_fine.ts";
import { encodeBc4Block } from "./bc4.ts";
import { encodeBc4FineBlock } from "./bc4_fine.ts";
import { encodeBc7FastBlock, encodeBc7FineBlock } from "./bc7.ts";
import { encodeEacBlock, encodeElevenBlock } from "./eac.ts";
import { encodeEtcColorBlock, encodeEtcColorFineBlock } from "./etc_color.ts";
import { narrowHalf } from "./half.ts";
import {
  halve,
  halveWeighted,
  narrowColor,
  narrowPlain,
  renormalise,
  widenColor,
  widenPlain,
} from "./mips.ts";
import { addSimilarities, hideClear, squaredErrors, sumCell, sumCells } from "./similarity.ts";

type EncodeBlock = (src: usize, stride: usize, dst: usize) => void;

/** Encodes every block of 4x4 into `size` bytes. */
function encodeImage(
  src: usize,
  width: i32,
  height: i32,
  dst: usize,
  size: usize,
  encode: EncodeBlock,
): void {
  const stride = (<usize>width) << 2;
  for (let y = 0; y < height; y += 4, src += 4 * stride) {
    for (let x: usize = 0; x < stride; x += 16, dst += size) encode(src + x, stride, dst);
  }
}

/** 8 bytes a block. So fast that a call through a reference for each block would cost a tenth. */
export function encodeBc1(src: usize, width: i32, height: i32, dst: usize): void {
  const stride = (<usize>width) << 2;
  for (let y = 0; y < height; y += 4, src += 4 * stride) {
    for (let x: usize = 0; x < stride; x += 16, dst += 8) {
      encodeBc1Block(src + x, stride, dst, false);
    }
  }
}

/** As `encodeBc1`, searched further. */
export function encodeBc1Fine(src: usize, width: i32, height: i32, dst: usize): void {
  encodeImage(src, width, height, dst, 8, (block, stride, to) => {
    encodeBc1FineBlock(block, stride, to, false);
  });
}

/** 16 bytes a block: alpha as BC4, then color as BC1 without transparency. */
export function encodeBc3(src: usize, width: i32, height: i32, dst: usize): void {
  encodeImage(src, width, height, dst, 16, (block, stride, to) => {
    encodeBc4Block(block, stride, to, 3);
    encodeBc1Block(block, stride, to + 8, true);
  });
}

/** As `encodeBc3`, searched further. */
export function encodeBc3Fine(src: usize, width: i32, height: i32, dst: usize): void {
  encodeImage(src, width, height, dst, 16, (block, stride, to) => {
    encodeBc4FineBlock(block, stride, to, 3);
    encodeBc1FineBlock(block, stride, to + 8, true);
  });
}

/** 8 bytes a block: red. */
export function encodeBc4(src: usize, width: i32, height: i32, dst: usize): void {
  encodeImage(src, width, height, dst, 8, (block, stride, to) => {
    encodeBc4Block(block, stride, to, 0);
  });
}

/** As `encodeBc4`, searched further. */
export function encodeBc4Fine(src: usize, width: i32, height: i32, dst: usize): void {
  encodeImage(src, width, height, dst, 8, (block, stride, to) => {
    encodeBc4FineBlock(block, stride, to, 0);
  });
}

/** 16 bytes a block: red, then green. */
export function encodeBc5(src: usize, width: i32, height: i32, dst: usize): void {
  encodeImage(src, width, height, dst, 16, (block, stride, to) => {
    encodeBc4Block(block, stride, to, 0);
    encodeBc4Block(block, stride, to + 8, 1);
  });
}

/** As `encodeBc5`, searched further. */
export function encodeBc5Fine(src: usize, width: i32, height: i32, dst: usize): void {
  encodeImage(src, width, height, dst, 16, (block, stride, to) => {
    encodeBc4FineBlock(block, stride, to, 0);
    encodeBc4FineBlock(block, stride, to + 8, 1);
  });
}

/** 16 bytes a block, mode 6 only. */
export function encodeBc7Fast(src: usize, width: i32, height: i32, dst: usize): void {
  encodeImage(src, width, height, dst, 16, (block, stride, to) => {
    encodeBc7FastBlock(block, stride, to);
  });
}

/** 16 bytes a block, the best of several modes. */
export function encodeBc7Fine(src: usize, width: i32, height: i32, dst: usize): void {
  encodeImage(src, width, height, dst, 16, (block, stride, to) => {
    encodeBc7FineBlock(block, stride, to);
  });
}

/** 8 bytes a block. */
export function encodeEtc2(src: usize, width: i32, height: i32, dst: usize): void {
  encodeImage(src, width, height, dst, 8, (block, stride, to) => {
    encodeEtcColorBlock(block, stride, to);
  });
}

/** As `encodeEtc2`, searched further. */
export function encodeEtc2Fine(src: usize, width: i32, height: i32, dst: usize): void {
  encodeImage(src, width, height, dst, 8, (block, stride, to) => {
    encodeEtcColorFineBlock(block, stride, to);
  });
}

/** 16 bytes a block: alpha, then color. */
export function encodeEtc2Alpha(src: usize, width: i32, height: i32, dst: usize): void {
  encodeImage(src, width, height, dst, 16, (block, stride, to) => {
    encodeEacBlock(block, stride, to, 3, false);
    encodeEtcColorBlock(block, stride, to + 8);
  });
}

/** As `encodeEtc2Alpha`, searched further. */
export function encodeEtc2AlphaFine(src: usize, width: i32, height: i32, dst: usize): void {
  encodeImage(src, width, height, dst, 16, (block, stride, to) => {
    encodeEacBlock(block, stride, to, 3, true);
    encodeEtcColorFineBlock(block, stride, to + 8);
  });
}

/** 8 bytes a block: red. */
export function encodeEacR(src: usize, width: i32, height: i32, dst: usize): void {
  encodeImage(src, width, height, dst, 8, (block, stride, to) => {
    encodeElevenBlock(block, stride, to, 0, false);
  });
}

/** As `encodeEacR`, searched further. */
export function encodeEacRFine(src: usize, width: i32, height: i32, dst: usize): void {
  encodeImage(src, width, height, dst, 8, (block, stride, to) => {
    encodeElevenBlock(block, stride, to, 0, true);
  });
}

/** 16 bytes a block: red, then green. */
export function encodeEacRg(src: usize, width: i32, height: i32, dst: usize): void {
  encodeImage(src, width, height, dst, 16, (block, stride, to) => {
    encodeElevenBlock(block, stride, to, 0, false);
    encodeElevenBlock(block, stride, to + 8, 1, false);
  });
}

/** As `encodeEacRg`, searched further. */
export function encodeEacRgFine(src: usize, width: i32, height: i32, dst: usize): void {
  encodeImage(src, width, height, dst, 16, (block, stride, to) => {
    encodeElevenBlock(block, stride, to, 0, true);
    encodeElevenBlock(block, stride, to + 8, 1, true);
  });
}

/** 16 bytes a block. */
export function encodeAstc4x4(src: usize, width: i32, height: i32, dst: usize): void {
  encodeImage(src, width, height, dst, 16, (block, stride, to) => {
    encodeAstc4x4Block(block, stride, to);
  });
}

/** 16 bytes a block of the size that `prepareAstc` has been told last. Sides of the image are multiples of the block's. */
export function encodeAstcFast(src: usize, width: i32, height: i32, dst: usize): void {
  encodeAstc(src, width, height, dst, false);
}

/** As `encodeAstcFast`, the best of many attempts. */
export function encodeAstcFine(src: usize, width: i32, height: i32, dst: usize): void {
  encodeAstc(src, width, height, dst, true);
}

function encodeAstc(src: usize, width: i32, height: i32, dst: usize, isFine: bool): void {
  const stride = (<usize>width) << 2;
  const across = (<usize>blockWidth()) << 2;
  for (let y = 0; y < height; y += <i32>blockHeight(), src += <usize>blockHeight() * stride) {
    for (let x: usize = 0; x < stride; x += across, dst += 16) {
      if (isFine) encodeAstcFineBlock(src + x, stride, dst);
      else encodeAstcFastBlock(src + x, stride, dst);
    }
  }
}

/** Where the kernels' own data ends. */
export function dataEnd(): usize {
  return __heap_base;
}

export {
  addSimilarities,
  halve,
  halveWeighted,
  hideClear,
  narrowColor,
  narrowHalf,
  narrowPlain,
  prepareAstc,
  renormalise,
  squaredErrors,
  sumCell,
  sumCells,
  widenColor,
  widenPlain,
};
