/** Cubes, arrays and atlases: what package.xml says, how pictures are cut and packed, and what the blob holds. */
import test, { type ExecutionContext } from "ava";
import type { Code } from "#asset_tools/document/messages.ts";
import {
  decodeTexture,
  layerOf,
  type Region,
  regionNamed,
  type Texture,
} from "#asset_tools/fpkg/texture_blob.ts";
import { readPackage } from "#asset_tools/package_xml/read_package.ts";
import {
  type TextureDefinition,
  type TextureParts,
  textureSources,
} from "#asset_tools/package_xml/texture_definition.ts";
import { compileTexture } from "#asset_tools/texture/compile_texture.ts";
import { packRectangles } from "#asset_tools/texture/pack_rectangles.ts";
import type { TextureOptions } from "#asset_tools/texture/texture_options.ts";
import { rgbaPng } from "./make_png.ts";

const plain = {
  format: "rgba8",
  platform: "bc",
  quality: "dev",
  semantic: "data",
  mipmaps: true,
} as const;

/** A picture whose texels are all `value`, but for the first, which is 255. */
function flatPng(width: number, height: number, value: number): Uint8Array {
  const pixels = new Uint8Array(width * height * 4).fill(value);
  pixels.fill(255, 0, 4);
  return rgbaPng(width, height, pixels);
}

async function compile(
  parts: TextureParts,
  files: Readonly<Record<string, Uint8Array>>,
  options: Partial<TextureOptions> = {},
): Promise<Texture> {
  const { value, diagnostics } = await compileFiles(parts, files, options);
  if (value === undefined) throw new Error(diagnostics[0]?.message);
  return decodeTexture(value);
}

function compileFiles(
  parts: TextureParts,
  files: Readonly<Record<string, Uint8Array>>,
  options: Partial<TextureOptions> = {},
) {
  const sources = textureSources(parts).map((file) => ({ file, bytes: files[file] as Uint8Array }));
  return compileTexture(sources, { ...plain, parts, ...options });
}

/** The last texel of each layer of a level, red only. */
function lastTexels(texture: Texture, level = 0): number[] {
  return Array.from({ length: texture.layerCount }, (_, layer) => {
    const picture = texture.levels[level];
    return (picture && layerOf(texture, picture, layer).at(-4)) ?? -1;
  });
}

const sides = ["px", "nx", "py", "ny", "pz", "nz"].map((name) => `${name}.png`);

test("a cube of six files has its sides in order in every level", async (t) => {
  const files = Object.fromEntries(sides.map((file, index) => [file, flatPng(8, 8, index * 10)]));
  const texture = await compile({ kind: "cube", sources: sides }, files);
  t.is(texture.shape, "cube");
  t.is(texture.layerCount, 6);
  t.deepEqual(
    texture.levels.map(({ width, data }) => [width, data.length]),
    [
      [8, 6 * 256],
      [4, 6 * 64],
      [2, 6 * 16],
      [1, 6 * 4],
    ],
  );
  t.deepEqual(lastTexels(texture), [0, 10, 20, 30, 40, 50]);
  t.deepEqual(lastTexels(texture, 1), [0, 10, 20, 30, 40, 50]);
  const compressed = await compile({ kind: "cube", sources: sides }, files, { format: "bc7" });
  t.deepEqual(
    compressed.levels.map(({ data }) => data.length),
    [6 * 64, 6 * 16, 6 * 16, 6 * 16],
  );
});

/** A picture of `columns` by `rows` sides of 2x2, numbered row by row from 1 in red; green tells a side's first texel. */
function laidOut(columns: number, rows: number): Uint8Array {
  const width = columns * 2;
  const pixels = new Uint8Array(width * rows * 2 * 4);
  for (let y = 0; y < rows * 2; y++) {
    for (let x = 0; x < width; x++) {
      const side = (y >> 1) * columns + (x >> 1) + 1;
      pixels.set([side, (x & 1) + (y & 1) === 0 ? 255 : 0, 0, 255], (y * width + x) * 4);
    }
  }
  return rgbaPng(width, rows * 2, pixels);
}

