/**
 * Decodes triangles of meshoptimizer's index codec, version 1, as the glTF extension KHR_meshopt_compression describes
 * "triangles": a byte a triangle that names an edge and a vertex among the last used ones, and bytes for what is not among
 * them.
 */
import { FpkgError } from "./fpkg_error.ts";

/** First byte of an encoded stream: 0xe and the version. */
const HEADER = 0xe1;

/** The last bytes are pairs of vertex codes that are used often. */
const TABLE = 16;

/** `count` indices, a multiple of 3. Throws `FpkgError` for bytes that are none of the codec's. */
export function decodeMeshoptIndices(source: Uint8Array, count: number): Uint32Array<ArrayBuffer> {
  const triangles = count / 3;
  if (source.length < 1 + triangles + TABLE || source[0] !== HEADER) throw damaged();
  return new IndexDecoder(source, 1 + triangles).run(count);
}

class IndexDecoder {
  readonly #source: Uint8Array;
  readonly #end: number;
  /** Where the bytes of vertices that are not among the last begin. */
  #at: number;
  /** Pairs of vertices, 16 of them. */
  readonly #edges = new Uint32Array(32).fill(0xffffffff);
  #edge = 0;
  readonly #vertices = new Uint32Array(16).fill(0xffffffff);
  #vertex = 0;
  /** The first vertex that no triangle has had so far. */
  #next = 0;
  #last = 0;

  constructor(source: Uint8Array, at: number) {
    this.#source = source;
    this.#end = source.length - TABLE;
    this.#at = at;
  }

  run(count: number): Uint32Array<ArrayBuffer> {
    const target = new Uint32Array(count);
    for (let triangle = 0; triangle * 3 < count; triangle++) {
      const code = this.#source[1 + triangle] as number;
      if (code < 0xf0) this.#atEdge(code >> 4, code & 15, target, triangle * 3);
      else this.#free(code & 15, target, triangle * 3);
    }
    if (this.#at !== this.#end) throw damaged();
    return target;
  }

  /** A triangle at one of the last edges. */
  #atEdge(edge: number, code: number, target: Uint32Array, to: number): void {
    const place = this.#edge - 1 - edge;
    const a = this.#edges[(place & 15) * 2] as number;
    const b = this.#edges[(place & 15) * 2 + 1] as number;
    const c = this.#third(code);
    this.#pushEdge(c, b);
    this.#pushEdge(a, c);
    target[to] = a;
    target[to + 1] = b;
    target[to + 2] = c;
  }

  #third(code: number): number {
    if (code > 0 && code < 13) return this.#recent(code);
    if (code === 0) return this.#pushVertex(this.#next++);
    if (code === 15) return this.#pushVertex(this.#explicit());
    this.#last = (this.#last + (code === 13 ? -1 : 1)) >>> 0;
    return this.#pushVertex(this.#last);
  }

  /** A triangle at none of the last edges. */
  #free(code: number, target: Uint32Array, to: number): void {
    let pair: number;
    if (code < 14) pair = this.#source[this.#end + code] as number;
    else {
      pair = this.#byte();
      if (pair === 0) this.#next = 0;
    }
    const isShort = code < 14;
    const a = code === 15 ? this.#explicit() : this.#next++;
    const [codeB, codeC] = [pair >> 4, pair & 15];
    const b = this.#other(codeB, isShort);
    const c = this.#other(codeC, isShort);
    this.#pushVertex(a);
    if (codeB === 0 || (codeB === 15 && !isShort)) this.#pushVertex(b);
    if (codeC === 0 || (codeC === 15 && !isShort)) this.#pushVertex(c);
    this.#pushEdge(b, a);
    this.#pushEdge(c, b);
    this.#pushEdge(a, c);
    target[to] = a;
    target[to + 1] = b;
    target[to + 2] = c;
  }

  #other(code: number, isShort: boolean): number {
    if (code === 0) return this.#next++;
    return code === 15 && !isShort ? this.#explicit() : this.#recent(code - 1);
  }

  #recent(back: number): number {
    return this.#vertices[(this.#vertex - 1 - back) & 15] as number;
  }

  #pushVertex(vertex: number): number {
    this.#vertices[this.#vertex++ & 15] = vertex;
    return vertex;
  }

  /** In the order in which the next triangle goes around it. */
  #pushEdge(second: number, first: number): void {
    const at = this.#edge++ & 15;
    this.#edges[at * 2] = second;
    this.#edges[at * 2 + 1] = first;
  }

  /** A vertex by its distance from the last one named so. */
  #explicit(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#byte();
      value |= (byte & 127) << shift;
      if (byte < 128) break;
      if (shift > 28) throw damaged();
    }
    this.#last = (this.#last + ((value >>> 1) ^ -(value & 1))) >>> 0;
    return this.#last;
  }

  #byte(): number {
    if (this.#at >= this.#end) throw damaged();
    return this.#source[this.#at++] as number;
  }
}

function damaged(): FpkgError {
  return new FpkgError("FP1002", "Indices are not what the index codec writes");
}
