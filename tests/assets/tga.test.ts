import test from "ava";
import { decodeTga, TgaError } from "#asset_tools/texture/decode_tga.ts";
import { makeTga, type TgaOptions } from "./make_tga.ts";

function pixelsOf(options: TgaOptions): number[] {
  return [...decodeTga(makeTga(options)).pixels];
}

const red = [255, 0, 0, 255];
const blue = [0, 0, 255, 255];
const gray = (value: number, alpha = 255): number[] => [value, value, value, alpha];

test("reads true color of every depth", (t) => {
  const size = { type: 2, width: 2, height: 1 } as const;
  t.deepEqual(pixelsOf({ ...size, depth: 24, data: [0, 0, 255, 255, 0, 0] }), [...red, ...blue]);
  t.deepEqual(
    pixelsOf({ ...size, depth: 32, descriptor: 8, data: [0, 0, 255, 7, 255, 0, 0, 8] }),
    [255, 0, 0, 7, 0, 0, 255, 8],
  );
  // Without bits of alpha the fourth byte means nothing.
  t.deepEqual(pixelsOf({ ...size, depth: 32, data: [0, 0, 255, 7, 255, 0, 0, 8] }), [
    ...red,
    ...blue,
  ]);
  t.deepEqual(pixelsOf({ ...size, depth: 15, data: [0x00, 0x7c, 0x1f, 0x00] }), [...red, ...blue]);
  t.deepEqual(
    pixelsOf({ ...size, depth: 16, descriptor: 1, data: [0x00, 0xfc, 0x1f, 0x00] }),
    [255, 0, 0, 255, 0, 0, 255, 0],
  );
});

test("reads gray, with and without alpha", (t) => {
  const size = { type: 3, width: 2, height: 1 } as const;
  t.deepEqual(pixelsOf({ ...size, depth: 8, data: [9, 200] }), [...gray(9), ...gray(200)]);
  t.deepEqual(pixelsOf({ ...size, depth: 16, descriptor: 8, data: [9, 1, 200, 2] }), [
    ...gray(9, 1),
    ...gray(200, 2),
  ]);
});

test("reads color maps that start anywhere", (t) => {
  const map = { first: 5, depth: 24, bytes: [0, 0, 255, 255, 0, 0] };
  const size = { type: 1, width: 2, height: 1 } as const;
  t.deepEqual(pixelsOf({ ...size, depth: 8, map, data: [6, 5] }), [...blue, ...red]);
  t.deepEqual(pixelsOf({ ...size, depth: 16, map, data: [6, 0, 5, 0] }), [...blue, ...red]);
  t.throws(() => pixelsOf({ ...size, depth: 8, map, data: [6, 7] }), {
    instanceOf: TgaError,
    message: "has no color 7 in its map",
  });
});

test("puts the first pixel into every corner", (t) => {
  const rows = { type: 3, depth: 8, width: 2, height: 2, data: [1, 2, 3, 4] } as const;
  const values = (descriptor: number): number[] =>
    pixelsOf({ ...rows, descriptor }).filter((_, at) => at % 4 === 0);
  t.deepEqual(values(0), [3, 4, 1, 2]);
  t.deepEqual(values(16), [4, 3, 2, 1]);
  t.deepEqual(values(32), [1, 2, 3, 4]);
  t.deepEqual(values(48), [2, 1, 4, 3]);
});

test("undoes run lengths, also across rows", (t) => {
  const size = { type: 11, depth: 8, width: 2, height: 3, descriptor: 32 } as const;
  const data = [0x82, 7, 0x01, 8, 9, 0x80, 10];
  t.deepEqual(
    pixelsOf({ ...size, data }).filter((_, at) => at % 4 === 0),
    [7, 7, 7, 8, 9, 10],
  );
  t.deepEqual(pixelsOf({ type: 10, depth: 24, width: 3, height: 1, data: [0x82, 0, 0, 255] }), [
    ...red,
    ...red,
    ...red,
  ]);
});

/** Every type and depth with colors that survive its rounding: what is stored of a pixel, and what it is. */
const kinds: readonly {
  readonly type: 1 | 2 | 3;
  readonly depth: number;
  readonly mapDepth?: number;
  readonly alphaBits?: number;
  readonly stored: (value: number) => number[];
  readonly pixel: (value: number) => number[];
}[] = [
  { type: 3, depth: 8, stored: (v) => [v], pixel: (v) => gray(v) },
  { type: 3, depth: 16, alphaBits: 8, stored: (v) => [v, 9], pixel: (v) => gray(v, 9) },
  { type: 2, depth: 24, stored: (v) => [3, 2, v], pixel: (v) => [v, 2, 3, 255] },
  { type: 2, depth: 32, stored: (v) => [3, 2, v, 7], pixel: (v) => [v, 2, 3, 255] },
  { type: 2, depth: 32, alphaBits: 8, stored: (v) => [3, 2, v, 7], pixel: (v) => [v, 2, 3, 7] },
  { type: 2, depth: 15, stored: (v) => five(v, 0), pixel: (v) => [wide(v), 0, wide(31), 255] },
  { type: 2, depth: 16, stored: (v) => five(v, 1), pixel: (v) => [wide(v), 0, wide(31), 255] },
  {
    type: 2,
    depth: 16,
    alphaBits: 1,
    stored: (v) => five(v, v & 1),
    pixel: (v) => [wide(v), 0, wide(31), v & 1 ? 255 : 0],
  },
  ...([15, 16, 24, 32] as const).flatMap((mapDepth) =>
    [8, 16].map((depth) => ({
      type: 1 as const,
      depth,
      mapDepth,
      stored: (v: number) => (depth === 8 ? [v & 7] : [v & 7, 0]),
      pixel: (v: number) => [wide(v & 7), 0, mapDepth < 24 ? wide(31) : 5, 255],
    })),
  ),
];

