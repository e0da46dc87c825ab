/** What is wrong with FPKG bytes; the text is the whole message. */
export type FpkgErrorCode =
  | "FP1001" // not this format, or a version we do not know
  | "FP1002" // an offset, size or count points outside
  | "FP1003" // a checksum or digest does not match
  | "FP1004" // a value that the format does not allow
  | "FP1005" // something the file names is not there
  | "FP1011"; // an asset that another package needs is not there, or not the one that it was linked against

/** Thrown by readers for damaged or foreign bytes; whoever opened the bytes turns it into a diagnostic. */
export class FpkgError extends Error {
  readonly code: FpkgErrorCode;

  constructor(code: FpkgErrorCode, message: string) {
    super(message);
    this.name = "FpkgError";
    this.code = code;
  }
}
