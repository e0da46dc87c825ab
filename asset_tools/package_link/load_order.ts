import type { AssetTypeName } from "../fpkg/format/blob.ts";

/** A loader meets an asset after all that it needs. */
const LOAD_ORDER: readonly AssetTypeName[] = [
  "shader",
  "texture",
  "material",
  "mesh",
  "audio",
  "animation",
  "data",
  "prefab",
  "scene",
];

/** Assets of a package as they lie in its file; equal for every order of the inputs. */
export function inLoadOrder<A extends { readonly type: AssetTypeName; readonly name: string }>(
  assets: readonly A[],
): A[] {
  return assets.toSorted(
    (a, b) => LOAD_ORDER.indexOf(a.type) - LOAD_ORDER.indexOf(b.type) || (a.name < b.name ? -1 : 1),
  );
}

/** Dependencies first, then by name; equal for every order of the inputs. */
export function inDependencyOrder<
  P extends { readonly name: string; readonly dependencies: readonly { readonly name: string }[] },
>(packages: readonly P[]): P[] {
  const byName = new Map(packages.map((source) => [source.name, source]));
  const ordered = new Set<P>();
  const visiting = new Set<string>();
  const visit = (name: string): void => {
    const source = byName.get(name);
    if (source === undefined || visiting.has(name)) return;
    visiting.add(name);
    for (const dependency of source.dependencies) visit(dependency.name);
    ordered.add(source);
  };
  for (const name of [...byName.keys()].sort()) visit(name);
  return [...ordered];
}
