import type { Diagnostic } from "../document/diagnostic.ts";
import type { PackageIndex } from "../package_xml/model.ts";
import { splitPackage } from "../package_xml/split_package.ts";
import type { ActionContext } from "./action_context.ts";
import { ActionError } from "./action_error.ts";
import { splitAssignment } from "./assignment.ts";

/** `split`: package.xml to a fragment an asset and an index. */
export function splitAction(action: ActionContext): readonly Diagnostic[] {
  const manifest = action.need("manifest");
  const name = action.flags["manifest-name"] ?? manifest;
  const indexes = action.flags.index.map((path) => action.json(path) as PackageIndex);
  const { value, diagnostics } = splitPackage(action.read(manifest, name), name, indexes);
  if (value === undefined) return diagnostics;
  for (const [id, path] of action.flags.out.map(splitAssignment)) {
    const fragment = id === undefined ? undefined : value.fragments.get(id);
    if (fragment === undefined) throw new ActionError(`${name} defines no \`${id ?? path}\``);
    action.write(path, fragment);
  }
  action.write(action.need("out-index"), value.index);
  return diagnostics;
}
