/** Indices of triangle lists, strips and fans as a list (glTF 2.0, section 3.7.2.1). */

/** Three indices a triangle from `mode` and the indices as given; undefined for points and lines. */
export function listTriangles(mode: number, indices: Uint32Array): Uint32Array | undefined {
  switch (mode) {
    case 4:
      return indices.subarray(0, indices.length - (indices.length % 3));
    case 5:
      return cutUp(indices, (at) => [at, at + 1 + (at % 2), at + 2 - (at % 2)]);
    case 6:
      return cutUp(indices, (at) => [at + 1, at + 2, 0]);
    default:
      return undefined;
  }
}

/** Triangles of two equal corners, with which strips turn around, are left out. */
function cutUp(
  indices: Uint32Array,
  corners: (at: number) => [number, number, number],
): Uint32Array {
  const list: number[] = [];
  for (let at = 0; at + 2 < indices.length; at++) {
    const [a, b, c] = corners(at).map((corner) => indices[corner] as number) as [
      number,
      number,
      number,
    ];
    if (a !== b && b !== c && c !== a) list.push(a, b, c);
  }
  return Uint32Array.from(list);
}
