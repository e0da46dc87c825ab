/**
 * The frame of a JPEG file (ITU-T T.81, annex B), read before a decoder is asked: a progressive picture needs all of its
 * coefficients in memory at once, which is too much to give to a few bytes that only claim to be large.
 */
import { FileProblem } from "../document/file_problem.ts";

/** Thrown for a file that is not JPEG as specified. */
export class JpegError extends FileProblem {}

/** How many blocks of 8x8 samples a bit of data can hold, at most. */
const BLOCKS_OF_A_BIT = {
  // The first scan has a code for each block, and no code has less than a bit.
  huffman: 1,
  // Near-certain decisions take a fraction of a bit. Only a picture of one color, and a large one, takes less than this.
  arithmetic: 64,
} as const;

interface Component {
  readonly horizontal: number;
  readonly vertical: number;
}

interface Frame {
  /** Of the segment in the file. */
  readonly at: number;
  readonly coding: keyof typeof BLOCKS_OF_A_BIT;
  readonly width: number;
  readonly height: number;
  readonly components: readonly Component[];
}

/** Throws `JpegError` for a file without a frame, and where what follows the frame cannot be a picture of its size. */
export function checkJpeg(bytes: Uint8Array): void {
  const frame = readFrame(bytes);
  const { width, height, components } = frame;
  if (width === 0 || height === 0) throw new JpegError(`is ${width}x${height}`, frame.at);
  const wrong = components.findIndex(({ horizontal, vertical }) => !horizontal || !vertical);
  if (wrong >= 0)
    throw new JpegError(`samples component ${wrong} never, in its frame at byte ${frame.at}`);
  const data = bytes.length - frame.at;
  if (blocksOf(frame) > data * 8 * BLOCKS_OF_A_BIT[frame.coding])
    throw new JpegError(`is ${width}x${height}, for which ${data} bytes are too few`);
}

function readFrame(bytes: Uint8Array): Frame {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; ; ) {
    if (bytes[at] !== 0xff)
      throw new JpegError(
        at < bytes.length ? `has no marker at byte ${at}` : "ends before its frame",
      );
    // Any number of these may stand before a marker.
    while (bytes[at + 1] === 0xff) at++;
    const marker = bytes[at + 1] ?? 0;
    const size = at + 4 <= bytes.length ? view.getUint16(at + 2) : 0;
    if (size < 2 || at + 2 + size > bytes.length)
      throw new JpegError(`ends inside the segment at byte ${at}`);
    if (isFrame(marker)) return frameAt(bytes.subarray(at + 4, at + 2 + size), marker, at);
    at += 2 + size;
  }
}

/** Start of a frame; between such markers are those of Huffman tables, extensions and arithmetic conditioning. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function frameAt(segment: Uint8Array, marker: number, at: number): Frame {
  const [, high = 0, low = 0, wide = 0, narrow = 0, count = 0] = segment;
  if (segment.length !== 6 + count * 3) throw new JpegError(`has a damaged frame at byte ${at}`);
  const components = Array.from({ length: count }, (_, component) => {
    const factors = segment[6 + component * 3 + 1] as number;
    return { horizontal: factors >> 4, vertical: factors & 15 };
  });
  const coding = marker > 0xc8 ? "arithmetic" : "huffman";
  return { at, coding, width: wide * 256 + narrow, height: high * 256 + low, components };
}

/** Blocks that hold something of the picture; those that only fill a unit of several components do not count. */
function blocksOf({ width, height, components }: Frame): number {
  const mostH = Math.max(...components.map(({ horizontal }) => horizontal));
  const mostV = Math.max(...components.map(({ vertical }) => vertical));
  return components.reduce((sum, { horizontal, vertical }) => {
    const columns = Math.ceil((width * horizontal) / mostH / 8);
    const rows = Math.ceil((height * vertical) / mostV / 8);
    return sum + columns * rows;
  }, 0);
}
