/** `./bazelw run //tests/bench:compiler`: how fast the compiler is beside Haxe's compile server, as ratios of one run. */
import { CompilerBench, type Row } from "./compiler_bench.ts";
import { editOneFunction } from "./function_edit.ts";
import { HaxeServer } from "./haxe_server.ts";
import { best } from "./measure.ts";

const rounds = Number(process.argv[2] ?? 7);
const version = HaxeServer.version();
print(version === null ? "There is no `haxe` on the path: only our own times." : `Haxe ${version}`);
const server = version === null ? null : await HaxeServer.start();
// However this ends, the server must not outlive it.
process.once("exit", () => server?.stop());
const bench = new CompilerBench({ server, rounds, report });
await bench.warmUp();
const loop = best(bench.calibrate()).cpu;
print(
  `Calibration loop: ${loop.toFixed(1)} ms of CPU. Times are in ms, the best of ${rounds} rounds.\n`,
);
print(
  "| what | ours | Haxe's server | ratio | ours, CPU | Haxe's, CPU | ratio | loops | what was done |",
);
print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
await bench.cold(1000);
await bench.cold(20_000);
await bench.edits(20_000);
printFunctionEdit();
const { entries, bytes, budgetBytes, evictions } = bench.memory.statistics();
const { heapUsed, rss } = process.memoryUsage();
print(`
Memory between actions: ${entries} entries, about ${megabytes(bytes)} of ${megabytes(budgetBytes)}, ${evictions} gone.
Process: ${megabytes(heapUsed)} of heap used, ${megabytes(rss)} resident.`);
if (server !== null) print(`Haxe's server: ${megabytes(server.residentBytes())} resident.`);

/** What a reload needs of a function whose body was edited, as a patch of the running program. */
function printFunctionEdit(): void {
  const stages = [...editOneFunction(20_000, 20)].map(([name, spent]) => ({
    name,
    cpu: best({ name, rounds: spent }).cpu,
  }));
  const sum = stages.reduce((total, { cpu }) => total + cpu, 0);
  const parts = stages.map(({ name, cpu }) => `${name} ${cpu.toFixed(1)}`).join(", ");
  print(`\nThe edited function alone, in 20,000 lines: ${sum.toFixed(1)} ms of CPU (${parts}).`);
}

function report({ name, ours, haxe, note }: Row): void {
  const spent = best(ours);
  const peer = haxe === null ? null : best(haxe);
  const cells = [
    name,
    ...beside(spent.wall, peer?.wall),
    ...beside(spent.cpu, peer?.cpu),
    (spent.cpu / loop).toFixed(2),
    note,
  ];
  print(`| ${cells.join(" | ")} |`);
}

/** Ours, theirs and the ratio; nothing to divide by where theirs was too short to count. */
function beside(ours: number, theirs: number | undefined): string[] {
  if (theirs === undefined || theirs === 0) return [ours.toFixed(1), "", ""];
  return [ours.toFixed(1), theirs.toFixed(1), (ours / theirs).toFixed(2)];
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
