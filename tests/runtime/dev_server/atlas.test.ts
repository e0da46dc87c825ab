/** A game that finds the regions of its atlas by name. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import test from "ava";
import { runAssetAction } from "#asset_tools/actions/asset_action.ts";
import { writePng } from "#asset_tools/export/write_png.ts";
import { runCompilerAction } from "#compiler/actions/run_action.ts";
import { DevSession } from "#runtime/dev_server/dev_session.ts";
import { HeadlessClient } from "#runtime/dev_server/headless_client.ts";
import { buildGraph, gameGraph } from "./game_graph.ts";

const MAIN = `import core.assets.Atlas;

class Main {
	@:intrinsic("host.onFrame") static function onFrame(step:Float->Void):Void;
	@:intrinsic("host.onDigest") static function onDigest(digest:Void->String):Void;

	static function main() {
		onFrame(dt -> {});
		onDigest(describe);
	}

	static function describe():String {
		var atlas = Atlas.require("game.Icons");
		var names = [for (region in atlas.regions()) region.name].join(" ");
		var gem = atlas.find("gem");
		var corners = gem == null ? "none" : [gem.u0, gem.v0, gem.u1, gem.v1].join(" ");
		return names + "; " + corners + "; " + (atlas.find("ruby") == null);
	}
}
`;

const PACKAGE = `<package id="game" version="1.0.0">
    <assets>
        <texture id="Icons">
            <atlas padding="4"><region id="gem">gem.png</region><region id="coin">coin.png</region></atlas>
            <format>rgba8</format>
        </texture>
    </assets>
</package>
`;

const FOLDERS = [
  { folder: "runtime/std", sources: "." },
  { folder: "packages/core" },
  { folder: "game", hasPackage: true },
];

function png(width: number, height: number): Uint8Array {
  return writePng({ width, height, depth: 8, bytes: new Uint8Array(width * height * 4) });
}

function layOutSources(root: string): void {
  for (const folder of ["runtime", "packages", "game/src"]) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  symlinkSync(resolve("runtime/std"), join(root, "runtime/std"));
  symlinkSync(resolve("packages/core"), join(root, "packages/core"));
  writeFileSync(join(root, "game/src/Main.hx"), MAIN);
  writeFileSync(join(root, "game/package.xml"), PACKAGE);
  writeFileSync(join(root, "game/gem.png"), png(8, 24));
  writeFileSync(join(root, "game/coin.png"), png(8, 8));
}

test("regions have their names and places", async (t) => {
  const root = mkdtempSync(join(tmpdir(), "atlas-"));
  t.teardown(() => rmSync(root, { recursive: true }));
  layOutSources(root);
  const runfiles = join(root, "runfiles");
  const graph = gameGraph(root, FOLDERS);
  await buildGraph(graph, root, runfiles);
  const session = new DevSession({
    readGraph: () => graph,
    folders: { workspace: root, runfiles },
    mode: "interpreter",
    tools: { compiler: runCompilerAction, assets: runAssetAction },
    runBuild: null,
    notify: () => {},
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
  // Cells of 16x32 and 16x16, one below the other: the gem starts at 4,4 of 16x48 texels.
  const corners = [4 / 16, 4 / 48, 12 / 16, 28 / 48].join(" ");
  t.is(client.state(), `state 1 coin gem; ${corners}; true`);
});
