/** Writes binary FBX files for tests. */
import { deflateSync } from "node:zlib";
import type { Tree, TreeValue } from "./fbx_tree.ts";

export interface BinaryStyle {
  readonly version: number;
  /** Arrays longer than this are deflated. */
  readonly deflateAbove?: number;
  readonly isBigEndian?: boolean;
}

const WIDTHS = { d: 8, f: 4, i: 4, l: 8 } as const;

/** The file with these top records. */
export function writeBinary(records: readonly Tree[], style: BinaryStyle): Uint8Array {
  return new BinaryWriter(style).file(records);
}

class BinaryWriter {
  readonly #style: BinaryStyle;
  readonly #isLittle: boolean;
  #bytes = new Uint8Array(1024);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  constructor(style: BinaryStyle) {
    this.#style = style;
    this.#isLittle = style.isBigEndian !== true;
  }

  file(records: readonly Tree[]): Uint8Array {
    this.#text("Kaydara FBX Binary  \0\x1a");
    this.#byte(this.#isLittle ? 0 : 1);
    this.#count(this.#style.version);
    for (const record of records) this.#record(record);
    this.#empty();
    this.#footer();
    return this.#bytes.slice(0, this.#length);
  }

  /** As the SDK writes it; some readers find the end of the records by its size. */
  #footer(): void {
    this.#text("\xfa\xbc\xab\x09\xd0\xc8\xd4\x66\xb1\x76\xfb\x83\x1c\xf7\x26\x7e");
    this.#count(0);
    this.#raw(new Uint8Array(16 - (this.#length % 16)));
    this.#count(this.#style.version);
    this.#raw(new Uint8Array(120));
    this.#text("\xf8\x5a\x8c\x6a\xde\xf5\xd9\x7e\xec\xe9\x0c\xe3\x75\x8f\x29\x0b");
  }

  #record({ name, values, children }: Tree): void {
    const start = this.#length;
    this.#offset(0);
    const written = this.#style.version < 7000 ? values.flatMap(singleValues) : values;
    this.#offset(written.length);
    this.#offset(0);
    this.#byte(name.length);
    this.#text(name);
    const from = this.#length;
    for (const value of written) this.#value(value);
    this.#patch(start + 2 * this.#offsetSize, this.#length - from);
    for (const child of children) this.#record(child);
    if (children.length > 0) this.#empty();
    this.#patch(start, this.#length);
  }

  #value(value: TreeValue): void {
    if (typeof value === "string") this.#string("S", Buffer.from(value));
    else if ("values" in value) this.#array(value.type, value.values);
    else if (value.type === "name")
      this.#string("S", Buffer.from(`${value.name}\0\x01${value.class}`));
    else if (value.type === "R") this.#string("R", value.value);
    else if (value.type === "word") this.#letter(value.value.charCodeAt(0));
    else if (value.type === "C") this.#letter(value.value);
    else {
      this.#text(value.type);
      this.#number(value.type, value.value);
    }
  }

  #letter(code: number): void {
    this.#text("C");
    this.#byte(code);
  }

  #number(type: string, value: number | bigint): void {
    const width = { Y: 2, I: 4, i: 4, F: 4, f: 4 }[type] ?? 8;
    const at = this.#reserve(width);
    const little = this.#isLittle;
    if (type === "Y") this.#view.setInt16(at, Number(value), little);
    else if (type === "I" || type === "i") this.#view.setInt32(at, Number(value), little);
    else if (type === "F" || type === "f") this.#view.setFloat32(at, Number(value), little);
    else if (type === "D" || type === "d") this.#view.setFloat64(at, Number(value), little);
    else this.#view.setBigInt64(at, BigInt(value), little);
  }

  #array(type: keyof typeof WIDTHS, values: readonly number[]): void {
    this.#text(type);
    this.#count(values.length);
    const head = this.#length;
    this.#count(0);
    this.#count(values.length * WIDTHS[type]);
    const start = this.#length;
    for (const value of values) this.#number(type, value);
    if (values.length <= (this.#style.deflateAbove ?? Number.POSITIVE_INFINITY)) return;
    const packed = deflateSync(this.#bytes.subarray(start, this.#length));
    this.#length = head;
    this.#count(1);
    this.#count(packed.length);
    this.#raw(packed);
  }

  #string(type: string, content: Uint8Array): void {
    this.#text(type);
    this.#count(content.length);
    this.#raw(content);
  }

  #empty(): void {
    this.#raw(new Uint8Array(this.#offsetSize * 3 + 1));
  }

  get #offsetSize(): number {
    return this.#style.version >= 7500 ? 8 : 4;
  }

  #offset(value: number): void {
    this.#patch(this.#reserve(this.#offsetSize), value);
  }

  #patch(at: number, value: number): void {
    if (this.#offsetSize === 8) this.#view.setBigUint64(at, BigInt(value), this.#isLittle);
    else this.#view.setUint32(at, value, this.#isLittle);
  }

  #count(value: number): void {
    const at = this.#reserve(4);
    this.#view.setUint32(at, value, this.#isLittle);
  }

  #byte(value: number): void {
    const at = this.#reserve(1);
    this.#bytes[at] = value;
  }

  #text(text: string): void {
    this.#raw(Buffer.from(text, "latin1"));
  }

  #raw(content: Uint8Array): void {
    const at = this.#reserve(content.length);
    this.#bytes.set(content, at);
  }

  #reserve(size: number): number {
    const at = this.#length;
    if (at + size > this.#bytes.length) {
      const larger = new Uint8Array((at + size) * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
      this.#view = new DataView(larger.buffer);
    }
    this.#length = at + size;
    return at;
  }
}

/** Before 7000 there are no arrays. */
function singleValues(value: TreeValue): TreeValue[] {
  if (typeof value === "string" || !("values" in value)) return [value];
  const { type, values } = value;
  return values.map((number) => {
    if (type === "l") return { type: "L", value: BigInt(number) };
    return { type: type === "i" ? "I" : "D", value: number };
  });
}
