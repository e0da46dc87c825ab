import test from "ava";
import sharp, { type Sharp } from "sharp";
import type { Code } from "#asset_tools/document/messages.ts";
import { type CompressedFamily, decodeLevel } from "#asset_tools/fpkg/decode_level.ts";
import { decodeTexture, type Texture } from "#asset_tools/fpkg/texture_blob.ts";
import type { TextureFormatChoice } from "#asset_tools/package_xml/texture_definition.ts";
import { compileTexture } from "#asset_tools/texture/compile_texture.ts";
import type { TextureQuality } from "#asset_tools/texture/encode_level.ts";
import { mipChain } from "#asset_tools/texture/mipmaps.ts";
import { linearOfSrgb, srgbOfLinear } from "#asset_tools/texture/srgb_tables.ts";
import type { TextureOptions } from "#asset_tools/texture/texture_options.ts";
import { makePng, type PngOptions, rgbaPng } from "./make_png.ts";
import { brickPicture, gradientPicture, psnr } from "./picture.ts";

const plain: TextureOptions = {
  parts: { kind: "flat", source: "t.png" },
  format: "rgba8",
  platform: "bc",
  quality: "dev",
  semantic: "data",
  mipmaps: false,
};

async function compile(png: Uint8Array, options: Partial<TextureOptions> = {}): Promise<Texture> {
  const { value, diagnostics } = await compileTexture([{ file: "t.png", bytes: png }], {
    ...plain,
    ...options,
  });
  if (value === undefined) throw new Error(diagnostics[0]?.message);
  return decodeTexture(value);
}

async function pixelsOf(options: PngOptions): Promise<number[]> {
  return [...((await compile(makePng(options))).levels[0]?.data ?? [])];
}

test("reads every color type and depth", async (t) => {
  const base = { width: 2, height: 1 } as const;
  t.deepEqual(
    await pixelsOf({ ...base, bitDepth: 8, colorType: 0, data: Uint8Array.of(7, 200) }),
    [7, 7, 7, 255, 200, 200, 200, 255],
  );
  t.deepEqual(
    await pixelsOf({ ...base, bitDepth: 1, colorType: 0, data: Uint8Array.of(0b01000000) }),
    [0, 0, 0, 255, 255, 255, 255, 255],
  );
  t.deepEqual(
    await pixelsOf({ ...base, bitDepth: 8, colorType: 4, data: Uint8Array.of(7, 9, 200, 255) }),
    [7, 7, 7, 9, 200, 200, 200, 255],
  );
  t.deepEqual(
    await pixelsOf({ ...base, bitDepth: 8, colorType: 2, data: Uint8Array.of(1, 2, 3, 4, 5, 6) }),
    [1, 2, 3, 255, 4, 5, 6, 255],
  );
  t.deepEqual(
    await pixelsOf({
      ...base,
      bitDepth: 4,
      colorType: 3,
      data: Uint8Array.of(0x10),
      palette: [1, 2, 3, 40, 50, 60],
      transparency: [255, 128],
    }),
    [40, 50, 60, 128, 1, 2, 3, 255],
  );
});

test("reads JPEG: progressive, turned by EXIF, CMYK", async (t) => {
  // Left half red, right half blue.
  const pixels = Uint8Array.from({ length: 16 * 8 * 3 }, (_, at) => {
    const isLeft = Math.floor(at / 3) % 16 < 8;
    return at % 3 === (isLeft ? 0 : 2) ? 255 : 0;
  });
  const picture = (): Sharp => sharp(pixels, { raw: { width: 16, height: 8, channels: 3 } });
  const files = {
    progressive: await picture().jpeg({ progressive: true, quality: 100 }).toBuffer(),
    // 6: the first row of the file is the right side of the picture.
    turned: await picture().jpeg({ quality: 100 }).withMetadata({ orientation: 6 }).toBuffer(),
    cmyk: await picture().toColourspace("cmyk").jpeg({ quality: 100 }).toBuffer(),
  };
  const at = async (file: Uint8Array, x: number, y: number): Promise<number[]> => {
    const [level] = (await compile(file)).levels;
    const place = (y * (level?.width as number) + x) * 4;
    return [...(level?.data.subarray(place, place + 4) ?? [])];
  };
  const isRed = ([red = 0, green = 0, blue = 0, alpha]: number[]): boolean =>
    red > 180 && green < 80 && blue < 80 && alpha === 255;
  t.true(isRed(await at(files.progressive, 2, 4)));
  t.false(isRed(await at(files.progressive, 13, 4)));
  t.true(isRed(await at(files.turned, 4, 2)));
  t.false(isRed(await at(files.turned, 4, 13)));
  t.true(isRed(await at(files.cmyk, 2, 4)));
});

test("rounds 16 bits to 8", async (t) => {
  // 0x017f / 257 = 1.49, 0x0182 / 257 = 1.502, 0xfeff / 257 = 253.996
  const data = Uint8Array.of(0x01, 0x7f, 0x01, 0x82, 0xfe, 0xff);
  t.deepEqual(
    await pixelsOf({ width: 1, height: 1, bitDepth: 16, colorType: 2, data }),
    [1, 2, 254, 255],
  );
});

