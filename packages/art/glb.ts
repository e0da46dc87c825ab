/** Binary glTF 2.0, put together from accessors. https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html */

const COMPONENT = { f32: 5126, u16: 5123, u8: 5121 } as const;
const WIDTH = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT4: 16 } as const;

export type AccessorType = keyof typeof WIDTH;
export type ComponentType = keyof typeof COMPONENT;

/** Collects numbers, each list as an accessor with a buffer view of its own. */
export class GlbWriter {
  readonly #accessors: object[] = [];
  readonly #views: object[] = [];
  readonly #parts: Buffer[] = [];
  #length = 0;

  /** Adds a list of numbers and gives the index of its accessor. */
  add(type: AccessorType, component: ComponentType, values: readonly number[]): number {
    const bytes = encode(component, values);
    this.#views.push({ buffer: 0, byteOffset: this.#length, byteLength: bytes.length });
    const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
    this.#parts.push(padded);
    this.#length += padded.length;
    const width = WIDTH[type];
    const bound = (pick: (...numbers: number[]) => number): number[] =>
      Array.from({ length: width }, (_, at) =>
        pick(
          ...stored(
            component,
            values.filter((_, index) => index % width === at),
          ),
        ),
      );
    return (
      this.#accessors.push({
        bufferView: this.#views.length - 1,
        componentType: COMPONENT[component],
        type,
        count: values.length / width,
        min: bound(Math.min),
        max: bound(Math.max),
      }) - 1
    );
  }

  /** The file with everything that was added and the rest of its JSON. */
  finish(json: object): Uint8Array {
    const document = {
      asset: { version: "2.0", generator: "packages/art" },
      ...json,
      accessors: this.#accessors,
      bufferViews: this.#views,
      buffers: [{ byteLength: this.#length }],
    };
    const text = Buffer.from(JSON.stringify(document));
    const chunks = [
      chunk(0x4e4f534a, Buffer.concat([text, Buffer.alloc(-text.length & 3, " ")])),
      chunk(0x004e4942, Buffer.concat(this.#parts)),
    ];
    const header = Buffer.from("glTF\x02\0\0\0\0\0\0\0", "latin1");
    header.writeUInt32LE(
      chunks.reduce((sum, { length }) => sum + length, header.length),
      8,
    );
    return Buffer.concat([header, ...chunks]);
  }
}

function chunk(type: number, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32LE(content.length, 0);
  header.writeUInt32LE(type, 4);
  return Buffer.concat([header, content]);
}

/** The numbers as the file has them; sines that differ in their last bits from engine to engine are stored alike. */
function stored(component: ComponentType, values: readonly number[]): number[] {
  if (component !== "f32") return [...values];
  return values.map((value) => Math.fround(Number(value.toFixed(6)) || 0));
}

function encode(component: ComponentType, values: readonly number[]): Buffer {
  const numbers = stored(component, values);
  const size = { f32: 4, u16: 2, u8: 1 }[component];
  const bytes = Buffer.alloc(numbers.length * size);
  numbers.forEach((value, at) => {
    if (component === "f32") bytes.writeFloatLE(value, at * 4);
    else bytes.writeUIntLE(value, at * size, size);
  });
  return bytes;
}
