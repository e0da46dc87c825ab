/** The kernel's part of reading an OBJ file: runs of plain lines, window by window. */
import { kernelMemory, kernels, reserve } from "../kernels.ts";
import type { ObjLists } from "./obj_lists.ts";

const LINE_FEED = 0x0a;

/** Bytes of text that the kernel sees at once; a longer line is not plain. */
const WINDOW = 65536;

/** Room for the kernel's state, of which `Cursor` in assembly/obj_scan.ts says what it is. */
const CURSOR_WORDS = 12;

/** Blank bytes that the kernel may look at before the text and behind it. */
const MARGIN = 16;

interface Places {
  readonly cursor: number;
  readonly text: number;
  readonly lists: readonly number[];
}

export class PlainLines {
  readonly #bytes: Uint8Array;
  readonly #lists: ObjLists;
  readonly #places = reservePlaces();
  /** Which part of the bytes the kernel has before it. */
  #start = 0;
  #end = 0;

  constructor(bytes: Uint8Array, lists: ObjLists) {
    this.#bytes = bytes;
    this.#lists = lists;
  }

  /** Reads on from a line's start to the next line that is not plain, or to the end; says where, and how many line feeds lie between. */
  readFrom(start: number): { readonly at: number; readonly lines: number } {
    let at = start;
    let lines = 0;
    while (at < this.#bytes.length) {
      if (at < this.#start || at >= this.#end) this.#show(at);
      if (this.#end === this.#start) break;
      const cursor = this.#cursor(at);
      const end = this.#places.text + this.#end - this.#start;
      const isSpecial = kernels.scanObj(this.#places.cursor, end) !== 0;
      this.#take(cursor);
      at = this.#start + cursor[0]! - this.#places.text;
      lines += cursor[1]!;
      if (isSpecial) break;
    }
    return { at: Math.min(at, this.#bytes.length), lines };
  }

  /** Copies whole lines from `start` on into the kernel's memory; none where the first is longer than a window. */
  #show(start: number): void {
    const bytes = this.#bytes;
    let end = Math.min(start + WINDOW, bytes.length);
    if (end < bytes.length) {
      end = Math.max(start, bytes.subarray(start, end).lastIndexOf(LINE_FEED) + start + 1);
    }
    const memory = new Uint8Array(kernelMemory());
    const { text } = this.#places;
    memory.fill(0x20, text - MARGIN, text);
    memory.set(bytes.subarray(start, end), text);
    memory.fill(LINE_FEED, text + end - start, text + end - start + MARGIN);
    this.#start = start;
    this.#end = end;
  }

  #cursor(at: number): Uint32Array {
    const { positions, uvs, normals } = this.#lists;
    const { cursor: place, text, lists } = this.#places;
    const cursor = new Uint32Array(kernelMemory(), place, CURSOR_WORDS);
    const counts = [positions.length / 3, uvs.length / 2, normals.length / 3];
    cursor.set([text + at - this.#start, 0, ...counts, 0, ...lists]);
    return cursor;
  }

  /** Moves what the kernel has written to the lists. */
  #take(cursor: Uint32Array): void {
    const { positions, colors, uvs, normals, corners, faces } = this.#lists;
    if (cursor[5] !== 0) this.#lists.hasColors = true;
    const memory = kernelMemory();
    const floats = [positions, colors, uvs, normals];
    const ints = [corners, faces];
    this.#places.lists.forEach((from, list) => {
      const length = (cursor[6 + list]! - from) / 4;
      if (length === 0) return;
      if (list < floats.length) floats[list]!.append(new Float32Array(memory, from, length));
      else ints[list - floats.length]!.append(new Int32Array(memory, from, length));
    });
  }
}

/** A number takes two bytes of text and 4 here; a corner takes two as well, and 12 here. A line may write once in vain. */
function reservePlaces(): Places {
  const numbers = WINDOW * 2 + 64;
  const [cursor, text, ...lists] = reserve(
    CURSOR_WORDS * 4,
    WINDOW + 2 * MARGIN,
    numbers,
    numbers,
    numbers,
    numbers,
    WINDOW * 6 + 64,
    numbers,
  );
  return { cursor: cursor!, text: text! + MARGIN, lists };
}
