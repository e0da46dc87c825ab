import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import test, { type ExecutionContext } from "ava";
import { runAssetAction } from "#asset_tools/actions/asset_action.ts";
import { runCompilerAction } from "#compiler/actions/run_action.ts";
import type { DevGraph } from "#runtime/dev_server/dev_graph.ts";
import { DevSession } from "#runtime/dev_server/dev_session.ts";
import { HeadlessClient } from "#runtime/dev_server/headless_client.ts";
import type { RunBuild } from "#runtime/dev_server/verifier.ts";
import type {
  GameUpdate,
  ReloadSummary,
  ServerNotification,
} from "#runtime/hot_reload/protocol.ts";
import { buildGraph, gameGraph } from "./game_graph.ts";

const MAIN = `class Main {
	@:intrinsic("host.onFrame") static function onFrame(step:Float->Void):Void;
	@:intrinsic("host.onDigest") static function onDigest(digest:Void->String):Void;
	static var count:Int = 0;
	static function main() {
		onFrame(dt -> count = Rules.next(count));
		onDigest(() -> "" + count);
	}
}
`;
const RULES = `class Rules {
	public static function next(count:Int):Int return count + 1;
}
`;
const PACKAGE = `<package id="game" version="1.0.0">
    <assets>
        <texture id="White"><source>white.png</source><format>rgba8</format></texture>
    </assets>
</package>
`;
const FOLDERS = [
  { folder: "runtime/std", sources: "." },
  { folder: "game", hasPackage: true },
];

function layOutSources(root: string): void {
  mkdirSync(join(root, "runtime"));
  symlinkSync(resolve("runtime/std"), join(root, "runtime/std"));
  mkdirSync(join(root, "game/src"), { recursive: true });
  writeFileSync(join(root, "game/src/Main.hx"), MAIN);
  writeFileSync(join(root, "game/src/Rules.hx"), RULES);
  writeFileSync(join(root, "game/package.xml"), PACKAGE);
  cpSync(resolve("tests/runtime/dev_server/white.png"), join(root, "game/white.png"));
}

/** What is built of the sources; each test gets a copy. */
let template: string;
test.before(async () => {
  const root = mkdtempSync(join(tmpdir(), "workshop-"));
  layOutSources(root);
  template = join(root, "runfiles");
  await buildGraph(gameGraph(root, FOLDERS), root, template);
});
test.after.always(() => rmSync(join(template, ".."), { recursive: true }));

/** A workspace with a built game, and a dev session on it. */
class Workshop {
  readonly root = mkdtempSync(join(tmpdir(), "workshop-"));
  readonly runfiles = join(this.root, "runfiles");
  readonly said: ServerNotification[] = [];
  readonly performed: string[] = [];
  session!: DevSession;

  static async open(t: ExecutionContext, runBuild: RunBuild | null = null): Promise<Workshop> {
    const shop = new Workshop();
    t.teardown(async () => {
      await shop.session.verified();
      rmSync(shop.root, { recursive: true });
    });
    layOutSources(shop.root);
    cpSync(template, shop.runfiles, { recursive: true });
    shop.session = shop.#createSession(runBuild);
    await shop.session.start();
    return shop;
  }

  graph(): DevGraph {
    return gameGraph(this.root, FOLDERS);
  }

  /** What Bazel would do. */
  build(): Promise<void> {
    return buildGraph(this.graph(), this.root, this.runfiles);
  }

