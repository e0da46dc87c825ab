import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readTar } from "./tar.ts";

/** Unpacks a package's tarball into a folder: all of its files, or those that `wanted` accepts. */
export function unpack(
  tarball: string,
  folder: string,
  wanted: (path: string) => boolean = () => true,
): void {
  for (const file of readTar(gunzipSync(readFileSync(tarball)))) {
    const path = withoutTopFolder(file.path);
    if (!wanted(path)) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    // Modes come down to "may be run": archives carry whatever the publisher's disk had, unlistable folders included.
    writeFileSync(join(folder, path), file.content, { mode: file.isExecutable ? 0o755 : 0o644 });
  }
}

/** Most tarballs hold one folder "package", some name it otherwise; npm drops it either way. */
function withoutTopFolder(path: string): string {
  const parts = path.split("/").slice(1);
  if (parts.length === 0 || parts.includes("..")) {
    throw new Error(`The archive's path ${path} leads out of its folder`);
  }
  return parts.join("/");
}
