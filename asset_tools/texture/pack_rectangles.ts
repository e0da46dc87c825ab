/**
 * Places rectangles without overlap, tallest first, each where its top edge is highest up and then furthest left. What is
 * taken is kept as a skyline, the lower edge of what has been placed; J. Jylänki, A Thousand Ways to Pack the Bin, section
 * "Skyline Bottom-Left".
 */

export interface Box {
  readonly width: number;
  readonly height: number;
}

export interface Packing {
  readonly width: number;
  readonly height: number;
  /** In the order of the boxes. */
  readonly places: readonly { readonly x: number; readonly y: number }[];
}

/** From column `x` on, `width` columns are taken down to row `y`. */
interface Step {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** What a packing nearer to a square may take more than the smallest. */
const SQUARE_BONUS = 1.05;

/** The most square of the smallest packings, or null where there is none with sides up to `limit`. */
export function packRectangles(boxes: readonly Box[], limit: number): Packing | null {
  // Equal boxes stay in their order, so that the result is the same everywhere.
  const order = boxes
    .map((box, index) => ({ box, index }))
    .sort((a, b) => b.box.height - a.box.height || b.box.width - a.box.width || a.index - b.index);
  const narrowest = Math.max(1, ...boxes.map(({ width }) => width));
  const packings: Packing[] = [];
  for (let width = narrowest; width <= limit; width += Math.max(1, width >> 4)) {
    const packing = packInto(width, order, limit);
    if (packing !== null) packings.push(packing);
  }
  const least = Math.min(...packings.map(areaOf));
  const small = packings.filter((packing) => areaOf(packing) <= least * SQUARE_BONUS);
  return small.sort((a, b) => longerSide(a) - longerSide(b))[0] ?? null;
}

function areaOf({ width, height }: Packing): number {
  return width * height;
}

function longerSide({ width, height }: Packing): number {
  return Math.max(width, height);
}

function packInto(
  width: number,
  order: readonly { readonly box: Box; readonly index: number }[],
  limit: number,
): Packing | null {
  const places: { x: number; y: number }[] = [];
  let skyline: readonly Step[] = [{ x: 0, y: 0, width }];
  let height = 0;
  for (const { box, index } of order) {
    const place = placeOf(box, skyline, width);
    if (place === null || place.y + box.height > limit) return null;
    places[index] = place;
    height = Math.max(height, place.y + box.height);
    skyline = raised(skyline, { x: place.x, y: place.y + box.height, width: box.width });
  }
  return { width, height, places };
}

function placeOf(
  box: Box,
  skyline: readonly Step[],
  width: number,
): { x: number; y: number } | null {
  let best: { x: number; y: number } | null = null;
  for (const [index, { x }] of skyline.entries()) {
    if (x + box.width > width) break;
    const y = lowestUnder(skyline, index, x + box.width);
    if (best === null || y < best.y) best = { x, y };
  }
  return best;
}

/** The row below which all steps from `index` up to column `end` are free. */
function lowestUnder(skyline: readonly Step[], index: number, end: number): number {
  let lowest = 0;
  for (let at = index; at < skyline.length; at++) {
    const step = skyline[at] as Step;
    if (step.x >= end) break;
    lowest = Math.max(lowest, step.y);
  }
  return lowest;
}

/** The skyline with `top` in place of what lies above it. */
function raised(skyline: readonly Step[], top: Step): Step[] {
  const end = top.x + top.width;
  const steps: Step[] = [];
  for (const step of skyline) {
    const stepEnd = step.x + step.width;
    if (step.x < top.x) steps.push({ ...step, width: Math.min(stepEnd, top.x) - step.x });
    if (step.x <= top.x && top.x < stepEnd) steps.push(top);
    if (stepEnd > end) {
      const x = Math.max(step.x, end);
      steps.push({ x, y: step.y, width: stepEnd - x });
    }
  }
  return steps;
}
