/** Orders packages so that each comes after those it depends on. */
import {
  type Diagnostic,
  diagnostic,
  type Place,
  relatedPlace,
  withRelated,
} from "../document/diagnostic.ts";
import { didYouMean } from "../document/suggest.ts";
import { locate } from "./locate.ts";
import type { PackageModel } from "./model.ts";
import type { Use } from "./schema/value_type.ts";
import type { XmlElement } from "./xml_element.ts";

/** A package and the file it was read from. */
export interface PackageSource {
  readonly file: string;
  readonly model: PackageModel;
  readonly root: XmlElement;
  /** What each definition names, by its id. */
  readonly uses: ReadonlyMap<string, readonly Use[]>;
  /** Ids of assets that are wanted though nothing names them. */
  readonly kept: ReadonlySet<string>;
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
    if (other) diagnostics.push(doubled(source, other));
    else byId.set(id, source);
  }
  for (const source of byId.values()) diagnostics.push(...missingDependencies(source, byId));
  if (diagnostics.length > 0) return { order: [], diagnostics };
  return sortByDependencies(byId);
}

/** Depth first; an edge back to a package that is being visited closes a circle. */
function sortByDependencies(byId: ReadonlyMap<string, PackageSource>): PackageOrder {
  const order: PackageSource[] = [];
  const diagnostics: Diagnostic[] = [];
  const visited = new Set<PackageSource>();
  const path: PackageSource[] = [];
  const visit = (source: PackageSource): void => {
    visited.add(source);
    path.push(source);
    for (const { id } of source.model.dependencies.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const dependency = byId.get(id) as PackageSource;
      const start = path.indexOf(dependency);
      if (start >= 0) diagnostics.push(circle(path.slice(start)));
      else if (!visited.has(dependency)) visit(dependency);
    }
    path.pop();
    order.push(source);
  };
  for (const id of [...byId.keys()].sort()) {
    const source = byId.get(id) as PackageSource;
    if (!visited.has(source)) visit(source);
  }
  return { order: diagnostics.length > 0 ? [] : order, diagnostics };
}

function doubled(source: PackageSource, other: PackageSource): Diagnostic {
  const { id } = source.model;
  const problem = diagnostic("PK3006", idPlace(source), { id, other: other.file });
  return withRelated(problem, [relatedPlace("the other package", idPlace(other))]);
}

function missingDependencies(
  source: PackageSource,
  byId: ReadonlyMap<string, PackageSource>,
): Diagnostic[] {
  return source.model.dependencies
    .filter(({ id }) => !byId.has(id))
    .map(({ id }) => {
      const hint = didYouMean(id, byId.keys());
      return diagnostic("PK3004", dependencyPlace(source, id), { package: id }, hint);
    });
}

/** Names the whole circle, at the dependency that closes it, with the place of every other. */
function circle(members: readonly PackageSource[]): Diagnostic {
  const ids = members.map(({ model }) => model.id);
  const last = members.at(-1) as PackageSource;
  const first = ids[0] as string;
  const cycle = [...ids, first].join(" -> ");
  const edges = members.slice(0, -1).map((source, row) => {
    const next = ids[row + 1] as string;
    return relatedPlace(`\`${source.model.id}\` needs \`${next}\``, dependencyPlace(source, next));
  });
  return withRelated(diagnostic("PK3005", dependencyPlace(last, first), { cycle }), edges);
}

function idPlace({ file, root }: PackageSource): Place {
  return { file, ...locate(root, ["@id"]) };
}

function dependencyPlace({ file, root }: PackageSource, id: string): Place {
  return { file, ...locate(root, ["dependencies", `dependency:${id}`, "@id"]) };
}
