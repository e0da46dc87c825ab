/**
 * ASTC's ways to cut a block in two or three parts. Format: Khronos Data Format Specification, "ASTC", partition pattern.
 */
import { allTexels } from "./astc_texels.ts";

const SEEDS: u32 = 1024;

/** By parts (two first) and number: texels of the second and third part; of the second both 0 where a part has none. */
const second = memory.data(2 * 1024 * 8, 8);
const third = memory.data(1024 * 8, 8);

/** Numbers of the cuts that differ, by parts, and how many they are. */
const numbers = memory.data(2 * 1024 * 2);
let twoCount: u32 = 0;
let threeCount: u32 = 0;

/** The same cuts side by side: for each sixteen texels the bits of one part of all cuts. */
const PLANE: usize = 1024 * 2;
const secondOfTwo = memory.data(4 * 1024 * 2, 16);
const secondOfThree = memory.data(4 * 1024 * 2, 16);
const thirdOfThree = memory.data(4 * 1024 * 2, 16);

/** Finds the cuts of a size of block. */
export function prepareCuts(width: u32, height: u32): void {
  twoCount = 0;
  threeCount = 0;
  for (let seed: u32 = 0; seed < SEEDS; seed++) {
    addTwo(seed, width, height);
    addThree(seed, width, height);
  }
}

export function cutCount(parts: u32): u32 {
  return parts === 2 ? twoCount : threeCount;
}

/** The number that a block stores. */
export function cutNumber(parts: u32, index: u32): u32 {
  return load<u16>(numbers + ((((parts - 2) << 10) + index) << 1));
}

/** Texels of a part, 1 or 2, of the cut with a number. */
export function cutBits(parts: u32, number: u32, part: u32): u64 {
  if (part === 2) return load<u64>(third + (number << 3));
  return load<u64>(second + ((((parts - 2) << 10) + number) << 3));
}

/** Sixteen texels (from 16 * `plane` on) of a part of eight cuts, from the one with an index on. */
export function eightCuts(parts: u32, part: u32, plane: usize, index: u32): v128 {
  const table = parts === 2 ? secondOfTwo : part === 1 ? secondOfThree : thirdOfThree;
  return v128.load(table + plane * PLANE + ((<usize>index) << 1));
}

function storePlanes(table: usize, index: u32, bits: u64): void {
  for (let plane: usize = 0; plane < 4; plane++, bits >>= 16) {
    store<u16>(table + plane * PLANE + ((<usize>index) << 1), <u16>bits);
  }
}

function addTwo(seed: u32, width: u32, height: u32): void {
  const bits = bitsOfPart(seed, 2, 1, width, height);
  if (bits === 0 || bits === allTexels()) return;
  for (let index: u32 = 0; index < twoCount; index++) {
    const other = cutBits(2, cutNumber(2, index), 1);
    if (other === bits || other === (bits ^ allTexels())) return;
  }
  store<u64>(second + (seed << 3), bits);
  store<u16>(numbers + (twoCount << 1), <u16>seed);
  storePlanes(secondOfTwo, twoCount, bits);
  twoCount++;
}

function addThree(seed: u32, width: u32, height: u32): void {
  const one = bitsOfPart(seed, 3, 1, width, height);
  const two = bitsOfPart(seed, 3, 2, width, height);
  const zero = allTexels() & ~(one | two);
  if (zero === 0 || one === 0 || two === 0) return;
  for (let index: u32 = 0; index < threeCount; index++) {
    const number = cutNumber(3, index);
    const otherOne = cutBits(3, number, 1);
    const otherTwo = cutBits(3, number, 2);
    // Two parts that are the same leave the same for the third.
    const hasOne = one === otherOne || one === otherTwo;
    const hasTwo = two === otherOne || two === otherTwo;
    const hasZero = zero === otherOne || zero === otherTwo;
    if (<u32>hasOne + <u32>hasTwo + <u32>hasZero === 2) return;
  }
  store<u64>(second + ((SEEDS + seed) << 3), one);
  store<u64>(third + (seed << 3), two);
  store<u16>(numbers + ((SEEDS + threeCount) << 1), <u16>seed);
  storePlanes(secondOfThree, threeCount, one);
  storePlanes(thirdOfThree, threeCount, two);
  threeCount++;
}

function bitsOfPart(seed: u32, parts: u32, part: u32, width: u32, height: u32): u64 {
  let bits: u64 = 0;
  const scale: u32 = width * height < 31 ? 2 : 1;
  for (let y: u32 = 0; y < height; y++) {
    for (let x: u32 = 0; x < width; x++) {
      if (partAt(seed, parts, x * scale, y * scale) !== part) continue;
      bits |= (<u64>1) << (<u64>(y * width + x));
    }
  }
  return bits;
}

/** A texel belongs to the part whose wave is highest there, of equal ones to the first. */
function partAt(seed: u32, parts: u32, x: u32, y: u32): u32 {
  const hash = hashed(seed + ((parts - 1) << 10));
  const byBit: u32 = seed & 2 ? 4 : 5;
  const byParts: u32 = parts === 3 ? 6 : 5;
  let part: u32 = 0;
  let highest: u32 = 0;
  for (let index: u32 = 0; index < parts; index++) {
    const across = (hash >> (index << 3)) & 15;
    const down = (hash >> ((index << 3) + 4)) & 15;
    const right = (across * across) >> (seed & 1 ? byBit : byParts);
    const below = (down * down) >> (seed & 1 ? byParts : byBit);
    const wave = (right * x + below * y + (hash >> (14 - (index << 2)))) & 63;
    if (index > 0 && wave <= highest) continue;
    highest = wave;
    part = index;
  }
  return part;
}

/** The format's hash of 32 bits. */
function hashed(value: u32): u32 {
  let hash = value;
  hash ^= hash >> 15;
  hash *= 0xeede0891;
  hash ^= hash >> 5;
  hash += hash << 16;
  hash ^= hash >> 7;
  hash ^= hash >> 3;
  hash ^= hash << 6;
  return hash ^ (hash >> 17);
}
