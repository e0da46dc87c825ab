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

/** 8 bytes a block. */
export function encodeBc1(src: usize, width: i32, height: i32, dst: usize): void {
  const stride = (<usize>width) << 2;
  for (let y = 0; y < height; y += 4, src += 4 * stride) {
    for (let x: usize = 0; x < stride; x += 16, dst += 8) {
      encodeBc1Block(src + x, stride, dst, false);
    }
  }
}

/** 16 bytes a block: alpha as BC4, then color as BC1 without transparency. */
export function encodeBc3(src: usize, width: i32, height: i32, dst: usize): void {
  const stride = (<usize>width) << 2;
  for (let y = 0; y < height; y += 4, src += 4 * stride) {
    for (let x: usize = 0; x < stride; x += 16, dst += 16) {
      encodeBc4Block(src + x, stride, dst, 3);
      encodeBc1Block(src + x, stride, dst + 8, true);
    }
  }
}

/** 8 bytes a block: red. */
export function encodeBc4(src: usize, width: i32, height: i32, dst: usize): void {
  const stride = (<usize>width) << 2;
  for (let y = 0; y < height; y += 4, src += 4 * stride) {
    for (let x: usize = 0; x < stride; x += 16, dst += 8) {
      encodeBc4Block(src + x, stride, dst, 0);
    }
  }
}

/** 16 bytes a block: red, then green. */
export function encodeBc5(src: usize, width: i32, height: i32, dst: usize): void {
  const stride = (<usize>width) << 2;
  for (let y = 0; y < height; y += 4, src += 4 * stride) {
    for (let x: usize = 0; x < stride; x += 16, dst += 16) {
      encodeBc4Block(src + x, stride, dst, 0);
      encodeBc4Block(src + x, stride, dst + 8, 1);
    }
  }
}

/** As `encodeBc1`, searched further. */
export function encodeBc1Fine(src: usize, width: i32, height: i32, dst: usize): void {
  const stride = (<usize>width) << 2;
  for (let y = 0; y < height; y += 4, src += 4 * stride) {
    for (let x: usize = 0; x < stride; x += 16, dst += 8) {
      encodeBc1FineBlock(src + x, stride, dst, false);
    }
  }
}

/** As `encodeBc3`, searched further. */
export function encodeBc3Fine(src: usize, width: i32, height: i32, dst: usize): void {
  const stride = (<usize>width) << 2;
  for (let y = 0; y < height; y += 4, src += 4 * stride) {
    for (let x: usize = 0; x < stride; x += 16, dst += 16) {
      encodeBc4FineBlock(src + x, stride, dst, 3);
      encodeBc1FineBlock(src + x, stride, dst + 8, true);
    }
  }
}

/** As `encodeBc4`, searched further. */
export function encodeBc4Fine(src: usize, width: i32, height: i32, dst: usize): void {
  const stride = (<usize>width) << 2;
  for (let y = 0; y < height; y += 4, src += 4 * stride) {
    for (let x: usize = 0; x < stride; x += 16, dst += 8) {
      encodeBc4FineBlock(src + x, stride, dst, 0);
    }
  }
}

/** As `encodeBc5`, searched further. */
export function encodeBc5Fine(src: usize, width: i32, height: i32, dst: usize): void {
  const stride = (<usize>width) << 2;
  for (let y = 0; y < height; y += 4, src += 4 * stride) {
    for (let x: usize = 0; x < stride; x += 16, dst += 16) {
      encodeBc4FineBlock(src + x, stride, dst, 0);
      encodeBc4FineBlock(src + x, stride, dst + 8, 1);
    }
  }
}

/** 16 bytes a block, mode 6 only. */
export function encodeBc7Fast(src: usize, width: i32, height: i32, dst: usize): void {
  const stride = (<usize>width) << 2;
  for (let y = 0; y < height; y += 4, src += 4 * stride) {
    for (let x: usize = 0; x < stride; x += 16, dst += 16) {
      encodeBc7FastBlock(src + x, stride, dst);
    }
  }
}

