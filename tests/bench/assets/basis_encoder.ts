/**
 * Basis Universal's encoder as ktx2-encoder carries it, without the wrapper, which has KTX2 files only. The package does not
 * export the module, so it is loaded by its path.
 */
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

type Enumeration = Readonly<Record<string, { readonly value: number }>>;

interface Encoder {
  setSliceSourceImage(
    slice: number,
    pixels: Uint8Array,
    width: number,
    height: number,
    kind: number,
  ): boolean;
  setDDSFormatEnum(format: number): void;
  setDDSBC7FLevel(level: number): void;
  setFormatModeAndQualityEffort(
    mode: number,
    quality: number,
    effort: number,
    isSrgb: boolean,
  ): void;
  setCreateKTX2File(value: boolean): void;
  setKTX2UASTCSupercompression(value: boolean): void;
  setPerceptual(value: boolean): void;
  setMipGen(value: boolean): void;
  setUASTC(value: boolean): void;
  setPackUASTCFlags(level: number): void;
  encodeToDDS(output: Uint8Array): number;
  encode(output: Uint8Array): number;
  delete(): void;
}

interface Ktx2 {
  startTranscoding(): boolean;
  getImageTranscodedSizeInBytes(level: number, layer: number, face: number, format: number): number;
  transcodeImage(
    output: Uint8Array,
    level: number,
    layer: number,
    face: number,
    format: number,
    alphaToOpaque: number,
    channel0: number,
    channel1: number,
  ): boolean;
  close(): void;
  delete(): void;
}

interface Basis {
  initializeBasis(): void;
  readonly BasisEncoder: new () => Encoder;
  readonly KTX2File: new (bytes: Uint8Array) => Ktx2;
  readonly ldr_image_type: Enumeration;
  readonly dds_output_format: Enumeration;
  readonly dds_bc7f_level: Enumeration;
  readonly basis_tex_format: Enumeration;
  readonly transcoder_texture_format: Enumeration;
}

export interface Raw {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A DDS file has its pixels after the magic number, a header, and for BC7 a second one. */
const DDS_HEADER = 128;
const DDS_SECOND_HEADER = 20;

let loading: Promise<Basis> | undefined;

export function loadBasis(): Promise<Basis> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Basis> {
  const wrapper = fileURLToPath(import.meta.resolve("ktx2-encoder"));
  const file = join(dirname(wrapper), "../basis/basis_encoder.js");
  const { default: start } = await import(pathToFileURL(file).href);
  const basis = (await start({ print: () => {}, printErr: () => {} })) as Basis;
  basis.initializeBasis();
  return basis;
}

/** Blocks of level 0, by the encoders for BC. */
export async function basisBc(
  raw: Raw,
  format: "BC1" | "BC3" | "BC4" | "BC5" | "BC7",
  bc7Level: "Analytical" | "PartiallyAnalytical" | "NonAnalytical" = "NonAnalytical",
): Promise<Uint8Array> {
  const basis = await loadBasis();
  return withEncoder(basis, raw, (encoder) => {
    encoder.setDDSFormatEnum(memberOf(basis.dds_output_format, `cDDSFmt${format}`));
    if (format === "BC7")
      encoder.setDDSBC7FLevel(memberOf(basis.dds_bc7f_level, `cDDSBC7FLevel_${bc7Level}`));
    const output = new Uint8Array(raw.width * raw.height * 4 + 4096);
    const size = encoder.encodeToDDS(output);
    const file = output.subarray(0, size);
    const isTen = String.fromCharCode(...file.subarray(84, 88)) === "DX10";
    return file.slice(DDS_HEADER + (isTen ? DDS_SECOND_HEADER : 0));
  });
}

/** Blocks of level 0 in ASTC of a size, such as `6x6`; effort is 0 to 10. */
export async function basisAstc(raw: Raw, block: string, effort: number): Promise<Uint8Array> {
  const basis = await loadBasis();
  const file = withEncoder(basis, raw, (encoder) => {
    const mode = memberOf(basis.basis_tex_format, `cASTC_LDR_${block}`);
    encoder.setFormatModeAndQualityEffort(mode, 100, effort, true);
    return encodeKtx2(encoder, raw);
  });
  return transcoded(
    basis,
    file,
    block === "4x4" ? "cTFASTC_4x4_RGBA" : `cTFASTC_LDR_${block}_RGBA`,
  );
}

/** Blocks of level 0 of what UASTC becomes; level is 0 to 4. */
export async function basisUastc(raw: Raw, level: number, target: string): Promise<Uint8Array> {
  const basis = await loadBasis();
  const file = withEncoder(basis, raw, (encoder) => {
    encoder.setUASTC(true);
    encoder.setPackUASTCFlags(level);
    return encodeKtx2(encoder, raw);
  });
  return transcoded(basis, file, target);
}

function memberOf(enumeration: Enumeration, name: string): number {
  const member = enumeration[name];
  if (member === undefined) throw new Error(`Basis has no ${name}`);
  return member.value;
}

function withEncoder(basis: Basis, raw: Raw, run: (encoder: Encoder) => Uint8Array): Uint8Array {
  const encoder = new basis.BasisEncoder();
  try {
    const { pixels, width, height } = raw;
    encoder.setSliceSourceImage(
      0,
      pixels,
      width,
      height,
      memberOf(basis.ldr_image_type, "cRGBA32"),
    );
    encoder.setPerceptual(false);
    encoder.setMipGen(false);
    return run(encoder);
  } finally {
    encoder.delete();
  }
}

function encodeKtx2(encoder: Encoder, { width, height }: Raw): Uint8Array {
  encoder.setCreateKTX2File(true);
  encoder.setKTX2UASTCSupercompression(false);
  const output = new Uint8Array(width * height * 4 + 65536);
  return output.slice(0, encoder.encode(output));
}

function transcoded(basis: Basis, file: Uint8Array, target: string): Uint8Array {
  const ktx = new basis.KTX2File(file);
  try {
    const format = memberOf(basis.transcoder_texture_format, target);
    ktx.startTranscoding();
    const output = new Uint8Array(ktx.getImageTranscodedSizeInBytes(0, 0, 0, format));
    ktx.transcodeImage(output, 0, 0, 0, format, 0, 0, 1);
    return output;
  } finally {
    ktx.close();
    ktx.delete();
  }
}
