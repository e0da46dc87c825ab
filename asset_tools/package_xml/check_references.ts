/** Checks that everything a package names exists, is of the right kind and comes from a declared dependency. */
import {
  type Diagnostic,
  diagnostic,
  elementDiagnostic,
  type Place,
  type Related,
  wholeFile,
  withRelated,
} from "../document/diagnostic.ts";
import { didYouMean } from "../document/suggest.ts";
import { type IndexedDefinition, indexOf, type PackageIndex, type PackageModel } from "./model.ts";
import type { FileUse, Use } from "./schema/value_type.ts";

export interface ReferenceCheck {
  readonly model: PackageModel;
  readonly uses: ReadonlyMap<string, readonly Use[]>;
  readonly files: readonly FileUse[];
  /** Indexes of the packages that it declares. */
  readonly dependencies: readonly PackageIndex[];
  /** Path of its package.xml in diagnostics. */
  readonly file: string;
  /** Whether the package means to define the id, though its definition could not be read. */
  readonly isDefined: (id: string) => boolean;
}

/** All reference problems of a package. */
export function checkReferences(check: ReferenceCheck): Diagnostic[] {
  const { model, uses, files, dependencies } = check;
  const packages = new Map([indexOf(model), ...dependencies].map((index) => [index.id, index]));
  return [
    ...unknownPackages(check),
    ...[...uses.values()].flat().flatMap((use) => checkUse(use, packages, check)),
    ...files.flatMap((use) => checkFile(use, packages, check)),
  ];
}

function checkUse(
  { kind, name, value }: Use,
  packages: ReadonlyMap<string, PackageIndex>,
  { model, file, isDefined }: ReferenceCheck,
): Diagnostic[] {
  const [packageId, id] = name.split(".") as [string, string];
  const owner = packages.get(packageId);
  const found = owner?.ids.find((candidate) => candidate.id === id);
  if (found?.kind === kind) return [];
  const place = { file, ...value.span };
  if (owner === undefined) return undeclared(packageId, place, packages, model);
  if (found) {
    const problem = diagnostic("PK3002", place, { name, found: found.kind, expected: kind });
    return [packageId === model.id ? withRelated(problem, [definedAt(found, file)]) : problem];
  }
  if (packageId === model.id && isDefined(id)) return [];
  const names = namesOf(kind, model.id, packages.values());
  return [diagnostic("PK3001", place, { kind, name }, nameHint(name, names))];
}

/** Where the package itself defines something. */
function definedAt({ id, kind }: IndexedDefinition, file: string): Related {
  const group = kind === "prefab" || kind === "scene" ? `${kind}s` : "assets";
  const element = [group, `${kind}:${id}`, "@id"];
  return { ...wholeFile(file), message: `\`${id}\` is defined here`, element };
}

/** Files of other packages are reached by the same rule as their assets. */
function checkFile(
  { package: owner, value }: FileUse,
  packages: ReadonlyMap<string, PackageIndex>,
  { model, file }: ReferenceCheck,
): Diagnostic[] {
  if (packages.has(owner)) return [];
  return undeclared(owner, { file, ...value.span }, packages, model);
}

/** Nothing for what is declared and there is not: that is told once. */
function undeclared(
  owner: string,
  place: Place,
  packages: ReadonlyMap<string, PackageIndex>,
  { id, dependencies }: PackageModel,
): Diagnostic[] {
  if (dependencies.some((dependency) => dependency.id === owner)) return [];
  const hint =
    didYouMean(owner, packages.keys()) ??
    `Add \`<dependency id="${owner}"/>\` to \`<dependencies>\``;
  return [diagnostic("PK3003", place, { package: owner, from: id }, hint)];
}

/**
 * Dependencies that are declared and of which nothing is known. A build has ordered its packages before; while a game runs, one
 * may be new.
 */
function unknownPackages({ model, dependencies, file }: ReferenceCheck): Diagnostic[] {
  const known = dependencies.map(({ id }) => id);
  return model.dependencies
    .filter(({ id }) => !known.includes(id))
    .map(({ id }) => {
      const element = ["dependencies", `dependency:${id}`, "@id"];
      const hint = didYouMean(id, known) ?? "A new one is there once Bazel has found it";
      return elementDiagnostic("PK3004", file, element, { package: id }, hint);
    });
}

/** A near name, with its package or without. */
export function nameHint(name: string, names: readonly string[]): string | undefined {
  return didYouMean(name, names) ?? didYouMean(name.slice(name.indexOf(".") + 1), names);
}

/** What a user could have written: own ids short, the others with their package. */
export function namesOf(
  kind: string,
  ownPackage: string,
  packages: Iterable<PackageIndex>,
): string[] {
  return [...packages].flatMap((index) =>
    index.ids
      .filter((candidate) => candidate.kind === kind)
      .map(({ id }) => (index.id === ownPackage ? id : `${index.id}.${id}`)),
  );
}

/** Likewise, of behaviours. */
export function behaviorNames(ownPackage: string, packages: Iterable<PackageIndex>): string[] {
  return [...packages].flatMap(({ id: owner, behaviors = [] }) =>
    behaviors.map(({ id }) => (owner === ownPackage ? id : `${owner}.${id}`)),
  );
}
