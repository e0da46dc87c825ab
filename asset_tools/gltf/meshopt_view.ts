/** EXT_meshopt_compression and KHR_meshopt_compression: the bytes of a buffer view. */
import { MeshoptDecoder } from "meshoptimizer/decoder";
import type { GltfMeshopt } from "./gltf_json.ts";
import { broken } from "./read_failure.ts";

/** Waits until the decoder's WebAssembly is there. */
export async function meshoptDecoderReady(): Promise<void> {
  await MeshoptDecoder.ready;
}

const MODES = ["ATTRIBUTES", "TRIANGLES", "INDICES"];
const FILTERS = ["NONE", "OCTAHEDRAL", "QUATERNION", "EXPONENTIAL", "COLOR"];

/** Decodes `count` elements of `byteStride` bytes; sizes were checked against the view. */
export function decodeMeshopt(
  bytes: Uint8Array,
  { count, byteStride, mode, filter = "NONE" }: GltfMeshopt,
  pointer: string,
): Uint8Array {
  if (!MODES.includes(mode)) throw broken(pointer, `mode \`${mode}\` is not known`);
  if (!FILTERS.includes(filter)) throw broken(pointer, `filter \`${filter}\` is not known`);
  const isAttribute = mode === "ATTRIBUTES";
  const sizes = isAttribute
    ? byteStride % 4 === 0 && byteStride <= 256
    : byteStride === 2 || byteStride === 4;
  if (!sizes || byteStride === 0) throw broken(pointer, `byteStride ${byteStride} is not allowed`);
  if (mode === "TRIANGLES" && count % 3 !== 0) {
    throw broken(pointer, `${count} indices make no triangles`);
  }
  if (
    filterStrides[filter]?.includes(byteStride) === false ||
    (filter !== "NONE" && !isAttribute)
  ) {
    throw broken(pointer, `filter \`${filter}\` does not go with byteStride ${byteStride}`);
  }
  const decoded = new Uint8Array(count * byteStride);
  try {
    MeshoptDecoder.decodeGltfBuffer(decoded, count, byteStride, bytes, mode, filter);
  } catch {
    throw broken(pointer, "the data is malformed");
  }
  return decoded;
}

/** Element sizes that a filter is defined for. */
const filterStrides: Readonly<Record<string, readonly number[]>> = {
  OCTAHEDRAL: [4, 8],
  QUATERNION: [8],
  COLOR: [4, 8],
};
