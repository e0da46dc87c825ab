/** A glTF or GLB file taken apart into its JSON and its binary chunk, and the places of both in messages. */
import { type Diagnostic, diagnostic, type Place, wholeFile } from "../document/diagnostic.ts";
import type { GltfJson } from "./gltf_json.ts";
import { findJsonMistake, locatePointer, MAX_JSON_DEPTH, type TextRange } from "./json_text.ts";

export interface GltfSource {
  /** Path in diagnostics. */
  readonly file: string;
  readonly format: "glb" | "gltf";
  readonly text: string;
  readonly json: GltfJson;
  /** The binary chunk of a GLB. */
  readonly binary?: Uint8Array;
}

/** Anything larger is no model of a game, and its accessors could not be held in memory. */
const MAX_FILE_BYTES = 1 << 30;

const HEADER_BYTES = 12;
const CHUNK_HEADER_BYTES = 8;
const GLB_MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;
const BINARY_CHUNK = 0x004e4942;

/** Opens a file; which of the two it is, its first bytes say and not its name. */
export function openGltf(bytes: Uint8Array, file: string): GltfSource | Diagnostic {
  if (bytes.length > MAX_FILE_BYTES) {
    return diagnostic("AS6007", wholeFile(file), { limit: MAX_FILE_BYTES });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isBinary = bytes.length >= 4 && view.getUint32(0, true) === GLB_MAGIC;
  return isBinary ? openBinary(bytes, view, file) : openText(bytes, file);
}

/** Where the value that a JSON pointer names is; the whole file for a GLB, which has no lines. */
export function placeOf(source: GltfSource, pointer: string): Place {
  if (source.format === "glb") return wholeFile(source.file);
  return linePlace(source.file, source.text, locatePointer(source.text, pointer));
}

function openText(bytes: Uint8Array, file: string): GltfSource | Diagnostic {
  const text = new TextDecoder().decode(bytes);
  if (!/^\s*\{/.test(text)) {
    const hint = "A .gltf is JSON text, a .glb begins with the bytes `glTF`";
    return diagnostic("AS6003", wholeFile(file), {}, hint);
  }
  return withJson({ file, format: "gltf", text }, 0);
}

function openBinary(bytes: Uint8Array, view: DataView, file: string): GltfSource | Diagnostic {
  const broken = (problem: string, at: number): Diagnostic =>
    diagnostic("AS6004", wholeFile(file), { problem, at: `byte ${at}` });
  if (bytes.length < HEADER_BYTES + CHUNK_HEADER_BYTES) {
    return broken("the file ends inside its header", bytes.length);
  }
  const version = view.getUint32(4, true);
  if (version !== 2) return broken(`version is ${version}, expected 2`, 4);
  const length = view.getUint32(8, true);
  if (length > bytes.length) {
    return broken(`the header tells ${length} bytes, the file has ${bytes.length}`, 8);
  }
  if (view.getUint32(16, true) !== JSON_CHUNK) return broken("the first chunk is not JSON", 16);
  const start = HEADER_BYTES + CHUNK_HEADER_BYTES;
  const end = start + view.getUint32(12, true);
  if (end > length) return broken("the JSON chunk is longer than the file", 12);
  const text = new TextDecoder().decode(bytes.subarray(start, end));
  const source = withJson({ file, format: "glb", text }, start);
  if ("code" in source || end + CHUNK_HEADER_BYTES > length) return source;
  if (view.getUint32(end + 4, true) !== BINARY_CHUNK) return source;
  const binaryStart = end + CHUNK_HEADER_BYTES;
  const binaryEnd = binaryStart + view.getUint32(end, true);
  if (binaryEnd > length) return broken("the binary chunk is longer than the file", end);
  return { ...source, binary: bytes.subarray(binaryStart, binaryEnd) };
}

/** Parses the JSON, which in a GLB begins at the byte `start`. */
function withJson(source: Omit<GltfSource, "json">, start: number): GltfSource | Diagnostic {
  const { text } = source;
  try {
    const json: unknown = JSON.parse(text);
    const pointer = findOverflow(json, "", 1);
    if (pointer === undefined) return { ...source, json: json as GltfJson };
    if (findJsonMistake(text) === undefined) {
      return mistaken(source, start, locatePointer(text, pointer), "a number is too large");
    }
  } catch {
    // The engine's own message has another place and wording in every version.
  }
  const { at, problem } = findJsonMistake(text) ?? { at: 0, problem: "it cannot be parsed" };
  return mistaken(source, start, { start: at, end: at + 1 }, problem);
}

/** What is wrong with the JSON, at a range of it. */
function mistaken(
  { file, text, format }: Omit<GltfSource, "json">,
  start: number,
  range: TextRange,
  problem: string,
): Diagnostic {
  if (format === "gltf") {
    const place = linePlace(file, text, range);
    return diagnostic("AS6004", place, { problem, at: `line ${place.line}` });
  }
  const byte = start + new TextEncoder().encode(text.slice(0, range.start)).length;
  return diagnostic("AS6004", wholeFile(file), { problem, at: `byte ${byte}` });
}

/**
 * Pointer to a number that no double holds, such as 1e999, or to what is nested too deeply: the validator stops at either
 * without saying so.
 */
function findOverflow(value: unknown, pointer: string, depth: number): string | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? undefined : pointer;
  if (typeof value !== "object" || value === null) return undefined;
  if (depth > MAX_JSON_DEPTH) return pointer;
  for (const [key, inner] of Object.entries(value)) {
    const escaped = key.replaceAll("~", "~0").replaceAll("/", "~1");
    const found = findOverflow(inner, `${pointer}/${escaped}`, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Line and column of a range; only its part on the first line is marked. */
function linePlace(file: string, text: string, { start, end }: TextRange): Place {
  const before = text.slice(0, start).split(/\r\n|\n|\r/);
  const [marked] = text.slice(start, Math.max(end, start + 1)).split(/[\r\n]/, 1);
  return {
    file,
    line: before.length,
    column: (before.at(-1) ?? "").length + 1,
    length: Math.max(1, (marked ?? "").length),
  };
}
