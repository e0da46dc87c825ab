/** A GLB file while it grows: JSON and one binary chunk (glTF 2.0, section 4). */

/** glTF's numbers for the types of components. */
const COMPONENT_TYPES = { u8: 5121, u16: 5123, u32: 5125, f32: 5126 } as const;

const COMPONENT_BYTES = { u8: 1, u16: 2, u32: 4, f32: 4 } as const;

const ELEMENT_SIZES = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT4: 16 } as const;

/** What GPU buffer a view is for; views of other uses say nothing. */
const TARGETS = { vertices: 34962, indices: 34963 } as const;

const GLB_MAGIC = 0x46546c67;
const GLB_VERSION = 2;
const CHUNK_JSON = 0x4e4f534a;
const CHUNK_BINARY = 0x004e4942;
const SPACE = 0x20;

export interface AccessorShape {
  readonly component: keyof typeof COMPONENT_TYPES;
  readonly element: keyof typeof ELEMENT_SIZES;
  /** Whether integers stand for 0 to 1. */
  readonly isNormalised?: boolean;
}

export class GlbBuilder {
  readonly #views: object[] = [];
  readonly #accessors: object[] = [];
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  /** Adds bytes, aligned to 4; gives the index of their view. */
  view(bytes: Uint8Array, use?: keyof typeof TARGETS): number {
    const view = {
      buffer: 0,
      byteOffset: this.#length,
      byteLength: bytes.length,
      ...(use && { target: TARGETS[use] }),
    };
    this.#append(bytes);
    return this.#views.push(view) - 1;
  }

  /** Adds a view's elements from `byteOffset` on; gives the index of the accessor. */
  accessor(
    bufferView: number,
    { component, element, isNormalised = false }: AccessorShape,
    count: number,
    more: object = {},
  ): number {
    const accessor = {
      bufferView,
      componentType: COMPONENT_TYPES[component],
      ...(isNormalised && { normalized: true }),
      count,
      type: element,
      ...more,
    };
    return this.#accessors.push(accessor) - 1;
  }

  /** Adds elements without gaps and a view of their own. */
  elements(
    bytes: Uint8Array,
    shape: AccessorShape,
    use?: keyof typeof TARGETS,
    more: object = {},
  ): number {
    const size = ELEMENT_SIZES[shape.element] * COMPONENT_BYTES[shape.component];
    return this.accessor(this.view(bytes, use), shape, bytes.length / size, more);
  }

  /** Adds floats; with their least and greatest values where glTF wants them. */
  floats(
    values: Float32Array,
    element: AccessorShape["element"],
    { use, isBounded = false }: { use?: keyof typeof TARGETS; isBounded?: boolean } = {},
  ): number {
    const bounds = isBounded ? boundsOf(values, ELEMENT_SIZES[element]) : {};
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    return this.elements(bytes, { component: "f32", element }, use, bounds);
  }

  /** The whole file; `json` has everything but what was added here. */
  finish(json: object): Uint8Array {
    const document = {
      asset: { version: "2.0", generator: "haxe_game" },
      ...json,
      ...(this.#accessors.length > 0 && { accessors: this.#accessors }),
      ...(this.#views.length > 0 && {
        bufferViews: this.#views,
        buffers: [{ byteLength: this.#length }],
      }),
    };
    const text = new TextEncoder().encode(JSON.stringify(document));
    const chunks = [chunk(CHUNK_JSON, text, SPACE)];
    if (this.#length > 0) chunks.push(chunk(CHUNK_BINARY, Buffer.concat(this.#parts), 0));
    const header = new Uint8Array(12);
    const view = new DataView(header.buffer);
    view.setUint32(0, GLB_MAGIC, true);
    view.setUint32(4, GLB_VERSION, true);
    view.setUint32(
      8,
      chunks.reduce((sum, { length }) => sum + length, header.length),
      true,
    );
    return Buffer.concat([header, ...chunks]);
  }

  #append(bytes: Uint8Array): void {
    const padding = -bytes.length & 3;
    this.#parts.push(bytes, new Uint8Array(padding));
    this.#length += bytes.length + padding;
  }
}

function chunk(kind: number, bytes: Uint8Array, filler: number): Uint8Array {
  const padded = (bytes.length + 3) & ~3;
  const whole = new Uint8Array(8 + padded).fill(filler);
  const view = new DataView(whole.buffer);
  view.setUint32(0, padded, true);
  view.setUint32(4, kind, true);
  whole.set(bytes, 8);
  return whole;
}

function boundsOf(values: Float32Array, size: number): { min: number[]; max: number[] } {
  const min = new Array<number>(size).fill(Number.POSITIVE_INFINITY);
  const max = new Array<number>(size).fill(Number.NEGATIVE_INFINITY);
  for (const [at, value] of values.entries()) {
    const axis = at % size;
    min[axis] = Math.min(min[axis] as number, value);
    max[axis] = Math.max(max[axis] as number, value);
  }
  return { min, max };
}
