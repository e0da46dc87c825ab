/** Scenes and prefabs that are saved while the game runs: what the game has made of its entities stays. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import test from "ava";
import { runAssetAction } from "#asset_tools/actions/asset_action.ts";
import { runCompilerAction } from "#compiler/actions/run_action.ts";
import { DevSession } from "#runtime/dev_server/dev_session.ts";
import { HeadlessClient } from "#runtime/dev_server/headless_client.ts";
import type { GameUpdate, ServerNotification } from "#runtime/hot_reload/protocol.ts";
import { buildGraph, gameGraph } from "./game_graph.ts";

/** The digest says of each entity how far it has counted, its label and whom it follows. */
const SOURCES: Readonly<Record<string, string>> = {
  "Main.hx": `import core.App;
import core.Entity;
import core.render.Host;

class Main {
	static function main() {
		App.start("game.S");
		Host.onDigest(() -> [for (entity in App.world.entities) describe(entity)].join(" "));
	}
	static function describe(entity:Entity):String {
		var text = entity.key;
		if (entity.position.x != 0.0) text += "@" + entity.position.x;
		if (Std.isOfType(entity.behavior, Counter)) {
			var counter:Counter = cast entity.behavior;
			text += "=" + counter.count;
			if (counter.leader != null) text += ">" + counter.leader.key;
		}
		var tag = entity.component(Tag);
		return tag == null ? text : text + "#" + tag.label;
	}
}`,
  "Counter.hx": `@:behavior class Counter extends core.Behavior {
	@:param(min = 1, max = 100) public var step:Int = 1;
	@:param public var leader:Null<core.Entity>;
	public var count:Int = 0;
	override public function update(dt:Float):Void count += step;
}`,
  "Late.hx": `@:behavior class Late extends Counter {
	override public function start():Void count = 1000;
}`,
  "Tag.hx": `@:component class Tag extends core.Component {
	@:param public var label:String = "none";
}`,
  "Spawner.hx": `import core.math.Vec3;
import core.scene.Scene;

@:behavior class Spawner extends core.Behavior {
	@:param public var prefab:core.assets.PrefabAsset = "";
	var steps:Int = 0;
	var spawned:Null<core.Entity> = null;
	override public function update(dt:Float):Void {
		steps++;
		if (steps == 2) spawned = Scene.spawn(prefab, new Vec3(7.0, 0.0, 0.0));
		if (steps == 6 && spawned != null) Scene.destroy(spawned);
	}
}`,
};

const PREFABS = `<prefab id="Pair">
    <entity id="left" codeBehind="Counter"><params><leader>right</leader></params></entity>
    <entity id="right" codeBehind="Counter"><components><Tag label="R"/></components></entity>
  </prefab>`;

function packageText(scene: string, prefabs = PREFABS): string {
  return `<package id="game" version="1"><prefabs>${prefabs}</prefabs><scenes><scene id="S">${scene}</scene></scenes></package>`;
}

const FOLDERS = [
  { folder: "runtime/std", sources: "." },
  { folder: "packages/core" },
  { folder: "game", hasPackage: true },
];

/** A game that runs, and whose package.xml is saved now and then. */
class SceneGame {
  readonly #root: string;
  readonly #said: ServerNotification[] = [];
  #session!: DevSession;
  #client!: HeadlessClient;

  constructor(root: string) {
    this.#root = root;
  }

