/** All that a package names and that is not there: definitions, packages, files. */
import type { Diagnostic } from "../document/diagnostic.ts";
import { checkReferences } from "./check_references.ts";
import { checkSources, type PackageFiles } from "./check_sources.ts";
import { placeDiagnostics } from "./locate.ts";
import type { PackageIndex } from "./model.ts";
import type { PackageReading } from "./read_package.ts";
import { attribute, type XmlElement } from "./xml_element.ts";

/**
 * Also of a package with other errors, as far as it could be read, so that all of them are seen at once. `dependencies` are the
 * indexes of the packages that it declares; without `files` the files that it names are taken to be there.
 */
export function referenceProblems(
  { model, draft, root, uses, files: fileUses }: PackageReading,
  dependencies: readonly PackageIndex[],
  file: string,
  files: PackageFiles | undefined,
): Diagnostic[] {
  if (draft === undefined || root === undefined) return [];
  const isDefined = (id: string) => model === undefined && hasElement(root, id);
  const problems = [
    ...checkReferences({ model: draft, uses, files: fileUses, dependencies, file, isDefined }),
    ...(files ? checkSources(fileUses, draft.id, files, file) : []),
  ];
  return placeDiagnostics(problems, root);
}

/** Whether an element defines `id`, be it one that could not be read. */
function hasElement(root: XmlElement, id: string): boolean {
  return root.children.some(({ children }) =>
    children.some((element) => attribute(element, "id")?.value === id),
  );
}
