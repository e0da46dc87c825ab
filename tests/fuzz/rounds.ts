/** How much is tried: little with every test run, so many times more at night. Seeds are fixed, so a failure can be run again. */
export const FACTOR = Number(process.env["FUZZ_FACTOR"] ?? "1");

/** A number of rounds for this run. */
export function rounds(usual: number): number {
  return usual * FACTOR;
}
