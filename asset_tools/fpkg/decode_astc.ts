/**
 * Decodes ASTC blocks of any two-dimensional size with 8 bits a channel: whatever layout, up to four parts, weights of a
 * grid smaller than the block, two planes of them. Format: Khronos Data Format Specification, "ASTC".
 */
import { AstcBits } from "./astc_bits.ts";
import { type Color, type Ends, endColors } from "./astc_ends.ts";
import { type AstcLayout, endValues, readLayout } from "./astc_layout.ts";
import { partitionOf } from "./astc_partition.ts";
import { readSequence, unquantisedEnd, unquantisedWeight } from "./astc_sequence.ts";
import type { BlockTexels } from "./block_texels.ts";

/** What the format gives for blocks without meaning and for parts with a high dynamic range. */
const ERROR_COLOR: Color = [255, 0, 255, 255];

/** The nine lowest bits of a block of one color. */
const ONE_COLOR = 0x1fc;

/** Reads one block of 16 bytes into RGBA texels, row by row. */
export function decodeAstcBlock(
  view: DataView,
  at: number,
  width: number,
  height: number,
  { bytes }: BlockTexels,
): void {
  const block = new AstcBits(new Uint8Array(view.buffer, view.byteOffset + at, 16));
  if (block.at(0, 9) === ONE_COLOR) {
    fill(bytes, width * height, isPlainColor(block) ? storedColor(block) : ERROR_COLOR);
    return;
  }
  const layout = readLayout(block, width, height);
  if (layout === null) fill(bytes, width * height, ERROR_COLOR);
  else mixTexels(block, layout, readEnds(block, layout), width, height, bytes);
}

/** Not of high dynamic range, and said to be of one color either everywhere or in a rectangle that has an extent. */
function isPlainColor(block: AstcBits): boolean {
  if (block.at(9, 3) !== 6) return false;
  const [left, right, top, bottom] = [12, 25, 38, 51].map((start) => block.at(start, 13)) as [
    number,
    number,
    number,
    number,
  ];
  const isEverywhere = left === 8191 && right === 8191 && top === 8191 && bottom === 8191;
  return isEverywhere || (left < right && top < bottom);
}

/** Of each channel's sixteen bits the upper eight. */
function storedColor(block: AstcBits): Color {
  return [block.at(72, 8), block.at(88, 8), block.at(104, 8), block.at(120, 8)];
}

function fill(texels: Uint8Array, count: number, color: Color): void {
  for (let texel = 0; texel < count; texel++) texels.set(color, texel * 4);
}

function readEnds(block: AstcBits, layout: AstcLayout): readonly Ends[] {
  const { kinds, endsStart, endsRange } = layout;
  const count = kinds.reduce((sum, kind) => sum + endValues(kind), 0);
  const values = readSequence(block, endsStart, endsRange, count).map((value) =>
    unquantisedEnd(value, endsRange),
  );
  let next = 0;
  return kinds.map((kind) => {
    const first = next;
    next += endValues(kind);
    return endColors(kind, values.slice(first, next)) ?? [ERROR_COLOR, ERROR_COLOR];
  });
}

function mixTexels(
  block: AstcBits,
  layout: AstcLayout,
  ends: readonly Ends[],
  width: number,
  height: number,
  texels: Uint8Array,
): void {
  const { ownChannel, kinds, seed } = layout;
  const planes = readWeights(block, layout).map((grid) => spread(grid, layout, width, height));
  const parts = partitionOf(seed, kinds.length, width, height);
  for (let texel = 0; texel < width * height; texel++) {
    const [low, high] = ends[parts[texel] as number] as Ends;
    for (let channel = 0; channel < 4; channel++) {
      const plane = planes[channel === ownChannel ? 1 : 0] as readonly number[];
      const weight = plane[texel] as number;
      texels[texel * 4 + channel] = mixed(low[channel] as number, high[channel] as number, weight);
    }
  }
}

/** Mixed with 16 bits, of which the upper eight remain. */
function mixed(low: number, high: number, weight: number): number {
  return ((low * 257 * (64 - weight) + high * 257 * weight + 32) >> 6) >> 8;
}

/** The grid's weights, 0 to 64, of one plane or two; they stand at the block's end in reverse. */
function readWeights(block: AstcBits, layout: AstcLayout): readonly (readonly number[])[] {
  const { gridWidth, gridHeight, weightRange, ownChannel } = layout;
  const planes = ownChannel === null ? 1 : 2;
  const count = gridWidth * gridHeight * planes;
  const weights = readSequence(block.reversed(), 0, weightRange, count).map((value) =>
    unquantisedWeight(value, weightRange),
  );
  return Array.from({ length: planes }, (_, plane) =>
    weights.filter((_, index) => index % planes === plane),
  );
}

/** A weight for each texel, between the four of the grid that are around it. */
function spread(
  grid: readonly number[],
  { gridWidth, gridHeight }: AstcLayout,
  width: number,
  height: number,
): readonly number[] {
  const columns = gridPlaces(width, gridWidth);
  const rows = gridPlaces(height, gridHeight);
  return rows.flatMap((row) =>
    columns.map((column) => {
      const both = (column.part * row.part + 8) >> 4;
      const at = row.index * gridWidth + column.index;
      // What lies beyond the grid has no part in the sum.
      const sum =
        (grid[at] ?? 0) * (16 - column.part - row.part + both) +
        (grid[at + 1] ?? 0) * (column.part - both) +
        (grid[at + gridWidth] ?? 0) * (row.part - both) +
        (grid[at + gridWidth + 1] ?? 0) * both;
      return (sum + 8) >> 4;
    }),
  );
}

/** Where a texel of a row or column is in the grid: after which weight, and how many sixteenths after it. */
interface GridPlace {
  readonly index: number;
  readonly part: number;
}

const knownPlaces = new Map<number, readonly GridPlace[]>();

function gridPlaces(texels: number, weights: number): readonly GridPlace[] {
  const key = texels * 16 + weights;
  const known = knownPlaces.get(key);
  if (known !== undefined) return known;
  const made = makePlaces(texels, weights);
  knownPlaces.set(key, made);
  return made;
}

function makePlaces(texels: number, weights: number): readonly GridPlace[] {
  const step = Math.floor((1024 + (texels >> 1)) / (texels - 1));
  return Array.from({ length: texels }, (_, texel) => {
    const place = (step * texel * (weights - 1) + 32) >> 6;
    return { index: place >> 4, part: place & 15 };
  });
}
