/** PNG as PngSuite tests it, with files that the test writes, so that every pixel is known. */
import test, { type ExecutionContext } from "ava";
import { decodePng } from "#asset_tools/texture/png/decode_png.ts";
import { PngError } from "#asset_tools/texture/png/read_png.ts";
import {
  type Chunk,
  chunkBytes,
  header,
  type PngPicture,
  pngChunks,
  pngFile,
  SIGNATURE,
  samplesOf,
  scanlines,
  writePng,
} from "./png_file.ts";

const kinds = [
  [0, 1],
  [0, 2],
  [0, 4],
  [0, 8],
  [0, 16],
  [2, 8],
  [2, 16],
  [3, 1],
  [3, 2],
  [3, 4],
  [3, 8],
  [4, 8],
  [4, 16],
  [6, 8],
  [6, 16],
] as const satisfies readonly (readonly [PngPicture["type"], PngPicture["depth"]])[];

function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function picture(
  [type, depth]: (typeof kinds)[number],
  width: number,
  height: number,
  more: Partial<PngPicture> = {},
): PngPicture {
  const random = randomFrom(width * 41 + height);
  const length = width * height * samplesOf[type];
  const samples = Array.from({ length }, () => random(2 ** depth));
  const colors = Array.from({ length: 3 * 2 ** Math.min(depth, 8) }, () => random(256));
  const palette = type === 3 ? { palette: colors } : {};
  return { width, height, depth, type, samples, ...palette, ...more };
}

/** What the specification says the pixels are. */
function expectedPixels({
  depth,
  type,
  samples,
  palette = [],
  transparency,
}: PngPicture): number[] {
  const most = depth === 16 ? 65535 : 255;
  const scale = depth < 8 && type === 0 ? 255 / (2 ** depth - 1) : 1;
  const clear = transparency?.flatMap((byte, at) =>
    at % 2 === 0 ? [byte * 256 + (transparency[at + 1] ?? 0)] : [],
  );
  const pixels: number[] = [];
  const count = samplesOf[type];
  for (let at = 0; at < samples.length; at += count) {
    const [first = 0, second = 0, third = 0, fourth = 0] = samples.slice(at, at + count);
    const isClear = clear?.every((sample, channel) => sample === samples[at + channel]) ?? false;
    const opacity = isClear ? 0 : most;
    const gray = first * scale;
    if (type === 0) pixels.push(gray, gray, gray, opacity);
    if (type === 2) pixels.push(first, second, third, opacity);
    if (type === 3) {
      pixels.push(...palette.slice(first * 3, first * 3 + 3), transparency?.[first] ?? 255);
    }
    if (type === 4) pixels.push(first, first, first, second);
    if (type === 6) pixels.push(first, second, third, fourth);
  }
  return pixels;
}

function check(t: ExecutionContext, source: PngPicture): void {
  const { width, height, pixels } = decodePng(writePng(source));
  t.is(width, source.width);
  t.is(height, source.height);
  t.is(pixels instanceof Uint16Array, source.depth === 16);
  const expected = expectedPixels(source);
  const different = pixels.findIndex((value, at) => value !== expected[at]);
  t.is(pixels.length, expected.length);
  const what = `${source.type}/${source.depth} ${width}x${height}: value ${different}`;
  t.is(different, -1, what);
}

test("every color type and depth, interlaced or not", (t) => {
  for (const kind of kinds) {
    for (const isInterlaced of [false, true]) check(t, picture(kind, 32, 32, { isInterlaced }));
  }
});

test("every filter for every width of a pixel", (t) => {
  for (const kind of kinds) {
    for (let filter = 0; filter < 5; filter++) {
      check(t, picture(kind, 17, 6, { filter: () => filter }));
    }
    check(t, picture(kind, 19, 12, { filter: (row) => row % 5 }));
    check(t, picture(kind, 23, 13, { filter: (row) => row % 5, isInterlaced: true }));
  }
});

test("odd sizes from 1 to 40", (t) => {
  for (const [index, kind] of kinds.entries()) {
    for (let size = 1; size <= 40; size++) {
      const isInterlaced = (size + index) % 2 === 0;
      const filter = (row: number): number => (row + size) % 5;
      check(t, picture(kind, size, size, { isInterlaced, filter }));
      check(t, picture(kind, size, 3, { isInterlaced: !isInterlaced, filter }));
    }
  }
});

test("pictures of many strips", (t) => {
  check(t, picture([6, 8], 300, 400, { filter: (row) => row % 5 }));
  check(t, picture([2, 16], 500, 200, { filter: () => 4, isInterlaced: true }));
  check(t, picture([0, 1], 3001, 3, { filter: () => 3 }));
});

