/** Whether packages that are loaded together fit: each has what the others were linked against. */
import { codeName } from "./blob_reader.ts";
import { AssetType, type AssetTypeName } from "./format/blob.ts";
import { FpkgError } from "./fpkg_error.ts";
import type { AssetInfo, PackageFile, PackageInfo } from "./read.ts";

/** Packages and their assets, of one file or of several. */
export interface LoadedPackages {
  readonly packages: readonly Pick<PackageInfo, "name" | "dependencies">[];
  readonly assets: readonly LinkedAsset[];
}

type LinkedAsset = Pick<AssetInfo, "id" | "name" | "digest" | "references">;

/** A need that is not met. */
export type LinkProblem =
  | { readonly kind: "package missing"; readonly user: string; readonly package: string }
  | AssetProblem;

export interface AssetProblem {
  readonly kind: "asset missing" | "asset stale";
  /** The package with the asset that needs it. */
  readonly user: string;
  /** Qualified name of that asset. */
  readonly asset: string;
  /** Package, type and qualified name of what is needed. */
  readonly package: string;
  readonly type: AssetTypeName;
  readonly name: string;
}

/** All needs that are not met, whole packages first. */
export function linkProblems({ packages, assets }: LoadedPackages): LinkProblem[] {
  const names = new Set(packages.map(({ name }) => name));
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  const missing = [...neededPackages(packages, assets)].flatMap(([user, needed]) =>
    [...needed]
      .filter((name) => !names.has(name))
      .map((name) => ({ kind: "package missing", user, package: name }) as const),
  );
  return [...missing, ...assets.flatMap((asset) => assetProblems(asset, byId, names))];
}

/** What each package says that it depends on, and what its assets name. */
function neededPackages(
  packages: LoadedPackages["packages"],
  assets: readonly LinkedAsset[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const needed = new Map<string, Set<string>>();
  for (const { name, dependencies } of packages)
    needed.set(name, new Set(dependencies.map((dependency) => dependency.name)));
  for (const { name, references } of assets) {
    const names = needed.get(packageOf(name));
    for (const reference of references) names?.add(packageOf(reference.name));
  }
  return needed;
}

function assetProblems(
  asset: LinkedAsset,
  byId: ReadonlyMap<string, LinkedAsset>,
  packages: ReadonlySet<string>,
): AssetProblem[] {
  return asset.references.flatMap((reference) => {
    const { id, name, digest } = reference;
    const found = byId.get(id);
    if (found?.digest === digest || !packages.has(packageOf(name))) return [];
    return [
      {
        kind: found === undefined ? "asset missing" : "asset stale",
        user: packageOf(asset.name),
        asset: asset.name,
        package: packageOf(name),
        type: codeName(AssetType, reference.type, "Asset type"),
        name,
      },
    ];
  });
}

/** The package of a qualified name; nothing of another name. */
export function packageOf(name: string): string {
  return name.slice(0, Math.max(0, name.indexOf(".")));
}

/** What is wrong, and what to do about it; runtime/native/game/package_links.c says the same. */
export function linkProblemText(problem: LinkProblem): string {
  const { user } = problem;
  switch (problem.kind) {
    case "package missing":
      return `Package \`${user}\` needs package \`${problem.package}\`, which is not loaded; load both together`;
    case "asset missing":
      return `Package \`${user}\` needs ${problem.type} \`${problem.name}\`, which package \`${problem.package}\` does not have; build both packages again`;
    case "asset stale":
      return `Package \`${user}\` was linked against another ${problem.type} \`${problem.name}\` than package \`${problem.package}\` has; build both packages again`;
  }
}

/** Throws `FpkgError` where files that are loaded together do not fit. */
export function checkLinks(files: readonly PackageFile[]): void {
  const [first] = linkProblems({
    packages: files.flatMap(({ packages }) => packages),
    assets: files.flatMap(({ assets }) => [...assets.values()]),
  });
  if (first !== undefined) throw new FpkgError("FP1011", linkProblemText(first));
}
