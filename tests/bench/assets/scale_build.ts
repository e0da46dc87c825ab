/** Builds a tree with workers, as Bazel does: package.xml is split, all assets are compiled, and the blobs are linked. */
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AssetWorker, runByWorkers, type WorkerSettings } from "../../determinism/worker.ts";
import { type ProcessUsage, usageOf } from "./process_usage.ts";
import { SCALE_ID, type ScaleTree } from "./scale_tree.ts";

/** All assets once. */
export interface ScalePass {
  /** Milliseconds by the clock. */
  readonly wall: number;
  /** Milliseconds of processor time, a worker each. */
  readonly cpu: readonly number[];
}

export interface ScaleBuild {
  /** By workers that have just started, and by the same ones again: Bazel keeps them from build to build. */
  readonly cold: ScalePass;
  readonly warm: ScalePass;
  /** Bytes that each worker had before its first asset, and at most. */
  readonly memory: readonly Pick<ProcessUsage, "memory" | "peak">[];
  /** Bytes that the link took at most beyond what its worker had before. */
  readonly link: number;
  /** Bytes of the package. */
  readonly size: number;
}

/** Lays the tree out in a folder. */
export function layOut({ files }: ScaleTree, folder: string): void {
  mkdirSync(join(folder, "out"), { recursive: true });
  for (const [path, bytes] of files) writeFileSync(join(folder, path), bytes);
}

/** Builds the tree that lies in the workers' folder with so many of them. */
export async function buildScale(
  tree: ScaleTree,
  settings: WorkerSettings,
  count: number,
): Promise<ScaleBuild> {
  const workers = Array.from({ length: count }, () => new AssetWorker(settings));
  try {
    const [linker] = workers as [AssetWorker];
    await run([linker], [splitCommand(tree)]);
    // What a worker has loaded and compiled for itself is not the assets'.
    await Promise.all(workers.map((worker) => run([worker], firstCommands(tree))));
    const before = workers.map(({ pid }) => usageOf(pid).memory);
    const cold = await passOf(workers, tree);
    const warm = await passOf(workers, tree);
    const peaks = workers.map(({ pid }) => usageOf(pid).peak);
    const link = await linkedBy(tree, settings);
    return {
      cold,
      warm,
      link,
      memory: peaks.map((peak, index) => ({ memory: before[index] ?? 0, peak })),
      size: statSync(join(settings.folder, PACKAGE)).size,
    };
  } finally {
    await Promise.all(workers.map((worker) => worker.end()));
  }
}

async function passOf(workers: readonly AssetWorker[], tree: ScaleTree): Promise<ScalePass> {
  const before = workers.map(({ pid }) => usageOf(pid).cpu);
  const start = performance.now();
  await run(workers, assetCommands(tree));
  const wall = performance.now() - start;
  const cpu = workers.map(({ pid }, index) => usageOf(pid).cpu - (before[index] ?? 0));
  return { wall, cpu };
}

const PACKAGE = `out/${SCALE_ID}.fpkg`;

/** Links in a worker of its own, so that its peak is the link's; gives what that is beyond the worker itself. */
async function linkedBy(tree: ScaleTree, settings: WorkerSettings): Promise<number> {
  const worker = new AssetWorker(settings);
  try {
    await run([worker], firstCommands(tree));
    const { memory } = usageOf(worker.pid);
    await run([worker], [linkCommand(tree)]);
    return usageOf(worker.pid).peak - memory;
  } finally {
    await worker.end();
  }
}

async function run(
  workers: readonly AssetWorker[],
  commands: readonly (readonly string[])[],
): Promise<void> {
  for (const { exitCode, output } of await runByWorkers(workers, 1, commands))
    if (exitCode !== 0) throw new Error(output);
}

const idsOf = ({ textures, meshes }: ScaleTree): string[] => [...textures, ...meshes];

function splitCommand(tree: ScaleTree): string[] {
  const outs = idsOf(tree).flatMap((id) => ["--out", `${id}=out/${id}.json`]);
  return ["split", "--manifest", "package.xml", "--out-index", "out/index.json", ...outs];
}

function textureCommand(id: string): string[] {
  return ["texture", "--source", `${id}.png`, ...definitionAndOut(id, "texture")];
}

function meshCommand(id: string): string[] {
  return ["mesh", "--source", `${id}.obj`, ...definitionAndOut(id, "mesh")];
}

function definitionAndOut(id: string, kind: string): string[] {
  return ["--definition", `out/${id}.json`, "--out", `out/${id}.${kind}`];
}

function assetCommands({ textures, meshes }: ScaleTree): string[][] {
  return [...textures.map(textureCommand), ...meshes.map(meshCommand)];
}

function firstCommands({ textures, meshes }: ScaleTree): string[][] {
  return [...textures.slice(0, 1).map(textureCommand), ...meshes.slice(0, 1).map(meshCommand)];
}

function linkCommand({ textures, meshes }: ScaleTree): string[] {
  const blobs = [
    ...textures.map((id) => `out/${id}.texture`),
    ...meshes.map((id) => `out/${id}.mesh`),
  ];
  return [
    ...["link", "--index", "out/index.json", "--out", PACKAGE],
    ...blobs.flatMap((blob) => ["--blob", blob]),
  ];
}
