/** What a file's last bytes say of whether an editor has written all of it. */
import { extname } from "node:path";

/** What stands at the end of a whole file: of a PNG its chunk IEND, of package.xml the root. */
const ENDS: Readonly<Record<string, RegExp>> = {
  ".png": /IEND.{4}$/s,
  ".xml": /<\/package\s*>\s*$/,
};

/** Where the end is longer, a look is not worth it. */
const LONGEST_END = 64;

/** Is the end there that only a whole file has? It need not be looked at again. */
export function looksWhole(path: string, bytes: Uint8Array): boolean {
  return ENDS[extname(path)]?.test(endOf(bytes)) ?? false;
}

/** Does it lack what every file of its kind has? An empty file is most often one that was just truncated. */
export function looksCut(path: string, bytes: Uint8Array): boolean {
  return bytes.length === 0 || (extname(path) === ".png" && !looksWhole(path, bytes));
}

function endOf(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes.subarray(-LONGEST_END));
}
