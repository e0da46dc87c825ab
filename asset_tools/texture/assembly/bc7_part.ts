/**
 * A line through the colors of a part of the block in the planes. Which texels belong to the part, and how the line is
 * stored, is set before.
 *
 * A line is 64 bytes: the quantised low end (four i32), the high end, the ends' parities (two i32), eight unused bytes, the
 * step of each of the sixteen texels.
 */
import {
  alphaOf,
  blueOf,
  clampByte,
  greatestLane,
  greenOf,
  leastLane,
  redOf,
  sumEach,
  sumLanes,
} from "./lanes.ts";
import { decodedDifference, plane, projection, weightedSum } from "./planes.ts";
import { shortened } from "./principal_axis.ts";

/** Whose ends share a parity bit. */
export const NO_PARITY = 0;
export const PARITY_OF_LINE = 1;
export const PARITY_OF_END = 2;

let parityKind: i32 = PARITY_OF_END;
/** The greatest values of a channel without its parity bit and with it. */
let mostStored: f32 = 127;
let mostValue: f32 = 255;
/** Values become bytes by repeating their first bits: what they are multiplied with, and with what those bits are left. */
let toByte: f32 = 1;
let toRepeated: f32 = 0;
let mostStep: f32 = 3;
let hasAlpha: bool = false;

/** Bits a channel of an end, without parity; steps from end to end; and whether alpha is of the line. */
export function setLineLayout(bits: u32, parity: i32, steps: f32, withAlpha: bool): void {
  const all = bits + (parity === NO_PARITY ? 0 : 1);
  parityKind = parity;
  mostStored = <f32>((1 << bits) - 1);
  mostValue = <f32>((1 << all) - 1);
  toByte = <f32>(1 << (8 - all));
  toRepeated = <f32>1 / <f32>(1 << (2 * all - 8));
  mostStep = steps;
  hasAlpha = withAlpha;
}

/** 1 for the part's texels, else 0. */
const mask = memory.data(64, 16);
/** How many texels the part has. */
let count: f32 = 0;

/** How far along the line each texel's step is; 0 outside the part. */
const shares = memory.data(64, 16);

/** Ends of a line in color, low before high. */
const ends = memory.data(32, 16);

/** Makes the texels whose bits are set the part. */
export function setMask(bits: u32): void {
  count = <f32>popcnt(bits);
  for (let row: usize = 0; row < 4; row++) {
    const four = v128.and(v128.splat<i32>(bits >> <u32>(row << 2)), i32x4(1, 2, 4, 8));
    const isIn = v128.ne<i32>(four, v128.splat<i32>(0));
    v128.store(mask + (row << 4), v128.and(isIn, f32x4.splat(1)));
  }
}

/** Squared distances of the part's texels from the line that fits them best, summed. */
export function lineError(): f32 {
  const mean = v128.div<f32>(weightedSum(mask), f32x4.splat(count));
  const axis = axisOfPart(mean);
  return (
    trace -
    v128.extract_lane<f32>(sumLanes(v128.mul<f32>(axis, transformed(axis))), 0) / lengthOf(axis)
  );
}

function lengthOf(axis: v128): f32 {
  return max<f32>(v128.extract_lane<f32>(sumLanes(v128.mul<f32>(axis, axis)), 0), 1e-20);
}

/** Rows of the part's covariance matrix, and the sum of its diagonal. */
const matrix = memory.data(64, 16);
let trace: f32 = 0;

