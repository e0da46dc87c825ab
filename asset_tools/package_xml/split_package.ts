/** PackageSplit: package.xml to one canonical fragment a definition, so that an edit re-runs only what it changed. */
import { hasErrors, type Outcome, sortDiagnostics } from "../document/diagnostic.ts";
import { checkNesting } from "./check_nesting.ts";
import type { PackageFiles } from "./check_sources.ts";
import { type Definition, indexOf, type PackageIndex, type PackageModel } from "./model.ts";
import { readPackage } from "./read_package.ts";
import { referenceProblems } from "./reference_problems.ts";
import { namedBehaviors, visibleAssets } from "./scene_references.ts";
import { withTextureFacts } from "./texture_facts.ts";

/** A split package; texts are canonical JSON, equal for equal content. */
export interface SplitPackage {
  readonly model: PackageModel;
  /** Fragment text of each definition, by id. */
  readonly fragments: ReadonlyMap<string, string>;
  /** What the link and depending packages read: ids and dependencies only. */
  readonly index: string;
  /** The text of a `BehaviorsFragment`. */
  readonly behaviors: string;
}

/**
 * Splits one package.xml. `indexes` may be of more packages than those it declares, which alone it may name. Where `files` is not
 * given, the files that it names are taken to be there.
 */
export function splitPackage(
  source: string | Uint8Array,
  file: string,
  indexes: readonly PackageIndex[],
  files?: PackageFiles,
): Outcome<SplitPackage> {
  const reading = readPackage(source, file);
  const { model, draft, uses, root } = reading;
  if (draft === undefined || root === undefined) return { diagnostics: reading.diagnostics };
  const declared = indexes.filter((index) => draft.dependencies.some(({ id }) => id === index.id));
  const found = [
    ...referenceProblems(reading, declared, file, files),
    ...checkNesting(draft, uses, file),
  ];
  const diagnostics = sortDiagnostics([...reading.diagnostics, ...found]);
  if (model === undefined || hasErrors(diagnostics)) return { diagnostics };
  const packages = new Map([indexOf(model), ...declared].map((index) => [index.id, index]));
  const fragments = new Map(
    model.definitions.map((definition) => [
      definition.id,
      canonical(withTextureFacts(fragmentOf(definition, packages), packages)),
    ]),
  );
  const { id, behaviors } = model;
  const value = {
    model,
    fragments,
    index: canonical(indexOf(model)),
    behaviors: canonical({ kind: "behaviors", package: id, behaviors }),
  };
  return { value, diagnostics };
}

/** What the definition's action reads. */
function fragmentOf(
  definition: Definition,
  packages: ReadonlyMap<string, PackageIndex>,
): Definition {
  if (definition.kind !== "scene" && definition.kind !== "prefab") return definition;
  const behaviors = namedBehaviors(definition, packages);
  return {
    ...definition,
    assets: visibleAssets(definition, packages),
    ...(Object.keys(behaviors).length > 0 && { behaviors }),
  };
}

/** The readers above build every object with its keys in one order, so plain JSON is canonical. */
function canonical(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