/** 16 bytes a block, the best of several modes. */
export function encodeBc7Fine(src: usize, width: i32, height: i32, dst: usize): void {
  const stride = (<usize>width) << 2;
  for (let y = 0; y < height; y += 4, src += 4 * stride) {
    for (let x: usize = 0; x < stride; x += 16, dst += 16) {
      encodeBc7FineBlock(src + x, stride, dst);
    }
  }
}

/** 8 bytes a block. */
export function encodeEtc2(src: usize, width: i32, height: i32, dst: usize): void {
  const stride = (<usize>width) << 2;
  for (let y = 0; y < height; y += 4, src += 4 * stride) {
    for (let x: usize = 0; x < stride; x += 16, dst += 8) {
      encodeEtcColorBlock(src + x, stride, dst);
    }
  }
}

/** As `encodeEtc2`, searched further. */
export function encodeEtc2Fine(src: usize, width: i32, height: i32, dst: usize): void {
  const stride = (<usize>width) << 2;
  for (let y = 0; y < height; y += 4, src += 4 * stride) {
    for (let x: usize = 0; x < stride; x += 16, dst += 8) {
      encodeEtcColorFineBlock(src + x, stride, dst);
    }
  }
}

/** 16 bytes a block: alpha, then color. */
export function encodeEtc2Alpha(src: usize, width: i32, height: i32, dst: usize): void {
  const stride = (<usize>width) << 2;
  for (let y = 0; y < height; y += 4, src += 4 * stride) {
    for (let x: usize = 0; x < stride; x += 16, dst += 16) {
      encodeEacBlock(src + x, stride, dst, 3, false);
      encodeEtcColorBlock(src + x, stride, dst + 8);
    }
  }
}

/** As `encodeEtc2Alpha`, searched further. */
export function encodeEtc2AlphaFine(src: usize, width: i32, height: i32, dst: usize): void {
  const stride = (<usize>width) << 2;
  for (let y = 0; y < height; y += 4, src += 4 * stride) {
    for (let x: usize = 0; x < stride; x += 16, dst += 16) {
      encodeEacBlock(src + x, stride, dst, 3, true);
      encodeEtcColorFineBlock(src + x, stride, dst + 8);
    }
  }
}

/** 8 bytes a block: red. */
export function encodeEacR(src: usize, width: i32, height: i32, dst: usize): void {
  encodeEleven(src, width, height, dst, 1, false);
}

/** As `encodeEacR`, searched further. */
export function encodeEacRFine(src: usize, width: i32, height: i32, dst: usize): void {
  encodeEleven(src, width, height, dst, 1, true);
}

/** 16 bytes a block: red, then green. */
export function encodeEacRg(src: usize, width: i32, height: i32, dst: usize): void {
  encodeEleven(src, width, height, dst, 2, false);
}

/** As `encodeEacRg`, searched further. */
export function encodeEacRgFine(src: usize, width: i32, height: i32, dst: usize): void {
  encodeEleven(src, width, height, dst, 2, true);
}

/** One or two channels in eleven bits each. */
function encodeEleven(
  src: usize,
  width: i32,
  height: i32,
  dst: usize,
  channels: usize,
  isFine: bool,
): void {
  const stride = (<usize>width) << 2;
  for (let y = 0; y < height; y += 4, src += 4 * stride) {
    for (let x: usize = 0; x < stride; x += 16) {
      for (let channel: usize = 0; channel < channels; channel++, dst += 8) {
        encodeElevenBlock(src + x, stride, dst, channel, isFine);
      }
    }
  }
}

/** 16 bytes a block. */
export function encodeAstc4x4(src: usize, width: i32, height: i32, dst: usize): void {
  const stride = (<usize>width) << 2;
  for (let y = 0; y < height; y += 4, src += 4 * stride) {
    for (let x: usize = 0; x < stride; x += 16, dst += 16) {
      encodeAstc4x4Block(src + x, stride, dst);
    }
  }
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
  halve,
  halveWeighted,
  narrowColor,
  narrowHalf,
  narrowPlain,
  prepareAstc,
  renormalise,
  widenColor,
  widenPlain,
};
