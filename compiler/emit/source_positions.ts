/** Places of statements as line tables and source maps want them. */
import type { IrFunction } from "#compiler/ir/ir.ts";
import type { Position } from "#compiler/ir/statement.ts";
import { positionAt, type SourceFile } from "#compiler/source/source_file.ts";

/** One-based; line 0 where the source is not at hand. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Texts by the paths that functions carry. */
export type Sources = ReadonlyMap<string, SourceFile>;

/** The place of an offset in a file. */
export type Locator = (file: string, offset: number) => Place;

export function locatorOf(sources: Sources): Locator {
  return (file, offset) => placeIn(sources.get(file), offset);
}

interface Found {
  readonly source: SourceFile | undefined;
  readonly start: number;
  readonly places: readonly Place[];
}

/** By the list of positions, which belongs to one function. */
const found = new WeakMap<readonly Position[], Found>();

/**
 * The places of some positions in a function. As long as these stay the same the answer is the same array, so that what
 * was made of it can be kept.
 */
export function placesOf(
  { file, start }: Pick<IrFunction, "file" | "start">,
  positions: readonly Position[],
  sources: Sources,
): readonly Place[] {
  const source = sources.get(file);
  const before = found.get(positions);
  if (before !== undefined && before.source === source && before.start === start)
    return before.places;
  const now = positions.map((position) => placeIn(source, start + position));
  const places = before !== undefined && isSame(before.places, now) ? before.places : now;
  found.set(positions, { source, start, places });
  return places;
}

function isSame(before: readonly Place[], now: readonly Place[]): boolean {
  return before.every(
    ({ line, column }, index) => now[index]?.line === line && now[index]?.column === column,
  );
}

function placeIn(source: SourceFile | undefined, offset: number): Place {
  if (source === undefined) return NOWHERE;
  const { line, column } = positionAt(source, offset);
  return { line: line + 1, column: column + 1 };
}

const NOWHERE: Place = { line: 0, column: 0 };
