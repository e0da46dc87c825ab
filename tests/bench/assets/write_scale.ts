/** Writes the tree of the scale bench as a package of a workspace: `write_scale.ts FOLDER TEXTURES MESHES`. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeScaleTree } from "./scale_tree.ts";

const [folder = "", textures, meshes] = process.argv.slice(2);

mkdirSync(folder, { recursive: true });
for (const [path, bytes] of makeScaleTree(Number(textures), Number(meshes)).files) {
  const file = join(folder, path);
  // What is there already is the same, but for the list of what there is.
  if (path === "package.xml" || !existsSync(file)) writeFileSync(file, bytes);
}
writeFileSync(
  join(folder, "BUILD.bazel"),
  `load("@game_packages//:defs.bzl", "game_package")\n\ngame_package(name = "scale")\n`,
);
