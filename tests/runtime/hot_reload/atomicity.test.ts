import test from "ava";
import type { PhaseName } from "#runtime/hot_reload/reload_report.ts";
import { Stopwatch } from "#runtime/hot_reload/stopwatch.ts";
import { Compiler, Running, tiers } from "./haxe_program.ts";
import { StateNaming } from "./program_state.ts";

const compiler = new Compiler();

const BEFORE = `
enum Mood { Happy; Sad(why:String); }
interface Named { function name():String; }
class Base { public var id:Int = 1; public function new() {} public function act():Int { return id; } }
class Thing extends Base implements Named {
	public var weight:Int = 3;
	public var old:String = "old";
	public function name():String { return "thing"; }
	override public function act():Int { return id + weight; }
}
class Main {
	static var things:Array<Thing> = [new Thing(), new Thing()];
	static var total:Int = 0;
	static var limit:Int = 10;
	static var mood:Mood = Sad("rain");
	static var hook:Int->Int = x -> x + limit;
	static var table:{a:Int} = {a: 1};
	static var bytes = haxe.io.Bytes.ofString("bytes");
	static function main() { Host.onFrame(dt -> step()); Host.onDigest(() -> "" + total); }
	static function step():Void { for (thing in things) total = hook(total) + thing.act(); }
}`;

const AFTER = `
enum Mood { Happy; Sad(why:String); Bored; }
interface Named { function name():String; function title():String; }
class Middle extends Base { public var rank:Int = 4; }
class Base { public var id:Int = 1; public var born:Float = 2.5; public function new() {} public function act():Int { return id * 2; } }
class Thing extends Middle implements Named {
	public var weight:Float = 3;
	public function name():String { return "other thing"; }
	public function title():String { return "title"; }
	public function onHotReload():Void { HOOK }
}
class Extra { public static var list:Array<Int> = make(); static function make():Array<Int> { INIT return [1, 2]; } }
class Main {
	public static var things:Array<Thing> = [new Thing(), new Thing()];
	public static var total:Int = 0;
	static var limit:Int = 20;
	static var fresh:String = "fresh";
	static var mood:Mood = Sad("rain");
	public static var hook:Int->Int = x -> x * 2 + limit;
	public static var table:{a:Int} = {a: 1};
	public static var bytes = haxe.io.Bytes.ofString("bytes");
	static function main() { Host.onFrame(dt -> step()); Host.onDigest(() -> "" + total); }
	static function step():Void { for (thing in things) total = hook(total) + thing.act() + Extra.list[0]; }
}`;

const HAVOC =
  'Main.total = -1; Main.table.a = 7; Main.bytes.set(0, 7); Main.things.push(null); Main.hook = x -> 0; Host.onFrame(dt -> {}); throw "havoc";';

/** The stopwatch breaks the commit after a phase. */
function failingAfter(phase: PhaseName): () => Stopwatch {
  return () =>
    new (class extends Stopwatch {
      override measure<T>(name: PhaseName, run: () => T): T {
        const result = super.measure(name, run);
        if (name === phase) throw new Error(`broken after ${phase}`);
        return result;
      }
    })();
}

for (const phase of ["types", "swap", "walk", "migrate", "initialise", "notify"] as const) {
  test(`a throw after "${phase}" leaves everything as it was`, async (t) => {
    const before = await compiler.compile(BEFORE);
    const after = await compiler.compile(AFTER.replace("HOOK", "weight += 1;").replace("INIT", ""));
    for (const tier of tiers) {
      const running = new Running(before, tier, failingAfter(phase));
      const twin = new Running(before, tier);
      running.frames(3);
      twin.frames(6);
      const naming = new StateNaming();
      const state = naming.describe(running.program);
      const report = running.reload(after);
      t.is(report.outcome, "failed");
      t.regex(report.error ?? "", new RegExp(`broken after ${phase}`));
      t.is(naming.describe(running.program), state);
      running.frames(3);
      t.is(running.digest(), twin.digest());
    }
  });
}

for (const [place, source] of [
  ["a static initialiser", AFTER.replace("HOOK", "").replace("INIT", HAVOC)],
  ["onHotReload", AFTER.replace("HOOK", HAVOC).replace("INIT", "")],
] as const) {
  test(`what ${place} did before it threw is taken back`, async (t) => {
    const before = await compiler.compile(BEFORE);
    const after = await compiler.compile(source);
    for (const tier of tiers) {
      const running = new Running(before, tier);
      running.frames(3);
      const naming = new StateNaming();
      const state = naming.describe(running.program);
      const report = running.reload(after);
      t.is(report.outcome, "failed");
      t.regex(report.error ?? "", /^Uncaught exception: havoc/);
      t.is(naming.describe(running.program), state);
    }
  });
}

test("after a failed reload the mended one goes in", async (t) => {
  const before = await compiler.compile(BEFORE);
  const broken = await compiler.compile(AFTER.replace("HOOK", HAVOC).replace("INIT", ""));
  const mended = await compiler.compile(AFTER.replace("HOOK", "").replace("INIT", ""));
  for (const tier of tiers) {
    const running = new Running(before, tier);
    running.frames(3);
    t.is(running.reload(broken).outcome, "failed");
    const report = running.reload(mended);
    t.is(report.outcome, "applied", report.error ?? "");
    t.deepEqual(report.migrations, [
      { class: "Thing", objects: 2, fields: ["+born", "+rank", "weight: Float", "-old"] },
    ]);
    running.frames(3);
  }
});

test("an exception in the first frames takes the code back, a later one does not", async (t) => {
  const before = await compiler.compile(BEFORE);
  const after = await compiler.compile(
    BEFORE.replace(
      "return id + weight;",
      'if (Main.bad) throw "late"; return id + weight;',
    ).replace("static var total", "public static var bad:Bool = false; static var total"),
  );
  for (const tier of tiers) {
    const running = new Running(before, tier);
    running.reload(after);
    running.program.types.statics("Main")["bad"] = true;
    const report = running.failingFrame();
    t.is(report?.outcome, "reverted");
    t.regex(report?.error ?? "", /^Uncaught exception: late/);
    running.frames(1);

    running.reload(after);
    running.program.types.statics("Main")["bad"] = false;
    running.frames(60);
    running.program.types.statics("Main")["bad"] = true;
    t.is(running.failingFrame(), null);
  }
});
