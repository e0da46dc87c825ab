/** `bazel run //game:dev`: serves the game, watches its sources and brings what is saved into the running game. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runAssetAction } from "#asset_tools/actions/asset_action.ts";
import { ActionMemory } from "#compiler/actions/memory.ts";
import { runCompilerAction } from "#compiler/actions/run_action.ts";
import { writeErrors, writeOutput } from "#runtime/headless/process_streams.ts";
import type {
  ClientNotification,
  GameUpdate,
  ServerNotification,
} from "#runtime/hot_reload/protocol.ts";
import { STEP_SECONDS } from "#runtime/vm/step.ts";
import { newToken } from "./access.ts";
import { bazelBuild, bazelProgram } from "./bazel.ts";
import { memoryText, notificationText, reloadText, traceText } from "./console_log.ts";
import type { DevGraph } from "./dev_graph.ts";
import { DevSession } from "./dev_session.ts";
import { HeadlessClient } from "./headless_client.ts";
import { serveGame } from "./http_server.ts";
import { DEV_USAGE, type DevOptions, parseDevOptions } from "./options.ts";
import { SourceWatcher } from "./source_watcher.ts";

/** How often all files are looked at, for file systems that send no events. */
const RESCAN_MILLISECONDS = 2000;

/** What pages get to draw a save before Bazel takes the processor. */
const REST_MILLISECONDS = 300;

const { BUILD_WORKSPACE_DIRECTORY, RUNFILES_DIR, HAXE_GAME_BAZEL } = process.env;
const workspace = BUILD_WORKSPACE_DIRECTORY ?? process.cwd();
const runfiles = resolve(RUNFILES_DIR ?? ".");
const options = parseDevOptions(process.argv.slice(2));
if (typeof options === "string") {
  writeErrors(`${options}\n${DEV_USAGE}\n`);
  process.exitCode = 2;
} else {
  await run(options);
}

async function run(options: DevOptions): Promise<void> {
  const readGraph = (): DevGraph =>
    JSON.parse(readFileSync(resolve(runfiles, options.graph), "utf8"));
  const { label, title } = readGraph();
  const listeners: ((notification: ServerNotification) => void)[] = [];
  /** Updates whose way to the screen is told. */
  const updates = new Map<number, GameUpdate>();
  const verifies = options.verify && options.frames === null;
  const build = bazelBuild(bazelProgram(workspace, HAXE_GAME_BAZEL), workspace, label);
  const watcher = new SourceWatcher(
    workspace,
    {
      saving: (file) => notify({ method: "source/saving", params: { file } }),
      changed: (change) => session.changed(change),
      appeared: () => session.appeared(),
    },
    (milliseconds) => sleep(milliseconds),
  );
  const memory = new ActionMemory();
  const notify = (notification: ServerNotification): void => {
    for (const listener of listeners) listener(notification);
    writeErrors(notificationText(notification));
    if (options.stats && notification.method === "game/update") {
      writeErrors(memoryText(memory.statistics(), process.memoryUsage()));
      updates.set(notification.params.version, notification.params);
    }
  };
  const session = new DevSession({
    readGraph,
    watch: (path, bytes) => {
      if (options.frames === null) watcher.add(path, bytes);
    },
    folders: { workspace, runfiles },
    mode: options.mode,
    tools: {
      compiler: (args, files) => runCompilerAction(args, files, memory),
      assets: runAssetAction,
    },
    runBuild: verifies ? build : null,
    rest: () => sleep(REST_MILLISECONDS),
    notify,
  });
  await session.start();
  setInterval(() => void watcher.rescan(), RESCAN_MILLISECONDS).unref();
  if (options.headless) {
    process.exitCode = await runHeadless(session, options.frames, listeners);
    // The watcher would keep the process alive.
    process.exit();
  }
  await serve(session, options, listeners, title, updates);
  await session.warmUp();
}

async function serve(
  session: DevSession,
  { port, page, draco, open }: DevOptions,
  listeners: ((notification: ServerNotification) => void)[],
  title: string,
  updates: ReadonlyMap<number, GameUpdate>,
): Promise<void> {
  const game = {
    title,
    scripts: new Map([
      ["page.js", readFileSync(resolve(runfiles, page))],
      ["draco.js", readFileSync(resolve(runfiles, draco))],
    ]),
    welcome: () => session.welcome(),
    blob: (digest: string) => session.blob(digest),
    notified: ({ method, params }: ClientNotification) => {
      if (method === "reload/finished") writeErrors(reloadText(params));
      else if (method === "game/error") writeErrors(`${params.text}\n`);
      else writeErrors(traceText(updates.get(params.version), params));
    },
  };
  const server = await serveGame(game, newToken(), port);
  listeners.push(server.broadcast);
  writeOutput(`${server.url}\n`);
  if (open) openInBrowser(server.url);
}

function openInBrowser(url: string): void {
  const programs: Readonly<Record<string, readonly string[]>> = {
    darwin: ["open"],
    win32: ["explorer.exe"],
  };
  const [program = "xdg-open", ...args] = programs[process.platform] ?? [];
  const child = spawn(program, [...args, url], { detached: true, stdio: "ignore" });
  child.on("error", (error) => writeErrors(`${program}: ${error.message}\n`));
  child.unref();
}

async function runHeadless(
  session: DevSession,
  frames: number | null,
  listeners: ((notification: ServerNotification) => void)[],
): Promise<number> {
  const client = await HeadlessClient.load(
    session.welcome().game,
    (digest) => session.blob(digest),
    {
      print: writeOutput,
      printError: writeErrors,
      reloaded: (summary) => writeErrors(reloadText(summary)),
    },
  );
  listeners.push(({ method, params }) => {
    if (method === "game/update") void client.take(params);
  });
  const started = client.start();
  if (started !== null) return started;
  if (!client.hasFrames) return 0;
  if (frames === null) return runOn(client);
  for (let frame = 0; frame < frames; frame++) {
    const status = client.frame();
    if (status !== null) return status;
  }
  writeOutput(`${client.state()}\n`);
  return 0;
}

/** At the speed of the clock, until the game ends by itself. */
async function runOn(client: HeadlessClient): Promise<number> {
  for (let due = performance.now(); ; due += STEP_SECONDS * 1000) {
    const status = client.frame();
    if (status !== null) return status;
    await sleep(Math.max(0, due - performance.now()));
  }
}
