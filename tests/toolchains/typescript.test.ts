// The scripts behind ts_project and ts_bundle, run as their actions run them.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test from "ava";

const folder = mkdtempSync(join(tmpdir(), "typescript-"));
const runfiles = process.env["RUNFILES_DIR"] ?? "";

/** The folder with a package that only these scripts use: laid out by Bazel, or by npm. */
function modulesWith(variable: string): string {
  const built = process.env[variable];
  return built === undefined ? "node_modules" : join(runfiles, built);
}

function write(path: string, content: string): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
  return `--file=src/${path}=${join(folder, path)}`;
}

const tsconfig = write(
  "tsconfig.json",
  '{ "compilerOptions": { "strict": true, "types": [], "module": "nodenext", "allowImportingTsExtensions": true, "noEmit": true } }',
);
const manifest = write("package.json", '{ "type": "module", "imports": { "#lib/*": "./*" } }');
const good = write("good.ts", "export const answer: number = 42;\n");
const bad = write(
  "deep/bad.ts",
  'import { answer } from "../good.ts";\nexport const text: string = answer;\n',
);

function run(script: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`toolchains/typescript/${script}`, ...args],
    { encoding: "utf8" },
  );
  return { status, output: stdout + stderr };
}

function check(sources: readonly string[], more: readonly string[] = []) {
  const marker = join(folder, `marker-${sources.length}`);
  const args = [
    `--typescript=${modulesWith("TYPESCRIPT")}`,
    "--tsconfig=src/tsconfig.json",
    `--marker=${marker}`,
  ];
  const result = run("tsc_main.ts", [
    ...args,
    tsconfig,
    manifest,
    good,
    bad,
    ...sources.map((source) => `--source=${source}`),
    ...more,
  ]);
  return { ...result, isMarked: existsSync(marker) };
}

test("sources without an error leave the marker", (t) => {
  t.deepEqual(check(["src/good.ts"]), { status: 0, output: "", isMarked: true });
});

test("a type error is told by its path in the repository and leaves no marker", (t) => {
  t.deepEqual(check(["src/good.ts", "src/deep/bad.ts"]), {
    status: 1,
    output:
      "src/deep/bad.ts(2,14): error TS2322: Type 'number' is not assignable to type 'string'.\n",
    isMarked: false,
  });
});

test("what is declared to be emitted is emitted, with imports of JavaScript", (t) => {
  const out = join(folder, "bad.js");
  const declaration = join(folder, "bad.d.ts");
  const args = [
    `--typescript=${modulesWith("TYPESCRIPT")}`,
    "--tsconfig=src/tsconfig.json",
    tsconfig,
    manifest,
    good,
    bad,
  ];
  const emit = [
    `--emit=src/deep/bad.js=${out}`,
    `--emit=src/deep/bad.d.ts=${declaration}`,
    "--",
    "--declaration",
  ];
  t.deepEqual(run("tsc_main.ts", [...args, "--source=src/deep/bad.ts", ...emit]), {
    status: 0,
    output: "",
  });
  t.is(
    readFileSync(out, "utf8"),
    'import { answer } from "../good.js";\nexport const text = answer;\n',
  );
  t.is(readFileSync(declaration, "utf8"), "export declare const text: string;\n");
});

function bundle(entry: string, files: readonly string[], out: string) {
  return run("bundle_main.ts", [
    `--esbuild=${modulesWith("ESBUILD")}`,
    `--entry=src/${entry}`,
    `--out=${out}`,
    ...files,
  ]);
}

test("a bundle holds what its entry point imports and runs by itself", (t) => {
  const out = join(folder, "bundle.mjs");
  const main = write(
    "main.ts",
    'import { answer } from "#lib/good.ts";\nconsole.log(answer satisfies number);\n',
  );
  t.deepEqual(bundle("main.ts", [main, good, manifest], out), { status: 0, output: "" });
  t.is(spawnSync(process.execPath, [out], { encoding: "utf8" }).stdout, "42\n");
  t.notRegex(readFileSync(out, "utf8"), /mirror-/);
});

test("an import that is not there is told by its place in the repository", (t) => {
  const lost = write("lost.ts", 'import { nothing } from "./nowhere.ts";\nconsole.log(nothing);\n');
  const { status, output } = bundle("lost.ts", [lost], join(folder, "lost.mjs"));
  t.is(status, 1);
  t.regex(output, /Could not resolve "\.\/nowhere\.ts"\s+src\/lost\.ts:1:24:/);
  t.notRegex(output, /\n\s+at /);
});
