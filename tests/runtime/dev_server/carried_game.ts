/** A game of one class that runs headless in a dev session, on the library of core, with a package of its own. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { ExecutionContext } from "ava";
import { runAssetAction } from "#asset_tools/actions/asset_action.ts";
import { runCompilerAction } from "#compiler/actions/run_action.ts";
import { DevSession } from "#runtime/dev_server/dev_session.ts";
import { HeadlessClient } from "#runtime/dev_server/headless_client.ts";
import type { GameUpdate, ServerNotification } from "#runtime/hot_reload/protocol.ts";
import { buildGraph, gameGraph } from "./game_graph.ts";

const FOLDERS = [
  { folder: "runtime/std", sources: "." },
  { folder: "packages/core" },
  { folder: "game", hasPackage: true },
];

/** `class Main` with one step a frame that does nothing; the state is what `describe():String` gives. */
export function describingMain(imports: string, functions: string): string {
  return `${imports}
class Main {
	@:intrinsic("host.onFrame") static function onFrame(step:Float->Void):Void;
	@:intrinsic("host.onDigest") static function onDigest(digest:Void->String):Void;

	static function main() {
		onFrame(dt -> {});
		onDigest(describe);
	}

${functions}}
`;
}

export interface CarriedGame {
  readonly client: HeadlessClient;
  /** Saves a file and takes in what comes of it. */
  readonly save: (path: string, bytes: Uint8Array) => Promise<void>;
}

/** Builds the game of `files`, by path in the workspace, and draws its first frame; it is gone with the test. */
export async function startCarriedGame(
  t: ExecutionContext,
  mode: "interpreter" | "jit",
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<CarriedGame> {
  const root = mkdtempSync(join(tmpdir(), "carried-"));
  t.teardown(() => rmSync(root, { recursive: true }));
  layOutSources(root, files);
  const runfiles = join(root, "runfiles");
  const graph = gameGraph(root, FOLDERS);
  await buildGraph(graph, root, runfiles);
  const said: ServerNotification[] = [];
  const session = new DevSession({
    readGraph: () => graph,
    folders: { workspace: root, runfiles },
    mode,
    tools: { compiler: runCompilerAction, assets: runAssetAction },
    runBuild: null,
    notify: (notification) => said.push(notification),
    watch: () => {},
  });
  await session.start();
  const client = await HeadlessClient.load(
    session.welcome().game,
    (digest) => session.blob(digest),
    { print: () => {}, printError: (text) => t.log(text), reloaded: () => {} },
  );
  client.start();
  client.frame();
  const save = async (path: string, bytes: Uint8Array): Promise<void> => {
    writeFileSync(join(root, path), bytes);
    session.changed({ path, bytes, seenAt: performance.now(), writtenAt: null });
    await session.settled();
    const updates = said
      .splice(0)
      .flatMap(({ method, params }): GameUpdate[] => (method === "game/update" ? [params] : []));
    for (const update of updates) await client.take(update);
  };
  return { client, save };
}

function layOutSources(root: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const folder of ["runtime/std", "packages/core"]) {
    mkdirSync(dirname(join(root, folder)), { recursive: true });
    symlinkSync(resolve(folder), join(root, folder));
  }
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}
