import { type Diagnostic, wholeFile } from "../document/diagnostic.ts";
import { missingSource, type PackageFiles } from "../package_xml/check_sources.ts";
import type { PackageIndex } from "../package_xml/model.ts";
import { splitPackage } from "../package_xml/split_package.ts";
import type { ActionContext } from "./action_context.ts";
import { ActionError } from "./action_error.ts";
import { splitAssignment } from "./assignment.ts";
import { folderOf } from "./missing_input.ts";

/** `split`: package.xml to a fragment an asset and an index. */
export function splitAction(action: ActionContext): readonly Diagnostic[] {
  const manifest = action.need("manifest");
  const name = action.flags["manifest-name"] ?? manifest;
  const indexes = action.flags.index.map((path) => action.json(path) as PackageIndex);
  const files = packageFiles(action, folderOf(manifest));
  const { value, diagnostics } = splitPackage(action.read(manifest, name), name, indexes, files);
  const missing = missingForOthers(diagnostics, action, folderOf(name));
  if (value === undefined || missing.length > 0) return [...diagnostics, ...missing];
  for (const [id, path] of action.flags.out.map(splitAssignment)) {
    const fragment = id === undefined ? undefined : value.fragments.get(id);
    if (fragment === undefined) throw new ActionError(`${name} defines no \`${id ?? path}\``);
    action.write(path, fragment);
  }
  action.write(action.need("out-index"), value.index);
  const behaviors = action.flags["out-behaviors"];
  if (behaviors !== undefined) action.write(behaviors, value.behaviors);
  return diagnostics;
}

/** Bazel tells which files are missing, the dev loop which are there. */
function packageFiles(action: ActionContext, folder: string): PackageFiles | undefined {
  const { missing, beside } = action.flags;
  if (missing.length > 0) return { isMissing: (path) => missing.includes(path), paths: beside };
  const paths = action.filesBelow(folder);
  if (paths === undefined) return undefined;
  const known = new Set(paths);
  return { isMissing: (path) => !known.has(path), paths };
}

/** Missing files that this package.xml does not name: shaders of other packages include them. */
function missingForOthers(
  found: readonly Diagnostic[],
  { flags }: ActionContext,
  folder: string,
): Diagnostic[] {
  if (found.length > 0) return [];
  return flags.missing.map((path) => ({
    ...missingSource(path, wholeFile(path), flags.beside),
    file: folder + path,
  }));
}
