// How ./bazelw chooses its Bazel, on machines made of a few scripts.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, isAbsolute, join, resolve } from "node:path";
import test from "ava";

const VERSION = readFileSync(".bazelversion", "utf8").trim();
const NEEDED = ["bash", "cat", "dirname", "env", "mkdir", "sed", "sleep"];

/** A machine whose PATH has what bazelw itself needs and the scripts given. */
function machine(scripts: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), "machine-"));
  const bin = join(folder, "bin");
  mkdirSync(bin);
  for (const name of NEEDED) symlinkSync(locate(name), join(bin, name));
  for (const [name, script] of Object.entries(scripts)) writeScript(join(bin, name), script);
  return {
    bin,
    run: (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
      const result = spawnSync(join(bin, "bash"), [resolve("bazelw"), ...args], {
        cwd: folder,
        encoding: "utf8",
        env: { PATH: bin, HOME: folder, ...env },
      });
      if (result.error) throw result.error;
      return { status: result.status, stdout: result.stdout, stderr: result.stderr };
    },
  };
}

function locate(program: string): string {
  // Bazel puts the current folder first on a test's PATH.
  const folders = (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => isAbsolute(folder));
  const found = folders.find(
    (folder) => spawnSync(join(folder, program), ["--version"]).error === undefined,
  );
  return join(found ?? "/bin", program);
}

function writeScript(path: string, script: string): void {
  writeFileSync(path, `#!/usr/bin/env bash\n${script}\n`);
  chmodSync(path, 0o755);
}

/** A program that says that it is Bazel, and otherwise what it was asked. */
function bazel(version: string): string {
  return `[[ $1 == --version ]] && echo "bazel ${version}" || echo "${version} ran $*"`;
}

const SAME_MINOR = VERSION.replace(/\d+$/, "99");

test("a Bazel of the same minor version on PATH is used, and found at once the next time", (t) => {
  const { run, bin } = machine({ bazel: bazel(SAME_MINOR) });
  const first = run(["test", "//..."]);
  t.deepEqual([first.status, first.stdout], [0, `${SAME_MINOR} ran test //...\n`]);
  t.is(first.stderr, `bazelw: using ${bin}/bazel\n`);
  t.deepEqual(run(["info"]), { status: 0, stdout: `${SAME_MINOR} ran info\n`, stderr: "" });
});

test("a Bazel that was replaced since is looked at again", (t) => {
  const { run, bin } = machine({ bazel: bazel(VERSION) });
  run(["info"]);
  writeScript(join(bin, "bazel"), bazel("6.0.0"));
  utimesSync(join(bin, "bazel"), new Date(), new Date(Date.now() + 10_000));
  t.is(run(["info"]).status, 1);
});

test("a Bazel of another version is passed by for Bazelisk", (t) => {
  const { run } = machine({ bazel: bazel("6.5.0"), bazelisk: bazel(VERSION) });
  t.is(run(["build"]).stdout, `${VERSION} ran build\n`);
});

test("BAZELW_BAZEL goes before everything", (t) => {
  const { run, bin } = machine({ bazel: bazel(VERSION), other: bazel("9.0.0") });
  t.is(run(["build"], { BAZELW_BAZEL: join(bin, "other") }).stdout, "9.0.0 ran build\n");
});

test("Bazelisk comes from npm, in the version that package.json names", (t) => {
  const { run } = machine({
    cp: `exec ${locate("cp")} "$@"`,
    published: bazel(VERSION),
    npm: `[[ $* == "install --prefix "* ]] &&
      mkdir -p "$3/node_modules/.bin" && cp "$(type -P published)" "$3/node_modules/.bin/bazelisk"`,
  });
  const { status, stdout, stderr } = run(["version"]);
  t.is(status, 0);
  t.is(stdout, `${VERSION} ran version\n`);
  t.regex(stderr, /^bazelw: trying @bazel\/bazelisk@\d+\.\d+\.\d+ from npm\nbazelw: using /);
});

test("without any, one line says what was tried", (t) => {
  const { run, bin } = machine({ bazel: bazel("6.5.0"), npm: "exit 1" });
  const { status, stdout, stderr } = run(["test"]);
  t.deepEqual([status, stdout], [1, ""]);
  const last = stderr.trimEnd().split("\n").at(-1) ?? "";
  const minor = VERSION.replace(/\.\d+$/, "");
  t.true(
    last.startsWith(
      `bazelw: found no Bazel ${VERSION}: ${bin}/bazel is not Bazel ${minor}; no bazelisk on PATH; npm does not install`,
    ),
    last,
  );
  t.true(last.endsWith("; no apt-get on PATH"), last);
});
