/** Floors for the quality of a compressed texture, which fail its build. */
import { type Diagnostic, diagnostic, wholeFile } from "../document/diagnostic.ts";
import { type CompressedFamily, decodeLevel } from "../fpkg/decode_level.ts";
import type { ByteFamily } from "../fpkg/texture_formats.ts";
import { hasAlpha, type Image } from "./image.ts";
import { measureQuality, type Quality } from "./measure_quality.ts";

/** Least quality asked for; undefined where any will do. */
export interface QualityFloors {
  readonly minPsnr?: number | undefined;
  readonly minSsim?: number | undefined;
}

/** What holds for `ship` where a definition asks for nothing: less means that the picture does not suit the format. */
export const defaultFloors: Readonly<Record<CompressedFamily, Required<QualityFloors>>> = {
  bc1: { minPsnr: 26, minSsim: 0.7 },
  bc3: { minPsnr: 26, minSsim: 0.7 },
  bc4: { minPsnr: 32, minSsim: 0.85 },
  bc5: { minPsnr: 32, minSsim: 0.85 },
  bc7: { minPsnr: 32, minSsim: 0.85 },
  etc2: { minPsnr: 26, minSsim: 0.7 },
  etc2Alpha: { minPsnr: 26, minSsim: 0.7 },
  eacR: { minPsnr: 32, minSsim: 0.85 },
  eacRg: { minPsnr: 32, minSsim: 0.85 },
  astc4x4: { minPsnr: 30, minSsim: 0.8 },
  astc5x4: { minPsnr: 29, minSsim: 0.8 },
  astc5x5: { minPsnr: 28, minSsim: 0.75 },
  astc6x5: { minPsnr: 27, minSsim: 0.75 },
  astc6x6: { minPsnr: 26, minSsim: 0.7 },
  astc8x5: { minPsnr: 25, minSsim: 0.7 },
  astc8x6: { minPsnr: 24, minSsim: 0.65 },
  astc8x8: { minPsnr: 23, minSsim: 0.6 },
};

/** Channels that a format has; the others keep all that there are. */
const channelsOf: Partial<Record<CompressedFamily, number[]>> = {
  bc4: [0],
  bc5: [0, 1],
  eacR: [0],
  eacRg: [0, 1],
};

/** What is wrong with level 0 of a layer; null where nothing is, as in formats that keep every bit. */
export function qualityProblem(
  source: Image,
  data: Uint8Array,
  family: ByteFamily,
  floors: QualityFloors,
  file: string,
): Diagnostic | null {
  const asksNothing = floors.minPsnr === undefined && floors.minSsim === undefined;
  if (asksNothing || family === "rgba8") return null;
  const { psnr, ssim } = qualityOf(source, data, family);
  const { minPsnr = 0, minSsim = 0 } = floors;
  if (psnr < minPsnr) {
    const figures = { measure: "PSNR", found: `${psnr.toFixed(2)} dB`, asked: `${minPsnr} dB` };
    return tooPoor(file, family, figures);
  }
  if (ssim >= minSsim) return null;
  return tooPoor(file, family, { measure: "SSIM", found: ssim.toFixed(4), asked: `${minSsim}` });
}

/** Of a level as it is stored. */
export function qualityOf(source: Image, data: Uint8Array, family: CompressedFamily): Quality {
  const decoded = decodeLevel(family, data, source.width, source.height);
  const all = hasAlpha(source.pixels) ? [0, 1, 2, 3] : [0, 1, 2];
  return measureQuality(source, decoded, channelsOf[family] ?? all);
}

function tooPoor(
  file: string,
  format: ByteFamily,
  figures: { readonly measure: string; readonly found: string; readonly asked: string },
): Diagnostic {
  const hint = "Use a format with more bits, `ship` quality, or a lower `minPsnr` and `minSsim`";
  return diagnostic("AS1009", wholeFile(file), { format, ...figures }, hint);
}
