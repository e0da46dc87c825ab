/**
 * Whichever way an action of our tools runs, its bytes are those that Bazel has: as a worker's request, as a request in a
 * sandbox, as a process of its own, and as a function call in the dev server. For each mnemonic behind the sample game the
 * action with the least input is tried.
 */
import { spawn } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import test from "ava";
import { runAssetAction } from "#asset_tools/actions/asset_action.ts";
import { runCompilerAction } from "#compiler/actions/run_action.ts";
import { decodeResponses, encodeRequest } from "#tests/toolchains/worker_client.ts";

interface ReplayableAction {
  readonly mnemonic: string;
  readonly tool: "compiler" | "assets";
  /** Exec path of the tool. */
  readonly script: string;
  readonly arguments: readonly string[];
  /** Files by their exec path, each with its path below the runfiles folder of this repository. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly toolFiles: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
}

/** What an action wrote, by exec path. */
type Outputs = ReadonlyMap<string, Buffer>;

/** Milliseconds; optimising WebAssembly takes seconds each time. */
const PATIENCE = 300_000;

const list = process.env["ACTIONS"];
// Only Bazel builds the actions' inputs; `ava` alone has none.
const testInBazel = list === undefined ? test.skip : test;
const actions: readonly ReplayableAction[] =
  list === undefined
    ? []
    : JSON.parse(readFileSync(join(process.env["RUNFILES_DIR"] ?? "", list), "utf8"));
const smallest = [...Map.groupBy(actions, ({ mnemonic }) => mnemonic).values()].map((same) =>
  same.reduce((best, action) => (inputSize(action) < inputSize(best) ? action : best)),
);

for (const action of smallest) {
  testInBazel(`${action.mnemonic}: once and by a call`, async (t) => {
    t.timeout(PATIENCE);
    const built = outputsBelow(action, (path) => action.outputs[path] as string);
    t.deepEqual(await runOneShot(action), built);
    t.deepEqual(await runInProcess(action), built);
  });
}

for (const tool of ["compiler", "assets"] as const) {
  const ofTool = smallest.filter((action) => action.tool === tool);
  testInBazel(`${tool}: all mnemonics by one worker, twice, in and out of sandboxes`, async (t) => {
    t.timeout(PATIENCE);
    for (const [action, outputs] of await runByWorker(ofTool)) {
      const built = outputsBelow(action, (path) => action.outputs[path] as string);
      t.deepEqual(outputs, built, action.mnemonic);
    }
  });
}

testInBazel("all worker mnemonics of a game are tried", (t) => {
  t.deepEqual(smallest.map(({ mnemonic }) => mnemonic).toSorted(), [
    "AnimationCompile",
    "AudioCompile",
    "BehaviorsCheck",
    "DataCompile",
    "GameEntry",
    "HaxeBytecode",
    "HaxeC",
    "HaxeJavascript",
    "HaxeLink",
    "HaxeParse",
    "HaxeTypecheck",
    "HaxeWasm",
    "MaterialCompile",
    "MeshCompile",
    "PackageLink",
    "PackageSplit",
    "PrefabCompile",
    "SceneCompile",
    "ShaderCompile",
    "ShipBundle",
    "TextureCompile",
  ]);
});

function inputSize({ inputs }: ReplayableAction): number {
  return Object.values(inputs).reduce((sum, path) => sum + statSync(path).size, 0);
}

async function runOneShot(action: ReplayableAction): Promise<Outputs> {
  const root = makeRoot(action);
  layOut(action, root);
  writeFileSync(join(root, "flags"), action.arguments.map((argument) => `${argument}\n`).join(""));
  const { status, output } = await runNode(root, [action.script, "@flags"], new Uint8Array());
  if (status !== 0) throw new Error(output.toString("utf8"));
  return outputsBelow(action, (path) => join(root, path));
}

/** As the dev server does it: nothing touches a disk. */
async function runInProcess(action: ReplayableAction): Promise<Outputs> {
  const written = new Map<string, Buffer>();
  const run = action.tool === "compiler" ? runCompilerAction : runAssetAction;
  const { exitCode, output } = await run(action.arguments, {
    read: (path) => {
      const file = action.inputs[path];
      return file === undefined ? undefined : readFileSync(file);
    },
    write: (path, bytes) => void written.set(path, Buffer.from(bytes)),
  });
  if (exitCode !== 0) throw new Error(output);
  return new Map(Object.keys(action.outputs).map((path) => [path, written.get(path) as Buffer]));
}

/** All requests at once to one process, each as it is and in a sandbox, and then the same again. */
async function runByWorker(
  wanted: readonly ReplayableAction[],
): Promise<(readonly [ReplayableAction, Outputs])[]> {
  const [first] = wanted;
  if (first === undefined) return [];
  const root = makeRoot(first);
  const requests = [1, 2].flatMap((round) =>
    wanted.flatMap((action) =>
      [`plain/${round}/${action.mnemonic}`, `sandbox/${round}/${action.mnemonic}`].map(
        (folder) => ({
          action,
          folder,
        }),
      ),
    ),
  );
  const messages = requests.map(({ action, folder }, index) => {
    layOut(action, join(root, folder));
    return encodeRequest({
      requestId: index + 1,
      sandboxDir: folder,
      arguments: action.arguments,
      inputs: Object.keys(action.inputs).map((path) => ({ path, digest: path })),
    });
  });
  const stream = Buffer.concat(messages);
  const { output } = await runNode(root, [first.script, "--persistent_worker"], stream);
  for (const response of decodeResponses(output))
    if (response.exitCode !== 0) throw new Error(response.output);
  return requests.map(({ action, folder }) => [
    action,
    outputsBelow(action, (path) => join(root, folder, path)),
  ]);
}

/** A folder that holds the tool, as an execution root does. */
function makeRoot({ toolFiles }: ReplayableAction): string {
  const root = mkdtempSync(join(process.env["TEST_TMPDIR"] ?? tmpdir(), "root-"));
  for (const [path, file] of Object.entries(toolFiles)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (statSync(file).isDirectory()) symlinkSync(resolve(file), join(root, path));
    else copyFileSync(file, join(root, path));
  }
  return root;
}

function layOut({ inputs, outputs }: ReplayableAction, root: string): void {
  for (const [path, file] of Object.entries(inputs)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    copyFileSync(file, join(root, path));
  }
  // Bazel makes the folders of outputs.
  for (const path of Object.keys(outputs))
    mkdirSync(dirname(join(root, path)), { recursive: true });
}

function outputsBelow({ outputs }: ReplayableAction, locate: (path: string) => string): Outputs {
  return new Map(Object.keys(outputs).map((path) => [path, readFileSync(locate(path))]));
}

function runNode(
  cwd: string,
  args: readonly string[],
  input: Uint8Array,
): Promise<{ readonly status: number | null; readonly output: Buffer }> {
  // `NODE_OPTIONS` of the test is not the actions'.
  const child = spawn(process.execPath, args, { cwd, env: {}, stdio: ["pipe", "pipe", "inherit"] });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stdin.end(input);
  return new Promise((done) =>
    child.on("close", (status) => done({ status, output: Buffer.concat(chunks) })),
  );
}
