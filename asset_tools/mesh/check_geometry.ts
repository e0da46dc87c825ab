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
  if (count === 0) return diagnostic("AS2006", wholeFile(file), {});
  if (count > MAX_TRIANGLES)
    return diagnostic("AS2012", wholeFile(file), { count, limit: MAX_TRIANGLES });
  if (!positions.every(Number.isFinite)) return diagnostic("AS2013", wholeFile(file), {});
  return undefined;
}
