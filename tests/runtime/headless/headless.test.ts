import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import test, { type ExecutionContext } from "ava";
import { type HeadlessGame, runHeadless } from "#runtime/headless/headless_game.ts";
import { parseHeadlessOptions } from "#runtime/headless/options.ts";
import { type Compiled, Compiler } from "../hot_reload/haxe_program.ts";

const compiler = new Compiler();

interface Outcome {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs the host as a process, as the build's tests do. */
function run(t: ExecutionContext, compiled: Compiled, ...args: string[]): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "headless-"));
  t.teardown(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "entry.json"), JSON.stringify(compiled.entry));
  const libraries = compiled.modules.jit.map((javascript, index) => {
    const bytecode = compiled.modules.interpreter[index];
    if (javascript.kind !== "javascript" || bytecode?.kind !== "bytecode")
      throw new Error("Wrong tier");
    writeFileSync(join(folder, `${index}.js`), javascript.text);
    writeFileSync(join(folder, `${index}.json`), JSON.stringify(javascript.manifest));
    writeFileSync(join(folder, `${index}.hbc`), bytecode.bytes);
    return {
      name: String(index),
      bytecode: `${index}.hbc`,
      javascript: `${index}.js`,
      manifest: `${index}.json`,
    };
  });
  const manifest = { title: "test", entry: "entry.json", libraries, wasm: null, bundle: null };
  writeFileSync(join(folder, "program.json"), JSON.stringify(manifest));
  return host("--program", join(folder, "program.json"), ...args);
}

function host(...args: string[]): Promise<Outcome> {
  const main = resolve("runtime/headless/main.ts");
  return new Promise((done) => {
    execFile(process.execPath, [main, ...args], (error, output, errors) => {
      done({ status: typeof error?.code === "number" ? error.code : 0, output, errors });
    });
  });
}

const GAME = `class Main {
	static var count:Int = 0;
	static function main() {
		Host.print("hello\\n");
		Host.onFrame(dt -> count++);
		Host.onDigest(() -> "D" + count);
	}
}`;

for (const mode of ["interpreter", "jit"]) {
  test(`${mode}: output, then the state as the last line`, async (t) => {
    const outcome = await run(t, await compiler.compile(GAME), "--mode", mode, "--frames", "7");
    t.deepEqual(outcome, { status: 0, output: "hello\nstate 7 D7\n", errors: "" });
  });

  test(`${mode}: an uncaught exception`, async (t) => {
    const failing = await compiler.compile('class Main { static function main() { throw "no"; } }');
    const { status, output, errors } = await run(t, failing, "--mode", mode);
    t.is(status, 1);
    t.is(output, "");
    t.regex(errors, /^Uncaught exception: no\nCalled from Main\.main \(test\/Main\.hx line 1\)\n$/);
  });
}

test("a program without frames just runs", async (t) => {
  const plain = await compiler.compile(
    'class Main { static function main() { Host.print("done"); } }',
  );
  t.deepEqual(await run(t, plain, "--frames", "5"), { status: 0, output: "done", errors: "" });
});

test("a manifest that is not there is said in one line", async (t) => {
  const { status, errors } = await host("--program", "/nowhere/program.json");
  t.is(status, 2);
  t.is(errors, "Cannot read /nowhere/program.json\n");
});

test("bad flags are named", (t) => {
  t.is(parseHeadlessOptions([]), "Flag --program is missing");
  t.is(
    parseHeadlessOptions(["--program", "p", "--frames", "1x"]),
    "Flag --frames must be a whole number, got `1x`",
  );
  t.is(
    parseHeadlessOptions(["--program", "p", "--mode", "fast"]),
    "Flag --mode must be interpreter, jit or wasm, got `fast`",
  );
  t.like(parseHeadlessOptions(["--program", "p", "--", "a", "-b"]), { args: ["a", "-b"] });
});

test("a program that ends within a frame gives its status", (t) => {
  let frames = 0;
  const game: HeadlessGame = {
    start: () => null,
    hasFrames: () => true,
    frame: () => (++frames === 3 ? 9 : null),
    digest: () => "never",
  };
  t.is(
    runHeadless(game, 10, () => t.fail()),
    9,
  );
});