test("transparency: a color of gray or RGB, alpha of a palette", (t) => {
  for (const kind of kinds) {
    const [type, depth] = kind;
    if (type === 4 || type === 6) continue;
    const plain = picture(kind, 13, 9);
    const clear = plain.samples
      .slice(0, samplesOf[type])
      .flatMap((sample) => [sample >> 8, sample & 255]);
    const alphas = Array.from({ length: Math.max(1, 2 ** depth - 1) }, (_, at) => (at * 7) & 255);
    check(t, { ...plain, transparency: type === 3 ? alphas : clear });
  }
  // All 16 bits count, also where the picture is used with 8.
  const near = { width: 2, height: 1, depth: 16, type: 0, samples: [0x1234, 0x1235] } as const;
  const { pixels } = decodePng(writePng({ ...near, transparency: [0x12, 0x34] }));
  t.deepEqual([pixels[3], pixels[7]], [0, 65535]);
});

test("data in many chunks, also empty ones", (t) => {
  const source = picture([2, 8], 20, 20);
  check(t, { ...source, chunkSize: 1 });
  const chunks = pngChunks({ ...source, chunkSize: 100 });
  const first = chunks.findIndex(([kind]) => kind === "IDAT");
  const empty: Chunk = ["IDAT", new Uint8Array(0)];
  const file = pngFile(chunks.toSpliced(first + 1, 0, empty).toSpliced(first, 0, empty));
  t.deepEqual([...decodePng(file).pixels], expectedPixels(source));
});

test("gamma, chromaticities, profiles, backgrounds and texts change no pixel", (t) => {
  const source = picture([3, 8], 16, 16);
  const [ihdr, ...rest] = pngChunks(source);
  const extra: Chunk[] = [
    ["gAMA", Uint8Array.of(0, 0, 0x1f, 0x40)],
    ["cHRM", new Uint8Array(32)],
    ["sRGB", Uint8Array.of(1)],
    ["iCCP", Buffer.from("profile\0\0....")],
    ["sBIT", Uint8Array.of(5, 6, 5)],
    ["pHYs", new Uint8Array(9)],
    ["tEXt", Buffer.from("Title\0A picture")],
    ["zTXt", Buffer.from("Title\0\0....")],
    ["tIME", new Uint8Array(7)],
  ];
  const late: Chunk[] = [
    ["bKGD", Uint8Array.of(0)],
    ["hIST", new Uint8Array(512)],
  ];
  const [palette, ...data] = rest as [Chunk, ...Chunk[]];
  const file = pngFile([ihdr as Chunk, ...extra, palette, ...late, ...data]);
  t.deepEqual([...decodePng(file).pixels], expectedPixels(source));
});

