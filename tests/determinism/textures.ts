/** Every format, semantic, shape and kind of source of a texture, in both qualities. */
import sharp from "sharp";
import { textureToKtx2 } from "#asset_tools/export/texture_to_ktx2.ts";
import { encodeTexture, flatTexture } from "#asset_tools/fpkg/texture_blob.ts";
import {
  cubeFaces,
  textureFormats,
  textureSemantics,
} from "#asset_tools/package_xml/texture_definition.ts";
import { texturePlatforms } from "#asset_tools/texture/choose_format.ts";
import { textureQualities } from "#asset_tools/texture/encode_level.ts";
import { makePng, rgbaPng } from "#tests/assets/make_png.ts";
import { makeTga } from "#tests/assets/make_tga.ts";
import { brickPicture, gradientPicture } from "#tests/assets/picture.ts";
import { writePng } from "#tests/assets/png_file.ts";
import type { Case, Cases } from "./corpus.ts";

const SIZE = 32;

const qualities = textureQualities.map((quality) => `--quality ${quality}`);
const everywhere = texturePlatforms.flatMap((platform) =>
  qualities.map((quality) => `--platform ${platform} ${quality}`),
);

/** Small pictures of noise do not reach the floors of `ship`; what they are is not what is asked here. */
const NO_FLOOR = "<minPsnr>0</minPsnr><minSsim>0</minSsim>";

export async function textureCases(): Promise<Cases> {
  const files = { ...pictures(), ...(await photographs()), "taken.ktx2": takenKtx2() };
  return {
    assets: [...formatCases(), ...semanticCases(), ...shapeCases(), ...sourceCases(files)],
    files,
  };
}

function texture(id: string, inside: string, runs: readonly string[]): Case {
  return { id, xml: `<texture id="${id}" keep="true">${inside}</texture>`, runs };
}

/** With and without alpha, as colors and as plain numbers. */
function formatCases(): Case[] {
  const floor = (format: string): string => (format === "rgba16f" ? "" : NO_FLOOR);
  return textureFormats.flatMap((format) =>
    ["bricks", "leaf"].flatMap((picture) =>
      ["color", "data"].map((semantic) =>
        texture(
          `Format_${format}_${picture}_${semantic}`,
          `<source>${picture}.png</source><format>${format}</format><semantic>${semantic}</semantic>${floor(format)}`,
          qualities,
        ),
      ),
    ),
  );
}

function semanticCases(): Case[] {
  return textureSemantics.flatMap((semantic) => [
    texture(
      `Semantic_${semantic}`,
      `<source>bumps.png</source><semantic>${semantic}</semantic>${NO_FLOOR}`,
      everywhere,
    ),
    texture(
      `Odd_${semantic}`,
      `<source>odd.png</source><semantic>${semantic}</semantic>${NO_FLOOR}`,
      everywhere,
    ),
  ]);
}

function shapeCases(): Case[] {
  const faces = cubeFaces.map((face, at) => `<${face}>face${at}.png</${face}>`).join("");
  const layers = ["bricks", "leaf", "bumps"].map((name) => `<source>${name}.png</source>`).join("");
  const regions = ["bricks", "odd", "leaf"]
    .map((name) => `<region id="${name}">${name}.png</region>`)
    .join("");
  return [
    texture("Faces", `<cube>${faces}</cube>${NO_FLOOR}`, everywhere),
    texture("Cross", `<cube><source>cross.png</source></cube>${NO_FLOOR}`, qualities),
    texture("Layers", `<array>${layers}</array>${NO_FLOOR}`, everywhere),
    texture("Atlas", `<atlas padding="2">${regions}</atlas>${NO_FLOOR}`, everywhere),
    texture(
      "ClearAtlas",
      `<atlas padding="3" extrude="false">${regions}</atlas>${NO_FLOOR}`,
      qualities,
    ),
    texture(
      "Cutout",
      `<source>leaf.png</source><alphaCutoff>0.5</alphaCutoff>${NO_FLOOR}`,
      everywhere,
    ),
    texture("Flat", `<source>bricks.png</source><mipmaps>false</mipmaps>${NO_FLOOR}`, everywhere),
    texture("Wide", "<source>wide.png</source><format>rgba16f</format>", qualities),
    texture(
      "WideOdd",
      "<source>wideOdd.png</source><format>rgba16f</format><semantic>data</semantic>",
      qualities,
    ),
    texture(
      "WideNormal",
      "<source>wide.png</source><format>rgba16f</format><semantic>normal</semantic>",
      [""],
    ),
    texture("Checked", "<source>smooth.png</source>", everywhere),
    texture("Taken", "<source>taken.ktx2</source>", [""]),
  ];
}

/** Each file as it is, so that nothing but its decoder shows. */
function sourceCases(files: Readonly<Record<string, Uint8Array>>): Case[] {
  return Object.keys(files)
    .filter((path) => /^(png|tga|jpg)_/.test(path))
    .map((path) =>
      texture(
        `From_${path.replace(/\W/g, "_")}`,
        `<source>${path}</source><format>rgba8</format>`,
        [""],
      ),
    );
}

