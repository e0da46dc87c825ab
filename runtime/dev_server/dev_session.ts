/**
 * One run of the dev server without its sockets: takes saves, replays actions, and tells its listener what clients need
 * to know. Saves that come during work are taken together afterwards.
 */
import type { ProgramEntry } from "#compiler/bytecode/metadata.ts";
import type {
  AssetReference,
  Digest,
  GameDescription,
  GameUpdate,
  ModuleReference,
  ServerHops,
  ServerNotification,
  UpdateTiming,
  Welcome,
} from "#runtime/hot_reload/protocol.ts";
import { sharedClock } from "#runtime/hot_reload/shared_clock.ts";
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
import { Replay, type Tools } from "./replay.ts";
import type { SourceChange } from "./source_watcher.ts";
import { type RunBuild, Verifier } from "./verifier.ts";
import { warmUp } from "./warm_up.ts";

export interface SessionOptions {
  readonly folders: GraphFolders;
  readonly mode: DevMode;
  readonly tools: Tools;
  /** Runs Bazel for the graph's label; null to go without. */
  readonly runBuild: RunBuild | null;
  /** Is waited for before Bazel runs; nothing if not given. */
  readonly rest?: () => Promise<void>;
  readonly notify: (notification: ServerNotification) => void;
  /** The graph as Bazel has written it last. */
  readonly readGraph: () => DevGraph;
  /** Asks for saves of a source, of which these bytes are known. */
  readonly watch: (path: string, bytes: Uint8Array | null) => void;
}

interface UnsentTiming extends Omit<UpdateTiming, "hops"> {
  readonly hops: Omit<ServerHops, "sent">;
}

/** What changes when Bazel has found that the game consists of other files. */
interface GraphState {
  readonly graph: DevGraph;
  readonly files: GraphFiles;
  readonly replay: Replay;
  readonly wanted: readonly string[];
}

