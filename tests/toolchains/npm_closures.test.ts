// The closures that Starlark finds in package-lock.json, against a second reading of the same file.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";

interface LockEntry {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly os?: string | readonly string[];
  readonly cpu?: string | readonly string[];
  readonly libc?: string | readonly string[];
}

const PLATFORMS = {
  darwin_arm64: { os: "darwin", cpu: "arm64", libc: undefined },
  darwin_x64: { os: "darwin", cpu: "x64", libc: undefined },
  linux_arm64: { os: "linux", cpu: "arm64", libc: "glibc" },
  linux_x64: { os: "linux", cpu: "x64", libc: "glibc" },
  windows_x64: { os: "win32", cpu: "x64", libc: undefined },
} as const;

type Platform = (typeof PLATFORMS)[keyof typeof PLATFORMS];

// Bazel builds this file; `ava` alone has none to compare with.
const built = process.env["NPM_CLOSURES"];
const testInBazel = built === undefined ? test.skip : test;

testInBazel("Starlark finds the same closures as a plain reading of the lock", (t) => {
  const runfiles = process.env["RUNFILES_DIR"] ?? "";
  const closures = JSON.parse(readFileSync(join(runfiles, built ?? ""), "utf8"));
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const { "": root, ...packages }: Record<string, LockEntry> = lock.packages;
  const declared = Object.keys({
    ...root?.dependencies,
    ...(root as { devDependencies?: object }).devDependencies,
  });
  t.true(declared.length > 10);
  t.deepEqual(Object.keys(closures).sort(), declared.sort());
  for (const name of declared) {
    for (const [platformName, platform] of Object.entries(PLATFORMS)) {
      const expected = [...reach(packages, `node_modules/${name}`, platform)].sort();
      t.deepEqual(closures[name][platformName], expected, `${name} on ${platformName}`);
    }
  }
});

/** Depth first, where Starlark goes breadth first; a path's owner is found by cutting, where Starlark climbs. */
function reach(
  packages: Record<string, LockEntry>,
  path: string,
  platform: Platform,
  seen = new Set<string>(),
): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const { dependencies, optionalDependencies, peerDependencies } = packages[path] ?? {};
  for (const name of Object.keys({
    ...dependencies,
    ...optionalDependencies,
    ...peerDependencies,
  })) {
    const found = locate(packages, path, name);
    if (found !== undefined && suits(packages[found] ?? {}, platform))
      reach(packages, found, platform, seen);
  }
  return seen;
}

function locate(
  packages: Record<string, LockEntry>,
  path: string,
  name: string,
): string | undefined {
  const owners = path.split("/node_modules/");
  return owners
    .map((_, depth) => [...owners.slice(0, owners.length - depth), name].join("/node_modules/"))
    .concat(`node_modules/${name}`)
    .find((candidate) => candidate in packages);
}

function suits(entry: LockEntry, platform: Platform): boolean {
  return (["os", "cpu", "libc"] as const).every((key) => {
    const wanted = [entry[key] ?? []].flat();
    return wanted.length === 0 || platform[key] === undefined || wanted.includes(platform[key]);
  });
}
