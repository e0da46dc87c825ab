/** Checks that the files which a package names are there, as far as it is known which are. */
import { type Diagnostic, diagnostic, type Place } from "../document/diagnostic.ts";
import { nearest } from "../document/suggest.ts";
import type { FileUse } from "./schema/value_type.ts";

/** What is known of the files below a package's folder. */
export interface PackageFiles {
  readonly isMissing: (path: string) => boolean;
  /** Paths to suggest. */
  readonly paths: readonly string[];
}

/** A problem for each place that names a missing file of the package itself. */
export function checkSources(
  uses: readonly FileUse[],
  packageId: string,
  { isMissing, paths }: PackageFiles,
  manifest: string,
): Diagnostic[] {
  return uses
    .filter((use) => use.package === packageId && isMissing(use.path))
    .map(({ path, value }) => missingSource(path, { file: manifest, ...value.span }, paths));
}

/** Says that `path`, below the package's folder as `paths` are, is not there. */
export function missingSource(path: string, place: Place, paths: readonly string[]): Diagnostic {
  return diagnostic("AS1001", place, { path }, pathHint(path, paths));
}

/** A near name in the same folder, or the same name in another one. */
function pathHint(path: string, paths: readonly string[]): string | undefined {
  const [folder, name] = splitPath(path);
  const beside = paths.filter((other) => splitPath(other)[0] === folder);
  const near = nearest(
    name,
    beside.map((other) => splitPath(other)[1]),
  );
  const found =
    near === undefined ? paths.find((other) => splitPath(other)[1] === name) : folder + near;
  return found === undefined ? undefined : `Did you mean \`${found}\`?`;
}

function splitPath(path: string): readonly [folder: string, name: string] {
  const at = path.lastIndexOf("/") + 1;
  return [path.slice(0, at), path.slice(at)];
}
