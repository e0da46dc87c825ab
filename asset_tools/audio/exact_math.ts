/**
 * Sine, cosine, logarithm and the Bessel function of windows, from additions, multiplications and divisions only: those
 * give the same bits everywhere, while an engine may compute `Math.sin` as it likes.
 */

/** sin(pi x). The reduction to an eighth of a turn is exact, so whole numbers give 0. */
export function sinPi(x: number): number {
  const turn = x - 2 * Math.round(x / 2);
  const half = turn > 0.5 ? 1 - turn : turn < -0.5 ? -1 - turn : turn;
  const size = Math.abs(half);
  const value = size > 0.25 ? cosineSeries(Math.PI * (0.5 - size)) : sineSeries(Math.PI * size);
  return half < 0 ? -value : value;
}

/** cos(pi x). */
export function cosPi(x: number): number {
  return sinPi(x + 0.5);
}

/** Common logarithm of a positive, normal number. */
export function log10(x: number): number {
  let exponent = 0;
  let mantissa = x;
  while (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent++;
  }
  while (mantissa < Math.SQRT1_2) {
    mantissa *= 2;
    exponent--;
  }
  // ln m = 2 artanh((m - 1) / (m + 1)), whose series ends quickly below 0.172.
  const z = (mantissa - 1) / (mantissa + 1);
  let sum = 0;
  for (let power = 27; power > 0; power -= 2) sum = sum * z * z + 1 / power;
  return (exponent * Math.LN2 + 2 * z * sum) * Math.LOG10E;
}

/** Modified Bessel function of the first kind and order zero, which Kaiser's window is made of. */
export function besselI0(x: number): number {
  const quarter = (x * x) / 4;
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= quarter / (n * n);
    sum += term;
  }
  return sum;
}

/** Taylor's series, for 0 to pi / 4. */
function sineSeries(x: number): number {
  const square = x * x;
  let sum = 1;
  for (let n = 18; n >= 2; n -= 2) sum = 1 - (square / (n * (n + 1))) * sum;
  return x * sum;
}

function cosineSeries(x: number): number {
  const square = x * x;
  let sum = 1;
  for (let n = 18; n >= 2; n -= 2) sum = 1 - (square / (n * (n - 1))) * sum;
  return sum;
}
