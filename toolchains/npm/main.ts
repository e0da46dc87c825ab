// Usage: main.ts FOLDER [INSTALL_PATH=TARBALL ...]
// Unpacks each tarball at its install path under FOLDER. Node runs this file as it is, before there is any package
// or bundler, so it imports nothing but Node's own modules and its neighbours.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { unpack } from "./unpack.ts";

const [folder = "", ...packages] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const argument of packages) {
  const [installPath = "", tarball = ""] = argument.split("=");
  unpack(tarball, join(folder, installPath));
}
