/** Package discovery as data: what the repository rule turns into targets. */
import { type Diagnostic, hasErrors, type Outcome, outcome } from "../document/diagnostic.ts";
import { checkNesting } from "./check_nesting.ts";
import type { PackageFiles } from "./check_sources.ts";
import { definitionSources } from "./definition_sources.ts";
import { type Definition, indexOf, type PackageDependency } from "./model.ts";
import { orderPackages, type PackageSource } from "./order_packages.ts";
import { type PackageReading, readPackage } from "./read_package.ts";
import { referenceProblems } from "./reference_problems.ts";
import { visitEntities } from "./scene_references.ts";
import type { Use } from "./schema/value_type.ts";
import { unusedAssets } from "./unused_assets.ts";

/** One asset or scene. */
export interface DiscoveredDefinition {
  readonly kind: Definition["kind"];
  readonly id: string;
  /** Files below the package's folder. */
  readonly sources: readonly string[];
  /** Files that a shader may include, as `package:path`. */
  readonly includes: readonly string[];
  /** Other assets it names, qualified. */
  readonly references: readonly { readonly kind: string; readonly name: string }[];
  /** Behaviour classes of a scene or prefab. */
  readonly behaviors: readonly string[];
}

export interface DiscoveredPackage {
  readonly id: string;
  readonly version: string;
  /** The file as it was given. */
  readonly file: string;
  readonly dependencies: readonly PackageDependency[];
  readonly assets: readonly DiscoveredDefinition[];
  /** Ids of the behaviours that it names. */
  readonly behaviors: readonly string[];
  readonly prefabs: readonly DiscoveredDefinition[];
  readonly scenes: readonly DiscoveredDefinition[];
}

export interface Discovery {
  /** In dependency order. */
  readonly packages: readonly DiscoveredPackage[];
}

/** Of a package.xml, what is known of the files beside it. */
export type FilesBeside = (file: string) => PackageFiles;

/**
 * Reads all package files and orders them. References and files are left to the split, which runs in the build; only where
 * there will be no build, what is wrong with them is told here too.
 */
export function discoverPackages(
  files: readonly { readonly file: string; readonly bytes: Uint8Array }[],
  filesBeside?: FilesBeside,
): Outcome<Discovery> {
  const readings = files.map(({ file, bytes }) => ({ file, ...readPackage(bytes, file) }));
  const sources: PackageSource[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { file, model, root, uses, kept, diagnostics: problems } of readings) {
    diagnostics.push(...problems);
    if (model === undefined || root === undefined) continue;
    sources.push({ file, model, root, uses, kept });
    diagnostics.push(...checkNesting(model, uses, file));
  }
  if (sources.length < files.length || hasErrors(diagnostics)) {
    diagnostics.push(...allReferenceProblems(readings, filesBeside));
    return { diagnostics };
  }
  const { order, diagnostics: problems } = orderPackages(sources);
  diagnostics.push(...problems, ...unusedAssets(order));
  return outcome(diagnostics, () => ({ packages: order.map(describe) }));
}

function allReferenceProblems(
  readings: readonly (PackageReading & { readonly file: string })[],
  filesBeside: FilesBeside | undefined,
): Diagnostic[] {
  const indexes = readings.flatMap(({ draft }) => (draft ? [indexOf(draft)] : []));
  return readings.flatMap((reading) => {
    const { file, draft } = reading;
    const declared = indexes.filter(({ id }) => draft?.dependencies.some((one) => one.id === id));
    // Of a package that could not be read nothing is known.
    const isKnown = draft?.dependencies.every(({ id }) => indexes.some((one) => one.id === id));
    return isKnown ? referenceProblems(reading, declared, file, filesBeside?.(file)) : [];
  });
}

function describe({ file, model, uses }: PackageSource): DiscoveredPackage {
  const { id, version, dependencies } = model;
  const definitions = model.definitions.map((definition) =>
    describeDefinition(definition, uses.get(definition.id) ?? []),
  );
  return {
    id,
    version,
    file,
    dependencies,
    behaviors: model.behaviors.map((behavior) => behavior.id),
    assets: definitions.filter(({ kind }) => kind !== "scene" && kind !== "prefab"),
    prefabs: definitions.filter(({ kind }) => kind === "prefab"),
    scenes: definitions.filter(({ kind }) => kind === "scene"),
  };
}

function describeDefinition(definition: Definition, uses: readonly Use[]): DiscoveredDefinition {
  const { kind, id } = definition;
  const sources = definitionSources(definition);
  const behaviors = new Set<string>();
  if (definition.kind === "scene" || definition.kind === "prefab")
    visitEntities(definition, ({ codeBehind }) => codeBehind && behaviors.add(codeBehind));
  const includes = definition.kind === "shader" ? definition.includes : [];
  const references = withoutRepeats(uses);
  return { kind, id, sources, includes, references, behaviors: [...behaviors].sort() };
}

/** What is named, each once, in order of use. */
function withoutRepeats(uses: readonly Use[]): { kind: string; name: string }[] {
  return [...new Map(uses.map(({ kind, name }) => [`${kind}:${name}`, { kind, name }])).values()];
}
