/**
 * Wavefront OBJ: v, vt, vn, f with any corner form, negative indices, polygons (cut into a fan), usemtl, smoothing
 * groups. Lines and points are skipped with a warning. Errors name line and column; at most 20 are reported.
 */
import {
  type ArgumentsOf,
  type Diagnostic,
  diagnostic,
  hasErrors,
} from "../document/diagnostic.ts";
import type { Code } from "../document/messages.ts";
import { ByteScanner } from "./byte_scanner.ts";
import { FloatList, IntList } from "./number_list.ts";

/** Triangles as they stand in the file; indices count from 0, -1 means none. */
export interface ObjMesh {
  /** x y z. */
  readonly positions: Float32Array;
  /** u v, v upwards. */
  readonly uvs: Float32Array;
  /** x y z. */
  readonly normals: Float32Array;
  /** Position, uv and normal index of each corner, three corners a triangle. */
  readonly corners: Int32Array;
  /** Material and smoothing group (0 = flat) of each triangle. */
  readonly triangles: Int32Array;
  /** Names of materials by number. */
  readonly materials: readonly string[];
}

const MAX_ERRORS = 20;

/** Statements without meaning for triangles. */
const SKIPPED = new Set([
  "o",
  "g",
  "mtllib",
  "usemap",
  "maplib",
  "shadow_obj",
  "trace_obj",
  "lod",
  "bevel",
  "c_interp",
  "d_interp",
]);
const UNSUPPORTED = new Set([
  "p",
  "l",
  "vp",
  "curv",
  "curv2",
  "surf",
  "cstype",
  "deg",
  "bmat",
  "step",
  "parm",
  "trim",
  "hole",
  "scrv",
  "sp",
  "end",
  "con",
  "mg",
]);

/** Parses a whole file; the mesh is only of use without errors. */
export function parseObj(
  bytes: Uint8Array,
  file: string,
): { readonly mesh: ObjMesh; readonly diagnostics: readonly Diagnostic[] } {
  const parser = new ObjParser(bytes, file);
  parser.run();
  return { mesh: parser.mesh(), diagnostics: parser.diagnostics };
}

class ObjParser {
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: string;
  readonly #scanner: ByteScanner;
  readonly #positions = new FloatList();
  readonly #uvs = new FloatList();
  readonly #normals = new FloatList();
  readonly #corners = new IntList();
  readonly #triangles = new IntList();
  readonly #materials: string[] = [];
  readonly #warned = new Set<string>();
  #material = -1;
  #smoothing = 0;

  constructor(bytes: Uint8Array, file: string) {
    this.#scanner = new ByteScanner(bytes);
    this.#file = file;
  }

  run(): void {
    const scanner = this.#scanner;
    while (!scanner.isAtEnd && this.diagnostics.length < MAX_ERRORS) {
      if (scanner.skipBlanks()) this.#statement();
      scanner.nextLine();
    }
    if (this.#triangles.length === 0 && !hasErrors(this.diagnostics)) {
      this.diagnostics.push(
        diagnostic("AS2006", { file: this.#file, line: 0, column: 0, length: 0 }, {}),
      );
    }
  }

  mesh(): ObjMesh {
    return {
      positions: this.#positions.toArray(),
      uvs: this.#uvs.toArray(),
      normals: this.#normals.toArray(),
      corners: this.#corners.toArray(),
      triangles: this.#triangles.toArray(),
      materials: this.#materials.length === 0 ? [""] : this.#materials,
    };
  }

  #statement(): void {
    const scanner = this.#scanner;
    const start = scanner.at;
    if (scanner.bytes[start] === 0x23) return;
    scanner.skipWord();
    const keyword = scanner.at - start <= 16 ? scanner.textFrom(start) : "";
    switch (keyword) {
      case "v":
        this.#numbers(keyword, start, 3, this.#positions);
        return;
      case "vt":
        this.#numbers(keyword, start, 2, this.#uvs);
        return;
      case "vn":
        this.#numbers(keyword, start, 3, this.#normals);
        return;
      case "f":
        this.#face(start);
        return;
      case "usemtl":
        this.#useMaterial();
        return;
      case "s":
        this.#smooth();
        return;
      default:
        this.#other(keyword, start);
        return;
    }
  }

  #other(keyword: string, start: number): void {
    if (SKIPPED.has(keyword)) return;
    if (!UNSUPPORTED.has(keyword)) {
      this.#report("AS2007", start, { keyword: this.#scanner.textFrom(start) });
    } else if (!this.#warned.has(keyword)) {
      this.#report("AS2009", start, { keyword });
      this.#warned.add(keyword);
    }
  }

