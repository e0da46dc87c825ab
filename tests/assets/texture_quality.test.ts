/** What mips keep of a picture's meaning, halves, and floors for quality. */
import test from "ava";
import { decodeLevel } from "#asset_tools/fpkg/decode_level.ts";
import { halfToNumber } from "#asset_tools/fpkg/half.ts";
import { decodeTexture, type Level, type Texture } from "#asset_tools/fpkg/texture_blob.ts";
import { defaultFloors } from "#asset_tools/texture/check_quality.ts";
import { compileTexture } from "#asset_tools/texture/compile_texture.ts";
import { coverage, passingAlpha } from "#asset_tools/texture/coverage.ts";
import { bytesAt, kernels, reserve } from "#asset_tools/texture/kernels.ts";
import { measureQuality } from "#asset_tools/texture/measure_quality.ts";
import { mipChain } from "#asset_tools/texture/mipmaps.ts";
import type { TextureOptions } from "#asset_tools/texture/texture_options.ts";
import { rgbaPng } from "./make_png.ts";
import { brickPicture, gradientPicture } from "./picture.ts";
import { type PngPicture, writePng } from "./png_file.ts";

const plain: TextureOptions = {
  parts: { kind: "flat", source: "t.png" },
  format: "rgba8",
  platform: "bc",
  quality: "dev",
  semantic: "color",
  mipmaps: true,
};

function tryCompile(png: Uint8Array, options: Partial<TextureOptions>) {
  return compileTexture([{ file: "t.png", bytes: png }], { ...plain, ...options });
}

async function compile(png: Uint8Array, options: Partial<TextureOptions> = {}): Promise<Texture> {
  const { value, diagnostics } = await tryCompile(png, options);
  if (value === undefined) throw new Error(diagnostics[0]?.message);
  return decodeTexture(value);
}

function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Leaves: soft discs of alpha over green noise. */
function leaves(size: number): Uint8Array {
  const random = randomFrom(5);
  const discs = Array.from({ length: 90 }, () => [random(size), random(size), 3 + random(9)]);
  const pixels = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const inside = discs.map(
        ([cx = 0, cy = 0, radius = 0]) => radius - Math.hypot(x - cx, y - cy),
      );
      const alpha = Math.max(0, Math.min(1, Math.max(...inside) / 3)) * 255;
      pixels.set([random(60), 100 + random(99), random(60), alpha], (y * size + x) * 4);
    }
  }
  return pixels;
}

const imageOf = ({ width, height, data }: Level) => ({ width, height, pixels: data });

test("cut-outs cover as much in every level", async (t) => {
  const png = rgbaPng(128, 128, leaves(128));
  for (const alphaCutoff of [0.25, 0.5, 0.8]) {
    const passing = passingAlpha(alphaCutoff);
    const { levels } = await compile(png, { alphaCutoff });
    const without = await compile(png);
    const [wanted = 0, ...kept] = levels.map((level) => coverage(imageOf(level), passing));
    const lost = without.levels.map((level) =>
      Math.abs(coverage(imageOf(level), passing) - wanted),
    );
    t.true(wanted > 0.2 && wanted < 0.8);
    for (const [index, share] of kept.entries()) {
      const { width, height } = levels[index + 1] as Level;
      // A level cannot come nearer than half of one of its texels; levels of few texels often have equal ones.
      const bound = width * height >= 64 ? 0.02 : 0.5 / (width * height) + 0.2;
      t.true(Math.abs(share - wanted) <= bound, `${alphaCutoff}, ${width}: ${share} for ${wanted}`);
    }
    // Without the cutoff the levels drift, so the test can fail.
    if (alphaCutoff !== 0.5) t.true(Math.max(...lost.slice(1, 5)) > 0.02);
  }
});

test("BC1 cuts where the cutoff says", async (t) => {
  const pixels = Uint8Array.from(
    { length: 64 },
    (_, at) => [10, 200, 30, at >> 2][at % 4] as number,
  );
  const { levels } = await compile(rgbaPng(4, 4, pixels), { alphaCutoff: 8 / 255, format: "bc1" });
  const decoded = decodeLevel("bc1", levels[0]?.data as Uint8Array, 4, 4);
  for (let texel = 0; texel < 16; texel++) t.is(decoded[texel * 4 + 3], texel >= 8 ? 255 : 0);
});

