/** What ships beside other encoders in one run: Basis Universal's from npm and, where it is installed, astcenc. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "ava";
import sharp from "sharp";
import { type CompressedFamily, decodeLevel } from "#asset_tools/fpkg/decode_level.ts";
import { encodeLevel } from "#asset_tools/texture/encode_level.ts";
import { measureQuality } from "#asset_tools/texture/measure_quality.ts";
import { brickPicture } from "../../assets/picture.ts";
import { ownClock } from "../measure.ts";
import { basisAstc, basisBc, basisUastc, loadBasis, type Raw } from "./basis_encoder.ts";

const SIZE = 128;
const raw: Raw = { width: SIZE, height: SIZE, pixels: brickPicture(SIZE) };

/** Decibels that a peer may be ahead. */
const MARGIN = 0.3;

interface Row {
  readonly psnr: number;
  readonly text: string;
}

/** Encodes once to warm up and once for the clock. */
async function measured(
  family: CompressedFamily,
  channels: number[],
  encode: () => Uint8Array | Promise<Uint8Array>,
): Promise<Row> {
  await encode();
  const end = ownClock();
  const data = await encode();
  const { cpu } = end();
  const { psnr, ssim } = measureQuality(raw, decodeLevel(family, data, SIZE, SIZE), channels);
  const rate = (SIZE * SIZE) / 1000 / cpu;
  return { psnr, text: `${psnr.toFixed(2)} dB, SSIM ${ssim.toFixed(4)}, ${rate.toFixed(2)} MP/s` };
}

const rgb = [0, 1, 2];

const basis: readonly [CompressedFamily, number[], () => Promise<Uint8Array>][] = [
  ["bc1", rgb, () => basisBc(raw, "BC1")],
  ["bc3", rgb, () => basisBc(raw, "BC3")],
  ["bc4", [0], () => basisBc(raw, "BC4")],
  ["bc5", [0, 1], () => basisBc(raw, "BC5")],
  ["bc7", rgb, () => basisBc(raw, "BC7")],
  ["etc2Alpha", rgb, () => basisUastc(raw, 1, "cTFETC2_RGBA")],
  ["eacR", [0], () => basisUastc(raw, 1, "cTFETC2_EAC_R11")],
  ["astc4x4", rgb, () => basisUastc(raw, 2, "cTFASTC_4x4_RGBA")],
  ["astc5x5", rgb, () => basisAstc(raw, "5x5", 1)],
  ["astc6x6", rgb, () => basisAstc(raw, "6x6", 1)],
  ["astc8x8", rgb, () => basisAstc(raw, "8x8", 1)],
];

test("every format ships as near to its source as by Basis Universal", async (t) => {
  t.timeout(300_000);
  await loadBasis();
  for (const [family, channels, encode] of basis) {
    const ours = await measured(family, channels, () => encodeLevel(raw, family, "ship"));
    const peer = await measured(family, channels, encode);
    t.log(`${family}: ${ours.text}; Basis ${peer.text}`);
    t.true(ours.psnr > peer.psnr - MARGIN, family);
  }
});

test("ASTC ships as near to its source as by astcenc -medium", async (t) => {
  t.timeout(300_000);
  if (spawnSync("astcenc", ["-version"]).error !== undefined) {
    t.log("astcenc is not installed");
    t.pass();
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "astc-"));
  const png = join(folder, "in.png");
  const out = join(folder, "out.astc");
  try {
    const picture = sharp(raw.pixels, { raw: { width: SIZE, height: SIZE, channels: 4 } });
    writeFileSync(png, await picture.png().toBuffer());
    for (const size of ["4x4", "5x4", "5x5", "6x5", "6x6", "8x5", "8x6", "8x8"] as const) {
      const family = `astc${size}` as const;
      const ours = await measured(family, rgb, () => encodeLevel(raw, family, "ship"));
      const args = ["-cl", png, out, size, "-medium", "-j", "1"];
      const { stdout } = spawnSync("astcenc", args, { encoding: "utf8" });
      const decoded = decodeLevel(family, readFileSync(out).subarray(16), SIZE, SIZE);
      const { psnr, ssim } = measureQuality(raw, decoded, rgb);
      const seconds = Number(/Coding time:\s*([\d.]+)/.exec(stdout)?.[1]);
      const rate = (SIZE * SIZE) / 1e6 / seconds;
      const peer = `${psnr.toFixed(2)} dB, SSIM ${ssim.toFixed(4)}, ${rate.toFixed(2)} MP/s`;
      t.log(`${family}: ${ours.text}; astcenc ${peer}`);
      t.true(ours.psnr > psnr - MARGIN, family);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("BC7 ships the bricks at 45 dB and more, BC1 is quick", async (t) => {
  const megapixels = (1024 * 1024) / 1e6;
  const image = { width: 1024, height: 1024, pixels: brickPicture(1024) };
  const rate = (family: CompressedFamily, quality: "dev" | "ship"): number => {
    const spent = Array.from({ length: 5 }, () => {
      const end = ownClock();
      encodeLevel(image, family, quality);
      return end().cpu;
    });
    return megapixels / (Math.min(...spent) / 1000);
  };
  const data = encodeLevel(image, "bc7", "ship");
  const { psnr } = measureQuality(image, decodeLevel("bc7", data, 1024, 1024), rgb);
  const [bc7, bc1] = [rate("bc7", "ship"), rate("bc1", "dev")];
  t.log(`bc7: ${psnr.toFixed(2)} dB at ${bc7.toFixed(1)} MP/s; bc1 dev: ${bc1.toFixed(0)} MP/s`);
  t.true(psnr >= 45);
  t.true(bc1 > bc7 * 10);
});