/** Principal axis by power iteration; its largest component is 1 or -1, or all are 0. */
function axisOfPart(mean: v128): v128 {
  let redRed = f32x4.splat(0);
  let redGreen = f32x4.splat(0);
  let redBlue = f32x4.splat(0);
  let greenGreen = f32x4.splat(0);
  let greenBlue = f32x4.splat(0);
  let blueBlue = f32x4.splat(0);
  const meanRed = redOf(mean);
  const meanGreen = greenOf(mean);
  const meanBlue = blueOf(mean);
  for (let row: usize = 0; row < 4; row++) {
    const weight = v128.load(mask + (row << 4));
    const red = v128.mul<f32>(v128.sub<f32>(plane(0, row), meanRed), weight);
    const green = v128.mul<f32>(v128.sub<f32>(plane(1, row), meanGreen), weight);
    const blue = v128.mul<f32>(v128.sub<f32>(plane(2, row), meanBlue), weight);
    redRed = v128.add<f32>(redRed, v128.mul<f32>(red, red));
    redGreen = v128.add<f32>(redGreen, v128.mul<f32>(red, green));
    redBlue = v128.add<f32>(redBlue, v128.mul<f32>(red, blue));
    greenGreen = v128.add<f32>(greenGreen, v128.mul<f32>(green, green));
    greenBlue = v128.add<f32>(greenBlue, v128.mul<f32>(green, blue));
    blueBlue = v128.add<f32>(blueBlue, v128.mul<f32>(blue, blue));
  }
  let redAlpha = f32x4.splat(0);
  let greenAlpha = redAlpha;
  let blueAlpha = redAlpha;
  let alphaAlpha = redAlpha;
  if (hasAlpha) {
    const meanAlpha = alphaOf(mean);
    for (let row: usize = 0; row < 4; row++) {
      const weight = v128.load(mask + (row << 4));
      const alpha = v128.mul<f32>(v128.sub<f32>(plane(3, row), meanAlpha), weight);
      redAlpha = v128.add<f32>(redAlpha, v128.mul<f32>(plane(0, row), alpha));
      greenAlpha = v128.add<f32>(greenAlpha, v128.mul<f32>(plane(1, row), alpha));
      blueAlpha = v128.add<f32>(blueAlpha, v128.mul<f32>(plane(2, row), alpha));
      alphaAlpha = v128.add<f32>(alphaAlpha, v128.mul<f32>(alpha, alpha));
    }
  }
  const redRow = sumEach(redRed, redGreen, redBlue, redAlpha);
  const greenRow = sumEach(redGreen, greenGreen, greenBlue, greenAlpha);
  const blueRow = sumEach(redBlue, greenBlue, blueBlue, blueAlpha);
  const alphaRow = sumEach(redAlpha, greenAlpha, blueAlpha, alphaAlpha);
  v128.store(matrix, alphaRow, 48);
  v128.store(matrix, redRow);
  v128.store(matrix, greenRow, 16);
  v128.store(matrix, blueRow, 32);
  const redVariance = v128.extract_lane<f32>(redRow, 0);
  const greenVariance = v128.extract_lane<f32>(greenRow, 1);
  const blueVariance = v128.extract_lane<f32>(blueRow, 2);
  const alphaVariance = v128.extract_lane<f32>(alphaRow, 3);
  trace = redVariance + greenVariance + blueVariance + alphaVariance;
  const most = max(max(redVariance, greenVariance), max(blueVariance, alphaVariance));
  let axis = alphaRow;
  if (most === redVariance) axis = redRow;
  else if (most === greenVariance) axis = greenRow;
  else if (most === blueVariance) axis = blueRow;
  for (let step = 0; step < 3; step++) axis = transformed(axis);
  return shortened(axis);
}

function transformed(axis: v128): v128 {
  return v128.add<f32>(
    v128.add<f32>(
      v128.mul<f32>(v128.load(matrix), redOf(axis)),
      v128.mul<f32>(v128.load(matrix, 16), greenOf(axis)),
    ),
    v128.add<f32>(
      v128.mul<f32>(v128.load(matrix, 32), blueOf(axis)),
      v128.mul<f32>(v128.load(matrix, 48), alphaOf(axis)),
    ),
  );
}

/** Fits a line, refines it once by least squares and stores the better one; gives its squared error. */
export function fitPart(mean: v128, line: usize): f32 {
  const partMean = v128.div<f32>(weightedSum(mask), f32x4.splat(count));
  const axis = axisOfPart(partMean);
  findEnds(axis, partMean, mean);
  const first = quantiseLine(mean, line);
  if (first === 0 || !refineEnds(mean)) return first;
  const second = quantiseLine(mean, refined);
  if (second >= first) return first;
  memory.copy(line, refined, 64);
  return second;
}

const refined = memory.data(64, 16);

