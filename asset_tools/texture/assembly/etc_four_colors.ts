/**
 * ETC2's blocks of four colors, for two clusters of color. "H": a pair around each of two bases; "T": one base alone, and three in
 * a row around the other. Format: Khronos Data Format Specification, "ETC2", T and H modes.
 */
import { besideTexels, choosePaints, chosenPaints, paintBits, setPaint } from "./paints.ts";

const distances = memory.data<i32>([3, 6, 11, 16, 23, 32, 41, 64]);

/** Both clusters' means, and bases in four bits a channel: red, green and blue each. */
const means = memory.data(24);
const bases = memory.data(24);
const kept = memory.data(24);

/** Writes the block where its squared error is below `limit`; gives the lower of both. */
export function encodeFourColors(limit: f32, dst: usize): f32 {
  findClusters();
  let error = fitFour(false, false, limit, dst);
  error = fitFour(true, false, error, dst);
  return fitFour(true, true, error, dst);
}

function texelValue(texel: usize, channel: usize): f32 {
  return load<f32>(besideTexels + (channel << 6) + (texel << 2));
}

/** Two clusters by their means, from the texel farthest from the mean and the one farthest from that. */
function findClusters(): void {
  for (let channel: usize = 0; channel < 3; channel++) {
    let sum: f32 = 0;
    for (let texel: usize = 0; texel < 16; texel++) sum += texelValue(texel, channel);
    store<f32>(means + (channel << 2), sum / 16);
  }
  takeMean(0, farthestFrom(means));
  takeMean(12, farthestFrom(means));
  for (let turn = 0; turn < 3; turn++) moveMeans();
}

function farthestFrom(color: usize): usize {
  let farthest: usize = 0;
  let most: f32 = -1;
  for (let texel: usize = 0; texel < 16; texel++) {
    const distance = distanceFrom(texel, color);
    if (distance <= most) continue;
    most = distance;
    farthest = texel;
  }
  return farthest;
}

function distanceFrom(texel: usize, color: usize): f32 {
  let distance: f32 = 0;
  for (let channel: usize = 0; channel < 3; channel++) {
    const away = texelValue(texel, channel) - load<f32>(color + (channel << 2));
    distance += away * away;
  }
  return distance;
}

function takeMean(place: usize, texel: usize): void {
  for (let channel: usize = 0; channel < 3; channel++) {
    store<f32>(means + place + (channel << 2), texelValue(texel, channel));
  }
}

const clusterSums = memory.data(24);

function moveMeans(): void {
  memory.fill(clusterSums, 0, 24);
  let secondCount: f32 = 0;
  for (let texel: usize = 0; texel < 16; texel++) {
    const isSecond = distanceFrom(texel, means + 12) < distanceFrom(texel, means);
    if (isSecond) secondCount++;
    addTo(clusterSums + (isSecond ? 12 : 0), texel, 0);
  }
  divide(clusterSums, 16 - secondCount, means);
  divide(clusterSums + 12, secondCount, means + 12);
}

function addTo(sums: usize, texel: usize, offset: i32): void {
  for (let channel: usize = 0; channel < 3; channel++) {
    const place = sums + (channel << 2);
    store<f32>(place, load<f32>(place) + texelValue(texel, channel) - <f32>offset);
  }
}

function divide(sums: usize, count: f32, to: usize): void {
  if (count === 0) return;
  for (let channel: usize = 0; channel < 12; channel += 4) {
    store<f32>(to + channel, load<f32>(sums + channel) / count);
  }
}

/** A distance is followed up to so many times the least error so far. */
const HOPE: f32 = 1.5;

/** Tries every distance; base and choice of colors follow each other. */
function fitFour(isT: bool, isSwapped: bool, limit: f32, dst: usize): f32 {
  let error = limit;
  for (let distance: u32 = 0; distance < 8; distance++) {
    startBases(isSwapped);
    for (let turn = 0; turn < 3; turn++) {
      setPaints(isT, distance);
      const other = choosePaints(besideTexels, 4);
      if (other < error && (isT || canOrder(distance))) {
        error = other;
        writeFour(isT, distance, dst);
      }
      if (other > error * HOPE) break;
      memory.copy(kept, bases, 24);
      moveBases(isT, distance);
      if (memory.compare(kept, bases, 24) === 0) break;
    }
  }
  return error;
}

function startBases(isSwapped: bool): void {
  for (let channel: usize = 0; channel < 12; channel += 4) {
    store<i32>(bases + channel, fourBits(load<f32>(means + channel + (isSwapped ? 12 : 0))));
    store<i32>(bases + channel, fourBits(load<f32>(means + channel + (isSwapped ? 0 : 12))), 12);
  }
}

