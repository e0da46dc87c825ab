/** A package with those that it depends on, directly or through others, read and taken apart as a build does it. */
import { type Diagnostic, hasErrors, type Outcome } from "../document/diagnostic.ts";
import type { DefinitionKind } from "../package_xml/defined.ts";
import type { Definition, PackageIndex } from "../package_xml/model.ts";
import { orderPackages, type PackageSource } from "../package_xml/order_packages.ts";
import { readPackage } from "../package_xml/read_package.ts";
import { type SplitPackage, splitPackage } from "../package_xml/split_package.ts";
import type { FindPackage, FoundPackage } from "./find_package.ts";

/** One package of the group. */
export interface GroupedPackage extends FoundPackage {
  readonly split: SplitPackage;
  /** What each definition names, by its id. */
  readonly uses: PackageSource["uses"];
}

/** By their ids, each package after those that it depends on. */
export type PackageGroup = ReadonlyMap<string, GroupedPackage>;

/** Reads the package and all that it needs. */
export function readGroup(root: FoundPackage, find: FindPackage): Outcome<PackageGroup> {
  const found = new Map<string, FoundPackage>([[root.file, root]]);
  const sources: PackageSource[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { file, bytes } of found.values()) {
    const reading = readPackage(bytes, file);
    const { model, root: xml, uses, kept } = reading;
    diagnostics.push(...reading.diagnostics);
    if (model === undefined || xml === undefined) continue;
    sources.push({ file, model, root: xml, uses, kept });
    for (const { id } of model.dependencies) {
      const dependency = find(id);
      if (dependency !== undefined) found.set(dependency.file, dependency);
    }
  }
  if (hasErrors(diagnostics)) return { diagnostics };
  const { order, diagnostics: problems } = orderPackages(sources);
  return problems.length > 0 ? { diagnostics: problems.map(withFolderHint) } : split(order, found);
}

function withFolderHint(problem: Diagnostic): Diagnostic {
  if (problem.code !== "PK3004" || problem.hint !== undefined) return problem;
  return { ...problem, hint: "Name the folder that has its folder with --packages" };
}

function split(
  order: readonly PackageSource[],
  found: ReadonlyMap<string, FoundPackage>,
): Outcome<PackageGroup> {
  const group = new Map<string, GroupedPackage>();
  const indexes: PackageIndex[] = [];
  for (const { file, uses } of order) {
    const place = found.get(file) as FoundPackage;
    const { value, diagnostics } = splitPackage(place.bytes, file, indexes);
    if (value === undefined) return { diagnostics };
    indexes.push(JSON.parse(value.index));
    group.set(value.model.id, { ...place, split: value, uses });
  }
  return { value: group, diagnostics: [] };
}

/** A definition of the group: the text that its action reads, and what that says. */
export interface GroupedDefinition<K extends DefinitionKind> {
  readonly owner: GroupedPackage;
  readonly text: string;
  readonly definition: Extract<Definition, { kind: K }>;
}

/** A definition by its qualified name, which names one of that kind where the packages are without errors. */
export function definitionOf<K extends DefinitionKind = DefinitionKind>(
  group: PackageGroup,
  name: string,
): GroupedDefinition<K> {
  const [id = "", asset = ""] = name.split(".");
  const owner = group.get(id) as GroupedPackage;
  const text = owner.split.fragments.get(asset) as string;
  return { owner, text, definition: JSON.parse(text) };
}