  #createSession(runBuild: RunBuild | null): DevSession {
    const record =
      (run: typeof runCompilerAction): typeof runCompilerAction =>
      (args, files) => {
        this.performed.push(args[0] ?? "");
        return run(args, files);
      };
    return new DevSession({
      readGraph: () => this.graph(),
      folders: { workspace: this.root, runfiles: this.runfiles },
      mode: "jit",
      tools: { compiler: record(runCompilerAction), assets: record(runAssetAction) },
      runBuild,
      notify: (notification) => this.said.push(notification),
      watch: () => {},
    });
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.root, path), text);
  }

  /** As an editor and the watcher do together. */
  save(path: string, text: string): void {
    this.write(path, text);
    this.session.changed({
      path,
      bytes: new TextEncoder().encode(text),
      seenAt: performance.now(),
      writtenAt: null,
    });
  }

  updates(): GameUpdate[] {
    return this.said.flatMap(({ method, params }) => (method === "game/update" ? [params] : []));
  }

  problems(): string[][] {
    return this.said.flatMap(({ method, params }) =>
      method === "build/problems" ? [params.problems.map(({ text }) => text)] : [],
    );
  }
}

test("a saved body is replayed as far as it reaches, and no further", async (t) => {
  const shop = await Workshop.open(t);
  shop.save("game/src/Rules.hx", RULES.replace("+ 1", "+ 10"));
  await shop.session.settled();
  t.deepEqual(shop.performed, ["parse", "typecheck", "javascript", "link"]);
  t.deepEqual(
    shop
      .updates()
      .map(({ modules, assets, files }) => [modules.map((one) => one.library), assets, files]),
    [[["game:code"], [], ["game/src/Rules.hx"]]],
  );
});

test("warming up runs both tools and changes nothing", async (t) => {
  const shop = await Workshop.open(t);
  await shop.session.warmUp();
  t.is(shop.performed[0], "link");
  for (const command of ["split", "texture"]) t.true(shop.performed.includes(command));
  t.deepEqual(shop.said, []);
});

test("a save that comes while the server warms up is taken at once", async (t) => {
  const shop = await Workshop.open(t);
  const warm = shop.session.warmUp();
  shop.save("game/package.xml", PACKAGE.replace("rgba8", "bc1"));
  await shop.session.settled();
  const taken = shop.performed.length;
  t.like(shop.updates()[0], { assets: [{ type: "texture", name: "game.White" }] });
  await warm;
  t.true(shop.performed.length > taken, "what was left of it came after");
});

test("a comment is cut off early", async (t) => {
  const shop = await Workshop.open(t);
  shop.save("game/src/Rules.hx", `${RULES}// more to come\n`);
  await shop.session.settled();
  t.deepEqual(shop.performed, ["parse", "typecheck", "javascript"]);
  t.deepEqual(shop.updates(), []);
});

test("an asset's definition concerns that asset alone", async (t) => {
  const shop = await Workshop.open(t);
  shop.save("game/package.xml", PACKAGE.replace("rgba8", "bc1"));
  await shop.session.settled();
  t.deepEqual(shop.performed, ["split", "texture"]);
  t.like(shop.updates()[0], { modules: [], assets: [{ type: "texture", name: "game.White" }] });
});

test("saves that come together are one update", async (t) => {
  const shop = await Workshop.open(t);
  shop.save("game/src/Rules.hx", RULES.replace("+ 1", "+ 2"));
  shop.save("game/src/Rules.hx", RULES.replace("+ 1", "+ 3"));
  shop.save("game/src/Main.hx", MAIN.replace('"" + count', '"count " + count'));
  await shop.session.settled();
  t.is(shop.updates().length, 1);
  t.deepEqual(shop.updates()[0]?.files, ["game/src/Rules.hx", "game/src/Main.hx"]);
});

test("an error is told with its place and taken back when it is mended", async (t) => {
  const shop = await Workshop.open(t);
  shop.save("game/src/Rules.hx", RULES.replace("count + 1", "count + + "));
  await shop.session.settled();
  const [problem] = shop.session.welcome().problems;
  t.deepEqual(problem?.place, { file: "game/src/Rules.hx", line: 2 });
  t.true(problem?.text.includes("public static function next"));
  shop.save("game/src/Rules.hx", RULES);
  await shop.session.settled();
  t.deepEqual(shop.session.welcome().problems, []);
  t.deepEqual(shop.problems().at(-1), []);
  t.deepEqual(shop.updates(), []);
});

