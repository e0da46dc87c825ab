/**
 * The frame of an Ogg Vorbis file: pages, their checksums, the stream's header and length. What is in the packets is left
 * to the decoder. Formats: RFC 3533 (Ogg), Vorbis I specification (identification and comment headers).
 */
import { SoundError, type SoundLoop } from "./sound.ts";

export interface OggInfo {
  readonly sampleRate: number;
  readonly channels: number;
  readonly frames: number;
  /** From the comments LOOPSTART and LOOPLENGTH or LOOPEND, which music for games often has. */
  readonly loop: SoundLoop | null;
}

interface Page {
  /** Its first byte in the file. */
  readonly at: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Frames up to the end of the last packet that ends here; null for a page where none ends. */
  readonly granule: number | null;
  readonly serial: number;
  readonly sequence: number;
  /** Lengths of the page's segments; a packet ends with one below 255. */
  readonly lacing: Uint8Array;
  readonly body: Uint8Array;
}

/** Checks the pages and reads the headers. Throws `SoundError`. */
export function readOgg(bytes: Uint8Array): OggInfo {
  const pages = readPages(bytes);
  checkSequence(pages);
  const [identification, comments] = firstPackets(pages, 2);
  if (identification === undefined || !isHeader(identification, 1) || identification.length < 30) {
    throw new SoundError("is no Vorbis stream");
  }
  const view = viewOf(identification);
  const channels = view.getUint8(11);
  const sampleRate = view.getUint32(12, true);
  const frames = pages.findLast(({ granule }) => granule !== null)?.granule ?? 0;
  if (channels < 1 || channels > 32) throw new SoundError(`has ${channels} channels`);
  if (sampleRate < 1000 || sampleRate > 768000) {
    throw new SoundError(`has ${sampleRate} samples a second`);
  }
  if (frames === 0) throw new SoundError("has no samples");
  const loop = comments && isHeader(comments, 3) ? readLoop(comments, frames) : null;
  return { sampleRate, channels, frames, loop };
}

function readPages(bytes: Uint8Array): Page[] {
  const view = viewOf(bytes);
  const pages: Page[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (at + 27 > bytes.length) throw new SoundError(`ends inside a page's header at byte ${at}`);
    if (view.getUint32(at) !== 0x4f676753 || view.getUint8(at + 4) !== 0) {
      throw new SoundError(`has no page at byte ${at}`);
    }
    const body = at + 27 + view.getUint8(at + 26);
    const lacing = bytes.subarray(at + 27, body);
    const end = body + lacing.reduce((sum, length) => sum + length, 0);
    if (end > bytes.length) throw new SoundError(`ends inside the page at byte ${at}`);
    if (checksum(bytes.subarray(at, end)) !== view.getUint32(at + 22, true)) {
      throw new SoundError(`has a wrong checksum in the page at byte ${at}`);
    }
    const flags = view.getUint8(at + 5);
    const [low, high] = [view.getUint32(at + 6, true), view.getUint32(at + 10, true)];
    pages.push({
      at,
      isFirst: (flags & 2) !== 0,
      isLast: (flags & 4) !== 0,
      granule: high === 0xffffffff ? null : low + high * 2 ** 32,
      serial: view.getUint32(at + 14, true),
      sequence: view.getUint32(at + 18, true),
      lacing,
      body: bytes.subarray(body, end),
    });
    at = end;
  }
  return pages;
}

/** One stream, from its first page to its last, nothing missing. */
function checkSequence(pages: readonly Page[]): void {
  const [first] = pages;
  if (first === undefined || !first.isFirst) throw new SoundError("does not start a stream", 0);
  for (const [index, page] of pages.entries()) {
    if (page.serial !== first.serial) throw new SoundError("has more than one stream", page.at);
    if (page.sequence !== first.sequence + index)
      throw new SoundError(`lacks page ${index}`, page.at);
    if (page.isLast !== (index === pages.length - 1)) {
      const problem = page.isLast ? "goes on after its last page" : "lacks its last page";
      throw new SoundError(problem, page.at);
    }
  }
}

function firstPackets(pages: readonly Page[], count: number): Uint8Array[] {
  const packets: Uint8Array[] = [];
  let parts: Uint8Array[] = [];
  for (const { lacing, body } of pages) {
    let at = 0;
    for (const length of lacing) {
      parts.push(body.subarray(at, at + length));
      at += length;
      if (length === 255) continue;
      packets.push(Buffer.concat(parts));
      parts = [];
      if (packets.length === count) return packets;
    }
  }
  return packets;
}

function isHeader(packet: Uint8Array, type: number): boolean {
  return packet[0] === type && Buffer.from(packet.subarray(1, 7)).toString("latin1") === "vorbis";
}

function readLoop(packet: Uint8Array, frames: number): SoundLoop | null {
  const comments = new Map(
    listComments(packet).map((comment) => {
      const at = comment.indexOf("=");
      return [comment.slice(0, at).toUpperCase(), Number(comment.slice(at + 1))];
    }),
  );
  const start = comments.get("LOOPSTART");
  const length = comments.get("LOOPLENGTH");
  if (start === undefined) return null;
  const end = length === undefined ? (comments.get("LOOPEND") ?? frames) : start + length;
  const isLoop = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end;
  return isLoop && end <= frames ? { start, end } : null;
}

function listComments(packet: Uint8Array): string[] {
  const view = viewOf(packet);
  const text = (at: number): string | undefined => {
    if (at + 4 > packet.length) return undefined;
    const length = view.getUint32(at, true);
    if (at + 4 + length > packet.length) return undefined;
    return new TextDecoder().decode(packet.subarray(at + 4, at + 4 + length));
  };
  const length = 7 + 4 <= packet.length ? view.getUint32(7, true) : packet.length;
  const comments: string[] = [];
  let at = 11 + length + 4;
  for (let comment = text(at); comment !== undefined; comment = text(at)) {
    comments.push(comment);
    at += 4 + view.getUint32(at, true);
  }
  return comments;
}

/** CRC-32 of Ogg: polynomial 0x04c11db7, most significant bit first, no inversions; its own field counts as zeros. */
function checksum(page: Uint8Array): number {
  let crc = 0;
  for (let at = 0; at < page.length; at++) {
    const byte = at >= 22 && at < 26 ? 0 : (page[at] as number);
    crc = (crc << 8) ^ (TABLE[(crc >>> 24) ^ byte] as number);
  }
  return crc >>> 0;
}

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit++) crc = (crc << 1) ^ (crc < 0 ? 0x04c11db7 : 0);
  return crc;
});

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
