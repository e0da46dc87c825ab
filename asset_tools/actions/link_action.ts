import type { Diagnostic } from "../document/diagnostic.ts";
import { ChunkCodec, Layout } from "../fpkg/format/package.ts";
import { dracoRecoder } from "../mesh/recode_draco.ts";
import { bundlePackages } from "../package_link/bundle_packages.ts";
import { linkPackage } from "../package_link/link_package.ts";
import type { PackageIndex } from "../package_xml/model.ts";
import type { ActionContext } from "./action_context.ts";
import { ActionError } from "./action_error.ts";
import { fileStem, splitAssignment } from "./assignment.ts";

/** `link`: the blobs of one package to one file. */
export function linkAction(action: ActionContext): readonly Diagnostic[] {
  const [path] = action.flags.index;
  if (path === undefined) throw new ActionError("Flag --index is missing");
  const blobs = action.flags.blob.map(splitAssignment).map(([id, file]) => ({
    id: id ?? fileStem(file),
    bytes: action.read(file),
    file,
  }));
  const layout = action.choice("layout", keys(Layout));
  const writeOptions = { layout, codec: action.choice("codec", keys(ChunkCodec)) };
  const dependencies = action.flags.dependency.map((file) => ({ file, bytes: action.read(file) }));
  const { value, diagnostics } = linkPackage(
    action.json(path) as PackageIndex,
    blobs,
    writeOptions,
    dependencies,
  );
  if (value === undefined) return diagnostics;
  action.write(action.out(), value.file);
  if (action.flags.tables !== undefined) action.write(action.flags.tables, value.tables);
  if (layout === "dev") {
    for (const [digest, blob] of value.blobs)
      action.write(`${action.need("blobs")}/${digest}`, blob);
  }
  return diagnostics;
}

/** Which meshes a bundle may have; the native runtime does not know Draco. */
const bundledMeshes = ["any", "meshopt"] as const;

/** `bundle`: packages to one file. */
export async function bundleAction(action: ActionContext): Promise<readonly Diagnostic[]> {
  const files = action.flags.package.map((file) => ({ file, bytes: action.read(file) }));
  const codec = action.choice("codec", keys(ChunkCodec));
  const meshes = action.choice("meshes", bundledMeshes);
  const recode = meshes === "meshopt" ? await dracoRecoder() : undefined;
  const { value, diagnostics } = bundlePackages(files, { layout: "ship", codec }, recode);
  if (value) action.write(action.out(), value.file);
  return diagnostics;
}

/** The words that an enum's table knows. */
function keys<T extends object>(table: T): (keyof T & string)[] {
  return Object.keys(table) as (keyof T & string)[];
}
