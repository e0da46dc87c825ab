/** Least and greatest coordinate along x, y and z; infinite, the wrong way round, where there are no positions. */
export function axisRanges(positions: Float32Array): readonly (readonly [number, number])[] {
  return [rangeAlong(positions, 0), rangeAlong(positions, 1), rangeAlong(positions, 2)];
}

function rangeAlong(positions: Float32Array, axis: number): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let at = axis; at < positions.length; at += 3) {
    const position = positions[at]!;
    low = Math.min(low, position);
    high = Math.max(high, position);
  }
  return [low, high];
}
