/**
 * A game that takes updates while it runs, in the page and without one: loads what the dev server describes, steps, and
 * brings in updates between two frames.
 */

import { AssetStore, type LoadedAsset } from "#runtime/assets/asset_store.ts";
import type {
  AssetReference,
  Digest,
  GameDescription,
  GameUpdate,
  ModuleReference,
  ReloadSummary,
} from "#runtime/hot_reload/protocol.ts";
import type { AssetReader, Host } from "#runtime/vm/host.ts";
import { loadProgram, type Program, type ProgramModule } from "#runtime/vm/program.ts";
import { ExitSignal } from "#runtime/vm/thrown.ts";
import { blobProblem } from "./check_blob.ts";
import { HotReload } from "./hot_reload.ts";
import type { ReloadReport } from "./reload_report.ts";

/** Gives the bytes of a digest. */
export type FetchBlob = (digest: Digest) => Promise<Uint8Array<ArrayBuffer>>;

/** An update with its bytes at hand. */
export interface FetchedUpdate {
  readonly update: GameUpdate;
  readonly modules: readonly ProgramModule[];
  readonly assets: readonly LoadedAsset[];
}

/** Does what must be done before assets can be used, such as loading a decoder. */
export type PrepareAssets = (assets: readonly LoadedAsset[]) => Promise<void>;

/** How a call into the game ended. */
export type CallResult =
  | { readonly kind: "done" }
  | { readonly kind: "ended"; readonly status: number }
  /** An exception that nothing caught. */
  | { readonly kind: "failed"; readonly text: string; readonly reverted: ReloadReport | null };

export async function loadLiveGame(
  game: GameDescription,
  fetchBlob: FetchBlob,
  hostOf: (assets: AssetReader) => Host,
  prepare: PrepareAssets = async () => {},
): Promise<LiveGame> {
  const [modules, assets] = await Promise.all([
    fetchModules(game.modules, fetchBlob),
    fetchAssets(game.assets, fetchBlob),
  ]);
  await prepare(assets);
  const store = new AssetStore();
  for (const asset of assets) store.load(asset);
  const program = loadProgram(modules, game.entry, hostOf(store), { reloadable: true });
  return new LiveGame(program, store, new HotReload(program, modules), fetchBlob, prepare);
}

export class LiveGame {
  readonly program: Program;
  readonly store: AssetStore;
  readonly #reload: HotReload;
  readonly #fetchBlob: FetchBlob;
  readonly #prepare: PrepareAssets;

  constructor(
    program: Program,
    store: AssetStore,
    reload: HotReload,
    fetchBlob: FetchBlob,
    prepare: PrepareAssets,
  ) {
    this.program = program;
    this.store = store;
    this.#reload = reload;
    this.#fetchBlob = fetchBlob;
    this.#prepare = prepare;
  }

  /** Runs static initialisers and main. */
  start(): CallResult {
    return this.#call(() => this.program.start());
  }

  /** One fixed step. */
  step(seconds: number): CallResult {
    const result = this.#call(() => this.program.frame(seconds));
    if (result.kind === "done") this.#reload.frameDone();
    return result;
  }

  /** Writes the commands of one picture. */
  draw(alpha: number): CallResult {
    return this.#call(() => this.program.draw(alpha));
  }

  async fetch(update: GameUpdate): Promise<FetchedUpdate> {
    const [modules, assets] = await Promise.all([
      fetchModules(update.modules, this.#fetchBlob),
      fetchAssets(update.assets, this.#fetchBlob),
    ]);
    await this.#prepare(assets);
    return { update, modules, assets };
  }

  /** Brings an update in. Call it between two frames. */
  apply({ update, modules, assets }: FetchedUpdate): ReloadSummary {
    const start = performance.now();
    const report =
      modules.length === 0 ? null : this.#reload.reload({ modules, entry: update.entry });
    const loaded = assets.filter((asset) => blobProblem(asset.type, asset.bytes) === null);
    for (const asset of loaded) this.store.load(asset);
    const refused = assets.filter((asset) => !loaded.includes(asset));
    return {
      version: update.version,
      report,
      assets: loaded.map(({ name }) => name),
      refusedAssets: refused.map((asset) => ({
        what: asset.name,
        reason: `${blobProblem(asset.type, asset.bytes)}; the last good version stays`,
      })),
      totalMilliseconds: performance.now() - start,
    };
  }

  #call(run: () => void): CallResult {
    try {
      run();
      return { kind: "done" };
    } catch (error) {
      if (error instanceof ExitSignal) return { kind: "ended", status: error.status };
      const text = this.program.describeException(error);
      return { kind: "failed", text, reverted: this.#reload.frameFailed(error) };
    }
  }
}

function fetchModules(
  references: readonly ModuleReference[],
  fetchBlob: FetchBlob,
): Promise<ProgramModule[]> {
  return Promise.all(
    references.map(async ({ code, manifest }): Promise<ProgramModule> => {
      if (manifest === null) return { kind: "bytecode", bytes: await fetchBlob(code) };
      const [text, metadata] = await Promise.all([fetchBlob(code), fetchBlob(manifest)]);
      return { kind: "javascript", text: textOf(text), manifest: JSON.parse(textOf(metadata)) };
    }),
  );
}

function fetchAssets(
  references: readonly AssetReference[],
  fetchBlob: FetchBlob,
): Promise<LoadedAsset[]> {
  return Promise.all(
    references.map(async ({ type, name, blob }) => ({ type, name, bytes: await fetchBlob(blob) })),
  );
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