  async start(scene: string, manifest = packageText(scene)): Promise<void> {
    const root = this.#root;
    this.#write("game/package.xml", manifest);
    for (const [name, text] of Object.entries(SOURCES)) this.#write(`game/src/${name}`, text);
    for (const library of ["runtime/std", "packages/core"]) {
      mkdirSync(dirname(join(root, library)), { recursive: true });
      symlinkSync(resolve(library), join(root, library));
    }
    const runfiles = join(root, "runfiles");
    await buildGraph(gameGraph(root, FOLDERS), root, runfiles);
    this.#session = new DevSession({
      readGraph: () => gameGraph(root, FOLDERS),
      folders: { workspace: root, runfiles },
      mode: "jit",
      tools: { compiler: runCompilerAction, assets: runAssetAction },
      runBuild: null,
      notify: (notification) => this.#said.push(notification),
      watch: () => {},
    });
    await this.#session.start();
    this.#client = await HeadlessClient.load(
      this.#session.welcome().game,
      (digest) => this.#session.blob(digest),
      {
        print: () => {},
        printError: (text: string) => {
          throw new Error(text);
        },
        reloaded: () => {},
      },
    );
    this.#client.start();
  }

  #write(path: string, text: string): void {
    mkdirSync(dirname(join(this.#root, path)), { recursive: true });
    writeFileSync(join(this.#root, path), text);
  }

  /** Gives the mnemonics of the actions behind what is new in the game. */
  async save(text: string, path = "game/package.xml"): Promise<string[]> {
    this.#write(path, text);
    const bytes = new TextEncoder().encode(text);
    this.#session.changed({ path, bytes, seenAt: performance.now(), writtenAt: null });
    await this.#session.settled();
    const updates = this.#said
      .splice(0)
      .flatMap(({ method, params }): GameUpdate[] => (method === "game/update" ? [params] : []));
    for (const update of updates) await this.#client.take(update);
    return updates.flatMap(({ timing }) => timing.actions.map(({ mnemonic }) => mnemonic));
  }

  /** Of those, the ones that compile scenes and prefabs. */
  async compiled(text: string): Promise<string[]> {
    const mnemonics = await this.save(text);
    return mnemonics.filter((mnemonic) => /^(?:Scene|Prefab)Compile$/.test(mnemonic));
  }

  /** What the last save could not make, as the page shows it. */
  problems(): string[] {
    return this.#session.welcome().problems.map(({ text }) => text);
  }

  /** Entities after one step more. */
  step(): string[] {
    this.#client.frame();
    return this.#client.state().split(" ").slice(2);
  }
}

const COUNTER = 'codeBehind="Counter"';

const REGISTERED = `<behaviors>
<behavior id="Quick" class="Counter"><param name="step" type="int" min="5" default="5"/></behavior>
</behaviors>`;

test("a behaviour under an id starts from its package's values, and misses its class where it names it", async (t) => {
  t.timeout(280_000);
  const root = mkdtempSync(join(tmpdir(), "scenes-"));
  t.teardown(() => rmSync(root, { recursive: true }));
  const game = new SceneGame(root);
  const scene = `<entity id="a" codeBehind="Quick"/><entity id="b" ${COUNTER}/>`;
  const withBehaviors = packageText(scene).replace("<prefabs>", `${REGISTERED}<prefabs>`);
  await game.start(scene, withBehaviors);
  t.deepEqual(game.step(), ["a=5", "b=1"]);
  await game.save(withBehaviors.replace('default="5"', 'default="7"'));
  t.deepEqual(game.problems(), []);
  t.deepEqual(game.step(), ["a=12", "b=2"]);

  const renamed = (SOURCES["Counter.hx"] as string).replace("step:Int", "stride:Int");
  await game.save(renamed.replace("+= step", "+= stride"), "game/src/Counter.hx");
  const [problem = ""] = game.problems();
  t.regex(
    problem,
    /^game\/package\.xml:2:51: error PK5005: Behaviour `Counter` has no parameter `step`/,
  );
  t.regex(problem, /\n {2}game\/src\/Counter\.hx:1:18: class `Counter` is declared here\n/);
  await game.save(SOURCES["Counter.hx"] as string, "game/src/Counter.hx");
  t.deepEqual(game.problems(), []);
});

test("a save compiles the scene that it changes, and nothing else of its package", async (t) => {
  t.timeout(280_000);
  const root = mkdtempSync(join(tmpdir(), "scenes-"));
  t.teardown(() => rmSync(root, { recursive: true }));
  const game = new SceneGame(root);
  const scene = `<entity id="a" ${COUNTER}/>`;
  const other = `<scene id="Other"><entity id="z" ${COUNTER}/></scene></scenes>`;
  const manifest = packageText(scene).replace("</scenes>", other);
  await game.start(scene, manifest);
  const edited = manifest.replace('<entity id="a"', '<entity id="lamp"/><entity id="a"');
  t.deepEqual(await game.compiled(edited), ["SceneCompile"]);
  t.deepEqual(game.step(), ["a=1", "lamp"]);
  // Where it stands is no part of what it says.
  t.deepEqual(await game.save(edited.replace("<scenes>", "\n<!-- scenes -->\n<scenes>")), []);
});

test("a prefab is compiled with the prefabs and scenes that have instances of it, and with no others", async (t) => {
  t.timeout(280_000);
  const root = mkdtempSync(join(tmpdir(), "scenes-"));
  t.teardown(() => rmSync(root, { recursive: true }));
  const game = new SceneGame(root);
  const prefabs = `<prefab id="Wheel"/><prefab id="Tree"/>
    <prefab id="Cart"><entity id="wheel" prefab="Wheel"/></prefab>`;
  // It names a prefab without having an instance of it.
  const spawner = `<entity id="s" codeBehind="Spawner"><params><prefab>Wheel</prefab></params></entity>`;
  const others = `<scene id="Forest"><entity id="t" prefab="Tree"/>${spawner}</scene></scenes>`;
  const manifest = packageText(`<entity id="cart" prefab="Cart"/>`, prefabs).replace(
    "</scenes>",
    others,
  );
  await game.start("", manifest);
  const moved = (text: string, id: string): string =>
    text.replace(
      `<prefab id="${id}"/>`,
      `<prefab id="${id}"><transform><position x="1"/></transform></prefab>`,
    );
  const wheel = moved(manifest, "Wheel");
  t.deepEqual(await game.compiled(wheel), ["PrefabCompile", "PrefabCompile", "SceneCompile"]);
  t.deepEqual(await game.compiled(moved(wheel, "Tree")), ["PrefabCompile", "SceneCompile"]);
});

test("entities that are added, removed and moved leave the others as they are", async (t) => {
  t.timeout(280_000);
  const root = mkdtempSync(join(tmpdir(), "scenes-"));
  t.teardown(() => rmSync(root, { recursive: true }));
  const game = new SceneGame(root);
  const scene = `<entity id="a" ${COUNTER}/><entity id="box"><entity id="b" ${COUNTER}><entity id="c" ${COUNTER}/></entity></entity>
    <entity id="pair" prefab="Pair"/><entity id="spawner" codeBehind="Spawner"><params><prefab>Pair</prefab></params></entity>`;
  await game.start(scene);
  const pair = (count: number, name = "pair", label = "R", place = ""): string[] => [
    `${name}${place}`,
    `${name}/left=${count}>${name}/right`,
    `${name}/right=${count}#${label}`,
  ];
  t.deepEqual(game.step(), ["a=1", "box", "box/b=1", "box/b/c=1", ...pair(1), "spawner"]);
  t.deepEqual(
    game.step(),
    [
      "a=2",
      "box",
      "box/b=2",
      "box/b/c=2",
      ...pair(2),
      "spawner",
      ...pair(0, "game.Pair#1", "R", "@7"),
    ],
    "a spawned instance is updated from the next step on",
  );

  // Added and moved: `b` goes into the new crate, and takes `c` along.
  const moved = scene
    .replace('<entity id="box">', '<entity id="crate"/><entity id="box">')
    .replace(/<entity id="b" .*?<\/entity><\/entity>/, "</entity>")
    .replace(
      '<entity id="crate"/>',
      `<entity id="crate"><entity id="b" ${COUNTER}><params><step>10</step></params><entity id="c" ${COUNTER}/></entity></entity>`,
    );
  await game.save(packageText(moved));
  t.deepEqual(game.step(), [
    "a=3",
    "box",
    "crate/b=12",
    "crate/b/c=3",
    ...pair(3),
    "spawner",
    ...pair(1, "game.Pair#1", "R", "@7"),
    "crate",
  ]);

  // Removed, and a prefab that says something else: both of its instances follow.
  const labelled = PREFABS.replace('label="R"', 'label="X"');
  await game.save(packageText(moved.replace(`<entity id="a" ${COUNTER}/>`, ""), labelled));
  t.deepEqual(game.step(), [
    "box",
    "crate/b=22",
    "crate/b/c=4",
    ...pair(4, "pair", "X"),
    "spawner",
    ...pair(2, "game.Pair#1", "X", "@7"),
    "crate",
  ]);
  game.step();
  t.deepEqual(
    game.step(),
    ["box", "crate/b=42", "crate/b/c=6", ...pair(6, "pair", "X"), "spawner", "crate"],
    "what the game has destroyed is gone",
  );

  // Behaviours and components come and go; a mistake changes nothing.
  await game.save(
    packageText(moved.replace('<entity id="box">', '<entity id="box" codeBehind="Late">')),
  );
  t.true(game.step().includes("box=1001"), "a behaviour that comes is started");
  await game.save(
    packageText(
      moved.replace('<entity id="box">', '<entity id="box"><components><Tag/></components>'),
    ),
  );
  t.true(game.step().includes("box#none"));
  await game.save(packageText(moved.replace("<step>10</step>", "<step>1000</step>")));
  t.true(game.step().includes("crate/b=72"));
});
