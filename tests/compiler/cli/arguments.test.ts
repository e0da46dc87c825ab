import test from "ava";
import { type CommandLine, parseArguments } from "#compiler/cli/arguments.ts";

function command(...argv: string[]): CommandLine {
  const parsed = parseArguments(argv);
  if (parsed.kind !== "command") throw new Error(JSON.stringify(parsed));
  return parsed.command;
}

function wrong(...argv: string[]): string {
  const parsed = parseArguments(argv);
  if (parsed.kind !== "wrong") throw new Error(JSON.stringify(parsed));
  return parsed.text;
}

test("everything at once", (t) => {
  const argv =
    "run --mode wasm --null-safety strict -cp a -cp b --main pack.Main -D x -D my-flag=2=3 -r a.txt@b@c --resource d/e --diagnostics haxe -- -cp c";
  t.deepEqual(command(...argv.split(" ")), {
    command: "run",
    mode: "wasm",
    nullSafety: "strict",
    classPath: ["a", "b"],
    main: "pack.Main",
    defines: new Map([
      ["x", "1"],
      ["my_flag", "2=3"],
    ]),
    resources: [
      { path: "a.txt@b", name: "c" },
      { path: "d/e", name: "d/e" },
    ],
    diagnostics: "haxe",
    std: null,
    programArgs: ["-cp", "c"],
  });
});

test("what is left out", (t) => {
  const { mode, classPath, diagnostics } = command("check", "--main", "Main");
  t.deepEqual([mode, classPath, diagnostics], ["jit", ["."], "pretty"]);
});

test("no arguments ask for help", (t) => {
  t.is(parseArguments([]).kind, "help");
  t.is(parseArguments(["run", "--help"]).kind, "help");
  t.is(parseArguments(["run", "--main", "Main", "--", "--help"]).kind, "command");
});

test("each wrong argument has its message", (t) => {
  t.is(wrong("walk"), "Expected the command run, check, asset, export or inspect, found walk");
  t.is(wrong("run"), "--main is missing");
  t.is(wrong("run", "Main"), "Unexpected argument Main");
  t.is(wrong("run", "--main", "main"), "--main must be the path of a class, got main");
  t.is(
    wrong("run", "--main", "M", "--mode", "x"),
    "--mode must be interpreter, jit, wasm, native, got x",
  );
  t.is(
    wrong("run", "--main", "M", "--diagnostics", "x"),
    "--diagnostics must be pretty, json, haxe, got x",
  );
  t.regex(wrong("run", "--main", "M", "--speed"), /Unknown option '--speed'/);
});
