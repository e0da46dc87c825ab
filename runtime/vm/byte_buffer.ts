/** What `haxe.io.BytesData` is in JavaScript: one piece of memory and two ways of reading it. */
export class ByteBuffer {
  /** For single bytes, copies and text. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** For numbers of several bytes, which need not be aligned. */
  readonly view: DataView<ArrayBuffer>;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  toString(): string {
    return "BytesData";
  }
}