test("broken files are refused, each with what is wrong", (t) => {
  const source = picture([2, 8], 8, 8);
  const indexed = picture([3, 4], 8, 8);
  const good = pngChunks(source);
  const [ihdr, idat, iend] = good as [Chunk, Chunk, Chunk];
  const withHeader = (at: number, value: number): Uint8Array => {
    const bytes = header(source);
    bytes[at] = value;
    return pngFile([["IHDR", bytes], idat, iend]);
  };
  const flipped = (at: number): Uint8Array => {
    const bytes = pngFile(good).slice();
    bytes[at] = (bytes[at] as number) ^ 1;
    return bytes;
  };
  const palette: Chunk = ["PLTE", new Uint8Array(48)];
  const [, , indexedData] = pngChunks(indexed) as [Chunk, Chunk, Chunk];
  const indexedHeader: Chunk = ["IHDR", header(indexed)];
  const whole = pngFile(good);
  const cases: readonly [file: Uint8Array, message: RegExp][] = [
    [flipped(8 + 8), /has a chunk `IHDR` at byte 8 whose checksum is wrong/],
    [flipped(33 + 8), /has a chunk `IDAT` at byte 33 whose checksum is wrong/],
    [flipped(whole.length - 1), /has a chunk `IEND` at byte \d+ whose checksum is wrong/],
    [withHeader(9, 1), /has the color type 1 \(byte 25\)$/],
    [withHeader(9, 9), /has the color type 9 \(byte 25\)$/],
    [withHeader(8, 0), /has 0 bits a sample, which color type 2 cannot have \(byte 24\)$/],
    [withHeader(8, 4), /has 4 bits a sample, which color type 2 cannot have/],
    [withHeader(8, 99), /has 99 bits a sample/],
    [withHeader(10, 1), /has the compression method 1 \(byte 26\)$/],
    [withHeader(11, 1), /has the filter method 1 \(byte 27\)$/],
    [withHeader(12, 2), /has the interlace method 2 \(byte 28\)$/],
    [withHeader(3, 0), /is 0x8 \(byte 16\)$/],
    [pngFile([ihdr, iend]), /has no `IDAT` chunk/],
    [pngFile([idat, iend]), /starts with `IDAT`, not with `IHDR` \(byte 8\)$/],
    [pngFile([ihdr, ihdr, idat, iend]), /`IHDR` at byte 33 and one before it/],
    [pngFile([ihdr, idat]), /ends before its `IEND` chunk \(byte \d+\)$/],
    [whole.slice(0, 40), /ends inside the chunk/],
    [whole.slice(0, whole.length - 2), /ends inside the chunk at byte/],
    [Buffer.concat([whole.subarray(0, 33), Buffer.alloc(20)]), /has no chunk at byte 33/],
    [pngFile([ihdr, idat, ["tEXt", new Uint8Array(1)], idat, iend]), /`IDAT` .* apart from/],
    [pngFile([ihdr, ["CRIT", new Uint8Array(1)], idat, iend]), /`CRIT` at byte 33 .* not known/],
    [pngFile([indexedHeader, indexedData, iend]), /has indices and no `PLTE` chunk/],
    [pngFile([indexedHeader, palette, palette, indexedData, iend]), /`PLTE` .* and one before it/],
    [pngFile([indexedHeader, indexedData, palette, iend]), /`PLTE` .* behind `IDAT`/],
    [
      pngFile([indexedHeader, ["PLTE", new Uint8Array(51)], indexedData, iend]),
      /`PLTE` chunk of 51 bytes \(byte 33\)$/,
    ],
    [
      pngFile([indexedHeader, ["PLTE", new Uint8Array(3)], indexedData, iend]),
      /has no color \d+ in its palette/,
    ],
    [pngFile([["IHDR", header(picture([0, 8], 8, 8))], palette, idat, iend]), /is gray and has a/],
    [
      pngFile([ihdr, ["tRNS", new Uint8Array(2)], idat, iend]),
      /`tRNS` chunk of 2 bytes \(byte 33\)$/,
    ],
    [
      pngFile([["IHDR", header(picture([6, 8], 8, 8))], ["tRNS", new Uint8Array(2)], idat, iend]),
      /has both alpha and a `tRNS` chunk/,
    ],
    [
      pngFile([ihdr, ["IDAT", idat[1].subarray(0, 20)], iend]),
      /fewer pixels than its header says \(byte 33\)$/,
    ],
    [
      pngFile([ihdr, ["IDAT", new Uint8Array(200)], iend]),
      /not compressed as zlib does \(byte 33\)$/,
    ],
    [
      pngFile([["IHDR", header({ ...source, height: 9 })], idat, iend]),
      /fewer pixels than its header says \(byte 33\)$/,
    ],
    [
      pngFile([["IHDR", header({ ...source, height: 7 })], idat, iend]),
      /more pixels than its header says \(byte 33\)$/,
    ],
    [
      pngFile([["IHDR", header({ ...source, width: 16000, height: 16000 })], idat, iend]),
      /fewer pixels than its header says \(byte 33\)$/,
    ],
    [writePng({ ...source, filter: () => 5 }), /has the filter 5 in row 0$/],
  ];
  for (const [file, message] of cases) {
    t.throws(() => decodePng(file), { instanceOf: PngError, message });
  }
  t.deepEqual(SIGNATURE, [...whole.subarray(0, 8)]);
  t.is(chunkBytes(iend).length, 12);
  t.is(scanlines(source).length, 8 * 25);
});

test("mutations give a picture or one error", (t) => {
  const random = randomFrom(7);
  const sources = kinds.map((kind, index) =>
    pngChunks(picture(kind, 9, 7, { isInterlaced: index % 2 === 0, filter: (row) => row % 5 })),
  );
  const rounds = 4000 * Number(process.env["FUZZ_FACTOR"] ?? "1");
  let refused = 0;
  for (let round = 0; round < rounds; round++) {
    const chunks = [...(sources[round % sources.length] as Chunk[])];
    for (let edit = random(3); edit >= 0; edit--) {
      const at = random(chunks.length);
      const [kind, data] = chunks[at] as Chunk;
      const bytes = Uint8Array.from(data.slice(0, random(4) === 0 ? random(data.length + 1) : 999));
      if (bytes.length > 0) bytes[random(bytes.length)] = random(256);
      if (random(8) === 0) chunks.splice(at, 1);
      else chunks[at] = [kind, bytes];
    }
    // Half have right checksums, so that what lies behind them is reached.
    const file = pngFile(chunks).slice();
    if (random(2) === 0) file[random(file.length)] = random(256);
    try {
      const { width, height, pixels } = decodePng(file);
      if (pixels.length !== width * height * 4) t.fail(`round ${round}`);
    } catch (error) {
      if (!(error instanceof PngError)) throw error;
      refused++;
    }
  }
  t.true(refused > rounds / 10);
});
