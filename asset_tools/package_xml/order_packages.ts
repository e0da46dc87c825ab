/** Orders packages so that each comes after those it depends on. */
import { type Diagnostic, elementDiagnostic } from "../document/diagnostic.ts";
import { didYouMean } from "../document/suggest.ts";
import type { PackageModel } from "./model.ts";
import type { Use } from "./schema/value_type.ts";

/** A package and the file it was read from. */
export interface PackageSource {
  readonly file: string;
  readonly model: PackageModel;
  /** What each definition names, by its id. */
  readonly uses: ReadonlyMap<string, readonly Use[]>;
}

export interface PackageOrder {
  /** Empty when there are diagnostics. */
  readonly order: readonly PackageSource[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Dependency order; ties are broken by id, so that the order of `sources` does not matter. */
export function orderPackages(sources: readonly PackageSource[]): PackageOrder {
  const byId = new Map<string, PackageSource>();
  const diagnostics: Diagnostic[] = [];
  for (const source of sources) {
    const { id } = source.model;
    const other = byId.get(id);
    if (other)
      diagnostics.push(
        elementDiagnostic("PK3006", source.file, ["@id"], { id, other: other.file }),
      );
    else byId.set(id, source);
  }
  for (const source of byId.values()) diagnostics.push(...missingDependencies(source, byId));
  if (diagnostics.length > 0) return { order: [], diagnostics };

  const order: PackageSource[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (source: PackageSource): Diagnostic | undefined => {
    const { id, dependencies } = source.model;
    if (done.has(id)) return undefined;
    path.push(id);
    for (const dependency of dependencies.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const start = path.indexOf(dependency.id);
      if (start >= 0) return cycle(source, dependency.id, path.slice(start));
      const problem = visit(byId.get(dependency.id) as PackageSource);
      if (problem) return problem;
    }
    path.pop();
    done.add(id);
    order.push(source);
    return undefined;
  };
  for (const id of [...byId.keys()].sort()) {
    const problem = visit(byId.get(id) as PackageSource);
    if (problem) return { order: [], diagnostics: [problem] };
  }
  return { order, diagnostics: [] };
}

function missingDependencies(
  source: PackageSource,
  byId: ReadonlyMap<string, PackageSource>,
): Diagnostic[] {
  return source.model.dependencies
    .filter(({ id }) => !byId.has(id))
    .map(({ id }) => {
      const element = ["dependencies", `dependency:${id}`, "@id"];
      return elementDiagnostic(
        "PK3004",
        source.file,
        element,
        { package: id },
        didYouMean(id, byId.keys()),
      );
    });
}

/** Names the whole circle, at the dependency that closes it. */
function cycle(source: PackageSource, closing: string, members: readonly string[]): Diagnostic {
  const element = ["dependencies", `dependency:${closing}`, "@id"];
  const text = [...members, closing].join(" -> ");
  return elementDiagnostic("PK3005", source.file, element, { cycle: text });
}
