/** `./bazelw run //tests/bench:compiler`: how fast the compiler is beside Haxe's compile server, as ratios of one run. */
import { CompilerBench, type Row } from "./compiler_bench.ts";
import { HaxeServer } from "./haxe_server.ts";
import { best } from "./measure.ts";

const rounds = Number(process.argv[2] ?? 7);
const version = HaxeServer.version();
print(version === null ? "There is no `haxe` on the path: only our own times." : `Haxe ${version}`);
const server = version === null ? null : await HaxeServer.start();
const bench = new CompilerBench({ server, rounds, report });
await bench.warmUp();
const loop = best(bench.calibrate());
print(`Calibration loop: ${loop.toFixed(1)} ms. Times are the best of ${rounds} rounds.\n`);
print("| what | ours, ms | loops | Haxe's server, ms | ours : Haxe | what was done |");
print("| --- | ---: | ---: | ---: | ---: | --- |");
await bench.cold(1000);
await bench.cold(20_000);
await bench.edits(20_000);
const { entries, bytes, budgetBytes, evictions } = bench.memory.statistics();
const { heapUsed, rss } = process.memoryUsage();
print(`
Memory between actions: ${entries} entries, about ${megabytes(bytes)} of ${megabytes(budgetBytes)}, ${evictions} gone.
Process: ${megabytes(heapUsed)} of heap used, ${megabytes(rss)} resident.`);
if (server !== null) print(`Haxe's server: ${megabytes(server.residentBytes())} resident.`);
server?.stop();

function report({ name, ours, haxe, note }: Row): void {
  const spent = best(ours);
  const peer = haxe === null ? ["", ""] : [best(haxe).toFixed(1), (spent / best(haxe)).toFixed(2)];
  print(`| ${[name, spent.toFixed(1), (spent / loop).toFixed(2), ...peer, note].join(" | ")} |`);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
