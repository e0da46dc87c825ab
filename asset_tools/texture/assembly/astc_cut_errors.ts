/**
 * How near the parts of a cut are to lines, for four cuts at once: a lane each. What is off a part's line is the sum of the
 * variances less the greatest eigenvalue of the covariances, which powers of their matrix approach.
 */
import { cutBits } from "./astc_cuts.ts";
import { SET_SUMS, sumSubset } from "./astc_subsets.ts";
import { allTexels } from "./astc_texels.ts";

/** By part and lane: the sums of the part's texels, and their count. */
const sums = memory.data(3 * 4 * 64, 16);
const counts = memory.data(3 * 16, 16);

/** The sums of the whole block. */
const allSums = memory.data(64, 16);

/** The sums of one part, a lane a cut. */
const lanes = memory.data(4 * 64, 16);

/** To be called before `errorsOfCuts` for each block. */
export function sumBlock(): void {
  sumSubset(allTexels(), allSums);
}

/**
 * Sums of squared distances from the lines that fit best, and a little of those from the parts' means, for the cuts whose
 * four numbers, u16, are at `numbers`.
 */
export function errorsOfCuts(parts: u32, numbers: usize): v128 {
  for (let lane: usize = 0; lane < 4; lane++) sumCut(parts, load<u16>(numbers + (lane << 1)), lane);
  let error = f32x4.splat(0);
  for (let part: usize = 0; part < <usize>parts; part++) {
    for (let place: usize = 0; place < SET_SUMS; place += 16) {
      transpose(sums + (part << 8) + place, lanes + (place << 2));
    }
    error = v128.add<f32>(error, offLines(v128.load(counts + (part << 4))));
  }
  return error;
}

/** The first part has what the others leave. */
function sumCut(parts: u32, number: u32, lane: usize): void {
  const first = sums + lane * SET_SUMS;
  memory.copy(first, allSums, SET_SUMS);
  let rest = <f32>popcnt(allTexels());
  for (let part: u32 = 1; part < parts; part++) {
    const bits = cutBits(parts, number, part);
    const own = first + ((<usize>part) << 8);
    sumSubset(bits, own);
    for (let place: usize = 0; place < SET_SUMS; place += 16) {
      const left = v128.sub<f32>(v128.load(first + place), v128.load(own + place));
      v128.store(first + place, left);
    }
    const count = <f32>popcnt(bits);
    store<f32>(counts + ((<usize>part) << 4) + (lane << 2), count);
    rest -= count;
  }
  store<f32>(counts + (lane << 2), rest);
}

/** The same four values of four cuts, as four vectors of one value each. */
function transpose(src: usize, dst: usize): void {
  const a = v128.load(src);
  const b = v128.load(src, 64);
  const c = v128.load(src, 128);
  const d = v128.load(src, 192);
  const lowAB = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const highAB = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const lowCD = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const highCD = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(dst, v128.shuffle<u64>(lowAB, lowCD, 0, 2));
  v128.store(dst, v128.shuffle<u64>(lowAB, lowCD, 1, 3), 16);
  v128.store(dst, v128.shuffle<u64>(highAB, highCD, 0, 2), 32);
  v128.store(dst, v128.shuffle<u64>(highAB, highCD, 1, 3), 48);
}

/** A value of `lanes`: the numbers are those of a set's sums. */
function lane(index: usize): v128 {
  return v128.load(lanes + (index << 4));
}

/**
 * How much of the squared distances along a line counts: the longer it is, the more is lost by its weights' steps. Of cuts that
 * all fit, as they do where there are few colors, it prefers those whose parts have the least to tell.
 */
const SPREAD: f32 = 1.0 / 2048.0;

