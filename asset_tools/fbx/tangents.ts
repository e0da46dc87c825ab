/** Slopes that a file leaves to the reader: automatic ones, and those of tension, continuity and bias. */

/** A key with its neighbours, where there are any. */
export interface Neighbourhood {
  readonly before: Place | undefined;
  readonly here: Place;
  readonly after: Place | undefined;
}

interface Place {
  readonly time: number;
  readonly value: number;
}

/** How an automatic slope is limited. */
export interface AutoRule {
  /** The plain slope from neighbour to neighbour; otherwise each side's own slope counts as well. */
  readonly isTimeIndependent: boolean;
  /** Flat where the key is as high as a neighbour. */
  readonly clamps: boolean;
  /** Never so steep that a tangent would pass a neighbour's value. */
  readonly clampsProgressively: boolean;
  /** Lengths of the tangents as fractions of the way. */
  readonly weightBefore: number;
  readonly weightAfter: number;
}

/** The slope through a key for which the file gives none. The behaviour of Autodesk's SDK as ufbx describes it. */
export function autoSlope({ before, here, after }: Neighbourhood, rule: AutoRule): number {
  if (before === undefined && after === undefined) return 0;
  if (before === undefined || after === undefined) {
    const slope = slopeBetween(before ?? here, after ?? here);
    return rule.clampsProgressively || (rule.clamps && slope === 0) ? 0 : slope;
  }
  if (rule.clamps && (before.value === here.value || after.value === here.value)) return 0;
  const through = slopeBetween(before, after);
  const slope = rule.isTimeIndependent ? through : (through + blended(before, here, after)) / 2;
  return rule.clampsProgressively ? limited(slope, before, here, after, rule) : slope;
}

/** Slopes of the two sides, the nearer neighbour's weighing more. */
function blended(before: Place, here: Place, after: Place): number {
  const share = (here.time - before.time) / (after.time - before.time);
  return slopeBetween(before, here) * (1 - share) + slopeBetween(here, after) * share;
}

function limited(slope: number, before: Place, here: Place, after: Place, rule: AutoRule): number {
  const sign = slope < 0 ? -1 : 1;
  const limit = (from: Place, to: Place, weight: number): number => {
    const range = weight * (to.time - from.time);
    return range > 0 ? Math.max(0, (sign * (to.value - from.value)) / range) : 0;
  };
  const left = limit(before, here, rule.weightBefore);
  const right = limit(here, after, rule.weightAfter);
  return sign * Math.min(Math.abs(slope), left, right);
}

/** Slopes on the two sides of a key (Kochanek and Bartels, "Interpolating splines", 1984). */
export function kochanekBartels(
  { before, here, after }: Neighbourhood,
  tension: number,
  continuity: number,
  bias: number,
): readonly [arriving: number, leaving: number] {
  const left = before === undefined ? 0 : slopeBetween(before, here);
  const right = after === undefined ? 0 : slopeBetween(here, after);
  // At an end there is one slope instead of the mean of two.
  const share = (1 - tension) * (before === undefined || after === undefined ? 1 : 0.5);
  const arriving =
    share * ((1 + bias) * (1 - continuity) * left + (1 - bias) * (1 + continuity) * right);
  const leaving =
    share * ((1 + bias) * (1 + continuity) * left + (1 - bias) * (1 - continuity) * right);
  return [arriving, leaving];
}

function slopeBetween(from: Place, to: Place): number {
  return to.time > from.time ? (to.value - from.value) / (to.time - from.time) : 0;
}
