/** Golden files: what a test prints is kept beside it and reviewed as code. `UPDATE_GOLDENS=1` rewrites them. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ExecutionContext } from "ava";

/** The folders below a folder, sorted by name. */
export function listSamples(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}

/** Compares with the golden file, or writes it when goldens are being updated. */
export function checkGolden(t: ExecutionContext, file: string, actual: string): void {
  if (process.env["UPDATE_GOLDENS"] === "1") writeFileSync(file, actual);
  t.true(existsSync(file), `${path.basename(file)} is missing: run with UPDATE_GOLDENS=1`);
  t.is(actual, readFileSync(file, "utf8"));
}