test("a cube's sides are cut out of strips and crosses", async (t) => {
  const cut = async (columns: number, rows: number) => {
    const parts = { kind: "cube", sources: ["sky.png"] } as const;
    const texture = await compile(parts, { "sky.png": laidOut(columns, rows) });
    const firstGreens = sides.map((_, layer) => {
      const [level] = texture.levels;
      return level && layerOf(texture, level, layer)[1];
    });
    return [lastTexels(texture), firstGreens];
  };
  const upright = Array.from({ length: 6 }, () => 255);
  t.deepEqual(await cut(6, 1), [[1, 2, 3, 4, 5, 6], upright]);
  t.deepEqual(await cut(1, 6), [[1, 2, 3, 4, 5, 6], upright]);
  t.deepEqual(await cut(4, 3), [[7, 5, 2, 10, 6, 8], upright]);
  // The back of a standing cross hangs upside down.
  t.deepEqual(await cut(3, 4), [
    [6, 4, 2, 8, 5, 11],
    [255, 255, 255, 255, 255, 0],
  ]);
});

test("an array has a layer a file; one file may be several", async (t) => {
  const files = { "a.png": flatPng(4, 8, 1), "b.png": flatPng(4, 8, 2) };
  const parts = { kind: "array", sources: ["a.png", "b.png", "a.png"] } as const;
  const texture = await compile(parts, files);
  t.is(texture.shape, "array");
  t.deepEqual(lastTexels(texture), [1, 2, 1]);
  t.deepEqual(
    texture.levels.map(({ width, height }) => [width, height]),
    [
      [4, 8],
      [2, 4],
      [1, 2],
      [1, 1],
    ],
  );
});

test("pictures that do not fit together are refused", async (t) => {
  const problem = async (
    parts: TextureParts,
    files: Readonly<Record<string, Uint8Array>>,
  ): Promise<[Code | undefined, string | undefined, string | undefined]> => {
    const { value, diagnostics } = await compileFiles(parts, files);
    t.is(value, undefined);
    t.is(diagnostics.length, 1);
    const [first] = diagnostics;
    return [first?.code, first?.file, first?.message];
  };
  const files = { "a.png": flatPng(4, 4, 1), "b.png": flatPng(8, 8, 1), "c.png": flatPng(4, 8, 1) };
  t.deepEqual(await problem({ kind: "array", sources: ["a.png", "b.png"] }, files), [
    "AS1005",
    "b.png",
    "Image is 8x8; the first layer is 4x4",
  ]);
  const six = ["a.png", "a.png", "a.png", "a.png", "a.png"];
  t.deepEqual(await problem({ kind: "cube", sources: [...six, "b.png"] }, files), [
    "AS1005",
    "b.png",
    "Image is 8x8; the first side is 4x4",
  ]);
  t.deepEqual(await problem({ kind: "cube", sources: [...six, "c.png"] }, files), [
    "AS1007",
    "c.png",
    "Image is 4x8; a cube's side is a square",
  ]);
  t.deepEqual(await problem({ kind: "cube", sources: ["c.png"] }, files), [
    "AS1006",
    "c.png",
    "Image is 4x8, which is no cube's sides side by side",
  ]);
  const region = (name: string) => ({ name, source: "huge.png" });
  const regions = Array.from({ length: 40 }, (_, index) => region(`r${index}`));
  const huge = { "huge.png": flatPng(2000, 1000, 1) };
  const atlas = { kind: "atlas", padding: 4, extrude: true, regions } as const;
  t.deepEqual(await problem(atlas, huge), [
    "AS1008",
    "huge.png",
    "Atlas does not fit into 8192x8192",
  ]);
});

function overlaps(a: Region, b: Region): boolean {
  const isApart =
    a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
  return !isApart;
}