function findEnds(axis: v128, partMean: v128, mean: v128): void {
  const red = redOf(axis);
  const green = greenOf(axis);
  const blue = blueOf(axis);
  const alpha = alphaOf(axis);
  const none = f32x4.splat(0);
  const base = sumLanes(v128.mul<f32>(axis, partMean));
  let least = none;
  let greatest = none;
  for (let row: usize = 0; row < 4; row++) {
    const along = v128.mul<f32>(
      v128.sub<f32>(projection(row, red, green, blue, alpha), base),
      v128.load(mask + (row << 4)),
    );
    least = v128.min<f32>(least, along);
    greatest = v128.max<f32>(greatest, along);
  }
  const length = f32x4.splat(lengthOf(axis));
  const center = v128.add<f32>(mean, partMean);
  const low = v128.mul<f32>(axis, v128.div<f32>(leastLane(least), length));
  const high = v128.mul<f32>(axis, v128.div<f32>(greatestLane(greatest), length));
  v128.store(ends, v128.add<f32>(center, low));
  v128.store(ends, v128.add<f32>(center, high), 16);
}

/** Stores the line between the nearest ends that the mode can have, and its steps; gives the part's squared error. */
function quantiseLine(mean: v128, line: usize): f32 {
  const low = v128.load(ends);
  const high = v128.load(ends, 16);
  let lowParity: f32 = 0;
  let highParity: f32 = 0;
  if (parityKind === PARITY_OF_END) {
    lowParity = parityGain(low) > 0 ? 1 : 0;
    highParity = parityGain(high) > 0 ? 1 : 0;
  } else if (parityKind === PARITY_OF_LINE) {
    lowParity = parityGain(low) + parityGain(high) > 0 ? 1 : 0;
    highParity = lowParity;
  }
  const lowQuantised = quantised(low, lowParity);
  const highQuantised = quantised(high, highParity);
  v128.store(line, v128.trunc_sat<i32>(lowQuantised));
  v128.store(line, v128.trunc_sat<i32>(highQuantised), 16);
  store<i32>(line, <i32>lowParity, 32);
  store<i32>(line, <i32>highParity, 36);
  const from = eightBits(lowQuantised, lowParity);
  const to = eightBits(highQuantised, highParity);
  return chooseSteps(from, v128.sub<f32>(to, from), mean, line + 48);
}

/** How much smaller the squared distance from the color is with parity 1 than with parity 0. */
function parityGain(color: v128): f32 {
  const even = v128.sub<f32>(color, eightBits(quantised(color, 0), 0));
  const odd = v128.sub<f32>(color, eightBits(quantised(color, 1), 1));
  const gain = v128.sub<f32>(v128.mul<f32>(even, even), v128.mul<f32>(odd, odd));
  const rgb =
    v128.extract_lane<f32>(gain, 0) +
    v128.extract_lane<f32>(gain, 1) +
    v128.extract_lane<f32>(gain, 2);
  return hasAlpha ? rgb + v128.extract_lane<f32>(gain, 3) : rgb;
}

/** What is stored so that with the parity bit the color is nearest. */
function quantised(color: v128, parity: f32): v128 {
  const scaled = v128.mul<f32>(color, f32x4.splat(mostValue / 255));
  const stored =
    parityKind === NO_PARITY
      ? scaled
      : v128.mul<f32>(v128.sub<f32>(scaled, f32x4.splat(parity)), f32x4.splat(0.5));
  const most = f32x4.splat(mostStored);
  return v128.max<f32>(f32x4.splat(0), v128.min<f32>(most, v128.nearest<f32>(stored)));
}

/** What a decoder makes of a quantised end. */
function eightBits(value: v128, parity: f32): v128 {
  const all =
    parityKind === NO_PARITY
      ? value
      : v128.add<f32>(v128.add<f32>(value, value), f32x4.splat(parity));
  const repeated = v128.floor<f32>(v128.mul<f32>(all, f32x4.splat(toRepeated)));
  return v128.add<f32>(v128.mul<f32>(all, f32x4.splat(toByte)), repeated);
}

