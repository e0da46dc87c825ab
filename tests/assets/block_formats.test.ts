/** Every block format by our encoders and decoders: how near they come, and what they do with odd and broken input. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "ava";
import { type CompressedFamily, decodeLevel } from "#asset_tools/fpkg/decode_level.ts";
import { textureFamilies } from "#asset_tools/fpkg/texture_formats.ts";
import { decodeImage } from "#asset_tools/texture/decode_image.ts";
import { encodeLevel, textureQualities } from "#asset_tools/texture/encode_level.ts";
import { narrowed } from "#asset_tools/texture/image.ts";
import { blockFloors, type PictureName } from "./block_floors.ts";
import { type BlockPicture, blockPictures } from "./block_pictures.ts";
import { rgbaPng } from "./make_png.ts";

const families = (Object.keys(textureFamilies) as (keyof typeof textureFamilies)[]).filter(
  (family): family is CompressedFamily => family !== "rgba8" && family !== "rgba16f",
);

/** Channels that a format keeps. */
function channelsOf(family: CompressedFamily): readonly number[] {
  if (family === "bc4" || family === "eacR") return [0];
  if (family === "bc5" || family === "eacRg") return [0, 1];
  return family === "etc2" || family === "bc1" ? [0, 1, 2] : [0, 1, 2, 3];
}

/** Peak signal to noise over some channels, in decibels. */
function psnrOf(a: Uint8Array, b: Uint8Array, channels: readonly number[]): number {
  let error = 0;
  for (let at = 0; at < a.length; at += 4) {
    for (const channel of channels) {
      error += ((a[at + channel] as number) - (b[at + channel] as number)) ** 2;
    }
  }
  if (error === 0) return Number.POSITIVE_INFINITY;
  return 10 * Math.log10(65025 / (error / ((a.length / 4) * channels.length)));
}

function imageOf({ size, pixels }: BlockPicture) {
  return { width: size, height: size, pixels };
}

/** What opaque formats are not asked for: they show what is under the clear texels. */
function suits(family: CompressedFamily, name: PictureName): boolean {
  return name !== "leaves" || family !== "bc1";
}

test("every encoder comes as near as it did", (t) => {
  for (const family of families) {
    for (const [index, quality] of textureQualities.entries()) {
      for (const name of Object.keys(blockPictures) as PictureName[]) {
        if (!suits(family, name)) continue;
        const picture = blockPictures[name];
        const data = encodeLevel(imageOf(picture), family, quality);
        const decoded = decodeLevel(family, data, picture.size, picture.size);
        const reached = psnrOf(decoded, picture.pixels, channelsOf(family));
        const least = blockFloors[family][name][index] as number;
        t.true(reached >= least, `${name} as ${family}, ${quality}: ${reached.toFixed(2)} dB`);
      }
    }
  }
});

test("ship is nowhere worse than dev", (t) => {
  for (const family of families) {
    for (const [dev, ship] of Object.values(blockFloors[family])) t.true(ship >= dev, family);
  }
});

/** How far a block of one color may be from it. */
const solidLimits: Readonly<Record<CompressedFamily, number>> = {
  bc1: 4,
  bc3: 4,
  bc4: 0,
  bc5: 0,
  bc7: 1,
  etc2: 4,
  etc2Alpha: 4,
  eacR: 0,
  eacRg: 0,
  astc4x4: 0,
  astc5x4: 0,
  astc5x5: 0,
  astc6x5: 0,
  astc6x6: 0,
  astc8x5: 0,
  astc8x6: 0,
  astc8x8: 0,
};

