/**
 * Wavefront OBJ (appendix B1 of the Advanced Visualizer manual): `v` with colors, `vt`, `vn`, `f` with any corner form and
 * any number of corners, `usemtl`, `o`, `g`, `s`. Lines, points and curves are skipped with a warning. A WebAssembly
 * kernel reads the plain lines, which are nearly all; the others are read here, so that errors name line and column.
 * At most 20 are reported.
 */
import {
  type ArgumentsOf,
  type Diagnostic,
  diagnostic,
  hasErrors,
} from "../../document/diagnostic.ts";
import type { Code } from "../../document/messages.ts";
import { noFaces } from "../check_geometry.ts";
import { ByteScanner } from "./byte_scanner.ts";
import type { FaceRun, ObjFile } from "./obj_file.ts";
import { ObjLists } from "./obj_lists.ts";
import { PlainLines } from "./plain_lines.ts";

const MAX_ERRORS = 20;

/** Cutting a polygon takes time by the square of its corners. The kernel knows the same limit. */
const MAX_CORNERS = 4096;

/** Statements without meaning for triangles. */
const SKIPPED = new Set(
  "mtllib usemap maplib shadow_obj trace_obj lod bevel c_interp d_interp call csh".split(" "),
);
const UNSUPPORTED = new Set(
  "p l vp curv curv2 surf cstype deg bmat step parm trim hole scrv sp end con mg".split(" "),
);

/** Parses a whole file; it is only of use without errors. */
export function parseObj(
  bytes: Uint8Array,
  file: string,
): { readonly obj: ObjFile; readonly diagnostics: readonly Diagnostic[] } {
  const parser = new ObjParser(bytes, file);
  parser.run();
  return { obj: parser.result(), diagnostics: parser.diagnostics };
}

class ObjParser {
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: string;
  readonly #scanner: ByteScanner;
  readonly #lists = new ObjLists();
  readonly #runs: FaceRun[] = [{ firstFace: 0, material: "", smoothing: 0, part: "" }];
  readonly #warned = new Set<string>();
  #hasObjects = false;

  constructor(bytes: Uint8Array, file: string) {
    this.#scanner = new ByteScanner(bytes);
    this.#file = file;
  }

  run(): void {
    const scanner = this.#scanner;
    const plain = new PlainLines(scanner.bytes, this.#lists);
    while (this.diagnostics.length < MAX_ERRORS) {
      const { at, lines } = plain.readFrom(scanner.at);
      scanner.moveTo(at, lines);
      if (scanner.isAtEnd) break;
      if (scanner.skipBlanks()) this.#statement();
      scanner.nextLine();
    }
    if (this.#lists.faces.length === 0 && !hasErrors(this.diagnostics)) {
      this.diagnostics.push(noFaces(this.#file));
    }
  }

  result(): ObjFile {
    const { positions, colors, hasColors, uvs, normals, corners, faces } = this.#lists;
    return {
      positions: positions.toArray(),
      ...(hasColors && { colors: colors.toArray() }),
      uvs: uvs.toArray(),
      normals: normals.toArray(),
      corners: corners.toArray(),
      faces: faces.toArray(),
      runs: this.#runs,
    };
  }

  #statement(): void {
    const scanner = this.#scanner;
    const start = scanner.at;
    scanner.skipWord();
    const keyword = scanner.at - start <= 16 ? scanner.textFrom(start) : "";
    switch (keyword) {
      case "v":
        this.#position(start);
        return;
      case "vt":
        this.#uv(start);
        return;
      case "vn": {
        this.#lists.normals.append(this.#numbers(keyword, start, 3, 3) ?? [0, 0, 0]);
        return;
      }
      case "f":
        this.#face(start);
        return;
      case "usemtl":
        this.#change({ material: scanner.restOfLine() });
        return;
      case "s":
        this.#smooth();
        return;
      case "o":
        this.#hasObjects = true;
        this.#change({ part: scanner.restOfLine() });
        return;
      case "g":
        if (!this.#hasObjects) this.#change({ part: scanner.restOfLine() });
        return;
      default:
        this.#other(keyword, start);
    }
  }

  #other(keyword: string, start: number): void {
    if (SKIPPED.has(keyword)) return;
    if (!UNSUPPORTED.has(keyword)) {
      this.#report("AS2007", start, { keyword: this.#scanner.excerptFrom(start) });
    } else if (!this.#warned.has(keyword)) {
      this.#report("AS2009", start, { keyword });
      this.#warned.add(keyword);
    }
  }

  /** x y z, then nothing, a weight, a color or a color with alpha. A wrong one counts, so that no face is blamed for it. */
  #position(start: number): void {
    const numbers = this.#numbers("v", start, 3, 7) ?? [0, 0, 0];
    const lists = this.#lists;
    if (numbers.length === 5)
      this.#report("AS2002", start, { keyword: "v", expected: 6, found: 5 });
    const hasColor = numbers.length >= 6;
    lists.positions.append(numbers.slice(0, 3));
    lists.colors.append(hasColor ? numbers.slice(3, 6) : [1, 1, 1]);
    if (hasColor) lists.hasColors = true;
  }

  /** `vt u` is allowed: v is 0 then. A third coordinate is of no use to a picture. */
  #uv(start: number): void {
    const [u = 0, v = 0] = this.#numbers("vt", start, 1, 3) ?? [];
    this.#lists.uvs.append([u, v]);
  }

