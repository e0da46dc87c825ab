/**
 * Curves of takes before version 7000: one list of times, values, letters and numbers, whose order follows from the
 * letters and, for some, from `KeyVer`. Which letter takes how many numbers is as ufbx has found in files.
 */
import { type Curve, EVEN } from "./curve.ts";
import { childOf, type FbxNode, type FbxValue, numberAt } from "./fbx_node.ts";
import { fail } from "./fbx_problem.ts";
import { curveOf, type FileKey, type FileTangent } from "./key_list.ts";

/** Version of files that do not say; all of version 6100 do. */
const KEY_VERSION = 4005;

/** Reads the `Key` list of a channel; undefined when it has none. */
export function readLegacyKeys(channel: FbxNode, ticksPerSecond: number): Curve | undefined {
  const list = childOf(channel, "Key");
  if (list === undefined) return undefined;
  const version = numberAt(childOf(channel, "KeyVer"), 0) ?? KEY_VERSION;
  const cells = new KeyCells(list);
  const keys: FileKey[] = [];
  while (!cells.isAtEnd) keys.push(readKey(cells, version, ticksPerSecond));
  return curveOf(keys);
}

function readKey(cells: KeyCells, version: number, ticksPerSecond: number): FileKey {
  const time = cells.number() / ticksPerSecond;
  const value = cells.number();
  const plain = { time, value, tangent: { kind: "given", slope: 0, nextSlope: 0 } as const };
  const even = { weight: EVEN, nextWeight: EVEN };
  switch (cells.letter()) {
    case "L":
      return { ...plain, ...even, interpolation: "linear" };
    case "C": {
      const isNext = version >= 4004 && cells.letter() === "n";
      return { ...plain, ...even, interpolation: isNext ? "next" : "constant" };
    }
    case "U": {
      const [tangent, weights] = readTangent(cells, version);
      return { time, value, interpolation: "cubic", tangent, ...readWeights(cells, weights) };
    }
    default:
      return cells.refuse("a key's interpolation is not `C`, `L` or `U`");
  }
}

const AUTO: FileTangent = {
  kind: "auto",
  rule: { isTimeIndependent: true, clamps: false, clampsProgressively: true },
};

/** The tangent, and how many entries of weights follow. */
function readTangent(cells: KeyCells, version: number): readonly [FileTangent, weights: number] {
  const isOld = version <= 4004;
  switch (cells.letter()) {
    case "s":
    case "b":
      return [
        { kind: "given", slope: cells.number(), nextSlope: cells.number() },
        version === 4003 ? 0 : 1,
      ];
    case "a":
      return [AUTO, isOld ? 0 : 1];
    case "p":
    case "q":
      cells.number();
      cells.number();
      return [AUTO, isOld ? 1 : 2];
    case "t": {
      const [tension, continuity, bias] = [cells.number(), cells.number(), cells.number()];
      return [{ kind: "tcb", tension, continuity, bias }, 0];
    }
    case "d":
      cells.number();
      return [AUTO, 1];
    default:
      return cells.refuse("a key's tangent is not known");
  }
}

function readWeights(cells: KeyCells, entries: number): { weight: number; nextWeight: number } {
  let [weight, nextWeight] = [EVEN, EVEN];
  for (let entry = 0; entry < entries; entry++) {
    switch (cells.letter()) {
      case "n":
      case "c":
        break;
      case "a":
        weight = cells.number();
        nextWeight = cells.number();
        break;
      case "l":
        nextWeight = cells.number();
        break;
      case "r":
        weight = cells.number();
        break;
      default:
        cells.refuse("a key's weight is not known");
    }
  }
  return { weight, nextWeight };
}

/** The cells of a list, one after another. */
class KeyCells {
  readonly #list: FbxNode;
  readonly #cells: ArrayLike<FbxValue>;
  #at = 0;

  constructor(list: FbxNode) {
    this.#list = list;
    const [first] = list.values;
    this.#cells = typeof first === "object" ? first : list.values;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#cells.length;
  }

  number(): number {
    const value = this.#next();
    return typeof value === "string" || typeof value === "object"
      ? this.refuse("a number of a key is missing")
      : Number(value);
  }

  /** Binary files write letters as their codes. */
  letter(): string {
    const value = this.#next();
    return typeof value === "string" ? value : String.fromCharCode(Number(value));
  }

  refuse(problem: string): never {
    return fail("AS2604", this.#list.at, { object: "Take", problem });
  }

  #next(): FbxValue {
    const value = this.#cells[this.#at++];
    return value === undefined ? this.refuse("its last key is not whole") : value;
  }
}
