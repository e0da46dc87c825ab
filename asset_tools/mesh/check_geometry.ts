import { type Diagnostic, diagnostic, wholeFile } from "../document/diagnostic.ts";
import type { Geometry } from "./geometry.ts";

/** Readers of blobs refuse more. */
export const MAX_TRIANGLES = 50_000_000;

/** What a blob cannot hold. Readers refuse what is wrong in their files, where they know the place. */
export function geometryProblem(
  { indices, positions }: Pick<Geometry, "indices" | "positions">,
  file: string,
): Diagnostic | undefined {
  const count = indices.length / 3;
  if (count === 0) return noFaces(file);
  if (count > MAX_TRIANGLES) {
    const hint = "Name a part of it with `<node>` or `<mesh>`";
    return diagnostic("AS2012", wholeFile(file), { count, limit: MAX_TRIANGLES }, hint);
  }
  if (!positions.every(Number.isFinite)) {
    const hint = "Look for a node whose scale, or that of those above it, is too large";
    return diagnostic("AS2013", wholeFile(file), {}, hint);
  }
  return undefined;
}

/** That there is nothing to draw. */
export function noFaces(file: string): Diagnostic {
  return diagnostic(
    "AS2006",
    wholeFile(file),
    {},
    "Points and lines are left out; give it triangles or polygons",
  );
}
