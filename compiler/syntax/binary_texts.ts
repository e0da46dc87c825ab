/** The texts of a binary file: each is written once, where it is used stands its number. */
import { type BinaryReader, MalformedBinary } from "./binary_reader.ts";
import type { BinaryWriter } from "./binary_writer.ts";

/**
 * All texts as one, so that decoding makes one call: their number, their lengths in UTF-16 units, the bytes. Half a
 * surrogate pair, which an escape can make, has no UTF-8 form.
 */
export function writeTexts(writer: BinaryWriter, texts: readonly string[]): void {
  const joined = texts.join("");
  const isUtf8 = joined.isWellFormed() && texts.every((text) => text.isWellFormed());
  const bytes = Buffer.from(joined, isUtf8 ? "utf8" : "utf16le");
  writer.number(texts.length);
  for (const text of texts) writer.number(text.length);
  writer.byte(isUtf8 ? 1 : 0);
  writer.number(bytes.length);
  writer.append(bytes);
}

export function readTexts(reader: BinaryReader): string[] {
  const count = reader.count();
  const lengths: number[] = [];
  for (let index = 0; index < count; index++) lengths.push(reader.number());
  const encoding = reader.byte() === 1 ? "utf8" : "utf16le";
  const bytes = reader.take(reader.number());
  const joined = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(encoding);
  let start = 0;
  const texts = lengths.map((length) => {
    start += length;
    return joined.slice(start - length, start);
  });
  if (start !== joined.length) throw new MalformedBinary("its texts have another length");
  return texts;
}
