/**
 * How KTX2 says what the bits of a texel block mean. Source: Khronos Data Format Specification 1.3, sections "The basic data
 * format descriptor" and "Compressed texture formats".
 */
import type { TextureFormatName } from "../fpkg/format/texture.ts";
import {
  familyOf,
  isSrgbFormat,
  type TextureFamily,
  textureFamilies,
} from "../fpkg/texture_formats.ts";

/** A run of bits of a block. */
interface Sample {
  readonly channel: number;
  readonly offset: number;
  readonly length: number;
}

interface Layout {
  readonly model: number;
  readonly samples: readonly Sample[];
}

const PRIMARIES_BT709 = 1;
const TRANSFER_LINEAR = 1;
const TRANSFER_SRGB = 2;

/** Alpha's number in every color model but BC1's. */
const ALPHA = 15;

/** Qualifiers of a sample, beside its channel. */
const IS_LINEAR = 0x10;
const IS_SIGNED_FLOAT = 0xc0;

const RGBA = [0, 1, 2, ALPHA];

const ASTC: Layout = { model: 162, samples: [bits(0, 0, 128)] };

const layouts: Readonly<Record<TextureFamily, Layout>> = {
  rgba8: { model: 1, samples: RGBA.map((channel, at) => bits(channel, at * 8, 8)) },
  rgba16f: { model: 1, samples: RGBA.map((channel, at) => bits(channel, at * 16, 16)) },
  // 1: color of which one value is clear.
  bc1: { model: 128, samples: [bits(1, 0, 64)] },
  bc3: { model: 130, samples: [bits(ALPHA, 0, 64), bits(0, 64, 64)] },
  bc4: { model: 131, samples: [bits(0, 0, 64)] },
  bc5: { model: 132, samples: [bits(0, 0, 64), bits(1, 64, 64)] },
  bc7: { model: 134, samples: [bits(0, 0, 128)] },
  // 2: color; 0 and 1 are single channels.
  etc2: { model: 161, samples: [bits(2, 0, 64)] },
  etc2Alpha: { model: 161, samples: [bits(ALPHA, 0, 64), bits(2, 64, 64)] },
  eacR: { model: 161, samples: [bits(0, 0, 64)] },
  eacRg: { model: 161, samples: [bits(0, 0, 64), bits(1, 64, 64)] },
  astc4x4: ASTC,
  astc5x4: ASTC,
  astc5x5: ASTC,
  astc6x5: ASTC,
  astc6x6: ASTC,
  astc8x5: ASTC,
  astc8x6: ASTC,
  astc8x8: ASTC,
};

function bits(channel: number, offset: number, length: number): Sample {
  return { channel, offset, length };
}

/** The descriptor with its own size in front. */
export function dataFormatDescriptor(format: TextureFormatName): Uint8Array {
  const family = familyOf(format);
  const { model, samples } = layouts[family];
  const block = textureFamilies[family];
  const size = 24 + 16 * samples.length;
  const bytes = new Uint8Array(4 + size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, bytes.length, true);
  // Vendor and type of the descriptor, both 0, and the version of its layout.
  view.setUint16(8, 2, true);
  view.setUint16(10, size, true);
  const transfer = isSrgbFormat(format) ? TRANSFER_SRGB : TRANSFER_LINEAR;
  bytes.set([model, PRIMARIES_BT709, transfer, 0], 12);
  bytes.set([block.width - 1, block.height - 1], 16);
  view.setUint8(20, block.bytes);
  for (const [index, sample] of samples.entries()) {
    writeSample(view, 28 + index * 16, sample, format);
  }
  return bytes;
}

/** A sample's place, channel and the values that stand for 0 (or -1) and 1. */
function writeSample(view: DataView, at: number, sample: Sample, format: TextureFormatName): void {
  const { channel, offset, length } = sample;
  const isFloat = format === "rgba16f";
  // An sRGB format's alpha is no sRGB value.
  const linear = isSrgbFormat(format) && channel === ALPHA ? IS_LINEAR : 0;
  view.setUint16(at, offset, true);
  view.setUint8(at + 2, length - 1);
  view.setUint8(at + 3, channel | (isFloat ? IS_SIGNED_FLOAT : linear));
  if (isFloat) {
    view.setFloat32(at + 8, -1, true);
    view.setFloat32(at + 12, 1, true);
  } else {
    view.setUint32(at + 12, length === 8 ? 255 : 0xffffffff, true);
  }
}
