/** The files that a program has open, by number. Node's own descriptors know no position that could be asked for. */
import { closeSync, fstatSync, openSync, readSync, writeSync } from "node:fs";
import { SystemError } from "./system_error.ts";

interface OpenFile {
  readonly descriptor: number;
  /** Writes go to the end, wherever it is. */
  readonly appends: boolean;
  position: number;
}

/** Flags by what the program asks for: read, write, append, update. */
const MODES = ["r", "w", "a", "r+"] as const;
const UPDATE = 3;
/** Below are the streams that a process starts with. */
const FIRST_HANDLE = 3;

export class OpenFiles {
  readonly #files = new Map<number, OpenFile>();
  #next = FIRST_HANDLE;

  open(path: string, mode: number): number {
    const descriptor = mode === UPDATE ? openToUpdate(path) : openSync(path, MODES[mode] ?? "r");
    const appends = MODES[mode] === "a";
    const position = appends ? fstatSync(descriptor).size : 0;
    this.#files.set(this.#next, { descriptor, appends, position });
    return this.#next++;
  }

  close(handle: number): void {
    const file = this.#files.get(handle);
    if (file !== undefined) closeSync(file.descriptor);
    this.#files.delete(handle);
  }

  /** Up to `count` bytes; none at the end. */
  read(handle: number, count: number): Uint8Array {
    const file = this.#file(handle);
    const bytes = new Uint8Array(count);
    const read = readSync(file.descriptor, bytes, 0, count, file.position);
    file.position += read;
    return bytes.subarray(0, read);
  }

  write(handle: number, bytes: Uint8Array): void {
    const file = this.#file(handle);
    for (let at = 0; at < bytes.length; ) {
      const place = file.appends ? null : file.position;
      const written = writeSync(file.descriptor, bytes, at, bytes.length - at, place);
      file.position += written;
      at += written;
    }
  }

  /** Counted from the start or from the end; gives the new position. */
  seek(handle: number, position: number, isFromEnd: boolean): number {
    const file = this.#file(handle);
    const target = position + (isFromEnd ? fstatSync(file.descriptor).size : 0);
    if (target < 0) throw new SystemError("EINVAL");
    file.position = target;
    return target;
  }

  tell(handle: number): number {
    return this.#file(handle).position;
  }

  #file(handle: number): OpenFile {
    const file = this.#files.get(handle);
    if (file === undefined) throw new SystemError("EBADF");
    return file;
  }
}

/** Made where it is missing; no flag of Node says that without emptying it. */
function openToUpdate(path: string): number {
  closeSync(openSync(path, "a"));
  return openSync(path, "r+");
}
