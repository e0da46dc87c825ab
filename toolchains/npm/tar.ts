// Reads tar archives as npm makes them: ustar headers, pax or GNU records for long names, files and folders only.
// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_06

const BLOCK_SIZE = 512;
const OWNER_EXECUTE = 0o100;

/** A regular file of an archive. */
export interface TarFile {
  /** Its path in the archive, with forward slashes. */
  readonly path: string;
  readonly isExecutable: boolean;
  readonly content: Uint8Array;
}

/** Gives the regular files of an uncompressed archive in their order. Throws on an archive that is not well-formed. */
export function* readTar(archive: Uint8Array): Generator<TarFile> {
  let longName: string | undefined;
  for (let at = 0; at + BLOCK_SIZE <= archive.length; ) {
    const header = archive.subarray(at, at + BLOCK_SIZE);
    if (header.every((byte) => byte === 0)) return;
    checkSum(header, at);
    const size = readOctal(header, 124, 12);
    const content = archive.subarray(at + BLOCK_SIZE, at + BLOCK_SIZE + size);
    if (content.length < size) throw new Error(`The archive ends inside the entry at byte ${at}`);
    at += BLOCK_SIZE + Math.ceil(size / BLOCK_SIZE) * BLOCK_SIZE;

    switch (readText(header, 156, 1)) {
      case "":
      case "0":
        yield {
          path: longName ?? readName(header),
          isExecutable: (readOctal(header, 100, 8) & OWNER_EXECUTE) !== 0,
          content,
        };
        longName = undefined;
        break;
      case "5":
        longName = undefined;
        break;
      case "x":
        longName = readPaxPath(content) ?? longName;
        break;
      case "g":
        break;
      case "L":
        longName = readText(content, 0, content.length);
        break;
      default:
        // npm leaves links and devices out of what it publishes.
        throw new Error(`The archive's entry ${readName(header)} is neither a file nor a folder`);
    }
  }
}

function checkSum(header: Uint8Array, at: number): void {
  // The sum counts its own eight bytes as spaces.
  const sum = header.reduce(
    (total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte),
    0,
  );
  if (sum !== readOctal(header, 148, 8)) throw new Error(`No tar header at byte ${at}`);
}

function readName(header: Uint8Array): string {
  const name = readText(header, 0, 100);
  const prefix = readText(header, 257, 5) === "ustar" ? readText(header, 345, 155) : "";
  return prefix === "" ? name : `${prefix}/${name}`;
}

function readText(bytes: Uint8Array, start: number, length: number): string {
  const field = bytes.subarray(start, start + length);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end === -1 ? field : field.subarray(0, end));
}

function readOctal(bytes: Uint8Array, start: number, length: number): number {
  const text = readText(bytes, start, length).trim();
  if (!/^[0-7]*$/.test(text))
    throw new Error(`Expected an octal number, found ${JSON.stringify(text)}`);
  return text === "" ? 0 : Number.parseInt(text, 8);
}

/** A pax record is `LENGTH KEY=VALUE\n`, LENGTH counting the whole record in bytes. */
function readPaxPath(records: Uint8Array): string | undefined {
  let path: string | undefined;
  for (let at = 0; at < records.length; ) {
    const space = records.indexOf(0x20, at);
    const length = Number(new TextDecoder().decode(records.subarray(at, space)));
    if (space === -1 || !(length > 0)) throw new Error("A pax record has no length");
    const [key, ...value] = new TextDecoder()
      .decode(records.subarray(space + 1, at + length - 1))
      .split("=");
    if (key === "path") path = value.join("=");
    at += length;
  }
  return path;
}
