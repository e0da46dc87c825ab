// Compilers and linters look for files by walking folders: up for package.json and node_modules, down for sources.
// Bazel keeps sources and generated files apart and its sandbox is full of links. So each tool sees a plain copy:
// the repository as it would look with every generated file in its place. It also makes the paths in messages
// short and the same everywhere.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** The folders and files that a tool is to see. */
export interface MirrorContent {
  /** Each file's path in the repository, and where it is now. */
  readonly files: ReadonlyMap<string, string>;
  /** node_modules folders whose packages become visible in one. The first that has a package wins. */
  readonly moduleFolders: readonly string[];
}

/** Makes the copy, hands its path to `use`, and removes it. */
export function withMirror<Result>(
  content: MirrorContent,
  use: (folder: string) => Result,
): Result {
  const folder = mkdtempSync(join(tmpdir(), "mirror-"));
  try {
    for (const [path, source] of content.files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      copyFileSync(source, join(folder, path));
    }
    for (const modules of content.moduleFolders)
      linkPackages(resolve(modules), join(folder, "node_modules"));
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function linkPackages(modules: string, destination: string): void {
  mkdirSync(destination, { recursive: true });
  for (const name of readdirSync(modules)) {
    if (name.startsWith("@")) linkPackages(join(modules, name), join(destination, name));
    else linkOnce(join(modules, name), join(destination, name));
  }
}

function linkOnce(target: string, link: string): void {
  try {
    symlinkSync(target, link, "junction");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

/** Reads `PATH=FILE` arguments, as the rules write them. */
export function readFileArguments(args: readonly string[]): Map<string, string> {
  return new Map(
    args.map((argument) => {
      const separator = argument.indexOf("=");
      return [argument.slice(0, separator), argument.slice(separator + 1)];
    }),
  );
}
