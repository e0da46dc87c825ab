/** Places of statements as line tables and source maps want them. */
import { positionAt, type SourceFile } from "#compiler/source/source_file.ts";

/** One-based line and column of an offset in a file; line 0 where the file is not at hand. */
export type Locator = (
  file: string,
  offset: number,
) => { readonly line: number; readonly column: number };

export function locatorOf(sources: ReadonlyMap<string, SourceFile>): Locator {
  return (file, offset) => {
    const source = sources.get(file);
    if (source === undefined) return { line: 0, column: 0 };
    const { line, column } = positionAt(source, offset);
    return { line: line + 1, column: column + 1 };
  };
}
