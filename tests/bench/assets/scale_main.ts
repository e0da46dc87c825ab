/**
 * A package of 1,000 textures and 500 meshes, built by one worker and by two: `bazel run //tests/bench/assets:scale`.
 * Flags: --textures N, --meshes N, --rounds N, --node-flag FLAG for the workers' Node, which `bazel run` says as Bazel's actions do.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildScale, layOut, type ScaleBuild } from "./scale_build.ts";
import { scaleReport } from "./scale_report.ts";
import { makeScaleTree } from "./scale_tree.ts";

const { values } = parseArgs({
  options: {
    textures: { type: "string", default: "1000" },
    meshes: { type: "string", default: "500" },
    rounds: { type: "string", default: "3" },
    "node-flag": { type: "string", multiple: true, default: [] },
  },
});

const script = resolve(process.env["ASSET_COMPILER"] ?? "");
const folder = mkdtempSync(join(tmpdir(), "scale-"));
try {
  const tree = makeScaleTree(Number(values.textures), Number(values.meshes));
  layOut(tree, folder);
  const settings = { node: process.execPath, script, folder, flags: values["node-flag"] };
  const builds: Record<"one" | "two", ScaleBuild[]> = { one: [], two: [] };
  // In turn, so that the machine's moods hit both alike.
  for (let round = 0; round < Number(values.rounds); round++) {
    builds.one.push(await buildScale(tree, settings, 1));
    builds.two.push(await buildScale(tree, settings, 2));
  }
  process.stdout.write(scaleReport(tree, builds));
} finally {
  rmSync(folder, { recursive: true });
}
