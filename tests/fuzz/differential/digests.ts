/** What Haxe's interpreter printed for the first seeds, as digests: the oracle where there is no Haxe. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const path = join(import.meta.dirname, "digests.txt");

/** Digests by the names of programs. */
export function readDigests(): ReadonlyMap<string, string> {
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  return new Map(lines.map((line) => line.split(" ") as [string, string]));
}

export function writeDigests(digests: ReadonlyMap<string, string>): void {
  writeFileSync(path, [...digests].map(([id, digest]) => `${id} ${digest}\n`).join(""));
}
