/** A game that reads the files its package carries for it. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import test, { type ExecutionContext } from "ava";
import { runAssetAction } from "#asset_tools/actions/asset_action.ts";
import { runCompilerAction } from "#compiler/actions/run_action.ts";
import { DevSession } from "#runtime/dev_server/dev_session.ts";
import { HeadlessClient } from "#runtime/dev_server/headless_client.ts";
import type { GameUpdate, ServerNotification } from "#runtime/hot_reload/protocol.ts";
import { buildGraph, gameGraph } from "./game_graph.ts";

/** The state is what the files say: a number and a text of the JSON, and bytes from before the first to after the last. */
const MAIN = `import core.assets.DataAsset;
import haxe.Json;

class Main {
	@:intrinsic("host.onFrame") static function onFrame(step:Float->Void):Void;
	@:intrinsic("host.onDigest") static function onDigest(digest:Void->String):Void;

	static function main() {
		onFrame(dt -> {});
		onDigest(describe);
	}

	static function describe():String {
		var waves = DataAsset.require("game.Waves");
		var read:{count:Int, names:Array<String>} = Json.parse(waves.text());
		var raw = DataAsset.require("game.Raw");
		var bytes = [for (at in -1...raw.size() + 1) raw.byteAt(at)].join(" ");
		return read.count + " " + read.names.join("+") + "; " + bytes + "; " + waves.version() + " " + raw.version() + "; " + missing();
	}

	static function missing():String {
		try {
			DataAsset.require("game.Wave");
			return "found";
		} catch (problem:String) {
			return problem;
		}
	}
}
`;

const PACKAGE = `<package id="game" version="1.0.0">
    <assets>
        <data id="Waves" keep="true"><source>waves.json</source></data>
        <data id="Raw" keep="true"><source>raw.bin</source></data>
    </assets>
</package>
`;

const FOLDERS = [
  { folder: "runtime/std", sources: "." },
  { folder: "packages/core" },
  { folder: "game", hasPackage: true },
];

const WAVES = '{"count": 3, "names": ["gr\u00fcn", "\u{1F30A}"]}';
const MISSING = 'No asset "game.Wave" in the loaded packages';

function layOutSources(root: string): void {
  for (const folder of ["runtime", "packages", "game/src"])
    mkdirSync(join(root, folder), { recursive: true });
  symlinkSync(resolve("runtime/std"), join(root, "runtime/std"));
  symlinkSync(resolve("packages/core"), join(root, "packages/core"));
  writeFileSync(join(root, "game/src/Main.hx"), MAIN);
  writeFileSync(join(root, "game/package.xml"), PACKAGE);
  writeFileSync(join(root, "game/waves.json"), WAVES);
  writeFileSync(join(root, "game/raw.bin"), Uint8Array.of(0, 255, 128, 7, 200));
}

async function readsData(t: ExecutionContext, mode: "interpreter" | "jit"): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), "data-"));
  t.teardown(() => rmSync(root, { recursive: true }));
  layOutSources(root);
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
  t.is(client.state(), `state 1 3 gr\u00fcn+\u{1F30A}; 0 0 255 128 7 200 0; 0 0; ${MISSING}`);

  const save = async (path: string, bytes: Uint8Array): Promise<void> => {
    writeFileSync(join(root, path), bytes);
    session.changed({ path, bytes, seenAt: performance.now(), writtenAt: null });
    await session.settled();
    const updates = said
      .splice(0)
      .flatMap(({ method, params }): GameUpdate[] => (method === "game/update" ? [params] : []));
    for (const update of updates) await client.take(update);
  };
  await save("game/waves.json", Buffer.from('{"count": 4, "names": []}'));
  await save("game/raw.bin", Uint8Array.of());
  client.frame();
  t.is(client.state(), `state 2 4 ; 0 0; 1 1; ${MISSING}`);
}

test("data is there as text and bytes, and anew when saved, in the interpreter", async (t) => {
  t.timeout(280_000);
  await readsData(t, "interpreter");
});

test("data is there as text and bytes, and anew when saved, in the JIT", async (t) => {
  t.timeout(280_000);
  await readsData(t, "jit");
});
