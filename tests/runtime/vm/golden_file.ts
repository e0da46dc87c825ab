/** Files in the repository whose content follows from code: compared, or rewritten with UPDATE_GOLDENS=1. */
import { readFileSync, writeFileSync } from "node:fs";
import type { ExecutionContext } from "ava";

export function expectFile(
  t: ExecutionContext,
  path: string,
  make: (present: string) => string,
): void {
  const url = new URL(`../../../${path}`, import.meta.url);
  const present =
    process.env["UPDATE_GOLDENS"] === "1" ? readOr(url, "") : readFileSync(url, "utf8");
  const wanted = make(present);
  if (process.env["UPDATE_GOLDENS"] === "1" && wanted !== present) writeFileSync(url, wanted);
  else t.is(present, wanted, `${path} is out of date; run with UPDATE_GOLDENS=1`);
  t.pass();
}

function readOr(url: URL, otherwise: string): string {
  try {
    return readFileSync(url, "utf8");
  } catch {
    return otherwise;
  }
}