  /** `count` numbers; more, such as w or vertex colors, are ignored as every reader does. */
  #numbers(keyword: string, start: number, count: number, list: FloatList): void {
    const scanner = this.#scanner;
    for (let index = 0; index < count; index++) {
      if (!scanner.skipBlanks()) {
        // `vt u` is allowed: v is 0 then.
        if (keyword === "vt" && index === 1) {
          list.push(0);
          return;
        }
        this.#report("AS2002", start, { keyword, expected: count, found: index });
        return;
      }
      const at = scanner.at;
      const value = scanner.number();
      if (Number.isNaN(value)) {
        scanner.skipWord();
        this.#report("AS2001", at, { found: scanner.textFrom(at) });
        return;
      }
      list.push(value);
    }
  }

  #face(start: number): void {
    const scanner = this.#scanner;
    const corner = [-1, -1, -1];
    const first = [-1, -1, -1];
    const previous = [-1, -1, -1];
    if (this.#material < 0) this.#material = this.#materialNumber("");
    let count = 0;
    while (scanner.skipBlanks()) {
      if (!this.#corner(corner)) return;
      if (count === 0) copy(corner, first);
      if (count >= 2) {
        for (const from of [first, previous, corner]) {
          this.#corners.push(from[0]!);
          this.#corners.push(from[1]!);
          this.#corners.push(from[2]!);
        }
        this.#triangles.push(this.#material);
        this.#triangles.push(this.#smoothing);
      }
      copy(corner, previous);
      count++;
    }
    if (count < 3) this.#report("AS2004", start, { found: count });
  }

  /** Reads `p`, `p/t`, `p//n` or `p/t/n` into `corner`. */
  #corner(corner: number[]): boolean {
    const scanner = this.#scanner;
    const { bytes } = scanner;
    const start = scanner.at;
    corner[0] = corner[1] = corner[2] = -1;
    for (let part = 0; part < 3; part++) {
      const at = scanner.at;
      const isNegative = bytes[at] === 0x2d;
      if (isNegative) scanner.at++;
      let index = 0;
      let digits = 0;
      for (
        let digit = bytes[scanner.at]! - 48;
        digit >= 0 && digit <= 9;
        digit = bytes[++scanner.at]! - 48
      ) {
        index = index * 10 + digit;
        digits++;
      }
      if (digits === 0 && (isNegative || part !== 1)) break;
      if (digits > 0) {
        const resolved = this.#resolve(isNegative ? -index : index, part, at);
        if (resolved < 0) return false;
        corner[part] = resolved;
      }
      const next = bytes[scanner.at];
      if (next === undefined || next <= 0x20) return digits > 0 || this.#badCorner(start);
      if (next !== 0x2f) break;
      scanner.at++;
    }
    return this.#badCorner(start);
  }

  #badCorner(start: number): boolean {
    this.#scanner.skipWord();
    this.#report("AS2005", start, { found: this.#scanner.textFrom(start) });
    return false;
  }

  /** From the file's counting, from 1 or backwards from -1, to ours; -1 after an error. */
  #resolve(index: number, part: number, at: number): number {
    const list = part === 0 ? this.#positions : part === 1 ? this.#uvs : this.#normals;
    const count = list.length / (part === 1 ? 2 : 3);
    const resolved = index < 0 ? count + index : index - 1;
    if (index === 0) this.#report("AS2008", at, {});
    else if (resolved >= 0 && resolved < count) return resolved;
    else
      this.#report("AS2003", at, {
        index,
        count,
        what: ["positions", "uvs", "normals"][part] as string,
      });
    return -1;
  }

  #useMaterial(): void {
    this.#material = this.#materialNumber(this.#scanner.restOfLine());
  }

  #materialNumber(name: string): number {
    const known = this.#materials.indexOf(name);
    return known >= 0 ? known : this.#materials.push(name) - 1;
  }

  #smooth(): void {
    const text = this.#scanner.restOfLine();
    this.#smoothing = text === "off" ? 0 : Number.parseInt(text, 10) | 0;
  }

  #report<C extends Code>(code: C, at: number, args: ArgumentsOf<C>): void {
    const { line } = this.#scanner;
    const place = {
      file: this.#file,
      line,
      column: this.#scanner.columnOf(at),
      length: this.#scanner.at - at,
    };
    this.diagnostics.push(diagnostic(code, place, args));
  }
}

function copy(from: readonly number[], to: number[]): void {
  to[0] = from[0]!;
  to[1] = from[1]!;
  to[2] = from[2]!;
}
