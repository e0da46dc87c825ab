/** `bytes.*` on byte buffers. */
import { ByteBuffer } from "../byte_buffer.ts";

const encoder = new TextEncoder();
/** Without `ignoreBOM` a leading U+FEFF would be lost. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const NAN_FLOAT32 = 0x7fc00000;
const NAN_FLOAT64_HIGH = 0x7ff80000;

export const bytesNatives = {
  "bytes.alloc": (size: number): ByteBuffer => new ByteBuffer(new Uint8Array(size)),
  "bytes.length": ({ bytes }: ByteBuffer): number => bytes.length,
  "bytes.get": ({ bytes }: ByteBuffer, at: number): number => (bytes[at] as number) | 0,
  "bytes.set": ({ bytes }: ByteBuffer, at: number, value: number): void => {
    bytes[at] = value;
  },
  "bytes.getUint16": ({ view }: ByteBuffer, at: number): number => view.getUint16(at, true),
  "bytes.setUint16": ({ view }: ByteBuffer, at: number, value: number): void =>
    view.setUint16(at, value, true),
  "bytes.getInt32": ({ view }: ByteBuffer, at: number): number => view.getInt32(at, true),
  "bytes.setInt32": ({ view }: ByteBuffer, at: number, value: number): void =>
    view.setInt32(at, value, true),
  "bytes.getFloat32": ({ view }: ByteBuffer, at: number): number => view.getFloat32(at, true),
  "bytes.setFloat32": setFloat32,
  "bytes.getFloat64": ({ view }: ByteBuffer, at: number): number => view.getFloat64(at, true),
  "bytes.setFloat64": setFloat64,
  "bytes.blit": (
    src: ByteBuffer,
    srcPos: number,
    dst: ByteBuffer,
    dstPos: number,
    count: number,
  ): void => dst.bytes.set(src.bytes.subarray(srcPos, srcPos + count), dstPos),
  "bytes.fill": ({ bytes }: ByteBuffer, start: number, end: number, value: number): void => {
    bytes.fill(value, start, end);
  },
  "bytes.slice": ({ bytes }: ByteBuffer, start: number, end: number): ByteBuffer =>
    new ByteBuffer(bytes.slice(start, end)),
  "bytes.compare": compare,
  "bytes.ofText": (text: string): ByteBuffer => new ByteBuffer(encoder.encode(text)),
  "bytes.toText": ({ bytes }: ByteBuffer, start: number, end: number): string =>
    decoder.decode(bytes.subarray(start, end)),
};

/** JavaScript leaves open which bits a NaN has; every mode stores the same. */
function setFloat32({ view }: ByteBuffer, at: number, value: number): void {
  if (Number.isNaN(value)) view.setInt32(at, NAN_FLOAT32, true);
  else view.setFloat32(at, value, true);
}

function setFloat64({ view }: ByteBuffer, at: number, value: number): void {
  if (Number.isNaN(value)) {
    view.setInt32(at, 0, true);
    view.setInt32(at + 4, NAN_FLOAT64_HIGH, true);
  } else {
    view.setFloat64(at, value, true);
  }
}

function compare({ bytes: left }: ByteBuffer, { bytes: right }: ByteBuffer): number {
  const shared = Math.min(left.length, right.length);
  for (let index = 0; index < shared; index++) {
    const difference = (left[index] as number) - (right[index] as number);
    if (difference !== 0) return Math.sign(difference);
  }
  return Math.sign(left.length - right.length);
}