test("what an error held back is made up for", async (t) => {
  const shop = await Workshop.open(t);
  shop.save("game/src/Main.hx", MAIN.replace('"" + count', '"count " + count'));
  shop.save("game/src/Rules.hx", "class {");
  await shop.session.settled();
  t.is(shop.updates().length, 0);
  shop.save("game/src/Rules.hx", RULES);
  await shop.session.settled();
  t.is(shop.updates().length, 1);
});

test("a type error in one file, mended in another", async (t) => {
  const shop = await Workshop.open(t);
  shop.save("game/src/Main.hx", MAIN.replace("Rules.next(count)", "Rules.skip(count)"));
  await shop.session.settled();
  t.is(shop.session.welcome().problems.length, 1);
  shop.save("game/src/Rules.hx", RULES.replace("next", "skip"));
  await shop.session.settled();
  t.deepEqual(shop.session.welcome().problems, []);
  t.is(shop.updates().length, 1);
});

test("sources that changed since the build are taken over at the start", async (t) => {
  const shop = await Workshop.open(t);
  const later = new Date(Date.now() + 5000);
  shop.write("game/src/Rules.hx", RULES.replace("+ 1", "+ 5"));
  utimesSync(join(shop.root, "game/src/Rules.hx"), later, later);
  const before = shop.session.welcome().game;
  await shop.session.start();
  const after = shop.session.welcome().game;
  t.notDeepEqual(after.modules, before.modules);
  t.true(shop.performed.includes("javascript"));
});

test("Bazel's build verifies the digests", async (t) => {
  const builds: (() => Promise<void>)[] = [];
  const shop: Workshop = await Workshop.open(t, async () => {
    await builds.shift()?.();
    return { succeeded: true, output: "" };
  });
  builds.push(() => shop.build());
  shop.save("game/src/Rules.hx", RULES.replace("+ 1", "+ 4"));
  await shop.session.settled();
  await shop.session.verified();
  t.deepEqual(shop.session.welcome().verification, { state: "verified" });

  builds.push(async () => {});
  shop.save("game/src/Rules.hx", RULES.replace("+ 1", "+ 5"));
  await shop.session.settled();
  await shop.session.verified();
  const { verification } = shop.session.welcome();
  t.is(verification.state, "different");
  t.true("outputs" in verification && verification.outputs.includes("bazel-out/bin/game/code.js"));
});

test("a new file comes in by way of Bazel", async (t) => {
  const shop: Workshop = await Workshop.open(t, async () => {
    await shop.build();
    return { succeeded: true, output: "" };
  });
  shop.write(
    "game/src/Bonus.hx",
    "class Bonus { public static function of(count:Int):Int return count * 2; }\n",
  );
  shop.session.appeared();
  await shop.session.verified();
  shop.save("game/src/Rules.hx", RULES.replace("count + 1", "Bonus.of(count) + 1"));
  await shop.session.settled();
  t.deepEqual(shop.session.welcome().problems, []);
  t.is(shop.updates().at(-1)?.modules[0]?.library, "game:code");
});

test("a headless client goes on with its state", async (t) => {
  const shop = await Workshop.open(t);
  const reloaded: ReloadSummary[] = [];
  const events = {
    print: () => {},
    printError: (text: string) => t.log(text),
    reloaded: (one: ReloadSummary) => void reloaded.push(one),
  };
  const client = await HeadlessClient.load(
    shop.session.welcome().game,
    (digest) => shop.session.blob(digest),
    events,
  );
  client.start();
  for (let frame = 0; frame < 3; frame++) client.frame();
  t.is(client.state(), "state 3 3");
  shop.save("game/src/Rules.hx", RULES.replace("+ 1", "+ 100"));
  await shop.session.settled();
  await client.take(shop.updates()[0] as GameUpdate);
  client.frame();
  t.is(client.state(), "state 4 103");
  t.deepEqual(reloaded[0]?.report?.swapped, ["Rules.next"]);
  t.is(readFileSync(join(shop.root, "game/src/Rules.hx"), "utf8"), RULES.replace("+ 1", "+ 100"));
});
