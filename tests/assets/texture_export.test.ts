/** Texture blobs as files that other programs open. */
import test from "ava";
import {
  KHR_DF_MODEL_ASTC,
  KHR_DF_MODEL_ETC2,
  KHR_DF_MODEL_RGBSDA,
  KHR_DF_TRANSFER_LINEAR,
  KHR_DF_TRANSFER_SRGB,
  type KTX2Container,
  read,
  VK_FORMAT_ASTC_4x4_SRGB_BLOCK,
  VK_FORMAT_ASTC_4x4_UNORM_BLOCK,
  VK_FORMAT_ASTC_5x4_SRGB_BLOCK,
  VK_FORMAT_ASTC_5x4_UNORM_BLOCK,
  VK_FORMAT_ASTC_5x5_SRGB_BLOCK,
  VK_FORMAT_ASTC_5x5_UNORM_BLOCK,
  VK_FORMAT_ASTC_6x5_SRGB_BLOCK,
  VK_FORMAT_ASTC_6x5_UNORM_BLOCK,
  VK_FORMAT_ASTC_6x6_SRGB_BLOCK,
  VK_FORMAT_ASTC_6x6_UNORM_BLOCK,
  VK_FORMAT_ASTC_8x5_SRGB_BLOCK,
  VK_FORMAT_ASTC_8x5_UNORM_BLOCK,
  VK_FORMAT_ASTC_8x6_SRGB_BLOCK,
  VK_FORMAT_ASTC_8x6_UNORM_BLOCK,
  VK_FORMAT_ASTC_8x8_SRGB_BLOCK,
  VK_FORMAT_ASTC_8x8_UNORM_BLOCK,
  VK_FORMAT_BC1_RGBA_SRGB_BLOCK,
  VK_FORMAT_BC1_RGBA_UNORM_BLOCK,
  VK_FORMAT_BC3_SRGB_BLOCK,
  VK_FORMAT_BC3_UNORM_BLOCK,
  VK_FORMAT_BC4_UNORM_BLOCK,
  VK_FORMAT_BC5_UNORM_BLOCK,
  VK_FORMAT_BC7_SRGB_BLOCK,
  VK_FORMAT_BC7_UNORM_BLOCK,
  VK_FORMAT_EAC_R11_UNORM_BLOCK,
  VK_FORMAT_EAC_R11G11_UNORM_BLOCK,
  VK_FORMAT_ETC2_R8G8B8_SRGB_BLOCK,
  VK_FORMAT_ETC2_R8G8B8_UNORM_BLOCK,
  VK_FORMAT_ETC2_R8G8B8A8_SRGB_BLOCK,
  VK_FORMAT_ETC2_R8G8B8A8_UNORM_BLOCK,
  VK_FORMAT_R8G8B8A8_SRGB,
  VK_FORMAT_R8G8B8A8_UNORM,
  VK_FORMAT_R16G16B16A16_SFLOAT,
  write,
} from "ktx-parse";
import sharp from "sharp";
import { textureToKtx2 } from "#asset_tools/export/texture_to_ktx2.ts";
import { textureToPng } from "#asset_tools/export/texture_to_png.ts";
import { decodeLevel } from "#asset_tools/fpkg/decode_level.ts";
import { TextureFormat, type TextureFormatName } from "#asset_tools/fpkg/format/texture.ts";
import { FpkgError } from "#asset_tools/fpkg/fpkg_error.ts";
import { decodeTexture, encodeTexture, type Texture } from "#asset_tools/fpkg/texture_blob.ts";
import { familyOf, imageSize, isSrgbFormat } from "#asset_tools/fpkg/texture_formats.ts";
import { Ktx2Error, readKtx2 } from "#asset_tools/ktx2/read_ktx2.ts";
import { textureSources } from "#asset_tools/package_xml/texture_definition.ts";
import { compileTexture } from "#asset_tools/texture/compile_texture.ts";
import { decodePng } from "#asset_tools/texture/png/decode_png.ts";
import type { TextureOptions } from "#asset_tools/texture/texture_options.ts";
import { rgbaPng } from "./make_png.ts";
import { brickPicture } from "./picture.ts";

/** What ktx-parse has no names for: `khr_df_model_e` of the Khronos Data Format Specification. */
const [KHR_DF_MODEL_BC1A, KHR_DF_MODEL_BC3, KHR_DF_MODEL_BC4] = [128, 130, 131];
const [KHR_DF_MODEL_BC5, KHR_DF_MODEL_BC7] = [132, 134];

