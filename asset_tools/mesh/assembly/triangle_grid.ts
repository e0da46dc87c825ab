/** Sorts a surface's triangles into the cells of a grid that their boxes touch, and finds the nearest to a point there. */
import { cornerAt, Surface } from "./surface";
import { squaredToTriangle, squaredToTwo } from "./triangle_distance";

/** Most cells of a grid. */
const MAX_CELLS: f64 = 2097152;

/** Chooses the cells: as long as a triangle's side in a flat surface, unless there would be too many. Gives their count. */
export function chooseCells(surface: Surface): u32 {
  let lowX: f64 = Infinity;
  let lowY: f64 = Infinity;
  let lowZ: f64 = Infinity;
  let highX: f64 = -Infinity;
  let highY: f64 = -Infinity;
  let highZ: f64 = -Infinity;
  for (let at: u32 = 0; at < surface.indexCount; at++) {
    const place = cornerAt(surface, at);
    const x = <f64>load<f32>(place);
    const y = <f64>load<f32>(place, 4);
    const z = <f64>load<f32>(place, 8);
    lowX = min(lowX, x);
    lowY = min(lowY, y);
    lowZ = min(lowZ, z);
    highX = max(highX, x);
    highY = max(highY, y);
    highZ = max(highZ, z);
  }
  surface.lowX = lowX;
  surface.lowY = lowY;
  surface.lowZ = lowZ;
  surface.extent = max(highX - lowX, max(highY - lowY, highZ - lowZ));
  let along = max<f64>(1, floor(sqrt(<f64>(surface.indexCount / 6))));
  while (!divide(surface, along, highX, highY, highZ)) along = floor(along * 0.8);
  return <u32>(surface.countX * surface.countY * surface.countZ);
}

/** Makes cells of which so many are as long as the longest side; false where they would be too many. */
function divide(surface: Surface, along: f64, highX: f64, highY: f64, highZ: f64): bool {
  surface.cell = surface.extent > 0 ? surface.extent / along : 1;
  surface.cellsInOne = 1 / surface.cell;
  const x = floor((highX - surface.lowX) * surface.cellsInOne) + 1;
  const y = floor((highY - surface.lowY) * surface.cellsInOne) + 1;
  const z = floor((highZ - surface.lowZ) * surface.cellsInOne) + 1;
  surface.countX = <i32>x;
  surface.countY = <i32>y;
  surface.countZ = <i32>z;
  return x * y * z <= MAX_CELLS;
}

/** Fills `starts`, which is all 0 and has room for two more than there are cells; gives how many triangles the cells name. */
export function countTriangles(surface: Surface, cells: u32): u32 {
  visitCells(surface, false);
  let sum: u32 = 0;
  const starts = <usize>surface.starts + 8;
  for (let cell: u32 = 0; cell < cells; cell++) {
    const place = starts + ((<usize>cell) << 2);
    sum += load<u32>(place);
    store<u32>(place, sum);
  }
  return sum;
}

/** Fills `triangles`, after which `starts` is what it is said to be. */
export function fillCells(surface: Surface): void {
  surface.latest = 0;
  visitCells(surface, true);
}

/** Counts the triangles of each cell two places behind its own; or moves the starts, one place behind, while it fills. */
function visitCells(surface: Surface, isFilling: bool): void {
  const starts = <usize>surface.starts;
  const across = surface.countX;
  const slice = across * surface.countY;
  for (let triangle: u32 = 0; triangle < surface.indexCount; triangle += 3) {
    const a = cornerAt(surface, triangle);
    const b = cornerAt(surface, triangle + 1);
    const c = cornerAt(surface, triangle + 2);
    const startX = cellX(surface, least(a, b, c));
    const startY = cellY(surface, least(a + 4, b + 4, c + 4));
    const startZ = cellZ(surface, least(a + 8, b + 8, c + 8));
    const endX = cellX(surface, greatest(a, b, c));
    const endY = cellY(surface, greatest(a + 4, b + 4, c + 4));
    const endZ = cellZ(surface, greatest(a + 8, b + 8, c + 8));
    for (let k = startZ; k <= endZ; k++) {
      for (let j = startY; j <= endY; j++) {
        for (let i = startX; i <= endX; i++) {
          const own = starts + ((<usize>(k * slice + j * across + i)) << 2);
          if (isFilling) {
            const at = load<u32>(own, 4);
            store<u32>(own, at + 1, 4);
            store<u32>(<usize>surface.triangles + ((<usize>at) << 2), triangle);
          } else {
            store<u32>(own, load<u32>(own, 8) + 1, 8);
          }
        }
      }
    }
  }
}

