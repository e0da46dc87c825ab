/** What a file of somebody else's seems to be, by its first bytes. */

/** Bytes that files begin with, as Latin-1, and after how many others. */
const BEGINNINGS: readonly {
  readonly kind: string;
  readonly text: string;
  readonly at?: number;
}[] = [
  { kind: "a PNG image", text: "\x89PNG\r\n\x1a\n" },
  { kind: "a JPEG image", text: "\xff\xd8\xff" },
  { kind: "a GIF image", text: "GIF8" },
  { kind: "a WebP image", text: "WEBP", at: 8 },
  { kind: "a BMP image", text: "BM" },
  { kind: "a KTX2 texture", text: "\xabKTX 20\xbb" },
  { kind: "a KTX texture", text: "\xabKTX 11\xbb" },
  { kind: "a DDS texture", text: "DDS " },
  { kind: "a WAV sound", text: "WAVE", at: 8 },
  { kind: "an Ogg sound", text: "OggS" },
  { kind: "a FLAC sound", text: "fLaC" },
  { kind: "an MP3 sound", text: "ID3" },
  { kind: "an MP3 sound", text: "\xff\xfb" },
  { kind: "a GLB model", text: "glTF" },
  { kind: "an FBX model", text: "Kaydara FBX Binary" },
  { kind: "an ELF program or object", text: "\x7fELF" },
  { kind: "a Windows program", text: "MZ" },
  { kind: "a Mach-O program", text: "\xcf\xfa\xed\xfe" },
  { kind: "a Mach-O program", text: "\xca\xfe\xba\xbe" },
  { kind: "a WebAssembly module", text: "\0asm" },
  { kind: "a library of objects", text: "!<arch>\n" },
  { kind: "a ZIP archive", text: "PK\x03\x04" },
  { kind: "a gzip archive", text: "\x1f\x8b" },
  { kind: "a Zstandard archive", text: "\x28\xb5\x2f\xfd" },
  { kind: "a PDF document", text: "%PDF-" },
];

/** Of a file that begins like none of them. */
export const UNKNOWN_KIND = "nothing that is known here";

/** With an article, e.g. `a PNG image`. */
export function foreignKind(bytes: Uint8Array): string {
  if (bytes.length === 0) return "an empty file";
  const start = Buffer.from(bytes.subarray(0, 64)).toString("latin1");
  const found = BEGINNINGS.find(({ text, at = 0 }) => start.startsWith(text, at));
  return found?.kind ?? textKind(bytes) ?? UNKNOWN_KIND;
}

/** How much of a text is looked at. */
const LOOKED_AT = 4096;

function textKind(bytes: Uint8Array): string | undefined {
  const beginning = bytes.subarray(0, LOOKED_AT);
  // No text has control characters but white space; a character at the end may be cut.
  if (beginning.some((byte) => byte < 9 || (byte > 13 && byte < 32))) return undefined;
  const text = new TextDecoder()
    .decode(beginning)
    .replace(/\ufffd$/, "")
    .trimStart();
  if (text.includes("\ufffd")) return undefined;
  if (text.startsWith("<")) return "XML text";
  return /^[{[]/.test(text) ? "JSON text" : "text";
}
