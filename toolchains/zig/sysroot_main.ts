// Builds what programs of one target are compiled and linked with: lets Zig link an empty program, which makes it
// build the target's libraries, and keeps the files that it handed to the linker.
// Usage: sysroot_main.ts --zig Z --library TGZ --target T --libc FOLDER... --header H... --headers OUT --files OUT NAME...
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { expandFlagFile } from "../worker/one_shot.ts";
import { unpackLibrary } from "./library.ts";

const { values, positionals: names } = parseArgs({
  args: process.argv.slice(2).flatMap(expandFlagFile),
  allowPositionals: true,
  options: {
    zig: { type: "string", default: "" },
    library: { type: "string", default: "" },
    target: { type: "string", default: "" },
    /** The parts of the library's folder libc that this target needs. */
    libc: { type: "string", multiple: true, default: [] },
    /** What programs may include. */
    header: { type: "string", multiple: true, default: [] },
    headers: { type: "string", default: "" },
    files: { type: "string", default: "" },
  },
});

const zig = resolve(values.zig);
const work = mkdtempSync(join(tmpdir(), "sysroot-"));
try {
  unpackLibrary(values.library, join(work, "library"), values.libc);
  copyHeaders();
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

// The library's and the cache's paths are part of what Zig derives names from: relative ones are the same everywhere.
function runZig(args: readonly string[]): string {
  const env = {
    ZIG_LIB_DIR: "library",
    ZIG_GLOBAL_CACHE_DIR: "cache",
    ZIG_LOCAL_CACHE_DIR: "cache",
  };
  const options = { cwd: work, env, encoding: "utf8", maxBuffer: 2 ** 26 } as const;
  const { status, stdout, stderr } = spawnSync(zig, args, options);
  if (status !== 0) throw new Error(`Zig fails for ${values.target}:\n${stderr}`);
  return stdout + stderr;
}

/** Copies the headers and all that they include, as plain C and with the C library's extensions and checks. */
function copyHeaders(): void {
  const text = values.header.map((header) => `#include <${header}>\n`).join("");
  writeFileSync(join(work, "headers.c"), text);
  const included = [[], ["-D_GNU_SOURCE", "-D_FORTIFY_SOURCE=2", "-pthread"]].flatMap((flags) => {
    const rule = runZig(["cc", "-target", values.target, "-O2", ...flags, "-M", "headers.c"]);
    return rule.match(/library\/[^\s\\]+/g) ?? [];
  });
  for (const path of new Set(included)) {
    const destination = join(values.headers, path.slice("library/".length));
    mkdirSync(dirname(destination), { recursive: true });
    copyFileSync(join(work, path), destination);
  }
}

/** Links an empty program and returns what Zig put on the linker's command line. */
function linkedFiles(): string[] {
  const hasEntry = !values.target.startsWith("wasm");
  writeFileSync(join(work, "empty.c"), hasEntry ? "int main(void) { return 0; }\n" : "");
  const args = ["cc", "-target", values.target, "-O2", "-s", "-v", "-o", "empty", "empty.c"];
  args.push(hasEntry ? "-lm" : "-Wl,--no-entry");
  const command = runZig(args)
    .split("\n")
    .findLast((line) => /^(ld\.lld|wasm-ld) .* -o empty /.test(line));
  if (command === undefined) throw new Error(`Zig did not show how it links for ${values.target}`);
  return command.split(" ");
}

/** Zig names an archive's members by their paths in the cache; this leaves their file names. */
function repack(archive: string, destination: string): void {
  const members = mkdtempSync(join(work, "members-"));
  execFileSync(zig, ["ar", "x", archive], { cwd: members });
  execFileSync(zig, ["ar", "rcsD", destination, ...readdirSync(members).sort()], { cwd: members });
}
