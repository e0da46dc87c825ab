/** Files that the compiler writes, as `haxe_game inspect` shows them. */
import test from "ava";
import { runAssetCli } from "#asset_tools/cli/asset_cli.ts";
import type { CliResult } from "#asset_tools/cli/cli_result.ts";
import { ActionMemory } from "#compiler/actions/memory.ts";
import { inspectCompiledFile } from "#compiler/cli/inspect/inspect_compiled_file.ts";
import { type Files, LibraryBuilder, standardTexts } from "../../bench/library_build.ts";
import { Random } from "../parser/random.ts";

const SOURCE = `class Main {
	static inline var LIMIT = 2.5;
	static var names = ["ship"];
	static function main() {
		var total = 0.0;
		for (name in names) total += name.length * LIMIT;
		try {
			if (total > 9) throw "much";
		} catch (text:String) {
			names.push(text);
		}
	}
}
enum Mood { Calm; Angry(level:Int); }
`;

let compiled: Promise<Files> | null = null;

/** The files of the library, and of the standard one. */
function compiledFiles(): Promise<Files> {
  compiled ??= (async () => {
    const builder = new LibraryBuilder(new Map(), new ActionMemory());
    await builder.build("std", standardTexts(), []);
    const { exitCode, output } = await builder.build("game", new Map([["src/Main.hx", SOURCE]]), [
      "std",
    ]);
    if (exitCode !== 0) throw new Error(output);
    return builder.files;
  })();
  return compiled;
}

async function inspect(extension: string, ...options: string[]): Promise<CliResult> {
  const name = extension === ".hxast" ? "src/Main.hxast" : `game${extension}`;
  return inspectBytes((await compiledFiles()).get(name) as Uint8Array, ...options);
}

function inspectBytes(bytes: Uint8Array, ...options: string[]): Promise<CliResult> {
  const files = { read: () => bytes, write: () => {} };
  return runAssetCli(["inspect", "file", ...options], files, { inspectors: [inspectCompiledFile] });
}

async function json(extension: string): Promise<Record<string, unknown>> {
  const { exitCode, stdout, stderr } = await inspect(extension, "--json");
  if (exitCode !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

test("a syntax tree", async (t) => {
  t.like(await json(".hxast"), {
    kind: "syntax tree",
    module: { declarations: [{ kind: "Class", name: { name: "Main" } }, { kind: "Enum" }] },
  });
  const { stdout } = await inspect(".hxast");
  t.regex(stdout, /^Module\n {2}declarations: Class Main\n/);
});

test("an interface", async (t) => {
  const { kind, library, modules } = await json(".hxi");
  t.deepEqual([kind, library], ["interface", "game"]);
  t.like(modules, [{ file: "src/Main.hx" }]);
  const { stdout } = await inspect(".hxi");
  t.regex(stdout, /^\/\/ Interface of library game\n\n\/\/ src\/Main.hx\n/);
  t.regex(stdout, /static var names\s*:\s*Array<String>/);
});

test("IR", async (t) => {
  t.like(await json(".hir"), {
    kind: "ir",
    library: "game",
    classes: [{ path: "Main" }],
    enums: [{ path: "Mood" }],
  });
  const { stdout } = await inspect(".hir");
  t.regex(stdout, /^\/\/ IR of library game\n\nenum Mood\n/);
  t.regex(stdout, /\nstatic Main.main\(\) -> void\n/);
});

test("bytecode is listed with places, registers and constants", async (t) => {
  const data = await json(".hbc");
  t.like(data, {
    kind: "bytecode",
    library: "game",
    classes: [{ path: "Main", form: "class" }],
    enums: [{ path: "Mood", constructors: [{ name: "Calm" }, { name: "Angry" }] }],
  });
  const functions = data["functions"] as { id: string; code: { lines: object[] } }[];
  const main = functions.find(({ id }) => id === "Main.main");
  t.true((main?.code.lines.length ?? 0) > 5);
  const { stdout } = await inspect(".hbc");
  t.regex(stdout, /^\/\/ Bytecode of library game: \d+ bytes, format 1, 1 classes, 1 enums, /);
  t.regex(stdout, /\nclass Main\n {2}static names: ref \(Array<String>\)\n/);
  t.regex(stdout, /\nenum Mood\n {2}Calm\n {2}Angry\(level: i32\)\n/);
  t.regex(stdout, /\n\/\/ static in src\/Main.hx, body \w+\n\/\/ f0 total, r1 temp, /);
  t.regex(stdout, /\nMain.main\(\): void, \d+ registers\n/);
  t.regex(stdout, /\n {4}8 +\d+ {2}\w+ +.*"much"\n/);
  t.regex(stdout, /\n +0 {2}LoadFloat +f7, 2\.5\n/);
  t.regex(stdout, /\n {6}try \d+ to \d+: r\d+ = thrown, goto \d+\n/);
});

test("damaged files give one sentence", async (t) => {
  const files = await compiledFiles();
  const random = new Random(1);
  for (const extension of [".hxi", ".hir", ".hbc"]) {
    const whole = files.get(`game${extension}`) as Uint8Array;
    t.is((await inspectBytes(whole.subarray(0, whole.length - 1))).exitCode, 1);
    for (let round = 0; round < 300; round++) {
      const bytes = Uint8Array.from(whole);
      for (let edits = 1 + random.below(4); edits > 0; edits--)
        bytes[4 + random.below(bytes.length - 4)] = random.below(256);
      const { exitCode, stderr } = await inspectBytes(bytes);
      if (exitCode === 1)
        t.regex(stderr, /^file: error FP1002: \w[^\n]* cannot be read: [^\n]+\n\n$/);
      else t.is(exitCode, 0);
    }
  }
});
