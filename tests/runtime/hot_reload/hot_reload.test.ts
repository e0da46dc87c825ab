import test from "ava";
import { resourceModule } from "#compiler/resource_module.ts";
import { type Compiled, Compiler, Running, tiers } from "./haxe_program.ts";

const compiler = new Compiler();

interface Versions {
  readonly first: Compiled;
  readonly second: Compiled;
}

/** A program before and after an edit: `from` becomes `to`. */
async function edited(source: string, from: string, to: string): Promise<Versions> {
  const after = source.replace(from, to);
  if (after === source) throw new Error(`The source has no ${from}`);
  return { first: await compiler.compile(source), second: await compiler.compile(after) };
}

const COUNTER = `
class Counter {
	public var count:Int = 0;
	public function new() {}
	public function update():Void { count += 1; Host.print('count $count;'); }
}
class Main {
	static var counter:Counter = new Counter();
	static function main() {
		Host.onFrame(dt -> counter.update());
		Host.onDigest(() -> "" + counter.count);
	}
}`;

test("a changed method runs from the next frame on, with the state kept", async (t) => {
  const { first, second } = await edited(COUNTER, "count += 1", "count += 10");
  for (const tier of tiers) {
    const running = new Running(first, tier);
    t.is(running.frames(2), "count 1;count 2;");
    const report = running.reload(second);
    t.is(report.outcome, "applied");
    t.deepEqual(report.swapped, ["Counter.update"]);
    t.deepEqual(report.notApplied, []);
    t.is(running.frames(2), "count 12;count 22;");
  }
});

test("a changed resource is read from the next frame on", async (t) => {
  const source = `class Main {
	static function main() { Host.onFrame(dt -> Host.print(haxe.Resource.getString("level") + ";")); }
}`;
  const carrying = (text: string): Promise<Compiled> =>
    compiler.compile(source, {
      "haxe/internal/resources/Of_test.hx": resourceModule("Of_test", [
        { name: "level", bytes: new TextEncoder().encode(text) },
      ]),
    });
  const [first, second] = [await carrying("meadow"), await carrying("cave")];
  for (const tier of tiers) {
    const running = new Running(first, tier);
    t.is(running.frames(1), "meadow;");
    const report = running.reload(second);
    t.deepEqual(report.swapped, ["haxe.internal.resources.Of_test.content"]);
    t.deepEqual(report.notApplied, []);
    t.is(running.frames(1), "cave;");
  }
});

test("nothing changed, nothing done", async (t) => {
  const first = await compiler.compile(COUNTER);
  for (const tier of tiers) {
    const running = new Running(first, tier);
    const report = running.reload(await compiler.compile(`\n\n${COUNTER}`));
    t.like(report, { outcome: "applied", swapped: [], added: [], removed: [], notApplied: [] });
  }
});

test("a new field gets its constant in living objects", async (t) => {
  const { first, second } = await edited(
    COUNTER,
    "public var count:Int = 0;",
    "public var count:Int = 0; public var step:Int = 5;",
  );
  const third = await compiler.compile(
    COUNTER.replace("Int = 0;", "Int = 0; public var step:Int = 5;").replace("+= 1", "+= step"),
  );
  for (const tier of tiers) {
    const running = new Running(first, tier);
    running.frames(1);
    const report = running.reload(second);
    t.deepEqual(report.migrations, [{ class: "Counter", objects: 1, fields: ["+step"] }]);
    t.deepEqual(report.notApplied, []);
    running.reload(third);
    t.is(running.frames(1), "count 6;");
  }
});

test("a removed field is gone, and back with its constant", async (t) => {
  const with_ = COUNTER.replace("Int = 0;", "Int = 0; public var step:Int = 5;").replace(
    "+= 1",
    "+= step",
  );
  const { first, second } = {
    first: await compiler.compile(with_),
    second: await compiler.compile(COUNTER),
  };
  for (const tier of tiers) {
    const running = new Running(first, tier);
    t.is(running.frames(1), "count 5;");
    t.deepEqual(running.reload(second).migrations, [
      { class: "Counter", objects: 1, fields: ["-step"] },
    ]);
    t.is(running.frames(1), "count 6;");
    running.reload(first);
    t.is(running.frames(1), "count 11;");
  }
});

