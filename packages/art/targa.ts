/** Truevision TGA files with run lengths, rows from the top. https://www.dca.fee.unicamp.br/~martino/disciplinas/ia369/trabalhos/t1g3.pdf */
import { type Painter, paint } from "./picture.ts";

const TRUE_COLOR = 10;
const GRAY = 11;
const LONGEST = 128;

/** A square picture with alpha. */
export function drawTarga(size: number, texel: Painter): Uint8Array {
  const pixels = paint(size, 4, texel);
  for (let at = 0; at < pixels.length; at += 4) pixels.subarray(at, at + 3).reverse();
  return targa(size, TRUE_COLOR, 4, pixels);
}

/** A square picture of one channel. */
export function drawGrayTarga(size: number, value: (x: number, y: number) => number): Uint8Array {
  const pixels = Uint8Array.from({ length: size * size }, (_, at) =>
    Math.max(0, Math.min(255, Math.round(value(at % size, Math.floor(at / size))))),
  );
  return targa(size, GRAY, 1, pixels);
}

function targa(size: number, type: number, texelBytes: number, pixels: Uint8Array): Uint8Array {
  const header = Buffer.alloc(18);
  header.writeUInt8(type, 2);
  header.writeUInt16LE(size, 12);
  header.writeUInt16LE(size, 14);
  header.writeUInt8(texelBytes * 8, 16);
  header.writeUInt8(0x20 | (texelBytes === 4 ? 8 : 0), 17);
  const rows: Uint8Array[] = [];
  const rowBytes = size * texelBytes;
  for (let at = 0; at < pixels.length; at += rowBytes)
    rows.push(...packets(pixels.subarray(at, at + rowBytes), texelBytes));
  return Buffer.concat([header, ...rows]);
}

/** Runs of equal texels, and between them texels as they are; no packet goes on in the next row. */
function* packets(row: Uint8Array, texelBytes: number): Generator<Uint8Array> {
  const count = row.length / texelBytes;
  const texel = (at: number): Uint8Array => row.subarray(at * texelBytes, (at + 1) * texelBytes);
  const equal = (a: number, b: number): boolean => texel(a).every((v, i) => v === texel(b)[i]);
  let from = 0;
  while (from < count) {
    let to = from + 1;
    const isRun = to < count && equal(from, to);
    while (to < count && to - from < LONGEST && equal(to - 1, to) === isRun) to++;
    // The last of different texels may be the first of a run.
    if (!isRun && to < count && to - from > 1 && equal(to - 1, to)) to--;
    yield Uint8Array.of((isRun ? 0x80 : 0) | (to - from - 1));
    yield isRun ? texel(from) : row.subarray(from * texelBytes, to * texelBytes);
    from = to;
  }
}