test("sRGB tables match the standard's curve and invert each other", (t) => {
  for (let value = 0; value < 256; value++) {
    const x = value / 255;
    const linear = x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
    t.is(linearOfSrgb[value], Math.round(linear * 65535));
    t.is(srgbOfLinear[linearOfSrgb[value] as number], value);
  }
});

test("mips average color in linear light, data as it is", (t) => {
  const pixels = Uint8Array.of(0, 0, 0, 255, 255, 255, 255, 255);
  const image = { width: 2, height: 1, pixels };
  t.deepEqual([...(mipChain(image, "color")[1]?.pixels ?? [])], [188, 188, 188, 255]);
  t.deepEqual([...(mipChain(image, "data")[1]?.pixels ?? [])], [128, 128, 128, 255]);
});

test("mips weight color by alpha", (t) => {
  const pixels = Uint8Array.of(200, 10, 10, 255, 0, 255, 0, 0);
  const [, mip] = mipChain({ width: 2, height: 1, pixels }, "color");
  t.deepEqual([...(mip?.pixels ?? [])], [200, 10, 10, 128]);
});

test("mips of normals have unit length", (t) => {
  // x = 1 and y = 1 average to a normal halfway, of length 0.707 before.
  const pixels = Uint8Array.of(255, 128, 128, 255, 128, 255, 128, 255);
  const [, mip] = mipChain({ width: 2, height: 1, pixels }, "normal");
  const [x, y, z] = [...(mip?.pixels ?? [])].map((value) => value / 127.5 - 1);
  t.true(Math.abs(Math.hypot(x as number, y as number, z as number) - 1) < 0.01);
  t.is(mip?.pixels[0], mip?.pixels[1]);
});

test("odd sizes keep the mean", (t) => {
  const pixels = Uint8Array.from([30, 60, 90].flatMap((value) => [value, value, value, 255]));
  const [, mip] = mipChain({ width: 3, height: 1, pixels }, "data");
  t.deepEqual([...(mip?.pixels ?? [])], [60, 60, 60, 255]);
});

test("level sizes go down to 1x1", async (t) => {
  const { levels, format } = await compile(rgbaPng(8, 4, new Uint8Array(128)), {
    mipmaps: true,
    semantic: "color",
  });
  t.is(format, "rgba8Srgb");
  t.deepEqual(
    levels.map(({ width, height, data }) => [width, height, data.length]),
    [
      [8, 4, 128],
      [4, 2, 32],
      [2, 1, 8],
      [1, 1, 4],
    ],
  );
});

test("block formats keep their quality", async (t) => {
  // Floors just below what the encoders reach; ImageMagick's BC1 of the same pictures has 31.34 and 42.48 dB.
  const floors = [
    {
      name: "bricks",
      pixels: brickPicture(128),
      bc1: 32.2,
      bc3: 32.2,
      dev: 37.2,
      ship: 48.5,
      etc2: 33.2,
      astc4x4: 37.2,
    },
    {
      name: "gradient",
      pixels: gradientPicture(128),
      bc1: 42.5,
      bc3: 42.5,
      dev: 45.4,
      ship: 45.4,
      etc2: 40,
      astc4x4: 45,
    },
  ];
  for (const { name, pixels, ...least } of floors) {
    const png = rgbaPng(128, 128, pixels);
    const reach = async (family: CompressedFamily, quality: TextureQuality) => {
      const { levels } = await compile(png, { format: family as TextureFormatChoice, quality });
      return psnr(decodeLevel(family, levels[0]?.data as Uint8Array, 128, 128), pixels);
    };
    const reached = {
      bc1: await reach("bc1", "dev"),
      bc3: await reach("bc3", "dev"),
      dev: await reach("bc7", "dev"),
      ship: await reach("bc7", "ship"),
      etc2: await reach("etc2", "dev"),
      astc4x4: await reach("astc4x4", "dev"),
    };
    t.log(name, reached);
    for (const format of Object.keys(reached) as (keyof typeof reached)[]) {
      t.true(reached[format] >= least[format], `${name} as ${format}: ${reached[format]} dB`);
    }
  }
});

test("BC4 keeps red, BC5 red and green; what a sampler does not see is 0", async (t) => {
  const pixels = gradientPicture(64);
  const png = rgbaPng(64, 64, pixels);
  for (const [family, channels] of [
    ["bc4", 1],
    ["bc5", 2],
  ] as const) {
    const { levels } = await compile(png, { format: family });
    const decoded = decodeLevel(family, levels[0]?.data as Uint8Array, 64, 64);
    for (let at = 0; at < decoded.length; at++) {
      const channel = at % 4;
      const expected = channel === 3 ? 255 : channel < channels ? (pixels[at] as number) : 0;
      t.true(Math.abs((decoded[at] as number) - expected) <= (channel < channels ? 2 : 0));
    }
  }
});

