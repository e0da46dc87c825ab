/**
 * Decodes ASTC blocks of any two-dimensional size with 8 bits a channel: whatever layout, up to four parts, weights of a
 * grid smaller than the block, two planes of them. Format: Khronos Data Format Specification, "ASTC".
 */
import { AstcBits } from "./astc_bits.ts";
import { type Color, type Ends, endColors } from "./astc_ends.ts";
import { type AstcLayout, endValues, readLayout } from "./astc_layout.ts";
import { partitionOf } from "./astc_partition.ts";
import { readSequence } from "./astc_sequence.ts";
import type { BlockTexels } from "./block_texels.ts";

/** What the format gives for blocks without meaning and for parts with a high dynamic range. */
const ERROR_COLOR: Color = [255, 0, 255, 255];

/** The nine lowest bits of a block of one color. */
const ONE_COLOR = 0x1fc;

/** The block that is read, from its start and, for the weights, from its end. */
const block = new AstcBits();
const fromEnd = new AstcBits();

/** Reads one block of 16 bytes into RGBA texels, row by row. */
export function decodeAstcBlock(
  view: DataView,
  at: number,
  width: number,
  height: number,
  { bytes }: BlockTexels,
): void {
  block.take(view, at);
  if (block.at(0, 9) === ONE_COLOR) {
    fill(bytes, width * height, isPlainColor() ? storedColor() : ERROR_COLOR);
    return;
  }
  const layout = readLayout(block, width, height);
  if (layout === null) {
    fill(bytes, width * height, ERROR_COLOR);
    return;
  }
  fromEnd.takeReversed(view, at);
  mixTexels(layout, readEnds(layout), width, height, bytes);
}

/** Not of high dynamic range, and said to be of one color either everywhere or in a rectangle that has an extent. */
function isPlainColor(): boolean {
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
function storedColor(): Color {
  return [block.at(72, 8), block.at(88, 8), block.at(104, 8), block.at(120, 8)];
}

function fill(texels: Uint8Array, count: number, color: Color): void {
  for (let texel = 0; texel < count; texel++) texels.set(color, texel * 4);
}

/** Values of a sequence as they are stored. */
const values = new Uint8Array(64);

function readEnds({ kinds, endsStart, endsRange }: AstcLayout): readonly Ends[] {
  const count = kinds.reduce((sum, kind) => sum + endValues(kind), 0);
  readSequence(block, endsStart, endsRange, count, values);
  let next = 0;
  return kinds.map((kind) => {
    const own = Array.from({ length: endValues(kind) }, () => endsRange.ends[values[next++] ?? 0]);
    return endColors(kind, own as number[]) ?? [ERROR_COLOR, ERROR_COLOR];
  });
}

/** By plane: weights of a grid, with zeros for what lies beyond it, and of the block's texels; 0 to 64. */
const gridWeights = [new Uint8Array(80), new Uint8Array(80)] as const;
const texelWeights = [new Uint8Array(144), new Uint8Array(144)] as const;

function mixTexels(
  layout: AstcLayout,
  ends: readonly Ends[],
  width: number,
  height: number,
  texels: Uint8Array,
): void {
  const { ownChannel, kinds, seed } = layout;
  readWeights(layout);
  spread(layout, width, height, gridWeights[0], texelWeights[0]);
  if (ownChannel !== null) spread(layout, width, height, gridWeights[1], texelWeights[1]);
  const parts = partitionOf(seed, kinds.length, width, height);
  for (let channel = 0; channel < 4; channel++) {
    const weights = texelWeights[channel === ownChannel ? 1 : 0];
    for (let texel = 0; texel < width * height; texel++) {
      const [low, high] = ends[parts[texel] as number] as Ends;
      const weight = weights[texel] as number;
      texels[texel * 4 + channel] = mixed(low[channel] as number, high[channel] as number, weight);
    }
  }
}

/** Mixed with 16 bits, of which the upper eight remain. */
function mixed(low: number, high: number, weight: number): number {
  return (257 * (low * (64 - weight) + high * weight) + 32) >> 14;
}

/** Of one plane or of two by turns; they stand at the block's end in reverse. */
function readWeights({ gridWidth, gridHeight, weightRange, ownChannel }: AstcLayout): void {
  const planes = ownChannel === null ? 1 : 2;
  const count = gridWidth * gridHeight;
  readSequence(fromEnd, 0, weightRange, count * planes, values);
  for (let plane = 0; plane < planes; plane++) {
    const grid = gridWeights[plane] as Uint8Array;
    for (let index = 0; index < count; index++)
      grid[index] = weightRange.weights[values[index * planes + plane] as number] as number;
    grid.fill(0, count);
  }
}

/** A weight for each texel, between the four of the grid that are around it. */
function spread(
  { gridWidth, gridHeight }: AstcLayout,
  width: number,
  height: number,
  grid: Uint8Array,
  weights: Uint8Array,
): void {
  const columns = gridPlaces(width, gridWidth);
  const rows = gridPlaces(height, gridHeight);
  let texel = 0;
  for (let y = 0; y < height; y++) {
    const row = rows[y] as GridPlace;
    for (let x = 0; x < width; x++) {
      const column = columns[x] as GridPlace;
      const both = (column.part * row.part + 8) >> 4;
      const at = row.index * gridWidth + column.index;
      const sum =
        (grid[at] as number) * (16 - column.part - row.part + both) +
        (grid[at + 1] as number) * (column.part - both) +
        (grid[at + gridWidth] as number) * (row.part - both) +
        (grid[at + gridWidth + 1] as number) * both;
      weights[texel++] = (sum + 8) >> 4;
    }
  }
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
