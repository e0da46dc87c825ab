// Builds what programs of one target are compiled and linked with: lets Zig link an empty program, which makes it
// build the target's libraries, and keeps the files that it handed to the linker.
// Usage: sysroot_main.ts --zig Z --library TGZ --target T --keep FOLDER... --headers OUT --files OUT NAME...
import { execFileSync, spawnSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { unpack } from "../npm/unpack.ts";
import { expandFlagFile } from "../worker/one_shot.ts";

const { values, positionals: names } = parseArgs({
  args: process.argv.slice(2).flatMap(expandFlagFile),
  allowPositionals: true,
  options: {
    zig: { type: "string", default: "" },
    library: { type: "string", default: "" },
    target: { type: "string", default: "" },
    /** Folders of the library that compiling needs. */
    keep: { type: "string", multiple: true, default: [] },
    headers: { type: "string", default: "" },
    files: { type: "string", default: "" },
  },
});

const zig = resolve(values.zig);
const work = mkdtempSync(join(tmpdir(), "sysroot-"));
try {
  unpack(values.library, join(work, "library"));
  for (const folder of values.keep) {
    cpSync(join(work, "library", folder), join(values.headers, folder), { recursive: true });
  }
  const linked = linkedFiles();
  for (const name of names) {
    const file = linked.find((path) => basename(path) === name);
    if (file === undefined)
      throw new Error(`Zig links nothing called ${name} for ${values.target}`);
    if (name.endsWith(".a")) repack(join(work, file), resolve(values.files, name));
    else copyFileSync(join(work, file), join(values.files, name));
  }
} finally {
  rmSync(work, { recursive: true });
}

/** Links an empty program and returns what Zig put on the linker's command line. */
function linkedFiles(): string[] {
  // The library's and the cache's paths are part of what Zig derives names from: relative ones are the same everywhere.
  const env = {
    ZIG_LIB_DIR: "library",
    ZIG_GLOBAL_CACHE_DIR: "cache",
    ZIG_LOCAL_CACHE_DIR: "cache",
  };
  const hasEntry = !values.target.startsWith("wasm");
  writeFileSync(join(work, "empty.c"), hasEntry ? "int main(void) { return 0; }\n" : "");
  const args = ["cc", "-target", values.target, "-O2", "-s", "-v", "-o", "empty", "empty.c"];
  args.push(hasEntry ? "-lm" : "-Wl,--no-entry");
  const { status, stderr } = spawnSync(zig, args, { cwd: work, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`Zig cannot link for ${values.target}:\n${stderr}`);
  const command = stderr
    .split("\n")
    .findLast((line) => /^(ld\.lld|wasm-ld) .* -o empty /.test(line));
  if (command === undefined) throw new Error(`Zig did not show how it links for ${values.target}`);
  return command.split(" ");
}

/** Zig names an archive's members by their paths in the cache; this leaves their file names. */
function repack(archive: string, destination: string): void {
  const members = mkdtempSync(join(work, "members-"));
  execFileSync(zig, ["ar", "x", archive], { cwd: members });
  mkdirSync(values.files, { recursive: true });
  execFileSync(zig, ["ar", "rcsD", destination, ...readdirSync(members).sort()], { cwd: members });
}
