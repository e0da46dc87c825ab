/** A surface in memory: triangles between positions, and a grid of cells that finds those near a point. */
@unmanaged
export class Surface {
  /** x y z of each vertex, f32; four bytes behind the last may be read. */
  positions: u32;
  vertexCount: u32;
  /** Three vertices a triangle, u32. */
  indices: u32;
  indexCount: u32;
  /** Where each cell's triangles begin in `triangles`, and one past the last; and one more. */
  starts: u32;
  /** Their first index in `indices`, u32. */
  triangles: u32;
  countX: i32;
  countY: i32;
  countZ: i32;
  /** The nearest to the point before: the next one is most often beside it, or beside one of those before that. */
  latest: u32;
  lowX: f64;
  lowY: f64;
  lowZ: f64;
  /** Sides of a cell, and how many there are in 1. */
  cell: f64;
  cellsInOne: f64;
  /** The longest side of its box. */
  extent: f64;
}

/** Place of a corner's position: `at` is its place in the indices. */
export function cornerAt(surface: Surface, at: u32): usize {
  const vertex = load<u32>(<usize>surface.indices + ((<usize>at) << 2));
  return <usize>surface.positions + <usize>vertex * 12;
}
