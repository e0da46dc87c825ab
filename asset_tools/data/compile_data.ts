/** DataCompile: a file to a blob, once it is what it is said to be. */
import {
  type Diagnostic,
  diagnostic,
  type Outcome,
  outcome,
  wholeFile,
} from "../document/diagnostic.ts";
import { encodeData } from "../fpkg/data_blob.ts";
import type { DataFormatName } from "../fpkg/format/data.ts";
import type { DataFormatChoice } from "../package_xml/data_definition.ts";
import { TextLines } from "../package_xml/text_lines.ts";
import { findInvalidUtf8 } from "./invalid_utf8.ts";

export const MAX_DATA_BYTES = 64 * 1024 * 1024;

const TEXT_FILE = /\.(?:txt|csv|md|xml)$/i;

/** Compiles one file; its bytes are kept as they are. */
export function compileData(
  source: Uint8Array,
  file: string,
  choice: DataFormatChoice,
): Outcome<Uint8Array> {
  const format = choice === "auto" ? formatOf(file) : choice;
  return outcome(checkContent(source, file, format), () => encodeData({ format, content: source }));
}

function formatOf(file: string): DataFormatName {
  if (/\.json$/i.test(file)) return "json";
  return TEXT_FILE.test(file) ? "text" : "bytes";
}

function checkContent(source: Uint8Array, file: string, format: DataFormatName): Diagnostic[] {
  if (source.length > MAX_DATA_BYTES) {
    const limits = { size: source.length, limit: MAX_DATA_BYTES };
    return [diagnostic("AS9003", wholeFile(file), limits)];
  }
  if (format === "bytes") return [];
  const byte = findInvalidUtf8(source);
  if (byte !== null) {
    const hint = "Save it as UTF-8, or write `<format>bytes</format>`";
    return [diagnostic("AS9001", wholeFile(file), { byte }, hint)];
  }
  return format === "json" ? checkJson(new TextDecoder().decode(source), file) : [];
}

/** The parser's message holds the offset at which it stopped, but at the end of the text. */
function checkJson(text: string, file: string): Diagnostic[] {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const at = Number(/at position (\d+)/.exec(error.message)?.[1] ?? text.length);
    const found = at < text.length ? `\`${text.slice(at, at + 1)}\`` : "the end";
    const place = { file, ...new TextLines(text).span(at, Math.min(at + 1, text.length)) };
    return [diagnostic("AS9002", place, { problem: `${found} is not expected here` })];
  }
}
