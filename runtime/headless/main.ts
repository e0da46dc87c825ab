/** Runs a built program without a window: `haxe_test`, `//game:dev -- --headless` and the checks of shipped games. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { AssetType } from "#asset_tools/fpkg/format/blob.ts";
import { AssetStore } from "#runtime/assets/asset_store.ts";
import { loadProgram } from "#runtime/vm/program.ts";
import { loadWasmProgram } from "#runtime/wasm_host/wasm_program.ts";
import { type HeadlessGame, runHeadless } from "./headless_game.ts";
import { headlessHost } from "./headless_host.ts";
import { HEADLESS_USAGE, type HeadlessOptions, parseHeadlessOptions } from "./options.ts";
import { writeErrors, writeOutput } from "./process_streams.ts";
import type { ProgramManifest } from "./program_manifest.ts";
import { readAssets, readEntry, readerBelow, readModules } from "./read_program.ts";
import { vmGame } from "./vm_game.ts";
import { wasmGame } from "./wasm_game.ts";

const sink = { print: writeOutput, printError: writeErrors };
const options = parseHeadlessOptions(process.argv.slice(2));
if (typeof options === "string") {
  writeErrors(`${options}\nUsage: ${HEADLESS_USAGE}\n`);
  process.exitCode = 2;
} else if (!existsSync(options.program)) {
  writeErrors(`Cannot read ${options.program}\n`);
  process.exitCode = 2;
} else {
  process.exitCode = runHeadless(await loadGame(options), options.frames, writeOutput);
}

async function loadGame({ program, root, mode, args }: HeadlessOptions): Promise<HeadlessGame> {
  const manifest: ProgramManifest = JSON.parse(readFileSync(program, "utf8"));
  const read = readerBelow(root ?? dirname(resolve(program)));
  const assets = readAssets(manifest, read);
  const store = new AssetStore();
  for (const asset of assets) store.load(asset);
  const host = headlessHost(store, sink, args);
  if (mode === "wasm") {
    if (manifest.wasm === null) throw new Error(`${program} has no WASM`);
    const blobs = assets.map(({ type, name, bytes }) => ({ kind: AssetType[type], name, bytes }));
    return wasmGame(await loadWasmProgram(read(manifest.wasm), host, blobs));
  }
  const modules = readModules(manifest, mode, read);
  return vmGame(loadProgram(modules, readEntry(manifest, read), host), writeErrors);
}
