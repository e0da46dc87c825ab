/** Whole textures beside what npm has: ratios of one run, with a wide margin, so that a busy machine passes. */
import test from "ava";
import { encodeToKTX2 } from "ktx2-encoder";
import sharp, { type Sharp } from "sharp";
import { compileTexture } from "#asset_tools/texture/compile_texture.ts";
import { decodePng } from "#asset_tools/texture/png/decode_png.ts";
import { brickPicture } from "../../assets/picture.ts";
import { best, calibrationLoop, compare, ownClock, type Spent } from "../measure.ts";
import { plainTexture } from "./plain_texture.ts";

const ROUNDS = 5;
const SIZE = 1024;

/** The sides of what the slow ones get. */
const SMALL_SIZE = 256;

function picture(size: number): Sharp {
  return sharp(brickPicture(size), { raw: { width: size, height: size, channels: 4 } });
}

function pngOf(size: number): Promise<Buffer> {
  return picture(size).removeAlpha().png({ adaptiveFiltering: true }).toBuffer();
}

/** Runs it without what it says, which is two lines a level. */
async function silently(run: () => Promise<unknown>): Promise<unknown> {
  const { log } = console;
  console.log = () => {};
  try {
    return await run();
  } finally {
    console.log = log;
  }
}

async function timed(run: () => unknown): Promise<Spent> {
  const end = ownClock();
  await run();
  return end();
}

function compile(
  png: Uint8Array,
  format: "bc1" | "bc3" | "bc5" | "bc7" | "astc4x4" | "etc2" | "rgba8" | "rgba16f",
): Promise<unknown> {
  return compileTexture([{ file: "t.png", bytes: png }], plainTexture(format));
}

test("PNG is decoded no slower than by sharp", async (t) => {
  t.timeout(300_000);
  const png = await pngOf(SIZE);
  const results = await compare(ROUNDS, {
    ours: () => timed(() => decodePng(png)),
    sharp: () => timed(() => sharp(png).ensureAlpha().raw().toBuffer()),
  });
  const [ours, peer] = [best(results.ours).cpu, best(results.sharp).cpu];
  t.log(`decoding ${SIZE}x${SIZE}: ${ours.toFixed(1)} ms, sharp ${peer.toFixed(1)} ms`);
  t.true(ours < peer * 2);
});

test("a whole texture with mips, in units of a loop that never changes", async (t) => {
  t.timeout(300_000);
  const png = await pngOf(SIZE);
  const results = await compare(ROUNDS, {
    loop: async () => calibrationLoop(),
    rgba8: () => timed(() => compile(png, "rgba8")),
    rgba16f: () => timed(() => compile(png, "rgba16f")),
    bc1: () => timed(() => compile(png, "bc1")),
    bc3: () => timed(() => compile(png, "bc3")),
    bc5: () => timed(() => compile(png, "bc5")),
    bc7: () => timed(() => compile(png, "bc7")),
    astc4x4: () => timed(() => compile(png, "astc4x4")),
    etc2: () => timed(() => compile(png, "etc2")),
  });
  const { loop, ...formats } = results;
  const unit = best(loop).cpu;
  t.log(`loop: ${unit.toFixed(1)} ms`);
  for (const [format, measured] of Object.entries(formats)) {
    const { cpu } = best(measured);
    t.log(`${format}: ${cpu.toFixed(1)} ms, ${(cpu / unit).toFixed(2)} loops`);
    t.true(cpu < unit * 20, format);
  }
});

test("ASTC and BC7 are compressed many times as fast as by ktx2-encoder", async (t) => {
  t.timeout(300_000);
  const png = await pngOf(SMALL_SIZE);
  const data = await picture(SMALL_SIZE).toBuffer();
  const peer = () =>
    encodeToKTX2(png, {
      isUASTC: true,
      uastcLDRQualityLevel: 0,
      generateMipmap: true,
      needSupercompression: false,
      imageDecoder: async () => ({ width: SMALL_SIZE, height: SMALL_SIZE, data }),
    });
  const results = await compare(3, {
    astc4x4: () => timed(() => compile(png, "astc4x4")),
    bc7: () => timed(() => compile(png, "bc7")),
    uastc: () => timed(() => silently(peer)),
  });
  const slow = best(results.uastc).cpu;
  for (const format of ["astc4x4", "bc7"] as const) {
    const ratio = slow / best(results[format]).cpu;
    t.log(`${format}: ${ratio.toFixed(0)} times as fast as UASTC of ktx2-encoder`);
    t.true(ratio > 4);
  }
});
