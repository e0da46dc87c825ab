/** How far the format's cuts are from clusters of texels, eight cuts at once, and which are nearest. */
import { cutCount, cutNumber, eightCuts } from "./astc_cuts.ts";
import { allTexels, texelCount } from "./astc_texels.ts";

/** Distance of each cut, u16. */
const distances = memory.data(1024 * 2, 16);

/** How many cuts have each distance; then where the next of them goes. */
const places = memory.data(65 * 2);

/**
 * Leaves the numbers, u16, of at most `most` cuts that are nearest to the clusters, whose bits are at `clusters`; the nearest
 * first, and of equally near ones those with lower numbers. Gives how many they are.
 */
export function nearestCuts(parts: u32, clusters: usize, most: u32, numbers: usize): u32 {
  const count = cutCount(parts);
  for (let index: u32 = 0; index < count; index += 8) {
    const eight = parts === 2 ? distancesOfTwo(clusters, index) : distancesOfThree(clusters, index);
    v128.store(distances + ((<usize>index) << 1), eight);
  }
  const farthest = startPlaces(count, most);
  const limit = v128.splat<u16>(<u16>farthest);
  for (let index: u32 = 0; index < count; index += 8) {
    const eight = v128.load(distances + ((<usize>index) << 1));
    if (!v128.any_true(v128.le<u16>(eight, limit))) continue;
    for (let each = index; each < min(index + 8, count); each++) {
      const distance = load<u16>(distances + ((<usize>each) << 1));
      if (<u32>distance > farthest) continue;
      const at = places + ((<usize>distance) << 1);
      const place = load<u16>(at);
      store<u16>(at, place + 1);
      if (<u32>place < most) {
        store<u16>(numbers + ((<usize>place) << 1), <u16>cutNumber(parts, each));
      }
    }
  }
  return min(count, most);
}

/** Makes place for the cuts by distance; gives the greatest distance that has one among the first `most`. */
function startPlaces(count: u32, most: u32): u32 {
  memory.fill(places, 0, 65 * 2);
  for (let index: u32 = 0; index < count; index++) {
    const at = places + ((<usize>load<u16>(distances + ((<usize>index) << 1))) << 1);
    store<u16>(at, load<u16>(at) + 1);
  }
  let first: u32 = 0;
  let distance: u32 = 0;
  for (; distance <= 64 && first < most; distance++) {
    const at = places + ((<usize>distance) << 1);
    const own = <u32>load<u16>(at);
    store<u16>(at, <u16>first);
    first += own;
  }
  return distance - 1;
}

function planeCount(): usize {
  return (<usize>texelCount() + 15) >> 4;
}

/** Sixteen of a cluster's texels, eight times. */
function clusterPlane(clusters: usize, cluster: usize, plane: usize): v128 {
  return v128.load16_splat(clusters + (cluster << 3) + (plane << 1));
}

/** Bits of each lane of sixteen. */
function countBits(bits: v128): v128 {
  return i16x8.extadd_pairwise_i8x16_u(v128.popcnt<i8>(bits));
}

/** How many texels would have to change their part; which part is which does not matter. */
function distancesOfTwo(clusters: usize, index: u32): v128 {
  let moved = v128.splat<u16>(0);
  for (let plane: usize = 0; plane < planeCount(); plane++) {
    const cut = eightCuts(2, 1, plane, index);
    moved = v128.add<i16>(moved, countBits(v128.xor(cut, clusterPlane(clusters, 1, plane))));
  }
  return v128.min<u16>(moved, v128.sub<i16>(v128.splat<u16>(<u16>texelCount()), moved));
}

/** What two parts of three share with two clusters tells the rest. */
function distancesOfThree(clusters: usize, index: u32): v128 {
  const none = v128.splat<u16>(0);
  let ones = none;
  let twos = none;
  let oneA = none;
  let oneB = none;
  let twoA = none;
  let twoB = none;
  for (let plane: usize = 0; plane < planeCount(); plane++) {
    const one = eightCuts(3, 1, plane, index);
    const two = eightCuts(3, 2, plane, index);
    const a = clusterPlane(clusters, 0, plane);
    const b = clusterPlane(clusters, 1, plane);
    ones = v128.add<i16>(ones, countBits(one));
    twos = v128.add<i16>(twos, countBits(two));
    oneA = v128.add<i16>(oneA, countBits(v128.and(one, a)));
    oneB = v128.add<i16>(oneB, countBits(v128.and(one, b)));
    twoA = v128.add<i16>(twoA, countBits(v128.and(two, a)));
    twoB = v128.add<i16>(twoB, countBits(v128.and(two, b)));
  }
  const oneC = v128.sub<i16>(ones, v128.add<i16>(oneA, oneB));
  const twoC = v128.sub<i16>(twos, v128.add<i16>(twoA, twoB));
  const zeroA = rest(clusters, 0, oneA, twoA);
  const zeroB = rest(clusters, 1, oneB, twoB);
  const zeroC = rest(clusters, 2, oneC, twoC);
  const withA = v128.add<i16>(zeroA, crossed(oneB, twoC, oneC, twoB));
  const withB = v128.add<i16>(zeroB, crossed(oneA, twoC, oneC, twoA));
  const withC = v128.add<i16>(zeroC, crossed(oneA, twoB, oneB, twoA));
  const kept = v128.max<u16>(v128.max<u16>(withA, withB), withC);
  return v128.sub<i16>(v128.splat<u16>(<u16>texelCount()), kept);
}

/** What a cluster has beyond its shares in two parts. */
function rest(clusters: usize, cluster: usize, one: v128, two: v128): v128 {
  const all = <u16>popcnt(load<u64>(clusters + (cluster << 3)) & allTexels());
  return v128.sub<i16>(v128.splat<u16>(all), v128.add<i16>(one, two));
}

function crossed(a: v128, b: v128, c: v128, d: v128): v128 {
  return v128.max<u16>(v128.add<i16>(a, b), v128.add<i16>(c, d));
}
