/** Finds modules in the folders of the class path. */
import { isAbsolute, posix } from "node:path";
import type { SourceFile } from "#compiler/source/source_file.ts";

/** The text of a file, or null where there is none. */
export type ReadText = (path: string) => string | null;

export interface FoundFile {
  readonly source: SourceFile;
  /** Where the file is; `source.path` is how programs and diagnostics name it. */
  readonly path: string;
}

/**
 * The file of a module, e.g. `pack.Main`; later folders win, as with Haxe. A file in a relative folder is named with the
 * folder, one in an absolute folder without it: what `trace` prints does not depend on where a checkout lies.
 */
export function findModule(
  classPath: readonly string[],
  module: string,
  readText: ReadText,
): FoundFile | null {
  const relative = `${module.replaceAll(".", "/")}.hx`;
  for (const folder of classPath.toReversed()) {
    const path = posix.join(folder.replaceAll("\\", "/"), relative);
    const text = readText(path);
    if (text !== null)
      return { path, source: { path: isAbsolute(folder) ? relative : path, text } };
  }
  return null;
}