test("a field whose type changed keeps what converts", async (t) => {
  const { first, second } = await edited(COUNTER, "count:Int = 0", "count:Float = 0");
  for (const tier of tiers) {
    const running = new Running(first, tier);
    running.frames(3);
    const report = running.reload(second);
    t.is(report.outcome, "applied");
    t.deepEqual(report.migrations, [{ class: "Counter", objects: 1, fields: ["count: Float"] }]);
    t.is(running.frames(1), "count 4;");
  }
});

const STATICS = `
class Main {
	static var speed:Float = 2.0;
	static var label:String = "a";
	static function main() {
		Host.onFrame(dt -> { Host.print('$label $speed;'); });
	}
	static function faster():Void { speed = 99.0; }
}`;

test("an edited constant of a static reaches what still holds the old one", async (t) => {
  const { first, second } = await edited(STATICS, "= 2.0", "= 3.0");
  for (const tier of tiers) {
    const running = new Running(first, tier);
    t.is(running.frames(1), "a 2;");
    t.deepEqual(running.reload(second).notApplied, []);
    t.is(running.frames(1), "a 3;");
  }
});

test("a static that the game has changed is kept, and said so", async (t) => {
  const { first, second } = await edited(STATICS, "= 2.0", "= 3.0");
  for (const tier of tiers) {
    const running = new Running(first, tier);
    running.program.types.slots("Main")["faster"]?.();
    const { notApplied } = running.reload(second);
    t.deepEqual(notApplied, [
      {
        what: "initialiser of Main.speed",
        reason: "the game has changed the variable: it is 99, new ones start with 3",
      },
    ]);
    t.is(running.frames(1), "a 99;");
  }
});

test("what runs only at the start is reported", async (t) => {
  const { first, second } = await edited(
    STATICS,
    "static function main() {",
    'static function main() { Host.print("again");',
  );
  for (const tier of tiers) {
    const running = new Running(first, tier);
    t.deepEqual(running.reload(second).notApplied, [
      { what: "Main.main", reason: "it runs only when the game starts" },
    ]);
  }
});

const CLOSURES = `
class Main {
	static var hooks:Array<Int->Int> = [];
	static function main() {
		fill(100);
		Host.onFrame(dt -> { for (hook in hooks) Host.print(hook(1) + ";"); });
	}
	static function fill(base:Int):Void {
		hooks.push(x -> x + base);
		hooks.push(x -> x * base);
	}
}`;

test("closures made earlier follow the edit of their body", async (t) => {
  const { first, second } = await edited(CLOSURES, "x * base", "x * base + 7");
  for (const tier of tiers) {
    const running = new Running(first, tier);
    t.is(running.frames(1), "101;100;");
    t.is(running.reload(second).outcome, "applied");
    t.is(running.frames(1), "101;107;");
  }
});

test("a closure written before others does not change what those do", async (t) => {
  const { first, second } = await edited(
    CLOSURES,
    "hooks.push(x -> x + base);",
    "hooks.push(x -> 1000); hooks.push(x -> x + base);",
  );
  for (const tier of tiers) {
    const running = new Running(first, tier);
    const report = running.reload(second);
    t.is(report.outcome, "applied");
    t.is(running.frames(1), "101;100;");
    t.deepEqual(
      report.notApplied.map(({ reason }) => reason),
      ["1 closure made earlier keeps the old body", "1 closure made earlier keeps the old body"],
    );
    running.program.types.slots("Main")["fill"]?.(10);
    t.is(running.frames(1), "101;100;1000;11;10;");
  }
});

test("a closure that captures more keeps its old body", async (t) => {
  const { first, second } = await edited(
    CLOSURES,
    "hooks.push(x -> x + base);",
    "var extra = base * 2; hooks.push(x -> x + base + extra);",
  );
  for (const tier of tiers) {
    const running = new Running(first, tier);
    t.is(running.reload(second).outcome, "applied");
    running.program.types.slots("Main")["fill"]?.(10);
    t.is(running.frames(1), "101;100;31;10;");
  }
});

