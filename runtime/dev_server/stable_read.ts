/**
 * Reads a file that may be in the middle of being saved. Editors truncate and write, write and rename, or delete and
 * create; of first events for larger files a third show less than the whole (docs/hot_reload.md).
 */
import { type BigIntStats, readFileSync, statSync } from "node:fs";
import { looksCut, looksWhole } from "./file_ends.ts";

/** Milliseconds between looks; the last is given up after. */
const LOOKS = [2, 3, 5, 10, 20, 40];

export type Sleep = (milliseconds: number) => Promise<void>;

export interface FileContent {
  readonly bytes: Uint8Array;
  /** Size, time and identity of the file before it was read: while they stay, so does the content. */
  readonly stamp: string;
  /** The file's time of modification, in milliseconds since 1970. */
  readonly writtenAt: number;
}

/** The content when it has its end, or when two looks at the file agree; null where it is gone for good. */
export async function readStable(path: string, sleep: Sleep): Promise<FileContent | null> {
  let last: FileContent | null = null;
  for (const pause of LOOKS) {
    const content = look(path);
    if (content !== null && looksWhole(path, content.bytes)) return content;
    const isStable = content !== null && content.stamp === last?.stamp;
    if (isStable && !looksCut(path, content.bytes)) return content;
    last = content;
    await sleep(pause);
  }
  return look(path);
}

/** Null where there is no file. */
export function stampOf(path: string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stats === undefined ? null : stampOfStats(stats);
}

function stampOfStats({ size, mtimeNs, ino }: BigIntStats): string {
  return `${size}:${mtimeNs}:${ino}`;
}

function look(path: string): FileContent | null {
  try {
    const stats = statSync(path, { throwIfNoEntry: false, bigint: true });
    if (stats === undefined) return null;
    // Read at once, not by a thread of the pool: what is watched is small, and a save waits for it.
    const bytes = readFileSync(path);
    return { bytes, stamp: stampOfStats(stats), writtenAt: Number(stats.mtimeNs / 1000n) / 1000 };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR") return null;
    throw error;
  }
}