/** The nearest step for each texel, as bytes at `steps`; gives the part's squared error. */
function chooseSteps(from: v128, line: v128, mean: v128, steps: usize): f32 {
  const most = mostStep;
  const color = hasAlpha ? line : v128.and(line, i32x4(-1, -1, -1, 0));
  const scale = v128.mul<f32>(color, f32x4.splat(most / lengthOf(color)));
  const base = sumLanes(v128.mul<f32>(v128.sub<f32>(mean, from), scale));
  const red = redOf(scale);
  const green = greenOf(scale);
  const blue = blueOf(scale);
  const alpha = alphaOf(scale);
  const weightScale = f32x4.splat(<f32>64 / most);
  for (let row: usize = 0; row < 4; row++) {
    const along = v128.add<f32>(projection(row, red, green, blue, alpha), base);
    const step = v128.nearest<f32>(
      v128.max<f32>(f32x4.splat(0), v128.min<f32>(f32x4.splat(most), along)),
    );
    const bytes = v128.swizzle(
      v128.trunc_sat<i32>(step),
      i8x16(0, 4, 8, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    );
    store<u32>(steps + (row << 2), v128.extract_lane<u32>(bytes, 0));
    const share = v128.mul<f32>(
      v128.nearest<f32>(v128.mul<f32>(step, weightScale)),
      f32x4.splat(1.0 / 64.0),
    );
    v128.store(shares + (row << 4), share);
  }
  let errors = v128.add<f32>(
    v128.add<f32>(
      channelError(0, redOf(from), redOf(line), redOf(mean)),
      channelError(1, greenOf(from), greenOf(line), greenOf(mean)),
    ),
    channelError(2, blueOf(from), blueOf(line), blueOf(mean)),
  );
  if (hasAlpha) {
    errors = v128.add<f32>(errors, channelError(3, alphaOf(from), alphaOf(line), alphaOf(mean)));
  }
  return v128.extract_lane<f32>(sumLanes(errors), 0);
}

/** Squared errors of one channel of the part, by lane. */
function channelError(channel: usize, from: v128, line: v128, mean: v128): v128 {
  let error = f32x4.splat(0);
  for (let row: usize = 0; row < 4; row++) {
    const share = v128.load(shares + (row << 4));
    const difference = v128.mul<f32>(
      decodedDifference(channel, row, from, line, mean, share),
      v128.load(mask + (row << 4)),
    );
    error = v128.add<f32>(error, v128.mul<f32>(difference, difference));
  }
  return error;
}

/** Least squares: the ends that fit the part best while the steps stay. False where they do not determine a line. */
function refineEnds(mean: v128): bool {
  let total = f32x4.splat(0);
  let square = f32x4.splat(0);
  for (let row: usize = 0; row < 4; row++) {
    const share = v128.mul<f32>(v128.load(shares + (row << 4)), v128.load(mask + (row << 4)));
    v128.store(shares + (row << 4), share);
    total = v128.add<f32>(total, share);
    square = v128.add<f32>(square, v128.mul<f32>(share, share));
  }
  const sum = v128.extract_lane<f32>(sumLanes(total), 0);
  const highHigh = v128.extract_lane<f32>(sumLanes(square), 0);
  const lowHigh = sum - highHigh;
  const lowLow = count - sum - lowHigh;
  const determinant = lowLow * highHigh - lowHigh * lowHigh;
  if (determinant < 0.01) return false;
  const highSum = weightedSum(shares);
  const lowSum = v128.sub<f32>(weightedSum(mask), highSum);
  v128.store(ends, solved(mean, lowSum, highHigh, highSum, lowHigh, determinant));
  v128.store(ends, solved(mean, highSum, lowLow, lowSum, lowHigh, determinant), 16);
  return true;
}

function solved(
  mean: v128,
  own: v128,
  factor: f32,
  other: v128,
  both: f32,
  determinant: f32,
): v128 {
  const difference = v128.sub<f32>(
    v128.mul<f32>(own, f32x4.splat(factor / determinant)),
    v128.mul<f32>(other, f32x4.splat(both / determinant)),
  );
  return clampByte(v128.add<f32>(mean, difference));
}

/** The anchor's step is stored without its top bit: where that is set, the ends change places. */
export function orientLine(line: usize, anchor: i32, most: u8): void {
  if (load<u8>(line + <usize>anchor, 48) <= most >> 1) return;
  const low = v128.load(line);
  v128.store(line, v128.load(line, 16));
  v128.store(line, low, 16);
  const parity = load<i32>(line, 32);
  store<i32>(line, load<i32>(line, 36), 32);
  store<i32>(line, parity, 36);
  v128.store(line, v128.sub<i8>(v128.splat<u8>(most), v128.load(line, 48)), 48);
}