/** What a part of each cut is off its line, and its share of what is along it. */
function offLines(count: v128): v128 {
  const each = v128.div<f32>(f32x4.splat(1), count);
  const red = v128.mul<f32>(lane(0), each);
  const green = v128.mul<f32>(lane(1), each);
  const blue = v128.mul<f32>(lane(2), each);
  const alpha = v128.mul<f32>(lane(3), each);
  const rr = covariance(4, red, 0);
  const gg = covariance(8, green, 1);
  const bb = covariance(11, blue, 2);
  const aa = covariance(13, alpha, 3);
  const trace = v128.add<f32>(v128.add<f32>(rr, gg), v128.add<f32>(bb, aa));
  // Relative to their sum, powers of the variances neither grow nor vanish.
  const scale = v128.div<f32>(f32x4.splat(1), v128.max<f32>(trace, f32x4.splat(0.5)));
  const share = greatestEigenvalue(
    v128.mul<f32>(rr, scale),
    v128.mul<f32>(covariance(5, red, 1), scale),
    v128.mul<f32>(covariance(6, red, 2), scale),
    v128.mul<f32>(covariance(7, red, 3), scale),
    v128.mul<f32>(gg, scale),
    v128.mul<f32>(covariance(9, green, 2), scale),
    v128.mul<f32>(covariance(10, green, 3), scale),
    v128.mul<f32>(bb, scale),
    v128.mul<f32>(covariance(12, blue, 3), scale),
    v128.mul<f32>(aa, scale),
  );
  const off = v128.mul<f32>(trace, v128.sub<f32>(f32x4.splat(1), share));
  const along = v128.mul<f32>(trace, f32x4.splat(SPREAD));
  return v128.add<f32>(v128.max<f32>(f32x4.splat(0), off), along);
}

function covariance(products: usize, mean: v128, channel: usize): v128 {
  return v128.sub<f32>(lane(products), v128.mul<f32>(mean, lane(channel)));
}

/** Of a symmetric matrix whose diagonal sums up to 1. Starts with the column of the greatest variance. */
function greatestEigenvalue(
  rr: v128,
  rg: v128,
  rb: v128,
  ra: v128,
  gg: v128,
  gb: v128,
  ga: v128,
  bb: v128,
  ba: v128,
  aa: v128,
): v128 {
  let most = rr;
  let isMore = v128.gt<f32>(gg, most);
  let r = v128.bitselect(rg, rr, isMore);
  let g = v128.bitselect(gg, rg, isMore);
  let b = v128.bitselect(gb, rb, isMore);
  let a = v128.bitselect(ga, ra, isMore);
  most = v128.max<f32>(most, gg);
  isMore = v128.gt<f32>(bb, most);
  r = v128.bitselect(rb, r, isMore);
  g = v128.bitselect(gb, g, isMore);
  b = v128.bitselect(bb, b, isMore);
  a = v128.bitselect(ba, a, isMore);
  most = v128.max<f32>(most, bb);
  isMore = v128.gt<f32>(aa, most);
  r = v128.bitselect(ra, r, isMore);
  g = v128.bitselect(ga, g, isMore);
  b = v128.bitselect(ba, b, isMore);
  a = v128.bitselect(aa, a, isMore);
  for (let power = 0; power < 3; power++) {
    const nextR = dot(r, g, b, a, rr, rg, rb, ra);
    const nextG = dot(r, g, b, a, rg, gg, gb, ga);
    const nextB = dot(r, g, b, a, rb, gb, bb, ba);
    a = dot(r, g, b, a, ra, ga, ba, aa);
    r = nextR;
    g = nextG;
    b = nextB;
  }
  const lastR = dot(r, g, b, a, rr, rg, rb, ra);
  const lastG = dot(r, g, b, a, rg, gg, gb, ga);
  const lastB = dot(r, g, b, a, rb, gb, bb, ba);
  const lastA = dot(r, g, b, a, ra, ga, ba, aa);
  const before = dot(r, g, b, a, lastR, lastG, lastB, lastA);
  const after = dot(lastR, lastG, lastB, lastA, lastR, lastG, lastB, lastA);
  return v128.div<f32>(after, v128.max<f32>(before, f32x4.splat(1e-20)));
}

function dot(r: v128, g: v128, b: v128, a: v128, x: v128, y: v128, z: v128, w: v128): v128 {
  return v128.add<f32>(
    v128.add<f32>(v128.mul<f32>(r, x), v128.mul<f32>(g, y)),
    v128.add<f32>(v128.mul<f32>(b, z), v128.mul<f32>(a, w)),
  );
}