function least(a: usize, b: usize, c: usize): f64 {
  return <f64>min(load<f32>(a), min(load<f32>(b), load<f32>(c)));
}

function greatest(a: usize, b: usize, c: usize): f64 {
  return <f64>max(load<f32>(a), max(load<f32>(b), load<f32>(c)));
}

function cellX(surface: Surface, x: f64): i32 {
  return cellOf((x - surface.lowX) * surface.cellsInOne, surface.countX);
}

function cellY(surface: Surface, y: f64): i32 {
  return cellOf((y - surface.lowY) * surface.cellsInOne, surface.countY);
}

function cellZ(surface: Surface, z: f64): i32 {
  return cellOf((z - surface.lowZ) * surface.cellsInOne, surface.countZ);
}

function cellOf(place: f64, count: i32): i32 {
  return <i32>max<f64>(0, min<f64>(<f64>(count - 1), floor(place)));
}

/** Squared distance of a point to the nearest triangle; or to any that is not farther than `enough`, squared. */
export function squaredDistance(surface: Surface, x: f64, y: f64, z: f64, enough: f64): f64 {
  let nearest = squaredToTriangle(surface, surface.latest, x, y, z);
  if (nearest <= enough) return nearest;
  const i = cellX(surface, x);
  const j = cellY(surface, y);
  const k = cellZ(surface, z);
  const farthest = max(surface.countX, max(surface.countY, surface.countZ));
  for (let ring = 0; ring < farthest; ring++) {
    nearest = searchRing(surface, i, j, k, ring, x, y, z, nearest, enough);
    if (nearest <= enough) break;
    // What is in farther cells is at least as far away as the border of those searched.
    const gap = min(
      borderDistance(surface, x - surface.lowX, i, ring),
      min(
        borderDistance(surface, y - surface.lowY, j, ring),
        borderDistance(surface, z - surface.lowZ, k, ring),
      ),
    );
    if (gap > 0 && gap * gap >= nearest) break;
  }
  return nearest;
}

/** Negative outside the grid, where nothing is known of farther cells. */
function borderDistance(surface: Surface, value: f64, cell: i32, ring: i32): f64 {
  const low = <f64>(cell - ring) * surface.cell;
  return min(value - low, low + <f64>(2 * ring + 1) * surface.cell - value);
}

function searchRing(
  surface: Surface,
  cx: i32,
  cy: i32,
  cz: i32,
  ring: i32,
  x: f64,
  y: f64,
  z: f64,
  nearest: f64,
  enough: f64,
): f64 {
  const across = surface.countX;
  let found = nearest;
  for (let k = max(0, cz - ring); k <= min(surface.countZ - 1, cz + ring); k++) {
    for (let j = max(0, cy - ring); j <= min(surface.countY - 1, cy + ring); j++) {
      const isFace = abs(k - cz) === ring || abs(j - cy) === ring;
      const step = isFace || ring === 0 ? 1 : 2 * ring;
      for (let i = cx - ring; i <= cx + ring; i += step) {
        if (i < 0 || i >= across) continue;
        found = searchCell(surface, (k * surface.countY + j) * across + i, x, y, z, found, enough);
        if (found <= enough) return found;
      }
    }
  }
  return found;
}

function searchCell(
  surface: Surface,
  cell: i32,
  x: f64,
  y: f64,
  z: f64,
  nearest: f64,
  enough: f64,
): f64 {
  const start = <usize>surface.starts + ((<usize>cell) << 2);
  const end = <usize>surface.triangles + ((<usize>load<u32>(start, 4)) << 2);
  let found = nearest;
  for (let at = <usize>surface.triangles + ((<usize>load<u32>(start)) << 2); at < end; at += 8) {
    const first = load<u32>(at);
    const second = at + 4 < end ? load<u32>(at, 4) : first;
    const squares = squaredToTwo(surface, first, second, x, y, z);
    const isFirst = v128.extract_lane<f64>(squares, 0) <= v128.extract_lane<f64>(squares, 1);
    const squared = isFirst
      ? v128.extract_lane<f64>(squares, 0)
      : v128.extract_lane<f64>(squares, 1);
    if (squared >= found) continue;
    found = squared;
    surface.latest = isFirst ? first : second;
    if (found <= enough) break;
  }
  return found;
}
