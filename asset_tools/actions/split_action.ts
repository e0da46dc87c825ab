import type { Diagnostic } from "../document/diagnostic.ts";
import { checkSources, type PackageFiles } from "../package_xml/check_sources.ts";
import type { PackageIndex } from "../package_xml/model.ts";
import { readPackage } from "../package_xml/read_package.ts";
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
  if (value === undefined) return diagnostics;
  const missing = missingForOthers(action, value.model.id);
  if (missing.length > 0) return [...diagnostics, ...missing];
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

/** Missing files that shaders of other packages include, where those name them. */
function missingForOthers(action: ActionContext, packageId: string): Diagnostic[] {
  const { missing, beside, naming } = action.flags;
  return naming.map(splitAssignment).flatMap(([name, path]) => {
    const { files, draft } = readPackage(action.read(path, name), name ?? path);
    if (draft?.id === packageId) return [];
    const isMissing = (file: string) => missing.includes(file);
    return checkSources(files, packageId, { isMissing, paths: beside }, name ?? path);
  });
}
