// The part of the protocol buffers' wire format that Bazel's worker protocol uses: varints and fields with a length
// (https://protobuf.dev/programming-guides/encoding).

/** A field's number and its value: a varint, or the bytes of a text or an inner message. */
export type Field = readonly [number, number | Uint8Array];

const VARINT = 0;
const WITH_LENGTH = 2;

/** The number at `at` and the place after it; undefined where the bytes end inside it. */
export function readVarint(
  bytes: Uint8Array,
  at: number,
): readonly [value: number, end: number] | undefined {
  let value = 0;
  for (let end = at, factor = 1; end < bytes.length; end++, factor *= 128) {
    const byte = bytes[end] as number;
    value += (byte & 0x7f) * factor;
    if (byte < 0x80) return [value, end + 1];
  }
  return undefined;
}

/** The fields of a message, in their order; those of other types than the protocol's end it with an error. */
export function* fieldsOf(message: Uint8Array): Generator<Field> {
  for (let at = 0; at < message.length; ) {
    const [tag, afterTag] = needVarint(message, at);
    const [value, afterValue] = needVarint(message, afterTag);
    const type = tag % 8;
    const number = (tag - type) / 8;
    if (type === VARINT) {
      yield [number, value];
      at = afterValue;
    } else if (type === WITH_LENGTH && afterValue + value <= message.length) {
      at = afterValue + value;
      yield [number, message.subarray(afterValue, at)];
    } else {
      throw new Error(`Field ${number} of a work request cannot be read`);
    }
  }
}

function needVarint(message: Uint8Array, at: number): readonly [number, number] {
  const found = readVarint(message, at);
  if (found === undefined) throw new Error("A work request ends inside a field");
  return found;
}

/** A message of these fields; a number that is 0, and text that is empty, are as left out. */
export function messageOf(
  fields: readonly (readonly [number, number | string | Uint8Array])[],
): Buffer {
  return Buffer.concat(
    fields.flatMap(([number, value]) => {
      if (typeof value === "number")
        return value === 0 ? [] : [varint(number * 8 + VARINT), varint(value)];
      return [varint(number * 8 + WITH_LENGTH), withLength(Buffer.from(value))];
    }),
  );
}

/** The bytes after their number. */
export function withLength(bytes: Uint8Array): Buffer {
  return Buffer.concat([varint(bytes.length), bytes]);
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
  return Uint8Array.from(bytes);
}
