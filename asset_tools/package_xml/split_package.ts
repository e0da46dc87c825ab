/** PackageSplit: package.xml to one canonical fragment a definition, so that an edit re-runs only what it changed. */
import { hasErrors, type Outcome, sortDiagnostics } from "../document/diagnostic.ts";
import { checkNesting } from "./check_nesting.ts";
import { checkReferences } from "./check_references.ts";
import { placeDiagnostics } from "./locate.ts";
import { type Definition, indexOf, type PackageIndex, type PackageModel } from "./model.ts";
import { readPackage } from "./read_package.ts";
import { visibleAssets } from "./scene_references.ts";
import { withTextureFacts } from "./texture_facts.ts";

/** A split package; texts are canonical JSON, equal for equal content. */
export interface SplitPackage {
  readonly model: PackageModel;
  /** Fragment text of each definition, by id. */
  readonly fragments: ReadonlyMap<string, string>;
  /** What the link and depending packages read: ids and dependencies only. */
  readonly index: string;
}

/** Splits one package.xml; `indexes` may be of more packages than those it declares, which alone it may name. */
export function splitPackage(
  source: string | Uint8Array,
  file: string,
  indexes: readonly PackageIndex[],
): Outcome<SplitPackage> {
  const { model, uses, root, diagnostics: problems } = readPackage(source, file);
  if (model === undefined || root === undefined) return { diagnostics: problems };
  const declared = indexes.filter((index) => model.dependencies.some(({ id }) => id === index.id));
  const found = placeDiagnostics(
    [...checkReferences(model, uses, declared, file), ...checkNesting(model, uses, file)],
    root,
  );
  const packages = new Map([indexOf(model), ...declared].map((index) => [index.id, index]));
  const diagnostics = sortDiagnostics([...problems, ...found]);
  if (hasErrors(diagnostics)) return { diagnostics };
  const fragments = new Map(
    model.definitions.map((definition) => [
      definition.id,
      canonical(withTextureFacts(fragmentOf(definition, packages), packages)),
    ]),
  );
  return { value: { model, fragments, index: canonical(indexOf(model)) }, diagnostics };
}

/** What the definition's action reads. */
function fragmentOf(
  definition: Definition,
  packages: ReadonlyMap<string, PackageIndex>,
): Definition {
  if (definition.kind !== "scene" && definition.kind !== "prefab") return definition;
  return { ...definition, assets: visibleAssets(definition, packages) };
}

/** The readers above build every object with its keys in one order, so plain JSON is canonical. */
function canonical(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
