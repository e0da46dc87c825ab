/** `haxe_game export`: a compiled blob as a file that other programs open. */
import { extname } from "node:path";
import { foreignKind } from "../document/foreign_kind.ts";
import { animationToGlb } from "../export/animation_to_glb.ts";
import { audioToWav } from "../export/audio_to_wav.ts";
import { meshToGlb } from "../export/mesh_to_glb.ts";
import { textureToKtx2 } from "../export/texture_to_ktx2.ts";
import { textureToPng } from "../export/texture_to_png.ts";
import { decodeData } from "../fpkg/data_blob.ts";
import { FpkgError } from "../fpkg/fpkg_error.ts";
import { decoders, type Magic, magicOf, packageTables } from "./decode_blob.ts";
import { printJson } from "./print_json.ts";

type Exporter = (blob: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** By what the blob is and what the file is to be. */
const exporters: Readonly<Partial<Record<Magic, Readonly<Record<string, Exporter>>>>> = {
  TEXR: { ".ktx2": textureToKtx2, ".png": textureToPng },
  AUDI: { ".wav": audioToWav },
  MESH: { ".glb": meshToGlb },
  ANIM: { ".glb": animationToGlb },
};

/**
 * The bytes of a file named `out`. Throws `FpkgError` for a damaged blob, what is none, and a file that it cannot become.
 */
export async function exportBlob(blob: Uint8Array, out: string): Promise<Uint8Array> {
  const magic = magicOf(blob);
  if (magic === undefined) {
    throw new FpkgError("FP1001", `Not a compiled blob; it looks like ${foreignKind(blob)}`);
  }
  if (magic === "DATA") return decodeData(blob).content;
  const extension = extname(out).toLowerCase();
  if (extension === ".json") return json(magic, blob);
  const known = exporters[magic] ?? {};
  const exporter = known[extension];
  if (exporter !== undefined) return exporter(blob);
  const names = [...Object.keys(known), ".json"].join(", ");
  throw new FpkgError("FP1004", `It can become ${names}, not \`${extension}\``);
}

/** Everything that the blob says, all numbers included. */
async function json(magic: Magic, blob: Uint8Array): Promise<Uint8Array> {
  const decoded =
    magic === "FPKG" ? packageTables(decoders.FPKG(blob)) : await decoders[magic](blob);
  return new TextEncoder().encode(printJson({ magic, bytes: blob.length, ...decoded }));
}