export class DevSession {
  readonly #options: SessionOptions;
  readonly #verifier: Verifier;
  readonly #blobs = new BlobStore();
  readonly #waiting = new Map<string, SourceChange>();
  #state: GraphState;
  #game: GameDescription;
  #problemTexts = "";
  #work: Promise<void> | null = null;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#state = this.#stateOf(options.readGraph());
    this.#verifier = new Verifier(
      options.runBuild,
      options.rest ?? (async () => {}),
      () => this.#differences(),
      (params) => options.notify({ method: "build/verification", params }),
    );
    this.#game = this.#describe(0, { main: "", staticInits: [] });
  }

  /** Makes anew what is older than its sources. To be called once, before clients come. */
  async start(): Promise<void> {
    const { graph, files, replay, wanted } = this.#state;
    await replay.run(replay.staleSources());
    this.#game = this.#describe(0, readEntry(graph, files));
    this.#blobs.add(wanted, files);
    this.#watchSources();
    this.#announceProblems();
  }

  /** Makes the first save as quick as later ones. */
  async warmUp(): Promise<void> {
    const { replay } = this.#state;
    await warmUp({
      actions: replay.actions,
      run: (action) => replay.rehearse(action),
      idle: () => this.settled(),
    });
  }

  welcome(): Welcome {
    return {
      game: this.#game,
      problems: this.#state.replay.problems(),
      verification: this.#verifier.state,
    };
  }

  blob(digest: Digest): Uint8Array | undefined {
    return this.#blobs.get(digest);
  }

  /** Takes a save. */
  changed(change: SourceChange): void {
    this.#state.files.setSource(change.path, change.bytes);
    const earlier = this.#waiting.get(change.path);
    this.#waiting.set(change.path, {
      ...change,
      seenAt: earlier?.seenAt ?? change.seenAt,
      writtenAt: earlier?.writtenAt ?? change.writtenAt,
    });
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
    let isForBazel = false;
    while (this.#waiting.size > 0) {
      const changes = [...this.#waiting.values()];
      isForBazel ||= changes.some(({ path }) => path.endsWith("package.xml"));
      this.#waiting.clear();
      await this.#take(changes).catch((error: Error) => this.#announceBug(error));
    }
    // While something is broken, Bazel could only say it once more; but of packages it may know more than the graph does.
    if (isForBazel || this.#state.replay.problems().length === 0) this.#verifier.request();
  }

  async #take(changes: readonly SourceChange[]): Promise<void> {
    const stable = sharedClock();
    const seenAt = Math.min(...changes.map((change) => change.seenAt));
    const seen = performance.timeOrigin + seenAt;
    const written = Math.min(seen, ...changes.flatMap(({ writtenAt }) => writtenAt ?? []));
    const paths = changes.map(({ path }) => path);
    const { changed, actions } = await this.#state.replay.run(paths);
    this.#announceProblems();
    if (this.#state.wanted.some((path) => changed.has(path))) {
      const hops = { written, seen, stable, built: sharedClock() };
      this.#announce(paths, { watchMilliseconds: stable - seen, actions, hops });
    }
  }

  #announce(files: readonly string[], { hops, ...timing }: UnsentTiming): void {
    const before = this.#game;
    const version = before.version + 1;
    const { graph, files: present, wanted } = this.#state;
    this.#game = this.#describe(version, readEntry(graph, present));
    this.#blobs.add(wanted, present);
    const { entry, modules, assets } = this.#game;
    const update: GameUpdate = {
      version,
      entry,
      modules: modules.filter((module) => !before.modules.some((old) => isSameModule(old, module))),
      assets: assets.filter((asset) => !before.assets.some((old) => isSameAsset(old, asset))),
      files,
      timing: { ...timing, hops: { ...hops, sent: sharedClock() } },
    };
    this.#options.notify({ method: "game/update", params: update });
  }

  #announceProblems(): void {
    const problems = this.#state.replay.problems();
    const texts = JSON.stringify(problems);
    if (texts === (this.#problemTexts || "[]")) return;
    this.#problemTexts = texts;
    this.#options.notify({ method: "build/problems", params: { problems } });
  }

  /** The server goes on: the next save may well be one that it can handle. */
  #announceBug(error: Error): void {
    const text = `The dev server stopped at a bug of its own: ${error.stack ?? error.message}\n`;
    const problems = [
      ...this.#state.replay.problems(),
      { mnemonic: "DevServer", text, place: null },
    ];
    this.#problemTexts = JSON.stringify(problems);
    this.#options.notify({ method: "build/problems", params: { problems } });
  }

  /** Bazel has built. Says which outputs came out different, and takes over what the game consists of by now. */
  #differences(): string[] | null {
    if (this.#work !== null) return null;
    const { files } = this.#state;
    const different = files.made().filter((path) => files.builtDigest(path) !== files.digest(path));
    const graph = this.#options.readGraph();
    if (different.length === 0 && JSON.stringify(graph) !== JSON.stringify(this.#state.graph)) {
      this.#state = this.#stateOf(graph);
      this.#watchSources();
      this.#announceProblems();
      const now = sharedClock();
      const hops = { written: now, seen: now, stable: now, built: now };
      this.#announce([], { watchMilliseconds: 0, actions: [], hops });
    }
    return different;
  }

  #stateOf(graph: DevGraph): GraphState {
    const { folders, mode, tools } = this.#options;
    const files = new GraphFiles(graph, folders);
    const wanted = wantedOutputs(graph, mode);
    return { graph, files, wanted, replay: new Replay(graph, files, tools, wanted) };
  }

  #watchSources(): void {
    const { files, replay } = this.#state;
    for (const path of replay.sources()) this.#options.watch(path, files.read(path) ?? null);
  }

  #describe(version: number, entry: ProgramEntry): GameDescription {
    const { mode } = this.#options;
    const { graph, files } = this.#state;
    return {
      title: graph.title,
      mode,
      entry,
      modules: readModules(graph, mode, files),
      assets: readAssets(graph, files),
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
