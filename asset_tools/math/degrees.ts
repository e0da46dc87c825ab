/**
 * Sine and cosine of degrees from additions and multiplications alone, so that every machine gets the same bits;
 * Math.sin may differ from engine to engine. Quarter turns are exact.
 */

const RADIANS = 0.017453292519943295;

/** Factors of the Taylor series, highest power first; up to 45 degrees the rest is below one unit in the last place. */
const SINE = factors([17, 15, 13, 11, 9, 7, 5, 3, 1]);
const COSINE = factors([16, 14, 12, 10, 8, 6, 4, 2, 0]);

/** Sine and cosine of an angle in degrees; those of infinities and NaN are those of 0. */
export function sineAndCosine(degrees: number): readonly [sine: number, cosine: number] {
  // Both steps are exact.
  const turn = Number.isFinite(degrees) ? degrees % 360 : 0;
  const quarter = Math.round(turn / 90);
  const angle = (turn - quarter * 90) * RADIANS;
  const sine = angle * series(SINE, angle * angle);
  const cosine = series(COSINE, angle * angle);
  switch (quarter & 3) {
    case 0:
      return [sine, cosine];
    case 1:
      return [cosine, -sine];
    case 2:
      return [-sine, -cosine];
    default:
      return [-cosine, sine];
  }
}

function series(terms: readonly number[], square: number): number {
  return terms.reduce((sum, factor) => sum * square + factor, 0);
}

function factors(powers: readonly number[]): number[] {
  return powers.map((power) => {
    let factorial = 1;
    for (let factor = 2; factor <= power; factor++) factorial *= factor;
    return ((power >> 1) & 1 ? -1 : 1) / factorial;
  });
}
