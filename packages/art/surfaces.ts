/** Surfaces of the meadow: its ground, and upright squares for what is cut out by its texture. */
import type { Face, Point } from "./shape.ts";

/** Two squares of side 1 that cross, standing on the ground. They are lit as the ground is, whatever side is seen. */
export function crossedSquares(): Face[] {
  const r = Math.SQRT1_2 / 2;
  return [square([-r, 0, -r], [r, 0, r], [0, 1, 0]), square([-r, 0, r], [r, 0, -r], [0, 1, 0])];
}

/** A wall `width` wide and 1 high along the x axis, facing z; its texture repeats once a unit. */
export function wall(width: number): Face[] {
  return [square([-width / 2, 0, 0], [width / 2, 0, 0], [0, 0, 1], width)];
}

/**
 * A square of side 1 in the x-z plane, facing up, of `cells` by `cells` faces. Renderers place a texture more exactly on faces that
 * do not reach behind the eye.
 */
export function grid(cells: number): Face[] {
  const corner = (column: number, row: number) => ({
    position: [column / cells - 0.5, 0, row / cells - 0.5] as const,
    normal: [0, 1, 0] as const,
    uv: [column / cells, 1 - row / cells] as const,
  });
  return Array.from({ length: cells * cells }, (_, cell) => {
    const [column, row] = [cell % cells, Math.floor(cell / cells)];
    return [
      corner(column, row + 1),
      corner(column + 1, row + 1),
      corner(column + 1, row),
      corner(column, row),
    ];
  });
}

function square(left: Point, right: Point, normal: Point, repeats = 1): Face {
  const corner = (x: number, z: number, u: number, v: number) => ({
    position: [x, v, z] as const,
    normal,
    uv: [u, v] as const,
  });
  return [
    corner(left[0], left[2], 0, 0),
    corner(right[0], right[2], repeats, 0),
    corner(right[0], right[2], repeats, 1),
    corner(left[0], left[2], 0, 1),
  ];
}
