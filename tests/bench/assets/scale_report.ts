/** Builds of a tree by one worker and by two, as a text with the ratios that are promised. */
import { loadavg } from "node:os";
import type { ScaleBuild } from "./scale_build.ts";
import type { ScaleTree } from "./scale_tree.ts";

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2);
const mebibytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);

type Builds = Readonly<Record<"one" | "two", readonly ScaleBuild[]>>;

/**
 * By the clock two workers are as much faster as one took longer, of the best rounds. By processor time they are as much faster
 * as one worker's time is to half of both's: what the clock shows where nothing else runs, as a worker that is done takes the next
 * asset.
 */
export function scaleReport({ textures, meshes }: ScaleTree, builds: Builds): string {
  const all = [...builds.one, ...builds.two];
  const [{ size }] = all as [ScaleBuild];
  const load = loadavg().map((one) => one.toFixed(1));
  return `${textures.length} textures and ${meshes.length} meshes, a package of ${mebibytes(size)} MiB; load ${load.join(" ")}
${speedLines("cold", builds)}${speedLines("warm", builds)}${memoryLines(builds, size)}`;
}

function speedLines(state: "cold" | "warm", { one, two }: Builds): string {
  const wall = (builds: readonly ScaleBuild[]): number =>
    Math.min(...builds.map((build) => build[state].wall));
  const cpu = (builds: readonly ScaleBuild[]): number =>
    Math.min(...builds.map((build) => sum(build[state].cpu) / build[state].cpu.length));
  return `${state} workers
  one         ${seconds(wall(one))} s by the clock, ${seconds(cpu(one))} s of processor time
  two         ${seconds(wall(two))} s by the clock, ${seconds(cpu(two))} s of processor time each
  two : one   ${(wall(one) / wall(two)).toFixed(2)}x by the clock, ${(cpu(one) / cpu(two)).toFixed(2)}x by processor time
`;
}

function memoryLines({ one, two }: Builds, size: number): string {
  const grown = ({ memory }: ScaleBuild): number =>
    sum(memory.map((worker) => worker.peak - worker.memory));
  const whole = ({ memory }: ScaleBuild): number => sum(memory.map(({ peak }) => peak));
  const most = (builds: readonly ScaleBuild[], of: (build: ScaleBuild) => number): string => {
    const bytes = Math.max(...builds.map(of));
    return `${mebibytes(bytes)} MiB, ${(bytes / size).toFixed(2)}x the package`;
  };
  return `peak memory beyond what workers have before the assets
  one         ${most(one, grown)}
  two         ${most(two, grown)}
  the link    ${most([...one, ...two], ({ link }) => link)}
peak memory with all that workers are made of
  one         ${most(one, whole)}
  two         ${most(two, whole)}
`;
}