test("what has no alpha cannot be a cut-out", async (t) => {
  const png = rgbaPng(16, 16, leaves(16));
  for (const format of ["bc4", "bc5", "eacR", "eacRg", "rgba16f"] as const) {
    const { value, diagnostics } = await tryCompile(png, { format, alphaCutoff: 0.5 });
    t.is(value, undefined);
    t.is(diagnostics[0]?.code, "AS1010");
  }
});

test("normals have unit length in every level, also of odd sizes", async (t) => {
  const random = randomFrom(3);
  for (const [width, height] of [
    [64, 64],
    [37, 21],
  ] as const) {
    const pixels = new Uint8Array(width * height * 4);
    for (let at = 0; at < pixels.length; at += 4) {
      const [x, y] = [random(200) / 100 - 1, random(200) / 100 - 1];
      const length = Math.hypot(x, y, 0.4);
      const unit = [x / length, y / length, 0.4 / length].map((v) => Math.round((v + 1) * 127.5));
      pixels.set([...unit, 255], at);
    }
    const { levels } = await compile(rgbaPng(width, height, pixels), { semantic: "normal" });
    for (const { data } of levels.slice(1)) {
      for (let at = 0; at < data.length; at += 4) {
        const [x = 0, y = 0, z = 0] = [...data.subarray(at, at + 3)].map((v) => v / 127.5 - 1);
        t.true(Math.abs(Math.hypot(x, y, z) - 1) < 0.012);
      }
    }
  }
});