test("blocks of one color are exact where the format can", (t) => {
  for (const family of families) {
    for (const quality of textureQualities) {
      for (const color of [
        [0, 0, 0, 255],
        [255, 255, 255, 255],
        [13, 200, 77, 255],
        [128, 127, 129, 255],
        [91, 30, 250, 128],
        [1, 254, 3, 0],
      ]) {
        if (family === "bc1" && color[3] !== 255) continue;
        const pixels = Uint8Array.from({ length: 8 * 8 * 4 }, (_, at) => color[at % 4] as number);
        const data = encodeLevel({ width: 8, height: 8, pixels }, family, quality);
        const decoded = decodeLevel(family, data, 8, 8);
        for (const channel of channelsOf(family)) {
          const away = Math.abs((decoded[channel] as number) - (color[channel] as number));
          const limit = channel === 3 ? 1 : solidLimits[family];
          t.true(
            away <= limit,
            `${family}, ${quality}: ${color} channel ${channel} is off by ${away}`,
          );
        }
      }
    }
  }
});

test("odd sizes: the part inside is as near as elsewhere", (t) => {
  for (const family of families) {
    for (const [width, height] of [
      [1, 1],
      [3, 7],
      [13, 5],
      [17, 9],
    ] as const) {
      const pixels = Uint8Array.from({ length: width * height * 4 }, (_, at) =>
        at % 4 === 3 ? 255 : 100 + ((at >> 2) % width) * 3 + Math.floor((at >> 2) / width) * 2,
      );
      const data = encodeLevel({ width, height, pixels }, family, "ship");
      const decoded = decodeLevel(family, data, width, height);
      t.is(decoded.length, pixels.length);
      const reached = psnrOf(decoded, pixels, channelsOf(family));
      t.true(reached > 32, `${family} ${width}x${height}: ${reached.toFixed(2)} dB`);
    }
  }
});

test("the same picture gives the same bytes, whatever was encoded before", (t) => {
  const first = imageOf(blockPictures.bricks);
  const other = imageOf(blockPictures.leaves);
  for (const quality of textureQualities) {
    const once = families.map((family) => encodeLevel(first, family, quality));
    for (const [index, family] of families.toReversed().entries()) {
      encodeLevel(other, family, quality);
      const twice = encodeLevel(first, family, quality);
      t.deepEqual(twice, once[families.length - 1 - index], family);
    }
  }
});

function bytesFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  };
}

test("decoders take any bytes", (t) => {
  const rounds = 400 * Number(process.env["FUZZ_FACTOR"] ?? "1");
  const next = bytesFrom(3);
  for (const family of families) {
    const { width, height, bytes } = textureFamilies[family];
    const valid = encodeLevel(imageOf(blockPictures.leaves), family, "dev");
    for (let round = 0; round < rounds; round++) {
      const start = (next() % 64) * bytes;
      const block = round % 2 === 0 ? new Uint8Array(bytes) : valid.slice(start, start + bytes);
      const edits = round % 2 === 0 ? bytes : 1 + (next() % 3);
      for (let edit = 0; edit < edits; edit++)
        block[edits === bytes ? edit : next() % bytes] = next();
      t.is(decodeLevel(family, block, width, height).length, width * height * 4);
    }
    t.throws(() => decodeLevel(family, new Uint8Array(bytes - 1), width, height), {
      code: "FP1002",
    });
  }
});

/** The first bytes of SHA-256 of the texels that random blocks have: of every mode, also of those that no encoder writes. */
const texelDigests: Readonly<Record<CompressedFamily, string>> = {
  bc1: "f6d335a8fd7225ad",
  bc3: "7888c24e89bed0b8",
  bc4: "8ad8221a09462765",
  bc5: "9dcebb650dd212f9",
  bc7: "1ff6ed4599275fb2",
  etc2: "72b5f8669ccf2e86",
  etc2Alpha: "7318286dff635f5d",
  eacR: "42d257defd2aa09f",
  eacRg: "e074faf8fa10a5cb",
  astc4x4: "42cd24f7f668d96f",
  astc5x4: "4f14973de5f7130f",
  astc5x5: "dd48a42262e9e20b",
  astc6x5: "2e1d41382881aec4",
  astc6x6: "14039d28a8b9b5a1",
  astc8x5: "f114dcfe3f52dbde",
  astc8x6: "f662cd304098e971",
  astc8x8: "da2c43093fbc0eae",
};