test("flat colors survive: BC7 exactly, BC1 as its grid allows", async (t) => {
  for (const color of [
    [0, 0, 0, 255],
    [255, 255, 255, 255],
    [12, 200, 77, 255],
  ] as const) {
    const pixels = Uint8Array.from({ length: 64 }, (_, at) => color[at % 4] as number);
    const bc7 = (await compile(rgbaPng(4, 4, pixels), { format: "bc7" })).levels[0]
      ?.data as Uint8Array;
    const bc1 = (await compile(rgbaPng(4, 4, pixels), { format: "bc1" })).levels[0]
      ?.data as Uint8Array;
    const worst = (decoded: Uint8Array): number =>
      Math.max(...decoded.map((value, at) => Math.abs(value - (pixels[at] as number))));
    t.true(worst(decodeLevel("bc7", bc7, 4, 4)) <= 1);
    t.true(worst(decodeLevel("bc1", bc1, 4, 4)) <= 4);
  }
});

test("BC7 keeps alpha, BC1 cuts it out", async (t) => {
  const pixels = Uint8Array.from({ length: 64 }, (_, at) =>
    at % 4 === 3 ? (at < 32 ? 0 : 255) : 90,
  );
  const png = rgbaPng(4, 4, pixels);
  const bc7 = decodeLevel(
    "bc7",
    (await compile(png, { format: "bc7" })).levels[0]?.data as Uint8Array,
    4,
    4,
  );
  const bc1 = decodeLevel(
    "bc1",
    (await compile(png, { format: "bc1" })).levels[0]?.data as Uint8Array,
    4,
    4,
  );
  for (let texel = 0; texel < 16; texel++) {
    const alpha = texel < 8 ? 0 : 255;
    t.true(Math.abs((bc7[texel * 4 + 3] as number) - alpha) <= 1);
    t.is(bc1[texel * 4 + 3], alpha);
  }
});

test("auto takes the platform's format where blocks fit", async (t) => {
  const fit = await compile(rgbaPng(4, 4, new Uint8Array(64)), {
    format: "auto",
    semantic: "mask",
  });
  const normal = await compile(rgbaPng(4, 4, new Uint8Array(64)), {
    format: "auto",
    semantic: "normal",
  });
  const odd = await compile(rgbaPng(3, 4, new Uint8Array(48)), {
    format: "auto",
    semantic: "mask",
  });
  t.is(fit.format, "bc4");
  t.is(normal.format, "bc5");
  t.is(odd.format, "rgba8");
});

test("equal bytes twice", async (t) => {
  const png = rgbaPng(64, 64, brickPicture(64));
  for (const format of ["bc1", "bc7", "rgba8"] as const) {
    const options = { ...plain, format, mipmaps: true };
    const [first, second] = [
      await compileTexture([{ file: "t", bytes: png }], options),
      await compileTexture([{ file: "t", bytes: png }], options),
    ];
    t.deepEqual(first.value, second.value);
  }
});

test("broken pictures give one clear error", async (t) => {
  const whole = rgbaPng(16, 16, brickPicture(16));
  const cases: readonly { bytes: Uint8Array; code: Code; text: RegExp }[] = [
    { bytes: Buffer.from("GIF89a"), code: "AS1002", text: /it is no PNG or JPEG file/ },
    { bytes: whole.slice(0, whole.length / 2), code: "AS1002", text: /cannot be decoded/ },
    { bytes: whole.slice(0, 20), code: "AS1002", text: /cannot be decoded/ },
  ];
  for (const { bytes, code, text } of cases) {
    const { value, diagnostics } = await compileTexture([{ file: "t.png", bytes }], plain);
    t.is(value, undefined);
    t.is(diagnostics.length, 1);
    t.is(diagnostics[0]?.code, code);
    t.regex(diagnostics[0]?.message ?? "", text);
    t.is(diagnostics[0]?.file, "t.png");
  }
  const odd = await compileTexture([{ file: "t.png", bytes: rgbaPng(3, 3, new Uint8Array(36)) }], {
    ...plain,
    format: "bc7",
  });
  t.is(odd.diagnostics[0]?.code, "AS1004");
});

test("a file of another format is named, and what to do about it", async (t) => {
  const told = async (bytes: Uint8Array, file: string): Promise<string> => {
    const { diagnostics } = await compileTexture([{ file, bytes }], plain);
    return `${diagnostics[0]?.message}. ${diagnostics[0]?.hint}`;
  };
  const save = "save it as PNG, JPEG or TGA";
  t.is(
    await told(Buffer.from("GIF89a"), "t.png"),
    `Image cannot be decoded: it is no PNG or JPEG file. It looks like a GIF image; ${save}`,
  );
  t.is(
    await told(new Uint8Array(9), "t.tga"),
    "Image cannot be decoded: it ends inside its header (byte 9). Save it as PNG, JPEG or TGA",
  );
  const jpeg = await sharp({ create: { width: 40, height: 40, channels: 3, background: "red" } })
    .jpeg()
    .toBuffer();
  t.is(
    await told(jpeg.subarray(0, -8), "t.jpg"),
    "Image cannot be decoded: its data is damaged: premature end of JPEG image. Open it where it was made and save it again",
  );
});
