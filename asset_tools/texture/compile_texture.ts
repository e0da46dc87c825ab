/** TextureCompile: image files to a texture blob. */
import { type Diagnostic, diagnostic, type Outcome, wholeFile } from "../document/diagnostic.ts";
import { encodeTexture, type Level } from "../fpkg/texture_blob.ts";
import { type ByteFamily, formatOf, type TextureFamily } from "../fpkg/texture_formats.ts";
import { isKtx2 } from "../ktx2/read_ktx2.ts";
import { type TextureFormatChoice, textureSources } from "../package_xml/texture_definition.ts";
import { defaultFloors, type QualityFloors, qualityProblem } from "./check_quality.ts";
import { chooseFamily } from "./choose_format.ts";
import { composeLayers, type Layers, type Picture } from "./compose_layers.ts";
import { cutOut, passingAlpha, preserveCoverage } from "./coverage.ts";
import { decodeImage } from "./decode_image.ts";
import { encodeLevel } from "./encode_level.ts";
import { halfLevels } from "./float_mips.ts";
import { type Image, narrowed, type WideImage, widened } from "./image.ts";
import { mipChain } from "./mipmaps.ts";
import { takeKtx2 } from "./take_ktx2.ts";
import type { TextureOptions, TextureSource } from "./texture_options.ts";

/** Compiles one texture from the files of `textureSources(options.parts)`, in that order. */
export async function compileTexture(
  sources: readonly TextureSource[],
  options: TextureOptions,
): Promise<Outcome<Uint8Array>> {
  const [first] = sources;
  if (options.parts.kind === "flat" && first && isKtx2(first.bytes)) {
    return takeKtx2(first, options);
  }
  const pictures: Picture<Image | WideImage>[] = [];
  const problems: Diagnostic[] = [];
  for (const { file, bytes } of sources) {
    const decoded = await decodeImage(bytes, file);
    if ("problem" in decoded) problems.push(decoded.problem);
    else pictures.push({ file, image: decoded.image });
  }
  if (problems.length > 0) return { diagnostics: problems };
  const { format } = options;
  return format === "rgba16f"
    ? compileHalves(pictures, options)
    : compileBytes(pictures, format, options);
}

/** Channels of 8 bits, compressed or not. */
function compileBytes(
  pictures: readonly Picture<Image | WideImage>[],
  format: Exclude<TextureFormatChoice, "rgba16f">,
  options: TextureOptions,
): Outcome<Uint8Array> {
  const layers = composed(pictures, narrowed, options);
  if ("problem" in layers) return { diagnostics: [layers.problem] };
  const [{ file }] = pictures as [Picture<Image>];
  const family = chooseFamily(layers.images, format, options);
  if (family === null) return { diagnostics: [unfitSize(layers.images[0] as Image, file, format)] };
  if (options.alphaCutoff !== undefined && withoutAlpha.includes(family)) {
    return { diagnostics: [noCutOut(file, family)] };
  }
  const chains = layers.images.map((image) => chainOf(image, family, layers.mostLevels, options));
  const encoded = chains.map((chain) =>
    chain.map((image) => ({
      width: image.width,
      height: image.height,
      data: encodeLevel(image, family, options.quality),
    })),
  );
  const floors = floorsFor(family, options);
  for (const [index, chain] of chains.entries()) {
    const data = encoded[index]?.[0]?.data as Uint8Array;
    const problem = qualityProblem(chain[0] as Image, data, family, floors, file);
    if (problem) return { diagnostics: [problem] };
  }
  return { value: blobOf(layers, family, encoded, options), diagnostics: [] };
}

function compileHalves(
  pictures: readonly Picture<Image | WideImage>[],
  options: TextureOptions,
): Outcome<Uint8Array> {
  const layers = composed(pictures, widened, options);
  if ("problem" in layers) return { diagnostics: [layers.problem] };
  if (options.alphaCutoff !== undefined) {
    return { diagnostics: [noCutOut(pictures[0]?.file ?? "", "rgba16f")] };
  }
  const levelCount = options.mipmaps ? layers.mostLevels : 1;
  const chains = layers.images.map((image) => halfLevels(image, options.semantic, levelCount));
  return { value: blobOf(layers, "rgba16f", chains, options), diagnostics: [] };
}

function composed<T extends Image | WideImage>(
  pictures: readonly Picture<Image | WideImage>[],
  convert: (image: Image | WideImage) => T,
  { parts }: TextureOptions,
): Layers<T> | { readonly problem: Diagnostic } {
  const converted = pictures.map(({ file, image }) => ({ file, image: convert(image) }));
  const paths = textureSources(parts);
  return composeLayers(parts, (path) => converted[paths.indexOf(path)] as Picture<T>);
}

/** The levels of a layer before they are encoded. */
function chainOf(
  image: Image,
  family: TextureFamily,
  mostLevels: number,
  { mipmaps, semantic, alphaCutoff }: TextureOptions,
): Image[] {
  const chain = mipmaps ? mipChain(image, semantic).slice(0, mostLevels) : [image];
  if (alphaCutoff === undefined) return chain;
  const passing = passingAlpha(alphaCutoff);
  const full = preserveCoverage(chain, passing);
  return family === "bc1" ? full.map((level) => cutOut(level, passing)) : full;
}

/** What is asked for, and for `ship` what holds where nothing is. */
function floorsFor(family: ByteFamily, options: TextureOptions): QualityFloors {
  const { minPsnr, minSsim, quality } = options;
  const usual: QualityFloors = quality === "dev" || family === "rgba8" ? {} : defaultFloors[family];
  return { minPsnr: minPsnr ?? usual.minPsnr, minSsim: minSsim ?? usual.minSsim };
}

/** Joins the layers' levels: a level has one picture after another. */
function blobOf(
  { shape, regions }: Layers<Image | WideImage>,
  family: TextureFamily,
  chains: readonly (readonly Level[])[],
  { semantic }: TextureOptions,
): Uint8Array {
  const [first] = chains as readonly [readonly Level[]];
  const levels = first.map((level, index) => ({
    ...level,
    data: joined(chains.map((chain) => chain[index]?.data as Uint8Array)),
  }));
  const format = formatOf(family, semantic === "color");
  return encodeTexture({ format, shape, layerCount: chains.length, levels, regions });
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  return pieces.length === 1 && only ? only : Buffer.concat(pieces);
}

/** Formats that a picture's alpha does not reach. */
const withoutAlpha: readonly ByteFamily[] = ["bc4", "bc5", "eacR", "eacRg"];

function noCutOut(file: string, format: TextureFamily): Diagnostic {
  const hint = "Leave `alphaCutoff` out, or use another `format`";
  return diagnostic("AS1010", wholeFile(file), { format }, hint);
}

function unfitSize({ width, height }: Image, file: string, format: string): Diagnostic {
  const hint = "Resize the image, or use `rgba8` or `auto`";
  return diagnostic("AS1004", wholeFile(file), { width, height, format }, hint);
}
