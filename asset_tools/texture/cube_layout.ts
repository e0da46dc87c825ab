/** Cuts a picture with the six sides of a cube into its sides, in the order of GPUs: +x -x +y -y +z -z. */
import { blankImage, copyRectangle, type Image, type WideImage } from "./image.ts";

/** Columns and rows of sides in the picture, and where each is. */
interface Layout {
  readonly columns: number;
  readonly rows: number;
  readonly places: readonly (readonly [column: number, row: number])[];
  /** Whether the last side hangs upside down. */
  readonly isLastTurned: boolean;
}

const line = [0, 1, 2, 3, 4, 5];

const layouts: readonly Layout[] = [
  { columns: 6, rows: 1, places: line.map((at) => [at, 0]), isLastTurned: false },
  { columns: 1, rows: 6, places: line.map((at) => [0, at]), isLastTurned: false },
  {
    // A cross that lies: left, front, right and back, with top and bottom at the front.
    columns: 4,
    rows: 3,
    places: [
      [2, 1],
      [0, 1],
      [1, 0],
      [1, 2],
      [1, 1],
      [3, 1],
    ],
    isLastTurned: false,
  },
  {
    // A cross that stands: the back is below the bottom.
    columns: 3,
    rows: 4,
    places: [
      [2, 1],
      [0, 1],
      [1, 0],
      [1, 2],
      [1, 1],
      [1, 3],
    ],
    isLastTurned: true,
  },
];

/** The sides, or null for a picture that is neither a strip nor a cross. */
export function cutCube<T extends Image | WideImage>(image: T): T[] | null {
  const { width, height } = image;
  const layout = layouts.find(({ columns, rows }) => {
    const side = width / columns;
    return Number.isInteger(side) && side * rows === height;
  });
  if (layout === undefined) return null;
  const side = width / layout.columns;
  return layout.places.map(([column, row], index) => {
    const face = blankImage(image, side, side);
    const from = { x: column * side, y: row * side, width: side, height: side };
    copyRectangle(image, from, face, 0, 0);
    return layout.isLastTurned && index === 5 ? turned(face) : face;
  });
}

/** By half a turn. */
function turned<T extends Image | WideImage>(image: T): T {
  const { width, height, pixels } = image;
  const result = blankImage(image, width, height);
  for (let from = 0, to = pixels.length - 4; to >= 0; from += 4, to -= 4) {
    result.pixels.set(pixels.subarray(from, from + 4), to);
  }
  return result;
}
