import { flatTexture } from "#asset_tools/fpkg/texture_blob.ts";
import { writeKtx2 } from "#asset_tools/ktx2/write_ktx2.ts";
import { rgbaPng } from "#tests/assets/make_png.ts";
import { actions, assetSample, packageOf, type Sample, type Samples, split } from "./sample.ts";

/** A picture of noise: whatever is compressed to loses some of it. */
function picture(width: number, height: number): Uint8Array {
  const pixels = Uint8Array.from(
    { length: width * height * 4 },
    (_, at) => (at * at * 31 + at) % 251,
  );
  return rgbaPng(width, height, pixels);
}

/** A texture `A` of these parts. */
function parts(inside: string, files: Readonly<Record<string, Uint8Array>>): Sample {
  const sources = Object.keys(files).map((name) => ` --source ${name}`);
  return {
    files: { "package.xml": packageOf(`<texture id="A">${inside}</texture>`), ...files },
    run: actions(split("A"), `texture --definition A.json --out blob${sources.join("")}`),
  };
}

export const textureSamples: Samples = {
  AS1001: {
    files: { "package.xml": packageOf('<texture id="A"><source>sky.png</source></texture>') },
    run: actions(`${split("A")} --missing sky.png --beside skies/sky.png`),
  },
  AS1002: assetSample("texture", "sky.png", "not a picture"),
  AS1003: assetSample("texture", "sky.png", picture(20000, 1)),
  AS1004: assetSample("texture", "sky.png", picture(6, 6), "<format>bc7</format>"),
  AS1005: parts("<array><source>a.png</source><source>b.png</source></array>", {
    "a.png": picture(4, 4),
    "b.png": picture(8, 8),
  }),
  AS1006: parts("<cube><source>a.png</source></cube>", { "a.png": picture(4, 4) }),
  AS1007: parts(
    ["positiveX", "negativeX", "positiveY", "negativeY", "positiveZ", "negativeZ"]
      .map((face) => `<${face}>a.png</${face}>`)
      .join("")
      .replace(/.*/s, "<cube>$&</cube>"),
    { "a.png": picture(4, 8) },
  ),
  AS1008: parts(
    `<atlas padding="64">${Array.from({ length: 5000 }, (_, at) => `<region id="r${at}">a.png</region>`).join("")}</atlas>`,
    { "a.png": picture(256, 256) },
  ),
  AS1009: assetSample(
    "texture",
    "sky.png",
    picture(16, 16),
    "<format>bc1</format><minPsnr>60</minPsnr>",
  ),
  AS1010: assetSample(
    "texture",
    "sky.png",
    picture(16, 16),
    "<format>bc5</format><alphaCutoff>0.5</alphaCutoff>",
  ),
  AS1011: assetSample("texture", "sky.ktx2", supercompressed()),
};

/** A KTX2 file whose header says that Zstandard has been over its levels. */
function supercompressed(): Uint8Array {
  const levels = [{ width: 1, height: 1, data: new Uint8Array(4) }];
  const file = writeKtx2(flatTexture("rgba8", levels));
  file[44] = 2;
  return file;
}
