/**
 * The bytes of every asset are the same from every Node that we support, whatever runs at the same time: the bundled
 * worker compiles the corpus under Node 20, 22 and 24, with 1, 2 and 8 requests at a time and as many threads for
 * libuv, libvips and V8.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import test from "ava";
import { compileCorpus, digestList } from "./compile_corpus.ts";
import { type Corpus, makeCorpus } from "./corpus.ts";
import { AssetWorker, runByWorkers } from "./worker.ts";

/** The binary of each; the newest is the one that runs this. */
const binaries = { 20: process.env["NODE_20"], 22: process.env["NODE_22"], 24: process.execPath };
const script = process.env["ASSET_COMPILER"]?.split(" ").find((path) => path.endsWith(".mjs"));
// Only Bazel bundles the worker and fetches the other Nodes; `ava` alone has neither.
const testInBazel = script === undefined ? test.skip : test.serial;
const golden = readFileSync(join(import.meta.dirname, "digests.txt"), "utf8").split("\n");

for (const [version, node = ""] of Object.entries(binaries)) {
  for (const threads of [1, 2, 8]) {
    testInBazel(`Node ${version} with ${threads} threads`, async (t) => {
      t.timeout(1_200_000);
      t.deepEqual((await compileBy(resolve(node), threads)).split("\n"), golden);
    });
  }
}

let corpus: Promise<Corpus> | undefined;

/** Compiles the corpus with one worker; gives the digests. */
async function compileBy(node: string, threads: number): Promise<string> {
  corpus ??= makeCorpus();
  const folder = mkdtempSync(join(process.env["TEST_TMPDIR"] ?? tmpdir(), "corpus-"));
  for (const [path, bytes] of (await corpus).files) writeInto(folder, path, bytes);
  const worker = new AssetWorker({
    ...{ node, folder, script: resolve(script ?? "") },
    flags: ["--preserve-symlinks", "--preserve-symlinks-main", `--v8-pool-size=${threads}`],
    environment: { UV_THREADPOOL_SIZE: `${threads}`, VIPS_CONCURRENCY: `${threads}` },
  });
  try {
    await compileCorpus(await corpus, (commands) =>
      runByWorkers(
        [worker],
        threads,
        commands.map((command) => command.arguments),
      ),
    );
  } finally {
    await worker.end();
  }
  const digests = digestList(outputsIn(folder));
  rmSync(folder, { recursive: true });
  return digests;
}

function writeInto(folder: string, path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), bytes);
}

function outputsIn(folder: string): Map<string, Uint8Array> {
  const files = readdirSync(join(folder, "out"), { recursive: true, withFileTypes: true });
  return new Map(
    files
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(folder.length + 1), readFileSync(file)]),
  );
}
