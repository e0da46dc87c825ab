/** However a program got to a version, it behaves like one that was started there with the same state. */
import test from "ava";
import { type Compiled, Compiler, Running, tiers } from "./haxe_program.ts";

const compiler = new Compiler();

/** Choices that make a version; each is an edit a developer may make or take back at any time. */
const choices = {
  rate: ["1", "2", "3"],
  rule: ["value + rate()", "value * 2 + rate()", "clamp(value + rate())"],
  helper: ["", "static function unused():Int return 1;"],
  field: ["", "var extra:Int = 4;", "var extra:Float = 4;"],
  parent: ["Base", "Other"],
  closure: ["x -> x + 1", "x -> x + 2", "x -> x + base"],
} as const;

type Version = { readonly [K in keyof typeof choices]: (typeof choices)[K][number] };

function sourceOf(version: Version): string {
  const extra = version.field === "" ? "" : "total += Std.int(extra);";
  return `
class Base { public function new() {} public function bias():Int return 0; }
class Other extends Base { override public function bias():Int return 5; }
class Cell extends ${version.parent} {
	public var value:Int = 0;
	${version.field}
	public function step():Void { value = next(value); }
	function next(value:Int):Int return (${version.rule}) % 1000;
	static function rate():Int return ${version.rate};
	static function clamp(value:Int):Int return value > 100 ? 100 : value;
	public function sum():Int { var total = value + bias(); ${extra} return total; }
	${version.helper}
}
class Main {
	static var cells:Array<Cell> = [new Cell(), new Cell(), new Cell()];
	static function main() {
		Host.onFrame(dt -> step());
		Host.onDigest(() -> text());
	}
	static function step():Void {
		for (cell in cells) cell.step();
		cells[0].value = apply(cells[0].value);
	}
	static function apply(value:Int):Int { var base = 3; var change:Int->Int = ${version.closure}; return change(value); }
	static function text():String { return [for (cell in cells) cell.sum()].join(","); }
	public static function restore(a:Int, b:Int, c:Int):Void { cells[0].value = a; cells[1].value = b; cells[2].value = c; }
}`;
}

function pick(random: () => number): Version {
  const entries = Object.entries(choices).map(([name, options]) => [
    name,
    options[Math.floor(random() * options.length)],
  ]);
  return Object.fromEntries(entries);
}

/** Park and Miller's generator: the same walk in every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 0x7fffffff;
    return state / 0x7fffffff;
  };
}

for (const seed of [11, 22, 33]) {
  test(`a random walk of edits, ${seed}`, async (t) => {
    const random = generator(seed);
    const versions: Compiled[] = [];
    for (let index = 0; index < 12; index++)
      versions.push(await compiler.compile(sourceOf(pick(random))));
    for (const tier of tiers) {
      const running = new Running(versions[0] as Compiled, tier);
      for (const [index, version] of versions.entries()) {
        const report = running.reload(version);
        t.is(report.outcome, "applied", report.error ?? "");
        const cold = new Running(version, tier);
        const cells: readonly { value: number }[] = running.program.types.statics("Main")["cells"];
        cold.program.types.slots("Main")["restore"]?.(...cells.map((cell) => cell.value));
        t.is(running.digest(), cold.digest(), `version ${index}`);
        running.frames(5);
        cold.frames(5);
        t.is(running.digest(), cold.digest(), `version ${index} after 5 frames`);
      }
    }
  });
}

test("a thousand reloads do not slow down", async (t) => {
  const random = generator(5);
  const first = await compiler.compile(sourceOf(pick(random)));
  const second = await compiler.compile(sourceOf(pick(random)));
  const running = new Running(first, "jit");
  const time = (count: number) => {
    const start = performance.now();
    for (let round = 0; round < count; round++) {
      running.reload(round % 2 === 0 ? second : first);
      running.frames(1);
    }
    return performance.now() - start;
  };
  const early = time(200);
  time(600);
  const late = time(200);
  t.log(`200 reloads: ${early.toFixed(0)} ms at first, ${late.toFixed(0)} ms at last`);
  t.true(late < early * 4 + 200);
});
