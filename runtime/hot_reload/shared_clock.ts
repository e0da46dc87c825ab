/** Milliseconds since 1970, with their fractions: what server and page can compare. */
export function sharedClock(): number {
  return performance.timeOrigin + performance.now();
}
