/** Tiny PNG files, written by the letter of the format so that tests know every pixel. */
import { crc32, deflateSync } from "node:zlib";

export interface PngOptions {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: 1 | 2 | 4 | 8 | 16;
  /** 0 gray, 2 RGB, 3 palette, 4 gray and alpha, 6 RGBA. */
  readonly colorType: 0 | 2 | 3 | 4 | 6;
  /** Packed scanlines without filter bytes. */
  readonly data: Uint8Array;
  readonly palette?: readonly number[];
  readonly transparency?: readonly number[];
}

/** A complete PNG file. */
export function makePng(options: PngOptions): Uint8Array {
  const { width, height, bitDepth, colorType, data } = options;
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, bitDepth);
  header.setUint8(9, colorType);
  const stride = data.length / height;
  const rows = Buffer.alloc((stride + 1) * height);
  for (let row = 0; row < height; row++) {
    rows.set(data.subarray(row * stride, (row + 1) * stride), row * (stride + 1) + 1);
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", new Uint8Array(header.buffer)),
    ...(options.palette ? [chunk("PLTE", Uint8Array.from(options.palette))] : []),
    ...(options.transparency ? [chunk("tRNS", Uint8Array.from(options.transparency))] : []),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", new Uint8Array(0)),
  ]);
}

/** 8-bit RGBA. */
export function rgbaPng(width: number, height: number, pixels: Uint8Array): Uint8Array {
  return makePng({ width, height, bitDepth: 8, colorType: 6, data: pixels });
}

function chunk(kind: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(kind, 4, "latin1");
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}