function fourBits(value: f32): i32 {
  return <i32>nearest<f32>(min<f32>(255, max<f32>(0, value)) / 17);
}

/** Base of a paint, 0 or 1, and how far from it the paint is. */
function baseOf(isT: bool, paint: i32): usize {
  return isT ? (paint === 0 ? 0 : 1) : <usize>(paint >> 1);
}

function offsetOf(isT: bool, paint: i32, distance: u32): i32 {
  const away = load<i32>(distances + (distance << 2));
  if (isT) return paint === 1 ? away : paint === 3 ? -away : 0;
  return paint & 1 ? -away : away;
}

function setPaints(isT: bool, distance: u32): void {
  for (let paint = 0; paint < 4; paint++) {
    const base = bases + baseOf(isT, paint) * 12;
    const offset = offsetOf(isT, paint, distance);
    setPaint(
      <usize>paint,
      load<i32>(base) * 17 + offset,
      load<i32>(base, 4) * 17 + offset,
      load<i32>(base, 8) * 17 + offset,
    );
  }
}

/** To the means of the texels that chose a base's colors, less the colors' distances. */
function moveBases(isT: bool, distance: u32): void {
  memory.fill(clusterSums, 0, 24);
  let secondCount: f32 = 0;
  for (let texel: usize = 0; texel < 16; texel++) {
    const paint = load<i32>(chosenPaints + (texel << 2));
    const base = baseOf(isT, paint);
    secondCount += <f32>base;
    addTo(clusterSums + base * 12, texel, offsetOf(isT, paint, distance));
  }
  moveBase(0, 16 - secondCount);
  moveBase(12, secondCount);
}

function moveBase(place: usize, count: f32): void {
  if (count === 0) return;
  for (let channel: usize = place; channel < place + 12; channel += 4) {
    store<i32>(bases + channel, fourBits(load<f32>(clusterSums + channel) / count));
  }
}

function packed(base: usize): i32 {
  return (load<i32>(base) << 8) | (load<i32>(base, 4) << 4) | load<i32>(base, 8);
}

/** H's order of the bases tells the lowest bit of the distance; equal ones tell 1. */
function canOrder(distance: u32): bool {
  return (distance & 1) === 1 || packed(bases) !== packed(bases + 12);
}

function writeFour(isT: bool, distance: u32, dst: usize): void {
  const lower = paintBits(0, 4);
  let upper = paintBits(1, 4);
  let first = bases;
  let second = bases + 12;
  if (!isT && packed(first) >= packed(second) !== ((distance & 1) === 1)) {
    first = bases + 12;
    second = bases;
    upper = ~upper & 0xffff;
  }
  const head = isT ? headOfT(first, second, distance) : headOfH(first, second, distance);
  store<u32>(dst, bswap<u32>(head));
  store<u32>(dst, bswap<u32>((upper << 16) | lower), 4);
}

/** The bits between are chosen so that red overflows the five bits of a differential block. */
function headOfT(first: usize, second: usize, distance: u32): u32 {
  const red = load<u32>(first);
  return (
    overflowing(red >> 2, red & 3) |
    (load<u32>(first, 4) << 20) |
    (load<u32>(first, 8) << 16) |
    (load<u32>(second) << 12) |
    (load<u32>(second, 4) << 8) |
    (load<u32>(second, 8) << 4) |
    ((distance >> 1) << 2) |
    2 |
    (distance & 1)
  );
}

/** Red must not overflow, and green must. */
function headOfH(first: usize, second: usize, distance: u32): u32 {
  const red = load<u32>(first);
  const green = load<u32>(first, 4);
  const blue = load<u32>(first, 8);
  const difference = ((<i32>(green >> 1)) << 29) >> 29;
  const top: u32 = <i32>red + difference < 0 ? 1 : 0;
  const upper = ((green & 1) << 1) | (blue >> 3);
  return (
    (top << 31) |
    (red << 27) |
    ((green >> 1) << 24) |
    (overflowing(upper, (blue >> 1) & 3) >> 8) |
    ((blue & 1) << 15) |
    (load<u32>(second) << 11) |
    (load<u32>(second, 4) << 7) |
    (load<u32>(second, 8) << 3) |
    ((distance >> 2) << 2) |
    2 |
    ((distance >> 1) & 1)
  );
}

/** The top byte: the lowest two bits of a base of five and of a difference of three are given, their sum leaves five bits. */
function overflowing(base: u32, difference: u32): u32 {
  const rest: u32 = base + difference < 4 ? 4 : 0xe0;
  return (rest | (base << 3) | difference) << 24;
}
