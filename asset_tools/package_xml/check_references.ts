/** Checks that everything a package names exists, is of the right kind and comes from a declared dependency. */
import { type Diagnostic, diagnostic, elementDiagnostic } from "../document/diagnostic.ts";
import { didYouMean } from "../document/suggest.ts";
import {
  type Definition,
  type DefinitionKind,
  indexOf,
  type PackageIndex,
  type PackageModel,
} from "./model.ts";
import type { Use } from "./schema/value_type.ts";

/** All reference problems of `model`; `dependencies` are the indexes of the packages it declares. */
export function checkReferences(
  model: PackageModel,
  uses: ReadonlyMap<string, readonly Use[]>,
  dependencies: readonly PackageIndex[],
  file: string,
): Diagnostic[] {
  const packages = new Map([indexOf(model), ...dependencies].map((index) => [index.id, index]));
  return [
    ...[...uses.values()].flat().flatMap((use) => checkUse(use, model, packages, file)),
    ...model.definitions.flatMap((definition) => checkIncludes(definition, model, packages, file)),
  ];
}

function checkUse(
  use: Use,
  model: PackageModel,
  packages: ReadonlyMap<string, PackageIndex>,
  file: string,
): Diagnostic[] {
  const { kind, name, value } = use;
  const [packageId, id] = name.split(".") as [string, string];
  const owner = packages.get(packageId);
  const found = owner?.ids.find((candidate) => candidate.id === id);
  if (found?.kind === kind) return [];
  const place = { file, ...value.span };
  if (owner === undefined) {
    const hint =
      didYouMean(packageId, packages.keys()) ??
      `Add \`<dependency id="${packageId}"/>\` to \`<dependencies>\``;
    return [diagnostic("PK3003", place, { package: packageId, from: model.id }, hint)];
  }
  if (found) return [diagnostic("PK3002", place, { name, found: found.kind, expected: kind })];
  const names = namesOf(kind, model, packages);
  const near = didYouMean(name, names) ?? didYouMean(id, names);
  return [diagnostic("PK3001", place, { kind, name }, near)];
}

/** Files of other packages are reached by the same rule as their assets. */
function checkIncludes(
  definition: Definition,
  model: PackageModel,
  packages: ReadonlyMap<string, PackageIndex>,
  file: string,
): Diagnostic[] {
  if (definition.kind !== "shader") return [];
  const owners = definition.includes.map((name) => name.slice(0, name.indexOf(":")));
  return [...new Set(owners)]
    .filter((owner) => !packages.has(owner))
    .map((owner) => {
      const element = ["assets", `shader:${definition.id}`, "includes"];
      const hint =
        didYouMean(owner, packages.keys()) ??
        `Add \`<dependency id="${owner}"/>\` to \`<dependencies>\``;
      return elementDiagnostic("PK3003", file, element, { package: owner, from: model.id }, hint);
    });
}

/** What a user could have written: own ids short, the others with their package. */
function namesOf(
  kind: DefinitionKind,
  model: PackageModel,
  packages: ReadonlyMap<string, PackageIndex>,
): string[] {
  return [...packages.values()].flatMap((index) =>
    index.ids
      .filter((candidate) => candidate.kind === kind)
      .map(({ id }) => (index.id === model.id ? id : `${index.id}.${id}`)),
  );
}