/** Red of five bits, no green, all of blue, and a bit of alpha. */
function five(red: number, alpha: number): number[] {
  const bits = ((red & 31) << 10) | 31 | (alpha << 15);
  return [bits & 255, bits >> 8];
}

function wide(value: number): number {
  return ((value & 31) << 3) | ((value & 31) >> 2);
}

test("every type, depth and origin, with run lengths and without, has every pixel", (t) => {
  const [width, height] = [9, 5];
  const values = Array.from({ length: width * height }, (_, at) => (at % 7 < 4 ? 6 : at % 8));
  for (const { type, depth, mapDepth, alphaBits = 0, stored, pixel } of kinds) {
    const colors = Array.from({ length: 8 }, (_, index) =>
      (mapDepth ?? 0) < 24
        ? five(index, 0)
        : [5, 0, wide(index), 255].slice(0, (mapDepth ?? 0) / 8),
    );
    const map = mapDepth && { map: { first: 0, depth: mapDepth, bytes: colors.flat() } };
    for (const descriptor of [0, 16, 32, 48].map((origin) => origin | alphaBits)) {
      for (const isRunLength of [false, true]) {
        const data = isRunLength ? runs(values.map(stored)) : values.flatMap(stored);
        const file = { type: type | (isRunLength ? 8 : 0), depth, width, height, descriptor, data };
        const expected = values.flatMap((_, at) => {
          const x = descriptor & 16 ? width - 1 - (at % width) : at % width;
          const row = Math.floor(at / width);
          const y = descriptor & 32 ? row : height - 1 - row;
          return pixel(values[y * width + x] as number);
        });
        t.deepEqual(pixelsOf({ ...file, ...map }), expected, `${type}/${depth}/${descriptor}`);
      }
    }
  }
});

/** Packets of equal pixels, and of one pixel each where they differ. */
function runs(pixels: readonly number[][]): number[] {
  const data: number[] = [];
  for (let at = 0; at < pixels.length; ) {
    const pixel = pixels[at] as number[];
    let length = 1;
    while (length < 128 && String(pixels[at + length]) === String(pixel)) length++;
    data.push(length > 1 ? 127 + length : 0, ...pixel);
    at += length;
  }
  return data;
}

test("steps over the text behind the header", (t) => {
  t.deepEqual(
    pixelsOf({ type: 3, depth: 8, width: 1, height: 1, id: [104, 105], data: [5] }),
    gray(5),
  );
});

test("refuses what is no TGA", (t) => {
  const good = { type: 2, depth: 24, width: 1, height: 1, data: [1, 2, 3] } as const;
  const cases: readonly [bytes: Uint8Array, message: string][] = [
    [new Uint8Array(17), "ends inside its header (byte 17)"],
    [makeTga({ ...good, type: 4 }), "has the image type 4 (byte 2)"],
    [makeTga({ ...good, depth: 8 }), "has 8 bits a pixel (byte 16)"],
    [makeTga({ ...good, width: 0 }), "is 0x1 (byte 12)"],
    [makeTga({ ...good, data: [1, 2] }), "ends inside its pixels (byte 20)"],
    [makeTga({ ...good, type: 1, depth: 8 }), "has indices and no color map (byte 1)"],
    [
      makeTga({ ...good, type: 10, width: 60000, height: 60000 }),
      "ends inside its pixels (byte 21)",
    ],
  ];
  for (const [bytes, message] of cases) {
    t.throws(() => decodeTga(bytes), { instanceOf: TgaError, message });
  }
});

test("mutations give a picture or one error", (t) => {
  const map = { first: 0, depth: 24, bytes: [0, 0, 255, 255, 0, 0] };
  const valid = [
    makeTga({ type: 10, depth: 32, width: 4, height: 4, data: [0x8f, 1, 2, 3, 4] }),
    makeTga({ type: 1, depth: 8, width: 4, height: 1, map, data: [0, 1, 1, 0] }),
    makeTga({ type: 3, depth: 16, width: 2, height: 2, data: [1, 2, 3, 4, 5, 6, 7, 8] }),
  ];
  let random = 1;
  const next = (below: number): number => {
    random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
    return (random >>> 8) % below;
  };
  const rounds = 20000 * Number(process.env["FUZZ_FACTOR"] ?? "1");
  for (let round = 0; round < rounds; round++) {
    const bytes = (valid[round % valid.length] as Uint8Array).slice(0, 18 + next(40));
    for (let edit = next(4); edit >= 0; edit--) bytes[next(bytes.length)] = next(256);
    try {
      const { width, height, pixels } = decodeTga(bytes);
      t.is(pixels.length, width * height * 4);
    } catch (error) {
      if (!(error instanceof TgaError)) throw error;
    }
  }
});