test("packed boxes lie apart, and fill most of what they take", (t) => {
  let random = 1;
  const next = (below: number): number => {
    random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
    return Math.floor((random / 2 ** 32) * below);
  };
  for (let round = 0; round < 50; round++) {
    const boxes = Array.from({ length: 1 + next(60) }, () => ({
      width: 1 + next(20),
      height: 1 + next(20),
    }));
    const packing = packRectangles(boxes, 1024);
    if (packing === null) throw new Error("no packing");
    t.deepEqual(packRectangles(boxes, 1024), packing);
    const placed = boxes.map((box, index) => ({
      name: "",
      ...box,
      ...(packing.places[index] as { x: number; y: number }),
    }));
    for (const [index, box] of placed.entries()) {
      t.true(box.x + box.width <= packing.width && box.y + box.height <= packing.height);
      t.false(placed.slice(0, index).some((other) => overlaps(box, other)));
    }
    const area = boxes.reduce((sum, { width, height }) => sum + width * height, 0);
    if (boxes.length > 30) t.true(area / (packing.width * packing.height) > 0.85, `${round}`);
  }
  t.is(packRectangles([{ width: 5, height: 1 }], 4), null);
});

function texel(texture: Texture, x: number, y: number): number[] {
  const [level] = texture.levels;
  if (level === undefined) return [];
  const at = (y * level.width + x) * 4;
  return [...level.data.subarray(at, at + 4)];
}

/** A picture whose texels tell their place. */
function gridPng(width: number, height: number, blue: number): Uint8Array {
  const pixels = Uint8Array.from({ length: width * height * 4 }, (_, at) => {
    const index = at >> 2;
    return [index % width, Math.floor(index / width), blue, 255][at % 4] as number;
  });
  return rgbaPng(width, height, pixels);
}

test("an atlas has every picture under its name, its edges repeated around it", async (t) => {
  const sizes = [
    [13, 5],
    [30, 31],
    [8, 8],
    [1, 1],
    [21, 40],
  ] as const;
  const files = Object.fromEntries(
    sizes.map(([width, height], index) => [`${index}.png`, gridPng(width, height, index * 40)]),
  );
  const regions = Object.keys(files).map((source) => ({ name: `p${source[0]}`, source }));
  for (const padding of [0, 1, 4, 6]) {
    const parts = { kind: "atlas", padding, extrude: true, regions } as const;
    const texture = await compile(parts, files);
    t.is(texture.shape, "flat");
    t.deepEqual(
      texture.regions.map(({ name }) => name),
      ["p0", "p1", "p2", "p3", "p4"],
    );
    t.is(texture.levels.length, padding < 4 ? 1 : 3);
    for (const [index, [width, height]] of sizes.entries()) {
      const region = regionNamed(texture, `p${index}`) as Region;
      t.deepEqual([region.width, region.height], [width, height]);
      for (let y = -padding; y < height + padding; y++) {
        for (let x = -padding; x < width + padding; x++) {
          const expected = [clamp(x, width), clamp(y, height), index * 40, 255];
          const found = texel(texture, region.x + x, region.y + y);
          if (found.some((value, channel) => value !== expected[channel])) {
            t.fail(`padding ${padding}, ${region.name} at ${x},${y}: ${found}`);
          }
        }
      }
    }
  }
  t.is(regionNamed(await compile({ kind: "flat", source: "0.png" }, files), "p0"), undefined);
});

function clamp(value: number, size: number): number {
  return Math.max(0, Math.min(size - 1, value));
}

test("no level of an atlas mixes two pictures; without extrusion what is around is clear", async (t) => {
  const files = { "a.png": flatPng(10, 10, 100), "b.png": flatPng(10, 10, 200) };
  const regions = [
    { name: "a", source: "a.png" },
    { name: "b", source: "b.png" },
  ];
  const parts = { kind: "atlas", padding: 4, extrude: true, regions } as const;
  const texture = await compile(parts, files);
  const [, , last] = texture.levels;
  // All of a region's texels in the smallest level are its own, but for the white first one of each.
  const b = regionNamed(texture, "b") as Region;
  const at = (((b.y + 5) >> 2) * (last?.width ?? 0) + ((b.x + 5) >> 2)) * 4;
  t.is(last?.data[at], 200);
  const bare = await compile({ ...parts, extrude: false }, files);
  const a = regionNamed(bare, "a") as Region;
  t.deepEqual(texel(bare, a.x - 1, a.y), [0, 0, 0, 0]);
});