/** A color that depends on the place only. */
function noise(at: number, channel: number): number {
  return (Math.imul(at * 4 + channel + 1, 2654435761) >>> 24) & 255;
}

function pictures(): Record<string, Uint8Array> {
  const bricks = brickPicture(SIZE);
  const leaf = bricks.map((value, at) => (at % 4 === 3 ? noise(at >> 6, 3) : value));
  const face = (shift: number): Uint8Array =>
    rgbaPng(
      SIZE,
      SIZE,
      bricks.map((value, at) => (at % 4 === 3 ? 255 : (value + shift * 20) & 255)),
    );
  const part = (width: number, height: number): Uint8Array =>
    Uint8Array.from({ length: width * height * 4 }, (_, at) =>
      at % 4 === 3 ? 255 : ((at >> 2) * 5 + noise(at >> 2, at % 4) / 8) & 255,
    );
  const samples = (count: number, most: number): number[] =>
    Array.from({ length: count }, (_, at) => noise(at, 1) % (most + 1));
  const wide = (width: number, height: number): Uint8Array =>
    makePng({
      ...{ width, height, bitDepth: 16, colorType: 6 },
      data: Uint8Array.from({ length: width * height * 8 }, (_, at) => noise(at, 2)),
    });
  return {
    "bricks.png": rgbaPng(SIZE, SIZE, bricks),
    "leaf.png": rgbaPng(SIZE, SIZE, leaf),
    "bumps.png": rgbaPng(SIZE, SIZE, bumps()),
    "smooth.png": rgbaPng(SIZE, SIZE, gradientPicture(SIZE)),
    "odd.png": rgbaPng(33, 17, part(33, 17)),
    "cross.png": rgbaPng(64, 48, part(64, 48)),
    "wide.png": wide(16, 16),
    "wideOdd.png": wide(15, 9),
    ...Object.fromEntries(cubeFaces.map((_, at) => [`face${at}.png`, face(at)])),
    "png_gray1.png": writePng({ width: 9, height: 5, depth: 1, type: 0, samples: samples(45, 1) }),
    "png_gray16.png": writePng({
      ...{ width: 9, height: 5, depth: 16, type: 0, filter: (row: number) => row % 5 },
      samples: samples(45, 65535),
    }),
    "png_palette.png": writePng({
      ...{ width: 9, height: 5, depth: 4, type: 3, samples: samples(45, 2), transparency: [7, 80] },
      palette: [255, 0, 0, 0, 255, 0, 9, 8, 7],
    }),
    "png_interlaced.png": writePng({
      ...{ width: 9, height: 13, depth: 8, type: 6, isInterlaced: true, chunkSize: 50 },
      ...{ samples: samples(9 * 13 * 4, 255), filter: (row: number) => row % 5 },
    }),
    "tga_plain.tga": makeTga({
      type: 2,
      depth: 32,
      descriptor: 8,
      width: 4,
      height: 2,
      data: samples(32, 255),
    }),
    "tga_runs.tga": makeTga({
      type: 10,
      depth: 24,
      width: 4,
      height: 2,
      data: [0x85, 1, 2, 3, 1, 9, 8, 7, 6, 5, 4],
    }),
    "tga_map.tga": makeTga({
      ...{ type: 1, depth: 8, width: 4, height: 1, data: [5, 6, 6, 5] },
      map: { first: 5, depth: 16, bytes: [0x1f, 0x80, 0xe0, 0x03] },
    }),
  };
}

/** Unit vectors of a smooth wave, by arithmetic alone. */
function bumps(): Uint8Array {
  const pixels = new Uint8Array(SIZE * SIZE * 4);
  for (let at = 0; at < SIZE * SIZE; at++) {
    const [x, y] = [((at % SIZE) % 8) / 8 - 0.5, ((at >> 5) % 16) / 16 - 0.5];
    const z = Math.sqrt(1 - x * x - y * y);
    pixels.set(
      [x, y, z].map((value) => Math.round((value * 0.5 + 0.5) * 255)),
      at * 4,
    );
    pixels[at * 4 + 3] = 255;
  }
  return pixels;
}

/** JPEG as cameras and printers write it. */
async function photographs(): Promise<Record<string, Uint8Array>> {
  const raw = { width: SIZE, height: SIZE, channels: 4 } as const;
  const picture = () => sharp(brickPicture(SIZE), { raw }).removeAlpha();
  return {
    "jpg_baseline.jpg": await picture().jpeg({ quality: 80 }).toBuffer(),
    "jpg_progressive.jpg": await picture()
      .jpeg({ progressive: true, chromaSubsampling: "4:4:4" })
      .toBuffer(),
    "jpg_gray.jpg": await picture().toColourspace("b-w").jpeg().toBuffer(),
    "jpg_cmyk.jpg": await picture().toColourspace("cmyk").jpeg().toBuffer(),
    "jpg_turned.jpg": await picture()
      .resize(24, 16)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer(),
  };
}

function takenKtx2(): Uint8Array {
  const levels = [4, 2, 1].map((size) => ({
    width: size,
    height: size,
    data: Uint8Array.from({ length: size * size * 4 }, (_, at) => noise(at, size)),
  }));
  return textureToKtx2(encodeTexture(flatTexture("rgba8", levels)));
}