  /** The numbers on the rest of the line, at least `least`; undefined after an error. What follows `most` is ignored. */
  #numbers(keyword: string, start: number, least: number, most: number): number[] | undefined {
    const scanner = this.#scanner;
    const numbers: number[] = [];
    while (numbers.length < most && scanner.skipBlanks()) {
      const at = scanner.at;
      const value = scanner.number();
      if (Number.isNaN(value)) {
        scanner.skipWord();
        this.#report("AS2001", at, { found: scanner.excerptFrom(at) });
        return undefined;
      }
      numbers.push(value);
    }
    if (numbers.length >= least) return numbers;
    this.#report("AS2002", start, { keyword, expected: least, found: numbers.length });
    return undefined;
  }

  #face(start: number): void {
    const scanner = this.#scanner;
    const corners: number[] = [];
    let count = 0;
    for (; scanner.skipBlanks(); count++) {
      if (count >= MAX_CORNERS) scanner.skipWord();
      else if (!this.#corner(corners)) return;
    }
    if (count < 3) {
      this.#report("AS2004", start, { found: count });
      return;
    }
    if (count > MAX_CORNERS) {
      this.#report("AS2011", start, { found: count, limit: MAX_CORNERS });
      return;
    }
    this.#lists.corners.append(corners);
    this.#lists.faces.push(count);
  }

  /** Appends `p`, `p/t`, `p//n` or `p/t/n`. */
  #corner(corners: number[]): boolean {
    const scanner = this.#scanner;
    const start = scanner.at;
    scanner.skipWord();
    const text = scanner.textFrom(start);
    const match = /^(-?\d+)(?:\/(-?\d+)?(?:\/(-?\d+))?)?$/.exec(text);
    if (match === null || text.endsWith("/")) {
      this.#report("AS2005", start, { found: scanner.excerptFrom(start) });
      return false;
    }
    let at = start;
    for (let part = 0; part < 3; part++) {
      const written = match[part + 1];
      const resolved = written === undefined ? -1 : this.#resolve(written, part, at);
      if (resolved === undefined) return false;
      corners.push(resolved);
      at += (written?.length ?? 0) + 1;
    }
    return true;
  }

  /** From the file's counting, from 1 or backwards from -1, to ours; undefined after an error. */
  #resolve(written: string, part: number, at: number): number | undefined {
    const { positions, uvs, normals } = this.#lists;
    const [list, size, what] = (
      [
        [positions, 3, "positions"],
        [uvs, 2, "uvs"],
        [normals, 3, "normals"],
      ] as const
    )[part]!;
    const count = list.length / size;
    const index = Number(written);
    const resolved = index < 0 ? count + index : index - 1;
    if (index === 0) this.#report("AS2008", at, {}, written.length);
    else if (resolved >= 0 && resolved < count) return resolved;
    else this.#report("AS2003", at, { index: written, count, what }, written.length);
    return undefined;
  }

  #smooth(): void {
    const scanner = this.#scanner;
    scanner.skipBlanks();
    const start = scanner.at;
    scanner.skipWord();
    const text = scanner.textFrom(start);
    if (!/^(off|on|\d{1,9})$/.test(text)) {
      this.#report("AS2010", start, { found: scanner.excerptFrom(start) });
      return;
    }
    this.#change({ smoothing: text === "off" ? 0 : text === "on" ? 1 : Number(text) });
  }

  /** The faces from here on have another material, smoothing group or part. */
  #change(changed: Partial<FaceRun>): void {
    const firstFace = this.#lists.faces.length;
    const last = this.#runs.at(-1)!;
    if (last.firstFace === firstFace) this.#runs.pop();
    this.#runs.push({ ...last, ...changed, firstFace });
  }

  #report<C extends Code>(code: C, at: number, args: ArgumentsOf<C>, length?: number): void {
    const scanner = this.#scanner;
    const place = {
      file: this.#file,
      line: scanner.line,
      column: scanner.columnOf(at),
      length: length ?? scanner.at - at,
    };
    this.diagnostics.push(diagnostic(code, place, args));
  }
}