const CLASSES = `
class Animal {
	public function new() {}
	public function sound():String { return "?"; }
}
class Dog extends Animal {
	override public function sound():String { return "wuff"; }
}
class Main {
	static var animals:Array<Animal> = [new Animal(), new Dog()];
	static function main() {
		Host.onFrame(dt -> { for (animal in animals) Host.print(animal.sound() + ";"); });
	}
}`;

test("an override that goes lets the inherited method answer, and comes back", async (t) => {
  const first = await compiler.compile(CLASSES);
  const second = await compiler.compile(
    CLASSES.replace('override public function sound():String { return "wuff"; }', ""),
  );
  for (const tier of tiers) {
    const running = new Running(first, tier);
    t.is(running.frames(1), "?;wuff;");
    t.deepEqual(running.reload(second).removed, ["Dog.sound"]);
    t.is(running.frames(1), "?;?;");
    t.is(running.reload(first).outcome, "applied");
    t.is(running.frames(1), "?;wuff;");
  }
});

test("a new class with statics of its own is initialised and used", async (t) => {
  const before = await compiler.compile(CLASSES);
  const after = await compiler.compile(
    `${CLASSES.replace('return "wuff"', "return Voice.loud()")}
class Voice { static var words:Array<String> = ["WUFF"]; public static function loud():String { return words[0]; } }`,
  );
  for (const tier of tiers) {
    const running = new Running(before, tier);
    t.is(running.reload(after).outcome, "applied");
    t.is(running.frames(1), "?;WUFF;");
  }
});

test("a class under another superclass gets its fields and methods", async (t) => {
  const first = await compiler.compile(CLASSES);
  const second = await compiler.compile(
    `${CLASSES.replace("class Dog extends Animal {", "class Dog extends Beast {").replace('return "wuff"', "return 'wuff $legs'")}
class Beast extends Animal { var legs:Int = 4; }`,
  );
  for (const tier of tiers) {
    const running = new Running(first, tier);
    const report = running.reload(second);
    t.is(report.outcome, "applied", report.error ?? "");
    t.is(running.frames(1), "?;wuff 4;");
  }
});

const ENUMS = `
enum Mood { Happy; Sad(why:String); }
class Main {
	static var mood:Mood = Sad("rain");
	static function main() { Host.onFrame(dt -> Host.print(text() + ";")); }
	static function text():String { return switch (mood) { case Happy: "happy"; case Sad(why): why; } }
}`;

test("an enum may grow at its end", async (t) => {
  const first = await compiler.compile(ENUMS);
  const second = await compiler.compile(
    ENUMS.replace("Sad(why:String);", "Sad(why:String); Bored(level:Int);")
      .replace("case Sad(why): why;", 'case Sad(why): why; case Bored(level): "bored " + level;')
      .replace(
        "static function main() {",
        "static function bore():Void { mood = Bored(3); } static function main() {",
      ),
  );
  for (const tier of tiers) {
    const running = new Running(first, tier);
    t.is(running.reload(second).outcome, "applied");
    t.is(running.frames(1), "rain;");
    running.program.types.slots("Main")["bore"]?.();
    t.is(running.frames(1), "bored 3;");
  }
});

test("an enum whose constructors moved is refused, and the old program goes on", async (t) => {
  const { first, second } = await edited(
    ENUMS,
    "Happy; Sad(why:String);",
    "Sad(why:String); Happy;",
  );
  for (const tier of tiers) {
    const running = new Running(first, tier);
    const report = running.reload(second);
    t.is(report.outcome, "refused");
    t.regex(report.error ?? "", /^Constructor Happy of enum Mood was changed, moved or removed/);
    t.is(running.frames(1), "rain;");
  }
});

test("objects and classes with new code hear of it", async (t) => {
  const source = COUNTER.replace(
    "public function new() {}",
    'public function new() {} public function onHotReload():Void { Host.print("reloaded;"); }',
  );
  const { first, second } = await edited(source, "count += 1", "count += 2");
  for (const tier of tiers) {
    const running = new Running(first, tier);
    const report = running.reload(second);
    t.is(report.notified, 1);
    t.is(running.output(), "reloaded;");
  }
});
