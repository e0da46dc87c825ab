/** Textures of 1024x1024 with mips, from the PNG's bytes to the blob. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { compileTexture } from "#asset_tools/texture/compile_texture.ts";
import type { TextureOptions } from "#asset_tools/texture/texture_options.ts";
import { brickPicture } from "../../assets/picture.ts";
import { basisBc, basisUastc, loadBasis } from "./basis_encoder.ts";
import type { Contest, Contestant } from "./contest.ts";
import { plainTexture } from "./plain_texture.ts";
import { programPeer } from "./programs.ts";

const SIZE = 1024;
/** The sides of what is encoded with `ship`. */
const SHIP_SIZE = 256;

export async function textureContests(
  folder: string,
  report: (line: string) => void,
): Promise<Contest[]> {
  await loadBasis();
  const png = await pngOf(SIZE);
  const small = await pngOf(SHIP_SIZE);
  const [file, smallFile, output] = ["t.png", "s.png", "o"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(file, png);
  writeFileSync(smallFile, small);
  const raw = { width: SIZE, height: SIZE, pixels: brickPicture(SIZE) };
  const basis = (name: string, run: () => unknown): Contestant => ({
    name: `Basis Universal (ktx2-encoder): ${name}, no file, no mips`,
    run,
  });
  const nvtt = (flag: string): readonly Contestant[] =>
    programPeer("nvcompress", ["-fast", flag, file, `${output}.dds`], report);
  const astcenc = (input: string, preset: string): readonly Contestant[] =>
    programPeer("astcenc", ["-cl", input, `${output}.astc`, "4x4", preset, "-j", "1"], report);
  return [
    { what: "PNG to RGBA8, dev", contestants: [ours(png, "rgba8")] },
    {
      what: "PNG to BC1, dev",
      contestants: [ours(png, "bc1"), basis("BC1", () => basisBc(raw, "BC1")), ...nvtt("-bc1")],
    },
    {
      what: "PNG to BC3, dev",
      contestants: [ours(png, "bc3"), basis("BC3", () => basisBc(raw, "BC3")), ...nvtt("-bc3")],
    },
    {
      what: "PNG to BC5, dev",
      contestants: [ours(png, "bc5"), basis("BC5", () => basisBc(raw, "BC5")), ...nvtt("-bc5")],
    },
    {
      what: "PNG to BC7, dev",
      contestants: [
        ours(png, "bc7"),
        basis("BC7 level 0", () => basisBc(raw, "BC7", "Analytical")),
      ],
    },
    {
      what: "PNG to ETC2, dev",
      contestants: [
        ours(png, "etc2"),
        basis("UASTC 0 to ETC2", () => basisUastc(raw, 0, "cTFETC2_RGBA")),
      ],
    },
    {
      what: "PNG to ASTC 4x4, dev",
      contestants: [ours(png, "astc4x4"), ...astcenc(file, "-fastest")],
    },
    {
      what: "PNG to BC7, dev, with floors for PSNR and SSIM",
      contestants: [ours(png, "bc7", { minPsnr: 20, minSsim: 0.2 })],
    },
    {
      what: `PNG of ${SHIP_SIZE}² to BC7, ship`,
      contestants: [ours(small, "bc7", { quality: "ship" })],
    },
    {
      what: `PNG of ${SHIP_SIZE}² to ASTC 4x4, ship`,
      contestants: [ours(small, "astc4x4", { quality: "ship" }), ...astcenc(smallFile, "-medium")],
    },
  ];
}

function pngOf(size: number): Promise<Buffer> {
  const raw = { width: size, height: size, channels: 4 } as const;
  return sharp(brickPicture(size), { raw })
    .removeAlpha()
    .png({ adaptiveFiltering: true })
    .toBuffer();
}

function ours(
  png: Uint8Array,
  format: TextureOptions["format"],
  more: Partial<TextureOptions> = {},
): Contestant {
  const options = { ...plainTexture(format), ...more };
  return {
    name: "ours",
    run: async () => {
      const { value } = await compileTexture([{ file: "t.png", bytes: png }], options);
      if (value === undefined) throw new Error(`${format} failed`);
    },
  };
}
