/** The program as a user runs it: exit status and what is written where. */
import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "ava";

const main = join(import.meta.dirname, "../../../compiler/main.ts");

interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

/** Runs the command in a folder that holds the files. */
function run(files: Readonly<Record<string, string>>, ...args: string[]): Promise<Run> {
  return runWithInput("", files, ...args);
}

function runWithInput(
  input: string,
  files: Readonly<Record<string, string>>,
  ...args: string[]
): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), "haxe_game_"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return new Promise((resolve) => {
    const options = { cwd: folder };
    const child = execFile(process.execPath, [main, ...args], options, (error, stdout, stderr) => {
      resolve({ stdout, stderr, status: error === null ? 0 : Number(error.code) });
    });
    child.stdin?.end(input);
  });
}

for (const mode of ["interpreter", "jit"]) {
  test.serial(`${mode}: output, arguments, status`, async (t) => {
    const text = "class Main { static function main() { Sys.println(Sys.args()); Sys.exit(4); } }";
    const args = ["run", "--mode", mode, "--main", "Main", "--", "a", "-b"];
    t.deepEqual(await run({ "Main.hx": text }, ...args), {
      stdout: "[a,-b]\n",
      stderr: "",
      status: 4,
    });
  });

  test.serial(
    `${mode}: an uncaught exception is told with the calls it came through`,
    async (t) => {
      const text =
        'class Main {\n\tstatic function main() inner();\n\tstatic function inner() throw "no";\n}';
      const { stdout, stderr, status } = await run(
        { "Main.hx": text },
        "run",
        "--mode",
        mode,
        "--main",
        "Main",
      );
      t.deepEqual([stdout, status], ["", 1]);
      t.regex(stderr, /^Uncaught exception: no\nCalled from Main\.inner \(Main\.hx line 3/);
      t.notRegex(stderr, /\.ts/);
    },
  );
}

test.serial("a standard library that is not there is a mistake of the command line", async (t) => {
  const args = ["check", "--main", "Main", "--std", "nowhere"];
  t.deepEqual(await run({ "Main.hx": "class Main { static function main() {} }" }, ...args), {
    stdout: "",
    stderr: "--std must be the folder of a standard library, got nowhere\n",
    status: 2,
  });
});

test.serial("a program reads its input and what it carries", async (t) => {
  const text = `class Main {
	static function main() {
		var input = Sys.stdin();
		Sys.println(input.readLine() + "|" + String.fromCharCode(input.readByte()) + "|" + Sys.getChar(false));
		Sys.println(input.readAll().toString());
		try input.readByte() catch (end:haxe.io.Eof) Sys.println("end " + Sys.getChar(false));
		Sys.println(haxe.Resource.listNames() + haxe.Resource.getString("text"));
		Sys.stderr().writeString("done\\n");
	}
}`;
  const files = { "Main.hx": text, "carried.txt": "Grüße" };
  const args = ["run", "--main", "Main", "--resource", "carried.txt@text"];
  t.deepEqual(await runWithInput("first é\r\nxyz\nlast", files, ...args), {
    stdout: "first é|x|121\nz\nlast\nend -1\n[text]Grüße\n",
    stderr: "done\n",
    status: 0,
  });
});

test.serial("a resource that is not there stops the command", async (t) => {
  const files = { "Main.hx": "class Main { static function main() {} }" };
  const { stderr, status } = await run(files, "run", "--main", "Main", "-r", "none.txt@text");
  t.deepEqual([stderr, status], ["Cannot read the resource none.txt\n", 2]);
});

test.serial("compile errors go to standard error, status 1", async (t) => {
  const files = { "Main.hx": "class Main { static function main() { var x:Int = true; } }" };
  const { stdout, stderr, status } = await run(
    files,
    "run",
    "--main",
    "Main",
    "--diagnostics",
    "haxe",
  );
  t.deepEqual([stdout, status], ["", 1]);
  t.is(stderr, "Main.hx:1: characters 51-55 : Expected `Int`, found `Bool`\n");
});

test.serial("check types without running", async (t) => {
  const files = { "Main.hx": 'class Main { static function main() Sys.println("ran"); }' };
  t.deepEqual(await run(files, "check", "--main", "Main"), { stdout: "", stderr: "", status: 0 });
});

test.serial("a class without main is told so", async (t) => {
  const { stderr, status } = await run({ "Main.hx": "class Main {}" }, "run", "--main", "Main");
  t.is(status, 1);
  t.regex(stderr, /HX4002: `Main` has no static function `main`/);
});

test.serial("a flag chooses code", async (t) => {
  const text =
    'class Main { static function main() Sys.println(#if (level > 2) "hard" #else "easy" #end); }';
  const files = { "Main.hx": text };
  const hard = await run(files, "run", "--main", "Main", "-D", "level=3");
  t.deepEqual(hard, { stdout: "hard\n", stderr: "", status: 0 });
  const easy = await run(files, "run", "--main", "Main");
  t.deepEqual(easy, { stdout: "easy\n", stderr: "", status: 0 });
});

test.serial("a module that is not there", async (t) => {
  const { stderr, status } = await run({}, "run", "--main", "game.Main");
  t.is(status, 1);
  t.regex(stderr, /HX2001: Type not found: `game\.Main`/);
});

test.serial("warnings do not fail", async (t) => {
  const files = { "Main.hx": "class Main { static function main() $type(1); }" };
  const args = ["--main", "Main", "--diagnostics", "haxe"];
  for (const command of ["check", "run"]) {
    const { stderr, status } = await run(files, command, ...args);
    t.is(status, 0);
    t.is(stderr, "Main.hx:1: characters 43-44 : Warning : The type is `Int`\n");
  }
});

test.serial("a command line that cannot be read has a status of its own", async (t) => {
  const { stderr, status } = await run({}, "check", "--mian", "Main");
  t.is(status, 2);
  t.regex(stderr, /--mian/);
});

test.serial("a fault of the compiler is told without a stack trace", async (t) => {
  const tooLong = "A".repeat(300);
  const { stderr, status } = await run({}, "check", "--main", tooLong);
  t.is(status, 1);
  t.regex(stderr, /^A+: error HX9001: The compiler failed: /);
  t.notRegex(stderr, /^ +at /m);
});