/** Of IEC 61966-2-1. */
function linear(value: number): number {
  const x = value / 255;
  return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

test("every level of a color has the mean light of the picture, a mask its mean value", async (t) => {
  const png = rgbaPng(64, 64, brickPicture(64));
  const mean = ({ data }: Level, of: (value: number) => number): number =>
    meanOf([...data].filter((_, at) => at % 4 === 0).map(of));
  const color = await compile(png);
  const light = mean(color.levels[0] as Level, linear);
  for (const level of color.levels) t.true(Math.abs(mean(level, linear) - light) < 0.003);
  const mask = await compile(png, { semantic: "mask" });
  const value = mean(mask.levels[0] as Level, (v) => v);
  for (const level of mask.levels) t.true(Math.abs(mean(level, (v) => v) - value) < 0.8);
});

test("what is clear lends no color to what is not", (t) => {
  const random = randomFrom(9);
  // Red where it is opaque, any other color where it is clear.
  const pixels = new Uint8Array(32 * 32 * 4);
  for (let at = 0; at < pixels.length; at += 4) {
    const isOpaque = random(3) > 0;
    pixels.set(isOpaque ? [220, 20, 20, 255] : [0, random(256), random(256), 0], at);
  }
  for (const level of mipChain({ width: 32, height: 32, pixels }, "color").slice(1)) {
    for (let at = 0; at < level.pixels.length; at += 4) {
      if (level.pixels[at + 3] === 0) continue;
      t.deepEqual([...level.pixels.subarray(at, at + 3)], [220, 20, 20]);
    }
  }
});

function narrow(values: readonly number[]): number[] {
  const padded = Math.ceil(values.length / 8) * 8;
  const [src, dst] = reserve(padded * 4, padded * 2);
  new Float32Array(bytesAt(src, 0).buffer, src, padded).set(values);
  kernels.narrowHalf(src, padded, dst);
  return [...new Uint16Array(bytesAt(dst, 0).buffer, dst, values.length)];
}

test("every half survives; what lies between two goes to the nearer, ties to the even one", (t) => {
  const halves = Array.from({ length: 0x7c00 }, (_, bits) => bits);
  const values = halves.map(halfToNumber);
  t.deepEqual(narrow(values), halves);
  t.deepEqual(
    narrow(values.map((value) => -value)),
    halves.map((bits) => bits | 0x8000),
  );
  const pairs = values.slice(1).map((value, at) => [values[at] as number, value] as const);
  t.deepEqual(narrow(pairs.map(([low, high]) => low + (high - low) * 0.49)), halves.slice(0, -1));
  t.deepEqual(narrow(pairs.map(([low, high]) => low + (high - low) * 0.51)), halves.slice(1));
  t.deepEqual(
    narrow(pairs.map(([low, high]) => (low + high) / 2)),
    halves.slice(0, -1).map((bits) => bits + (bits & 1)),
  );
  const special = [65504, 65519.9, 65520, 1e30, Number.POSITIVE_INFINITY, Number.NaN, -1e9];
  t.deepEqual(narrow(special), [0x7bff, 0x7bff, 0x7c00, 0x7c00, 0x7c00, 0x7e00, 0xfc00]);
});

function halvesOf(level: Level | undefined): number[] {
  const data = level?.data.slice() ?? new Uint8Array();
  return [...new Uint16Array(data.buffer)].map(halfToNumber);
}

test("16 bits stay in rgba16f: plain numbers as they are, colors as light", async (t) => {
  const samples = [0, 1, 300, 65535, 4096, 40000, 65534, 32768];
  const picture: PngPicture = { width: 2, height: 1, depth: 16, type: 6, samples };
  const data = await compile(writePng(picture), { format: "rgba16f", semantic: "data" });
  t.is(data.format, "rgba16f");
  for (const [at, value] of halvesOf(data.levels[0]).entries()) {
    const expected = (samples[at] as number) / 65535;
    t.true(Math.abs(value - expected) <= expected * 2 ** -11 + 2 ** -25);
  }
  const color = await compile(writePng(picture), { format: "rgba16f" });
  for (const [at, value] of halvesOf(color.levels[0]).entries()) {
    const sample = (samples[at] as number) / 65535;
    const expected = at % 4 === 3 ? sample : linear(sample * 255);
    t.true(Math.abs(value - expected) <= expected * 2 ** -10 + 2 ** -25, `${value} ${expected}`);
  }
});

test("levels of rgba16f are means: of light by alpha, of unit normals", async (t) => {
  const bright = [65535, 0, 0, 65535];
  const clear = [0, 65535, 0, 0];
  const picture: PngPicture = {
    width: 3,
    height: 2,
    depth: 16,
    type: 6,
    samples: [bright, clear, bright, bright, bright, clear].flat(),
  };
  const { levels } = await compile(writePng(picture), { format: "rgba16f" });
  const [red, green, , alpha] = halvesOf(levels[1]);
  t.is(levels.length, 2);
  t.is(red, 1);
  t.is(green, 0);
  t.true(Math.abs((alpha as number) - 2 / 3) < 0.001);
  const normals = await compile(
    rgbaPng(2, 1, Uint8Array.of(255, 128, 128, 255, 128, 255, 128, 255)),
    {
      format: "rgba16f",
      semantic: "normal",
    },
  );
  const [x = 0, y = 0, z = 0] = halvesOf(normals.levels[1]).map((value) => value * 2 - 1);
  t.true(Math.abs(Math.hypot(x, y, z) - 1) < 0.002);
});

interface Size {
  readonly width: number;
  readonly height: number;
}

/** By the letter: means, variances and covariance of each window on its own, in one channel. */
function plainSsim(a: Uint8Array, b: Uint8Array, { width, height }: Size, channel: number): number {
  const starts = (size: number): number[] => {
    const all = [];
    for (let start = 0; start < size - 8; start += 4) all.push(start);
    return [...all, Math.max(0, size - 8)];
  };
  const windows = starts(height).flatMap((y) => starts(width).map((x) => [x, y] as const));
  return meanOf(
    windows.map(([left, top]) => {
      const values = (pixels: Uint8Array): number[] => {
        const found = [];
        for (let y = top; y < Math.min(top + 8, height); y++) {
          for (let x = left; x < Math.min(left + 8, width); x++) {
            found.push(pixels[(y * width + x) * 4 + channel] as number);
          }
        }
        return found;
      };
      const [first, second] = [values(a), values(b)];
      const [meanA, meanB] = [meanOf(first), meanOf(second)];
      const varianceA = meanOf(first.map((value) => (value - meanA) ** 2));
      const varianceB = meanOf(second.map((value) => (value - meanB) ** 2));
      const covariance = meanOf(
        first.map((value, at) => (value - meanA) * ((second[at] as number) - meanB)),
      );
      const [c1, c2] = [6.5025, 58.5225];
      return (
        ((2 * meanA * meanB + c1) * (2 * covariance + c2)) /
        ((meanA ** 2 + meanB ** 2 + c1) * (varianceA + varianceB + c2))
      );
    }),
  );
}

function plainPsnr(a: Uint8Array, b: Uint8Array, channels: readonly number[]): number {
  const squares = [...a.keys()]
    .filter((at) => channels.includes(at % 4))
    .map((at) => ((a[at] as number) - (b[at] as number)) ** 2);
  return 10 * Math.log10(255 ** 2 / meanOf(squares));
}

/** Where the source is clear, both without color. */
function withoutClear(pixels: Uint8Array, source: Uint8Array): Uint8Array {
  return pixels.map((value, at) => (at % 4 < 3 && source[(at & ~3) + 3] === 0 ? 0 : value));
}

test("figures are those of their definitions, of pictures of any size and any of their channels", (t) => {
  const random = randomFrom(21);
  const sizes = Array.from({ length: 60 }, () => [1 + random(41), 1 + random(41)] as const);
  for (const [width, height] of [[64, 64], [33, 50], [5, 3], [8, 9], [16, 8], ...sizes] as const) {
    const size = { width, height };
    const pixels = Uint8Array.from({ length: width * height * 4 }, (_, at) =>
      at % 4 === 3 && random(5) === 0 ? 0 : random(256),
    );
    const shown = pixels.map((value) => Math.min(255, value + random(1 + random(40))));
    for (const channels of [[0], [0, 1], [0, 1, 2], [0, 1, 2, 3]]) {
      const { psnr, ssim } = measureQuality({ ...size, pixels }, shown, channels);
      const hides = channels.includes(3);
      const a = hides ? withoutClear(pixels, pixels) : pixels;
      const b = hides ? withoutClear(shown, pixels) : shown;
      const plain = meanOf(channels.map((channel) => plainSsim(a, b, size, channel)));
      t.true(Math.abs(ssim - plain) < 1e-9, `${width}x${height}, ${channels}`);
      const decibels = plainPsnr(a, b, channels);
      t.true(psnr === decibels || Math.abs(psnr - decibels) < 1e-9);
    }
  }
});

test("equal pictures have a similarity of 1 and no noise", (t) => {
  for (const [width, height] of [
    [64, 64],
    [7, 30],
  ] as const) {
    const pixels = brickPicture(64).slice(0, width * height * 4);
    const same = measureQuality({ width, height, pixels }, pixels, [0, 1, 2, 3]);
    t.deepEqual(same, { psnr: Number.POSITIVE_INFINITY, ssim: 1 });
  }
});

test("floors fail the build with what was measured and asked", async (t) => {
  const png = rgbaPng(64, 64, brickPicture(64));
  const failed = async (options: Partial<TextureOptions>): Promise<string | undefined> => {
    const { value, diagnostics } = await tryCompile(png, { format: "bc1", ...options });
    t.is(value === undefined, diagnostics.length === 1);
    if (diagnostics[0]) t.is(diagnostics[0].code, "AS1009");
    return diagnostics[0]?.message;
  };
  t.is(await failed({ minPsnr: 20, minSsim: 0.5 }), undefined);
  t.regex(
    (await failed({ minPsnr: 60 })) ?? "",
    /^Texture as `bc1` has a PSNR of 3\d\.\d\d dB, less than 60 dB$/,
  );
  t.regex((await failed({ minSsim: 0.999 })) ?? "", /has a SSIM of 0\.\d{4}, less than 0\.999$/);
  // Every bit is kept, so any floor holds.
  t.is(await failed({ format: "rgba8", minPsnr: 200, minSsim: 1 }), undefined);
});

test("ship has floors of its own, which a definition may lower", async (t) => {
  const random = randomFrom(1);
  const noise = rgbaPng(
    64,
    64,
    Uint8Array.from({ length: 64 * 64 * 4 }, () => random(256)),
  );
  const code = async (options: Partial<TextureOptions>) =>
    (await tryCompile(noise, { format: "bc1", ...options })).diagnostics[0]?.code;
  t.is(await code({ quality: "dev" }), undefined);
  t.is(await code({ quality: "ship" }), "AS1009");
  t.is(await code({ quality: "ship", minPsnr: 0, minSsim: 0 }), undefined);
  // Ordinary pictures pass in every format.
  for (const format of Object.keys(defaultFloors)) {
    if (format === "etc2Alpha") continue;
    for (const pixels of [brickPicture(64), gradientPicture(64)]) {
      const options = { format: format as TextureOptions["format"], quality: "ship" } as const;
      const { diagnostics } = await tryCompile(rgbaPng(64, 64, pixels), options);
      t.deepEqual(diagnostics, []);
    }
  }
});
