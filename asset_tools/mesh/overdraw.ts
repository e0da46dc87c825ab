/**
 * Reorders triangles so that fewer pixels are drawn twice, from wherever the mesh is seen (Sander, Nehab, Barczak: Fast
 * Triangle Reordering for Vertex Locality and Reduced Overdraw, 2007): runs of the cache's order become clusters, and those
 * that lie outside and look outwards are drawn first.
 */

/** Vertices that the modelled cache keeps, first in, first out. */
const CACHE_SIZE = 16;

/** How many more vertices may be fetched for it. */
const THRESHOLD = 1.05;

/** Reorders triangles that are in the order of the vertex cache, in place. */
export function orderForOverdraw(
  indices: Uint32Array,
  positions: Float32Array,
  vertexCount: number,
): void {
  const starts = clusterStarts(indices, vertexCount);
  const center = centroid(positions, indices, 0, indices.length);
  const clusters = starts.map((start, index) => {
    const end = starts[index + 1] ?? indices.length;
    return { start, end, outwards: outwardness(positions, indices, start, end, center) };
  });
  clusters.sort((a, b) => b.outwards - a.outwards || a.start - b.start);
  const source = indices.slice();
  let at = 0;
  for (const { start, end } of clusters) {
    indices.set(source.subarray(start, end), at);
    at += end - start;
  }
}

/** First indices of clusters, each with at most `THRESHOLD` times the fetches that its triangles have now. */
function clusterStarts(indices: Uint32Array, vertexCount: number): number[] {
  const cache = new FifoCache(vertexCount);
  const hard: number[] = [];
  for (let at = 0; at < indices.length; at += 3) {
    if (cache.fetch(indices, at) === 3) hard.push(at);
  }
  const starts: number[] = [];
  for (const [index, start] of hard.entries()) {
    const end = hard[index + 1] ?? indices.length;
    splitCluster(indices, start, end, cache, starts);
  }
  return starts;
}

/** Splits where the part so far, with an empty cache before it, fetches hardly more than the whole does. */
function splitCluster(
  indices: Uint32Array,
  start: number,
  end: number,
  cache: FifoCache,
  starts: number[],
): void {
  cache.empty();
  let all = 0;
  for (let at = start; at < end; at += 3) all += cache.fetch(indices, at);
  const allowed = (all / ((end - start) / 3)) * THRESHOLD;
  starts.push(start);
  cache.empty();
  let fetched = 0;
  let triangles = 0;
  for (let at = start; at < end; at += 3) {
    fetched += cache.fetch(indices, at);
    triangles++;
    if (fetched <= allowed * triangles && at + 3 < end) {
      starts.push(at + 3);
      cache.empty();
      fetched = 0;
      triangles = 0;
    }
  }
}

class FifoCache {
  readonly #fetchedAt: Float64Array;
  #time = CACHE_SIZE + 1;

  constructor(vertexCount: number) {
    this.#fetchedAt = new Float64Array(vertexCount);
  }

  empty(): void {
    this.#time += CACHE_SIZE + 1;
  }

  /** Uses a triangle's vertices and says how many had to be fetched. */
  fetch(indices: Uint32Array, triangle: number): number {
    const before = this.#time;
    for (let corner = triangle; corner < triangle + 3; corner++) {
      const vertex = indices[corner]!;
      if (this.#time - this.#fetchedAt[vertex]! > CACHE_SIZE)
        this.#fetchedAt[vertex] = this.#time++;
    }
    return this.#time - before;
  }
}

function centroid(
  positions: Float32Array,
  indices: Uint32Array,
  start: number,
  end: number,
): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  for (let at = start; at < end; at++) {
    const from = indices[at]! * 3;
    for (let axis = 0; axis < 3; axis++) sum[axis]! += positions[from + axis]!;
  }
  return [sum[0] / (end - start), sum[1] / (end - start), sum[2] / (end - start)];
}

/** How far a cluster lies from the mesh's center in the direction that it looks to. */
function outwardness(
  positions: Float32Array,
  indices: Uint32Array,
  start: number,
  end: number,
  center: readonly [number, number, number],
): number {
  const normal = [0, 0, 0];
  for (let at = start; at < end; at += 3) {
    const a = indices[at]! * 3;
    const b = indices[at + 1]! * 3;
    const c = indices[at + 2]! * 3;
    for (let axis = 0; axis < 3; axis++) {
      const [first, second] = [(axis + 1) % 3, (axis + 2) % 3];
      normal[axis]! +=
        (positions[b + first]! - positions[a + first]!) *
          (positions[c + second]! - positions[a + second]!) -
        (positions[b + second]! - positions[a + second]!) *
          (positions[c + first]! - positions[a + first]!);
    }
  }
  const [x, y, z] = normal as [number, number, number];
  const length = Math.sqrt(x * x + y * y + z * z);
  if (!(length > 0)) return 0;
  const own = centroid(positions, indices, start, end);
  return ((own[0] - center[0]) * x + (own[1] - center[1]) * y + (own[2] - center[2]) * z) / length;
}
