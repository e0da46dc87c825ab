// Usage: main.ts FOLDER [INSTALL_PATH=TARBALL ...]
// Unpacks each tarball at its install path under FOLDER. Node runs this file as it is, before there is any package
// or bundler, so it imports nothing but Node's own modules and its neighbour.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readTar } from "./tar.ts";

const [folder = "", ...packages] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const argument of packages) {
  const [installPath = "", tarball = ""] = argument.split("=");
  unpack(readFileSync(tarball), join(folder, installPath));
}

function unpack(tarball: Uint8Array, destination: string): void {
  for (const file of readTar(gunzipSync(tarball))) {
    const path = join(destination, withoutTopFolder(file.path));
    mkdirSync(dirname(path), { recursive: true });
    // Modes come down to "may be run": archives carry whatever the publisher's disk had, unlistable folders included.
    writeFileSync(path, file.content, { mode: file.isExecutable ? 0o755 : 0o644 });
  }
}

/** Most tarballs hold one folder "package", some name it otherwise; npm drops it either way. */
function withoutTopFolder(path: string): string {
  const parts = path.split("/").slice(1);
  if (parts.length === 0 || parts.includes(".."))
    throw new Error(`The archive's path ${path} leads out of its folder`);
  return parts.join("/");
}