function read(t: ExecutionContext, texture: string): [TextureDefinition | undefined, string[]] {
  const xml = `<package id="p" version="1"><assets>${texture}</assets></package>`;
  const { model, diagnostics } = readPackage(Buffer.from(xml), "package.xml");
  t.true(diagnostics.every(({ line }) => line === 1));
  const [definition] = model?.definitions ?? [];
  return [definition as TextureDefinition | undefined, diagnostics.map(({ code }) => code)];
}

test("package.xml names the parts", (t) => {
  const parts = (xml: string): [TextureParts | undefined, string[]] => {
    const [definition, codes] = read(t, `<texture id="T">${xml}</texture>`);
    return [definition?.parts, codes];
  };
  const faces = ["positiveX", "negativeX", "positiveY", "negativeY", "positiveZ", "negativeZ"];
  const six = faces.map((face, index) => `<${face}>${index}.png</${face}>`);
  t.deepEqual(parts("<source>a.png</source>"), [{ kind: "flat", source: "a.png" }, []]);
  t.deepEqual(parts(`<cube>${six.toReversed().join("")}</cube>`), [
    { kind: "cube", sources: ["0.png", "1.png", "2.png", "3.png", "4.png", "5.png"] },
    [],
  ]);
  t.deepEqual(parts("<cube><source>a.png</source></cube>"), [
    { kind: "cube", sources: ["a.png"] },
    [],
  ]);
  t.deepEqual(parts("<array><source>a.png</source><source>b.tga</source></array>"), [
    { kind: "array", sources: ["a.png", "b.tga"] },
    [],
  ]);
  const regions = '<region id="coin">a.png</region><region id="gem">b.png</region>';
  t.deepEqual(parts(`<atlas padding="2" extrude="false">${regions}</atlas>`), [
    {
      kind: "atlas",
      padding: 2,
      extrude: false,
      regions: [
        { name: "coin", source: "a.png" },
        { name: "gem", source: "b.png" },
      ],
    },
    [],
  ]);
  t.deepEqual(parts("")[1], ["PK2004"]);
  t.deepEqual(parts("<source>a.png</source><cube><source>a.png</source></cube>")[1], ["PK2013"]);
  t.deepEqual(parts(`<cube>${six.slice(1).join("")}</cube>`)[1], ["PK2004"]);
  t.deepEqual(parts("<array></array>")[1], ["PK2004"]);
  t.deepEqual(parts("<atlas></atlas>")[1], ["PK2004"]);
  t.deepEqual(parts(`<atlas padding="-1">${regions}</atlas>`)[1], ["PK2006"]);
  t.deepEqual(parts(`<atlas>${regions}<region id="gem">c.png</region></atlas>`)[1], ["PK2009"]);
  t.deepEqual(parts('<atlas><region id="a b">c.png</region></atlas>')[1], ["PK2010"]);
  t.deepEqual(parts("<atlas><region>c.png</region></atlas>")[1], ["PK2003"]);
  t.deepEqual(parts("<array><source>../a.png</source></array>")[1], ["PK2011"]);
  const many = "<source>a.png</source>".repeat(257);
  t.deepEqual(parts(`<array>${many}</array>`)[1], ["PK2014"]);
});

test("package.xml asks for quality", (t) => {
  const source = "<source>a.png</source>";
  const floors = "<minPsnr>40.5</minPsnr><minSsim>0.9</minSsim><alphaCutoff>0.5</alphaCutoff>";
  const [definition, codes] = read(t, `<texture id="T">${source}${floors}</texture>`);
  t.deepEqual(codes, []);
  t.is(definition?.minPsnr, 40.5);
  t.is(definition?.minSsim, 0.9);
  t.is(definition?.alphaCutoff, 0.5);
  const wrong = "<minPsnr>high</minPsnr><minSsim>2</minSsim><alphaCutoff>-1</alphaCutoff>";
  t.deepEqual(read(t, `<texture id="T">${source}${wrong}</texture>`)[1], [
    "PK2006",
    "PK2006",
    "PK2006",
  ]);
});
