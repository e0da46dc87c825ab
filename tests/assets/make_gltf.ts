/** glTF files for tests, written by hand: JSON beside one binary buffer. */

export interface MadeGltf {
  readonly json: Record<string, unknown>;
  readonly binary: Uint8Array;
}

type Numbers = Float32Array | Uint32Array | Uint16Array | Int16Array | Uint8Array | Int8Array;

const COMPONENT_TYPES = new Map<string, number>([
  ["Int8Array", 5120],
  ["Uint8Array", 5121],
  ["Int16Array", 5122],
  ["Uint16Array", 5123],
  ["Uint32Array", 5125],
  ["Float32Array", 5126],
]);

const SIZES: Readonly<Record<string, number>> = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT4: 16 };

/** Collects accessors, each with a buffer view of its own. */
export class GltfMaker {
  readonly accessors: object[] = [];
  readonly bufferViews: object[] = [];
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  /** Adds bytes, aligned to 4; gives the index of their view. */
  view(bytes: Uint8Array, more: object = {}): number {
    const padded = new Uint8Array((bytes.length + 3) & ~3);
    padded.set(bytes);
    this.#parts.push(padded);
    const view = { buffer: 0, byteOffset: this.#length, byteLength: bytes.length, ...more };
    this.#length += padded.length;
    return this.bufferViews.push(view) - 1;
  }

  /** Adds numbers without gaps; gives the index of their accessor. */
  accessor(type: string, array: Numbers, more: object = {}): number {
    const bufferView = this.view(bytesOf(array));
    return this.accessorOf(type, array, { bufferView, ...more });
  }

  /** Adds an accessor that says where its numbers are; `array` gives type, count and bounds. */
  accessorOf(type: string, array: Numbers, more: object): number {
    const size = SIZES[type] ?? 1;
    const bound = (pick: (...values: number[]) => number): number[] =>
      Array.from({ length: size }, (_, at) =>
        pick(...[...array].filter((_, index) => index % size === at)),
      );
    const accessor = {
      type,
      componentType: COMPONENT_TYPES.get(array.constructor.name),
      count: array.length / size,
      min: bound(Math.min),
      max: bound(Math.max),
      ...more,
    };
    return this.accessors.push(accessor) - 1;
  }

  /** The file with everything collected and the rest of its JSON. */
  make(json: object): MadeGltf {
    const binary = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      binary.set(part, at);
      at += part.length;
    }
    const { accessors, bufferViews } = this;
    const lists = {
      ...(accessors.length > 0 && { accessors }),
      ...(bufferViews.length > 0 && { bufferViews, buffers: [{ byteLength: binary.length }] }),
    };
    return { json: { asset: { version: "2.0" }, ...lists, ...json }, binary };
  }

  /** The file with one mesh of one primitive and one node. */
  makeMesh(primitive: object, more: object = {}): MadeGltf {
    return this.make({
      meshes: [{ name: "Mesh", primitives: [primitive] }],
      nodes: [{ name: "Node", mesh: 0 }],
      scenes: [{ nodes: [0] }],
      ...more,
    });
  }
}

export function bytesOf(array: Numbers): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

export function toGlb({ json, binary }: MadeGltf): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(json));
  const chunks = [
    ...chunk(0x4e4f534a, text, 0x20),
    ...(binary.length > 0 ? chunk(0x004e4942, binary, 0) : []),
  ];
  const length = 12 + chunks.reduce((sum, part) => sum + part.length, 0);
  return new Uint8Array(Buffer.concat([words(0x46546c67, 2, length), ...chunks]));
}

/** As text, with the buffer as a data URI unless `uri` names a file for it. */
export function toGltf({ json, binary }: MadeGltf, uri?: string): Uint8Array {
  const data = `data:application/octet-stream;base64,${Buffer.from(binary).toString("base64")}`;
  const buffers = [{ byteLength: binary.length, uri: uri ?? data }];
  const whole = binary.length > 0 ? { ...json, buffers } : json;
  return new TextEncoder().encode(JSON.stringify(whole, undefined, 2));
}

function chunk(type: number, bytes: Uint8Array, padding: number): Uint8Array[] {
  const padded = new Uint8Array((bytes.length + 3) & ~3).fill(padding);
  padded.set(bytes);
  return [words(padded.length, type), padded];
}

function words(...values: number[]): Uint8Array {
  return bytesOf(Uint32Array.from(values));
}
