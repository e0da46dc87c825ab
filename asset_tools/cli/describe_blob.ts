/** A file of ours as plain data, for people and scripts. */
import { decodeAnimation } from "../fpkg/animation_blob.ts";
import { decodeAudio } from "../fpkg/audio_blob.ts";
import { decodeData } from "../fpkg/data_blob.ts";
import { decodeMesh, needsDraco } from "../fpkg/decode_mesh.ts";
import { decodeScene } from "../fpkg/decode_scene.ts";
import { FpkgError } from "../fpkg/fpkg_error.ts";
import { decodeMaterial } from "../fpkg/material_blob.ts";
import { readPackages } from "../fpkg/read.ts";
import { decodeShader } from "../fpkg/shader_blob.ts";
import { decodeTexture } from "../fpkg/texture_blob.ts";

/** The decoders by the four letters that a blob begins with. */
const decoders = new Map<string, (bytes: Uint8Array) => unknown>([
  ["FPKG", describePackage],
  ["TEXR", decodeTexture],
  ["MESH", (bytes) => (needsDraco(bytes) ? { compression: "draco" } : decodeMesh(bytes))],
  ["SHDR", decodeShader],
  ["MATL", decodeMaterial],
  ["SCNE", (bytes) => decodeScene(bytes, "")],
  ["PREF", (bytes) => decodeScene(bytes, "", "prefab")],
  ["AUDI", decodeAudio],
  ["ANIM", decodeAnimation],
  ["DATA", decodeData],
]);

/** The four letters that say what the bytes are, or null where they are nothing of ours. */
export function magicOf(bytes: Uint8Array): string | null {
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  return decoders.has(magic) ? magic : null;
}

/** Everything that the file says; throws `FpkgError` for a damaged or a foreign one. */
export function describeFile(bytes: Uint8Array): unknown {
  const magic = magicOf(bytes);
  const decode = magic === null ? undefined : decoders.get(magic);
  if (decode === undefined) throw new FpkgError("FP1001", "Not a package or a blob of this format");
  return { magic, bytes: bytes.length, ...(decode(bytes) as object) };
}

function describePackage(bytes: Uint8Array): unknown {
  const { layout, contentHash, packages, assets } = readPackages(bytes);
  return { layout, contentHash, packages, assets: [...assets.values()] };
}

/** JSON in which an array of numbers takes one line, and a long one only says its length. */
export function printJson(value: unknown, longest: number): string {
  return `${JSON.stringify(value, (_, part) => shorten(part, longest), 2)}\n`;
}

function shorten(part: unknown, longest: number): unknown {
  if (part instanceof Map) return Object.fromEntries(part);
  if (!ArrayBuffer.isView(part) || part instanceof DataView) return part;
  const numbers = Array.from(part as Uint8Array);
  if (numbers.length <= longest) return numbers;
  return `${part.constructor.name} of ${numbers.length}`;
}
