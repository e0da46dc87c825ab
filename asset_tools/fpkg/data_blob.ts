/** Data blobs: files that code reads. */
import { BlobReader, type BlobSource, codeName } from "./blob_reader.ts";
import { BlobWriter } from "./blob_writer.ts";
import { DataFormat, type DataFormatName, DataHeader } from "./format/data.ts";
import { FpkgError } from "./fpkg_error.ts";

export interface Data {
  readonly format: DataFormatName;
  /** The file. */
  readonly content: Uint8Array;
}

/** Serialises data: the length before the bytes makes text a string of the blob. */
export function encodeData({ format, content }: Data): Uint8Array<ArrayBuffer> {
  const writer = new BlobWriter(DataHeader);
  // Filled up, so that a reader of whole words does not leave the blob.
  const counted = new Uint8Array(4 + Math.ceil(content.length / 4) * 4);
  new DataView(counted.buffer).setUint32(0, content.length, true);
  counted.set(content, 4);
  return writer.finish("DATA", {
    format: DataFormat[format],
    content: writer.bytes(counted),
    contentSize: content.length,
  });
}

/** Reads a data blob; `content` is a view into `bytes`. */
export function decodeData(source: BlobSource): Data {
  const blob = BlobReader.open(source, "DATA");
  const { format, content, contentSize } = blob.row(DataHeader, 0);
  const [size] = blob.i32Column(content, 1);
  if (size !== (contentSize | 0)) throw new FpkgError("FP1004", `Data of ${contentSize} bytes`);
  return {
    format: codeName(DataFormat, format, "Data format"),
    content: blob.slice(content + 4, contentSize, 4),
  };
}
