/** The bytes behind buffers and buffer views. */
import type { GltfBufferView, GltfMeshopt } from "./gltf_json.ts";
import type { GltfSource } from "./gltf_source.ts";
import { decodeMeshopt } from "./meshopt_view.ts";
import { type Budget, broken } from "./read_failure.ts";

/** Bytes of a file by its path relative to the model's, or undefined when it was not given. */
export type ExternalFiles = (path: string) => Uint8Array | undefined;

/** Bytes of one buffer; undefined for one that only stands for decompressed data. */
function bufferBytes(
  source: GltfSource,
  index: number,
  external: ExternalFiles,
): Uint8Array | undefined {
  const uri = source.json.buffers?.[index]?.uri;
  if (uri === undefined) return index === 0 ? source.binary : undefined;
  return decodeDataUri(uri) ?? external(decodePath(uri));
}

/** A URI as a path: percent escapes are resolved. */
export function decodePath(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** Bytes of a `data:` URI (RFC 2397); undefined for another URI. */
export function decodeDataUri(uri: string): Uint8Array | undefined {
  const [, base64, content] = /^data:[^,]*?(;base64)?,(.*)$/s.exec(uri) ?? [];
  if (content === undefined) return undefined;
  if (base64 !== undefined) return new Uint8Array(Buffer.from(content, "base64"));
  return new TextEncoder().encode(decodePath(content));
}

export class BufferViews {
  readonly #source: GltfSource;
  readonly #external: ExternalFiles;
  readonly #budget: Budget;
  readonly #buffers = new Map<number, Uint8Array>();
  readonly #decoded = new Map<number, Uint8Array>();

  constructor(source: GltfSource, external: ExternalFiles, budget: Budget) {
    this.#source = source;
    this.#external = external;
    this.#budget = budget;
  }

  view(index: number): GltfBufferView {
    return this.#source.json.bufferViews?.[index] as GltfBufferView;
  }

  /** Bytes of a view, decompressed; they are the file's own and not to be changed. */
  bytes(index: number): Uint8Array {
    const view = this.view(index);
    const compressed =
      view.extensions?.EXT_meshopt_compression ?? view.extensions?.KHR_meshopt_compression;
    const { byteOffset = 0, byteLength, buffer } = view;
    if (compressed === undefined) {
      return this.#buffer(buffer).subarray(byteOffset, byteOffset + byteLength);
    }
    const known = this.#decoded.get(index);
    if (known !== undefined) return known;
    const decoded = this.#decompress(compressed, view, `/bufferViews/${index}`);
    this.#decoded.set(index, decoded);
    return decoded;
  }

  #decompress(compressed: GltfMeshopt, view: GltfBufferView, pointer: string): Uint8Array {
    const { buffer, byteOffset = 0, byteLength, byteStride, count } = compressed;
    const numbers = [buffer, byteOffset, byteLength, byteStride, count];
    const isPlausible =
      numbers.every((value) => Number.isSafeInteger(value) && value >= 0) &&
      buffer < (this.#source.json.buffers?.length ?? 0) &&
      byteOffset + byteLength <= this.#buffer(buffer).length &&
      count * byteStride === view.byteLength;
    if (!isPlausible) {
      throw broken(pointer, "its offsets and sizes do not fit the buffer and the view");
    }
    this.#budget.take(view.byteLength, pointer);
    const bytes = this.#buffer(buffer).subarray(byteOffset, byteOffset + byteLength);
    return decodeMeshopt(bytes, compressed, pointer);
  }

  #buffer(index: number): Uint8Array {
    const known = this.#buffers.get(index);
    if (known !== undefined) return known;
    const bytes = bufferBytes(this.#source, index, this.#external);
    // Files that are missing were reported by the validator.
    if (bytes === undefined) throw broken(`/buffers/${index}`, "the buffer has no data");
    this.#buffers.set(index, bytes);
    return bytes;
  }
}
