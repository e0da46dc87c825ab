/** Least and greatest coordinate along x, y and z; infinite, the wrong way round, where there are no positions. */
export function axisRanges(positions: Float32Array): readonly (readonly [number, number])[] {
  const range = (axis: number): readonly [number, number] => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let at = axis; at < positions.length; at += 3) {
      low = Math.min(low, positions[at]!);
      high = Math.max(high, positions[at]!);
    }
    return [low, high];
  };
  return [range(0), range(1), range(2)];
}
