/**
 * An asset that is added to a package is compiled, and nothing else but package.xml's split and the link; a prefab that is edited,
 * with the prefabs and scenes that have instances of it.
 */
import { realpathSync } from "node:fs";
import { dirname } from "node:path";
import test from "ava";
import { runScript } from "./run_script.ts";

// Bazel within Bazel; `ava` alone does not start that.
const testInBazel = process.env["RUNFILES_DIR"] === undefined ? test.skip : test;

testInBazel("one asset more and one prefab edited run only their actions", async (t) => {
  t.timeout(3_600_000);
  // Outside the sandbox a runfile leads to the workspace.
  const workspace = dirname(realpathSync("bazelw"));
  const { status, output } = await runScript("tests/hermetic/one_asset_more.sh", [
    ...[workspace, `${workspace}/tests/bench/assets/write_scale.ts`, process.execPath],
  ]);
  t.is(status, 0, output);
  t.deepEqual(output.trimEnd().split("\n"), [
    "all: MeshCompile=6 PackageLink=1 PackageSplit=1 TextureCompile=12",
    "unchanged: ",
    "texture: PackageLink=1 PackageSplit=1 TextureCompile=1",
    "mesh: MeshCompile=1 PackageLink=1 PackageSplit=1",
    "stage: PackageLink=1 PackageSplit=1 PrefabCompile=3 SceneCompile=2",
    "prefab: PackageLink=1 PackageSplit=1 PrefabCompile=1 SceneCompile=1",
    "nested: PackageLink=1 PackageSplit=1 PrefabCompile=2 SceneCompile=1",
    "scene: PackageLink=1 PackageSplit=1 SceneCompile=1",
  ]);
});