/** Number and color model of each format, as ktx-parse names them. */
const expected: Readonly<Record<TextureFormatName, readonly [vkFormat: number, model: number]>> = {
  rgba8: [VK_FORMAT_R8G8B8A8_UNORM, KHR_DF_MODEL_RGBSDA],
  rgba8Srgb: [VK_FORMAT_R8G8B8A8_SRGB, KHR_DF_MODEL_RGBSDA],
  rgba16f: [VK_FORMAT_R16G16B16A16_SFLOAT, KHR_DF_MODEL_RGBSDA],
  bc1: [VK_FORMAT_BC1_RGBA_UNORM_BLOCK, KHR_DF_MODEL_BC1A],
  bc1Srgb: [VK_FORMAT_BC1_RGBA_SRGB_BLOCK, KHR_DF_MODEL_BC1A],
  bc3: [VK_FORMAT_BC3_UNORM_BLOCK, KHR_DF_MODEL_BC3],
  bc3Srgb: [VK_FORMAT_BC3_SRGB_BLOCK, KHR_DF_MODEL_BC3],
  bc4: [VK_FORMAT_BC4_UNORM_BLOCK, KHR_DF_MODEL_BC4],
  bc5: [VK_FORMAT_BC5_UNORM_BLOCK, KHR_DF_MODEL_BC5],
  bc7: [VK_FORMAT_BC7_UNORM_BLOCK, KHR_DF_MODEL_BC7],
  bc7Srgb: [VK_FORMAT_BC7_SRGB_BLOCK, KHR_DF_MODEL_BC7],
  etc2: [VK_FORMAT_ETC2_R8G8B8_UNORM_BLOCK, KHR_DF_MODEL_ETC2],
  etc2Srgb: [VK_FORMAT_ETC2_R8G8B8_SRGB_BLOCK, KHR_DF_MODEL_ETC2],
  etc2Alpha: [VK_FORMAT_ETC2_R8G8B8A8_UNORM_BLOCK, KHR_DF_MODEL_ETC2],
  etc2AlphaSrgb: [VK_FORMAT_ETC2_R8G8B8A8_SRGB_BLOCK, KHR_DF_MODEL_ETC2],
  eacR: [VK_FORMAT_EAC_R11_UNORM_BLOCK, KHR_DF_MODEL_ETC2],
  eacRg: [VK_FORMAT_EAC_R11G11_UNORM_BLOCK, KHR_DF_MODEL_ETC2],
  astc4x4: [VK_FORMAT_ASTC_4x4_UNORM_BLOCK, KHR_DF_MODEL_ASTC],
  astc4x4Srgb: [VK_FORMAT_ASTC_4x4_SRGB_BLOCK, KHR_DF_MODEL_ASTC],
  astc5x4: [VK_FORMAT_ASTC_5x4_UNORM_BLOCK, KHR_DF_MODEL_ASTC],
  astc5x4Srgb: [VK_FORMAT_ASTC_5x4_SRGB_BLOCK, KHR_DF_MODEL_ASTC],
  astc5x5: [VK_FORMAT_ASTC_5x5_UNORM_BLOCK, KHR_DF_MODEL_ASTC],
  astc5x5Srgb: [VK_FORMAT_ASTC_5x5_SRGB_BLOCK, KHR_DF_MODEL_ASTC],
  astc6x5: [VK_FORMAT_ASTC_6x5_UNORM_BLOCK, KHR_DF_MODEL_ASTC],
  astc6x5Srgb: [VK_FORMAT_ASTC_6x5_SRGB_BLOCK, KHR_DF_MODEL_ASTC],
  astc6x6: [VK_FORMAT_ASTC_6x6_UNORM_BLOCK, KHR_DF_MODEL_ASTC],
  astc6x6Srgb: [VK_FORMAT_ASTC_6x6_SRGB_BLOCK, KHR_DF_MODEL_ASTC],
  astc8x5: [VK_FORMAT_ASTC_8x5_UNORM_BLOCK, KHR_DF_MODEL_ASTC],
  astc8x5Srgb: [VK_FORMAT_ASTC_8x5_SRGB_BLOCK, KHR_DF_MODEL_ASTC],
  astc8x6: [VK_FORMAT_ASTC_8x6_UNORM_BLOCK, KHR_DF_MODEL_ASTC],
  astc8x6Srgb: [VK_FORMAT_ASTC_8x6_SRGB_BLOCK, KHR_DF_MODEL_ASTC],
  astc8x8: [VK_FORMAT_ASTC_8x8_UNORM_BLOCK, KHR_DF_MODEL_ASTC],
  astc8x8Srgb: [VK_FORMAT_ASTC_8x8_SRGB_BLOCK, KHR_DF_MODEL_ASTC],
};

