/** Writes the sample's models, pictures and sounds into the packages: `node packages/art/generate.ts`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { artFiles } from "./art_files.ts";

const root = dirname(dirname(import.meta.dirname));

for (const [path, bytes] of await artFiles()) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), bytes);
}
