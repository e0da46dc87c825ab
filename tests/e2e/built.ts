/** What Bazel built for these tests. */
import { join } from "node:path";
import anyTest, { type TestFn } from "ava";

/** The path of a file or program that a variable names below the runfiles folder. */
export function built(variable: string): string {
  return join(process.env["RUNFILES_DIR"] ?? "", process.env[variable] ?? "");
}

/** Only Bazel builds the game; `ava` alone has none to try. */
export const test: TestFn =
  process.env["TEST_TARGET"] === undefined ? (anyTest.skip as unknown as TestFn) : anyTest;