const shapes = [
  { shape: "flat", layerCount: 1 },
  { shape: "cube", layerCount: 6 },
  { shape: "array", layerCount: 3 },
] as const satisfies readonly Partial<Texture>[];

/** Levels of 16x16 down to 1x1 whose bytes are all different from their neighbours. */
function sampleTexture(format: TextureFormatName, shape: (typeof shapes)[number]): Texture {
  const levels = [16, 8, 4, 2, 1].map((size) => ({
    width: size,
    height: size,
    data: Uint8Array.from(
      { length: imageSize(format, size, size) * shape.layerCount },
      (_, at) => at * 7 + size,
    ),
  }));
  return { format, ...shape, levels, regions: [] };
}

function container(texture: Texture): [KTX2Container, Uint8Array] {
  const file = textureToKtx2(encodeTexture(texture));
  return [read(file), file];
}

test("ktx-parse reads every format and shape, and would write the same", (t) => {
  for (const format of Object.keys(TextureFormat) as TextureFormatName[]) {
    for (const shape of shapes) {
      const texture = sampleTexture(format, shape);
      const [ktx, file] = container(texture);
      t.is(ktx.pixelWidth, 16);
      t.is(ktx.pixelHeight, 16);
      t.is(ktx.faceCount, shape.shape === "cube" ? 6 : 1);
      t.is(ktx.layerCount, shape.shape === "array" ? 3 : 0);
      t.is(ktx.supercompressionScheme, 0);
      t.deepEqual(
        ktx.levels.map(({ levelData }) => [...levelData]),
        texture.levels.map(({ data }) => [...data]),
      );
      const [descriptor] = ktx.dataFormatDescriptor;
      t.is(
        descriptor?.transferFunction,
        isSrgbFormat(format) ? KHR_DF_TRANSFER_SRGB : KHR_DF_TRANSFER_LINEAR,
      );
      t.deepEqual(Object.keys(ktx.keyValue), ["KTXorientation", "KTXwriter"]);
      t.deepEqual([ktx.vkFormat, descriptor?.colorModel], [...expected[format]], format);
      t.deepEqual(Buffer.from(write(ktx, { keepWriter: true })), Buffer.from(file), format);
    }
  }
});

const options = {
  platform: "bc",
  quality: "dev",
  semantic: "color",
  mipmaps: true,
} as const;

async function blobOf(
  more: Pick<TextureOptions, "parts" | "format">,
  png: Uint8Array,
): Promise<Uint8Array> {
  const sources = textureSources(more.parts).map((file) => ({ file, bytes: png }));
  const { value } = await compileTexture(sources, { ...options, ...more });
  return value as Uint8Array;
}

test("a level as PNG has the decoded pixels, for us and for others", async (t) => {
  const png = rgbaPng(32, 32, brickPicture(32));
  for (const format of ["rgba8", "bc1", "bc7", "etc2", "astc4x4", "astc8x6"] as const) {
    const blob = await blobOf({ parts: { kind: "flat", source: "a.png" }, format }, png);
    const texture = decodeTexture(blob);
    for (const [index, { width, height, data }] of texture.levels.entries()) {
      const file = textureToPng(blob, index);
      const family = familyOf(texture.format);
      const pixels =
        family === "rgba8" || family === "rgba16f"
          ? data
          : decodeLevel(family, data, width, height);
      t.deepEqual([...decodePng(file).pixels], [...pixels]);
      const { data: other } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
      t.deepEqual([...other], [...pixels]);
    }
  }
});

test("pictures of a cube stand one below the other; halves have 16 bits", async (t) => {
  const png = rgbaPng(32, 32, brickPicture(32));
  const sources = Array.from({ length: 6 }, () => "a.png");
  const cube = await blobOf({ parts: { kind: "cube", sources }, format: "rgba8" }, png);
  const { width, height, pixels } = decodePng(textureToPng(cube, 1));
  t.deepEqual([width, height], [16, 96]);
  t.deepEqual([...pixels.subarray(0, 1024)], [...pixels.subarray(5 * 1024)]);
  const wide = await blobOf({ parts: { kind: "flat", source: "a.png" }, format: "rgba16f" }, png);
  const sixteen = decodePng(textureToPng(wide));
  t.true(sixteen.pixels instanceof Uint16Array);
  t.is(sixteen.pixels[3], 65535);
});

