/** What the first bits of an ASTC block say about the rest. Format: Khronos Data Format Specification, "ASTC". */
import type { AstcBits } from "./astc_bits.ts";
import { type AstcRange, astcRanges, sequenceBits } from "./astc_sequence.ts";

/** Where everything of a block is, in bits. */
export interface AstcLayout {
  /** Size of the grid of weights, no larger than the block. */
  readonly gridWidth: number;
  readonly gridHeight: number;
  readonly weightRange: AstcRange;
  /** The channel that has weights of its own, or null. */
  readonly ownChannel: number | null;
  /** How the ends of each part are stored, 0 to 15. */
  readonly kinds: readonly number[];
  /** Number of the partition. */
  readonly seed: number;
  readonly endsStart: number;
  readonly endsRange: AstcRange;
}

/** Values that a part's ends of a kind take. */
export function endValues(kind: number): number {
  return 2 * (kind >> 2) + 2;
}

interface Grid {
  readonly width: number;
  readonly height: number;
  readonly weightRange: AstcRange;
  readonly isDual: boolean;
}

/** Null for a layout that the format has no meaning for. */
export function readLayout(block: AstcBits, width: number, height: number): AstcLayout | null {
  const grid = readGrid(block.at(0, 11));
  if (grid === null || grid.width > width || grid.height > height) return null;
  const parts = block.at(11, 2) + 1;
  const weights = grid.width * grid.height * (grid.isDual ? 2 : 1);
  const weightBits = sequenceBits(grid.weightRange, weights);
  if (weights > 64 || weightBits < 24 || weightBits > 96) return null;
  if (grid.isDual && parts === 4) return null;
  const weightStart = 128 - weightBits;
  const { kinds, end } = readKinds(block, parts, weightStart);
  const ownStart = grid.isDual ? end - 2 : end;
  const endsStart = parts === 1 ? 17 : 29;
  const endsRange = rangeThatFits(kinds, ownStart - endsStart);
  if (endsRange === null) return null;
  return {
    gridWidth: grid.width,
    gridHeight: grid.height,
    weightRange: grid.weightRange,
    ownChannel: grid.isDual ? block.at(ownStart, 2) : null,
    kinds,
    seed: parts === 1 ? 0 : block.at(13, 10),
    endsStart,
    endsRange,
  };
}

/** The block mode, eleven bits. */
function readGrid(mode: number): Grid | null {
  const a = (mode >> 5) & 3;
  const b = (mode >> 7) & 3;
  if ((mode & 3) !== 0) {
    const range = ((mode & 3) << 1) | ((mode >> 4) & 1);
    const [width, height] = lowGrid((mode >> 2) & 3, a, b);
    return gridOf(width, height, range, (mode >> 9) & 1, (mode >> 10) & 1);
  }
  const range = ((mode >> 1) & 6) | ((mode >> 4) & 1);
  if (range < 2) return null;
  const high = (mode >> 9) & 1;
  const dual = (mode >> 10) & 1;
  if (b === 0) return gridOf(12, a + 2, range, high, dual);
  if (b === 1) return gridOf(a + 2, 12, range, high, dual);
  if (b === 2) return gridOf(a + 6, ((mode >> 9) & 3) + 6, range, 0, 0);
  if (a === 0) return gridOf(6, 10, range, high, dual);
  if (a === 1) return gridOf(10, 6, range, high, dual);
  return null;
}

function lowGrid(form: number, a: number, b: number): readonly [width: number, height: number] {
  if (form === 0) return [b + 4, a + 2];
  if (form === 1) return [b + 8, a + 2];
  if (form === 2) return [a + 2, b + 8];
  return b & 2 ? [(b & 1) + 2, a + 2] : [a + 2, (b & 1) + 6];
}

function gridOf(width: number, height: number, range: number, high: number, dual: number): Grid {
  const weightRange = astcRanges[range - 2 + 6 * high] as AstcRange;
  return { width, height, weightRange, isDual: dual === 1 };
}

/** Kinds that differ between parts continue just before the weights; `end` is where free bits end then. */
function readKinds(
  block: AstcBits,
  parts: number,
  weightStart: number,
): { readonly kinds: readonly number[]; readonly end: number } {
  if (parts === 1) return { kinds: [block.at(13, 4)], end: weightStart };
  const form = block.at(23, 2);
  if (form === 0) {
    return { kinds: new Array<number>(parts).fill(block.at(25, 4)), end: weightStart };
  }
  const moreBits = 3 * parts - 4;
  const end = weightStart - moreBits;
  const all = block.at(25, 4) | (block.at(end, moreBits) << 4);
  const kinds = Array.from({ length: parts }, (_, part) => {
    const group = form - 1 + ((all >> part) & 1);
    return group * 4 + ((all >> (parts + 2 * part)) & 3);
  });
  return { kinds, end };
}

/** Ends take the largest range that fits; fewer than six levels is no block. */
function rangeThatFits(kinds: readonly number[], bits: number): AstcRange | null {
  const count = kinds.reduce((sum, kind) => sum + endValues(kind), 0);
  if (count > 18) return null;
  const fits = (range: AstcRange): boolean =>
    range.levels >= 6 && sequenceBits(range, count) <= bits;
  return astcRanges.findLast(fits) ?? null;
}
