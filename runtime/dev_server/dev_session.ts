/**
 * One run of the dev server without its sockets: takes saves, replays actions, and tells its listener what clients need
 * to know. Saves that come during work are taken together afterwards.
 */
import type { ProgramEntry } from "#compiler/bytecode/metadata.ts";
import type { DevGraph } from "./dev_graph.ts";
import {
  BlobStore,
  type DevMode,
  readAssets,
  readEntry,
  readModules,
  wantedOutputs,
} from "./game_content.ts";
import { GraphFiles, type GraphFolders } from "./graph_files.ts";
import type {
  AssetReference,
  Digest,
  GameDescription,
  GameUpdate,
  ModuleReference,
  ServerNotification,
  Welcome,
} from "./protocol.ts";
import { Replay, type Tools } from "./replay.ts";
import type { SourceChange } from "./source_watcher.ts";
import { type RunBuild, Verifier } from "./verifier.ts";

export interface SessionOptions {
  readonly graph: DevGraph;
  readonly folders: GraphFolders;
  readonly mode: DevMode;
  readonly tools: Tools;
  /** Runs Bazel for the graph's label; null to go without. */
  readonly runBuild: RunBuild | null;
  readonly notify: (notification: ServerNotification) => void;
}

export class DevSession {
  readonly files: GraphFiles;
  readonly #options: SessionOptions;
  readonly #replay: Replay;
  readonly #verifier: Verifier;
  readonly #blobs = new BlobStore();
  readonly #wanted: readonly string[];
  readonly #waiting = new Map<string, SourceChange>();
  #game: GameDescription;
  #problemTexts = "";
  #work: Promise<void> | null = null;

  constructor(options: SessionOptions) {
    const { graph, folders, mode, tools, notify, runBuild } = options;
    this.#options = options;
    this.files = new GraphFiles(graph, folders);
    this.#wanted = wantedOutputs(graph, mode);
    this.#replay = new Replay(graph, this.files, tools, this.#wanted);
    this.#verifier = new Verifier(this.files, runBuild, (params) =>
      notify({ method: "build/verification", params }),
    );
    this.#game = this.#describe(0, { main: "", staticInits: [] });
  }

  /** Sources to watch. */
  sources(): Set<string> {
    return this.#replay.sources();
  }

  /** Makes anew what is older than its sources. To be called once, before clients come. */
  async start(): Promise<void> {
    await this.#replay.run(this.#replay.staleSources());
    this.#game = this.#describe(0, readEntry(this.#options.graph, this.files));
    this.#blobs.add(this.#wanted, this.files);
    this.#announceProblems();
  }

  welcome(): Welcome {
    return {
      game: this.#game,
      problems: this.#replay.problems(),
      verification: this.#verifier.state,
    };
  }

  blob(digest: Digest): Uint8Array | undefined {
    return this.#blobs.get(digest);
  }

  /** Takes a save. */
  changed(change: SourceChange): void {
    this.files.setSource(change.path, change.bytes);
    const earlier = this.#waiting.get(change.path);
    this.#waiting.set(change.path, { ...change, seenAt: earlier?.seenAt ?? change.seenAt });
    this.#work ??= this.#drain().finally(() => {
      this.#work = null;
    });
  }

  /** Resolves when all saves so far are dealt with. */
  async settled(): Promise<void> {
    await this.#work;
  }

  /** Resolves when Bazel has answered. */
  async verified(): Promise<void> {
    await this.#verifier.settled();
  }

  /** A source that the graph does not have: only Bazel knows what to do with it. */
  appeared(): void {
    this.#verifier.request();
  }

  async #drain(): Promise<void> {
    // Saves that a tool made together ("save all", a checkout) arrive in one turn of the event loop or two.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.size > 0) {
      const changes = [...this.#waiting.values()];
      this.#waiting.clear();
      await this.#take(changes);
    }
    this.#verifier.request();
  }

  async #take(changes: readonly SourceChange[]): Promise<void> {
    const start = performance.now();
    const seenAt = Math.min(...changes.map((change) => change.seenAt));
    const paths = changes.map(({ path }) => path);
    const { changed, actions } = await this.#replay.run(paths);
    this.#announceProblems();
    if (this.#wanted.some((path) => changed.has(path))) {
      this.#announce(paths, { watchMilliseconds: start - seenAt, actions });
    }
  }

  #announce(files: readonly string[], timing: GameUpdate["timing"]): void {
    const before = this.#game;
    const version = before.version + 1;
    this.#game = this.#describe(version, readEntry(this.#options.graph, this.files));
    this.#blobs.add(this.#wanted, this.files);
    const { entry, modules, assets } = this.#game;
    const update: GameUpdate = {
      version,
      entry,
      modules: modules.filter((module) => !before.modules.some((old) => isSameModule(old, module))),
      assets: assets.filter((asset) => !before.assets.some((old) => isSameAsset(old, asset))),
      files,
      timing,
    };
    this.#options.notify({ method: "game/update", params: update });
  }

  #announceProblems(): void {
    const problems = this.#replay.problems();
    const texts = JSON.stringify(problems);
    if (texts === (this.#problemTexts || "[]")) return;
    this.#problemTexts = texts;
    this.#options.notify({ method: "build/problems", params: { problems } });
  }

  #describe(version: number, entry: ProgramEntry): GameDescription {
    const { graph, mode } = this.#options;
    return {
      title: graph.title,
      mode,
      entry,
      modules: readModules(graph, mode, this.files),
      assets: readAssets(graph, this.files),
      version,
    };
  }
}

function isSameModule(left: ModuleReference, right: ModuleReference): boolean {
  return (
    left.library === right.library && left.code === right.code && left.manifest === right.manifest
  );
}

function isSameAsset(left: AssetReference, right: AssetReference): boolean {
  return left.type === right.type && left.name === right.name && left.blob === right.blob;
}