test("flat areas take little room; there is one error for what is not there", async (t) => {
  const png = rgbaPng(256, 256, new Uint8Array(256 * 256 * 4).fill(90));
  const blob = await blobOf({ parts: { kind: "flat", source: "a.png" }, format: "rgba8" }, png);
  t.true(textureToPng(blob).length < 4000);
  t.throws(() => textureToPng(blob, 9), {
    instanceOf: FpkgError,
    message: "There is no level 9 of 9",
  });
  t.throws(() => textureToKtx2(blob.subarray(0, 100)), { instanceOf: FpkgError });
});

function fromKtx2(file: Uint8Array, more: Partial<TextureOptions> = {}) {
  const parts = { kind: "flat", source: "a.ktx2" } as const;
  const wish = { ...options, parts, format: "auto", ...more } as const;
  return compileTexture([{ file: "a.ktx2", bytes: file }], wish);
}

test("a KTX2 file as source gives the blob that it was exported from", async (t) => {
  for (const format of Object.keys(TextureFormat) as TextureFormatName[]) {
    for (const shape of shapes) {
      const blob = encodeTexture(sampleTexture(format, shape));
      const { value } = await fromKtx2(textureToKtx2(blob));
      t.deepEqual(Buffer.from(value ?? []), Buffer.from(blob), format);
    }
  }
  const file = textureToKtx2(encodeTexture(sampleTexture("bc7", shapes[0])));
  const { value } = await fromKtx2(file, { mipmaps: false });
  t.is(decodeTexture(value as Uint8Array).levels.length, 1);
});

test("a KTX2 file that cannot be taken as it is gives one clear error", async (t) => {
  const file = textureToKtx2(encodeTexture(sampleTexture("bc7", shapes[1])));
  const changed = (at: number, value: number): Uint8Array => {
    const bytes = file.slice();
    new DataView(bytes.buffer).setUint32(at, value, true);
    return bytes;
  };
  const upward = Buffer.from(file);
  upward.write("ru", upward.indexOf("rd\0"), "latin1");
  const cases: readonly [Uint8Array, Partial<TextureOptions>, RegExp][] = [
    [file, { format: "bc1" }, /it is taken as it is, so `format` cannot be asked for$/],
    [file, { minPsnr: 30 }, /so `minPsnr` cannot/],
    [file.slice(0, 60), {}, /it ends inside its header \(byte 60\)$/],
    [file.slice(0, 90), {}, /it ends inside its metadata \(byte 90\)$/],
    [file.slice(0, -1), {}, /it ends inside level 0 \(byte \d+\)$/],
    [changed(12, 130), {}, /it has the format 130 of Vulkan \(byte 12\)$/],
    [changed(20, 0), {}, /it is 0x16 \(byte 20\)$/],
    [changed(20, 20000), {}, /it is 20000x16 \(byte 20\)$/],
    [changed(20, 32), {}, /it has 0 layers of 6 faces \(byte 32\)$/],
    [changed(28, 4), {}, /it is a volume \(byte 28\)$/],
    [changed(32, 2), {}, /it has 2 layers of 6 faces \(byte 32\)$/],
    [changed(40, 9), {}, /it has 9 levels \(byte 40\)$/],
    [changed(44, 2), {}, /it is supercompressed by scheme 2 \(byte 44\)$/],
    [changed(88, 7), {}, /it has 7 bytes in level 0, expected 1536 \(byte 80\)$/],
    [upward, {}, /it has rows that go up \(byte \d+\)$/],
  ];
  for (const [bytes, more, text] of cases) {
    const { value, diagnostics } = await fromKtx2(bytes, more);
    t.is(value, undefined);
    t.is(diagnostics.length, 1);
    t.is(diagnostics[0]?.code, "AS1011");
    t.regex(diagnostics[0]?.message ?? "", text);
  }
});

test("mutations of KTX2 give a texture or one error", (t) => {
  const file = textureToKtx2(encodeTexture(sampleTexture("bc1", shapes[2])));
  let random = 1;
  const next = (below: number): number => {
    random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
    return Math.floor((random / 2 ** 32) * below);
  };
  const rounds = 4000 * Number(process.env["FUZZ_FACTOR"] ?? "1");
  let refused = 0;
  for (let round = 0; round < rounds; round++) {
    const bytes = file.slice(0, next(4) === 0 ? next(file.length) : file.length);
    for (let edit = next(3); edit >= 0 && bytes.length > 0; edit--) {
      bytes[next(next(2) === 0 ? Math.min(240, bytes.length) : bytes.length)] = next(256);
    }
    try {
      encodeTexture(readKtx2(bytes));
    } catch (error) {
      if (!(error instanceof Ktx2Error)) throw error;
      refused++;
    }
  }
  t.true(refused > rounds / 10);
});
