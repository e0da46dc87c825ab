/** Whether a blob keeps what docs/fpkg.md promises of every structure in it: where it begins, and zeros between them. */
import { type BlobPart, BlobReader } from "./blob_reader.ts";
import { decodeBlob } from "./decode_blob.ts";
import type { DecodeDraco } from "./draco_decoder.ts";
import type { AssetTypeName } from "./format/blob.ts";

/** All structures of a blob, in the order in which its decoder reads them; throws `FpkgError` for a damaged one. */
export function blobParts(type: AssetTypeName, bytes: Uint8Array, draco?: DecodeDraco): BlobPart[] {
  const parts: BlobPart[] = [];
  decodeBlob(type, new BlobReader(bytes, undefined, (part) => parts.push(part)), draco);
  return parts;
}

/** What of a blob is not as promised; empty for a good one. */
export function blobLayoutProblems(
  type: AssetTypeName,
  bytes: Uint8Array,
  draco?: DecodeDraco,
): string[] {
  const parts = blobParts(type, bytes, draco);
  const misplaced = parts
    .filter(({ offset, alignment }) => offset % alignment !== 0)
    .map(
      ({ what, offset, alignment }) => `${what} at ${offset} is not at a multiple of ${alignment}`,
    );
  return [...misplaced, ...gapProblems(bytes, parts)];
}

/** Structures lie beside one another, or one in the other as the first fields of a header do; the rest is zero. */
function gapProblems(bytes: Uint8Array, parts: readonly BlobPart[]): string[] {
  const problems: string[] = [];
  let end = 0;
  const skipTo = (start: number): void => {
    const used = bytes.subarray(end, start).findIndex((byte) => byte !== 0);
    if (used !== -1) problems.push(`Padding at ${end + used} is not zero`);
  };
  for (const { what, offset, size } of parts.toSorted(
    (a, b) => a.offset - b.offset || b.size - a.size,
  )) {
    if (offset >= end) skipTo(offset);
    else if (offset + size > end) problems.push(`${what} at ${offset} overlaps what is before`);
    end = Math.max(end, offset + size);
  }
  skipTo(bytes.length);
  return problems;
}