test("decoders read any block as they did", (t) => {
  for (const family of families) {
    const { width, height, bytes } = textureFamilies[family];
    const next = bytesFrom(5);
    const data = Uint8Array.from({ length: 64 * 64 * bytes }, next);
    // A BC7 block's mode is the place of its first bit that is set, which is seldom a high one.
    if (family === "bc7") {
      for (let block = 0; block < 64 * 64; block++) data[block * 16] = 1 << (block % 9);
    }
    const decoded = decodeLevel(family, data, width * 64, height * 64);
    const digest = createHash("sha256").update(decoded).digest("hex").slice(0, 16);
    t.is(digest, texelDigests[family], family);
  }
});

test("ASTC: blocks without meaning and constant blocks, as the format says", (t) => {
  const decode = (bytes: readonly number[]): number[] => [
    ...decodeLevel("astc4x4", Uint8Array.from(bytes), 4, 4).subarray(0, 4),
  ];
  const error = [255, 0, 255, 255];
  const color = [0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc, 0xff, 0xff];
  // A constant color everywhere, with an extent that is none, with a high dynamic range.
  t.deepEqual(
    decode([0xfc, 0xfd, 255, 255, 255, 255, 255, 255, ...color]),
    [0x34, 0x78, 0xbc, 255],
  );
  t.deepEqual(decode([0xfc, 0xfd, 0, 0, 0, 0, 0, 0, ...color]), error);
  t.deepEqual(decode([0xfc, 0xff, 255, 255, 255, 255, 255, 255, ...color]), error);
  // A reserved mode.
  t.deepEqual(decode(new Array<number>(16).fill(0)), error);
});

const astcenc = spawnSync("astcenc", ["-version"]).error === undefined;

test("astcenc reads our ASTC as we do, and comes no nearer with -medium", async (t) => {
  if (!astcenc) {
    t.log("astcenc is not installed");
    t.is(process.env["CI"], undefined, "a CI machine has astcenc");
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "astc-"));
  const run = (...args: string[]): void => {
    const { status, stdout } = spawnSync("astcenc", [...args, "-j", "1"], { encoding: "utf8" });
    t.is(status, 0, stdout);
  };
  try {
    const [png, ours, theirs, out] = ["in.png", "ours.astc", "theirs.astc", "out.png"].map((name) =>
      join(folder, name),
    ) as [string, string, string, string];
    for (const [name, picture] of Object.entries(blockPictures)) {
      writeFileSync(png, rgbaPng(picture.size, picture.size, picture.pixels));
      for (const family of families.filter((each) => each.startsWith("astc"))) {
        const { width, height } = textureFamilies[family];
        const data = encodeLevel(imageOf(picture), family, "ship");
        const decoded = decodeLevel(family, data, picture.size, picture.size);
        writeFileSync(ours, astcFile(picture.size, width, height, data));
        run("-dl", ours, out);
        t.true(worst(decoded, await pixelsOf(out)) <= 1, `${name} as ${family}`);
        run("-cl", png, theirs, `${width}x${height}`, "-medium");
        const peer = decodeLevel(
          family,
          readFileSync(theirs).subarray(16),
          picture.size,
          picture.size,
        );
        const all = [0, 1, 2, 3];
        const gap = psnrOf(decoded, picture.pixels, all) - psnrOf(peer, picture.pixels, all);
        t.true(gap > -0.3, `${name} as ${family}: ${gap.toFixed(2)} dB`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Magic number, block's and image's sizes, blocks. */
function astcFile(size: number, width: number, height: number, data: Uint8Array): Uint8Array {
  const side = [size & 255, size >> 8, 0];
  return Buffer.concat([
    Uint8Array.of(0x13, 0xab, 0xa1, 0x5c, width, height, 1, ...side, ...side, 1, 0, 0),
    data,
  ]);
}

async function pixelsOf(file: string): Promise<Uint8Array> {
  const decoded = await decodeImage(readFileSync(file), file);
  if ("problem" in decoded) throw new Error(decoded.problem.message);
  return narrowed(decoded.image).pixels;
}

function worst(a: Uint8Array, b: Uint8Array): number {
  return Math.max(...a.map((value, at) => Math.abs(value - (b[at] as number))));
}
