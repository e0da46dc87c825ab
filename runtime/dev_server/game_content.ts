/** The game as its clients get it: which files of the graph they need, by digest. */
import type { ProgramEntry } from "#compiler/bytecode/metadata.ts";
import type {
  AssetReference,
  Digest,
  GameDescription,
  ModuleReference,
} from "#runtime/hot_reload/protocol.ts";
import type { DevGraph } from "./dev_graph.ts";
import type { GraphFiles } from "./graph_files.ts";

export type DevMode = GameDescription["mode"];

/** The outputs of the graph that clients get in a mode. */
export function wantedOutputs({ program, assets }: DevGraph, mode: DevMode): string[] {
  const code = program.libraries.flatMap((library) =>
    mode === "jit" ? [library.javascript, library.manifest] : [library.bytecode],
  );
  return [program.entry, ...code, ...assets.map(({ blob }) => blob)];
}

/** A library's or an asset's digests; null where it could never be made so far. */
export function readModules(
  { program }: DevGraph,
  mode: DevMode,
  files: GraphFiles,
): ModuleReference[] {
  return program.libraries.flatMap(({ name, bytecode, javascript, manifest }) => {
    const code = files.digest(mode === "jit" ? javascript : bytecode);
    const beside = mode === "jit" ? files.digest(manifest) : null;
    return code === null ? [] : [{ library: name, code, manifest: beside }];
  });
}

export function readAssets({ assets }: DevGraph, files: GraphFiles): AssetReference[] {
  return assets.flatMap(({ type, name, blob }) => {
    const digest = files.digest(blob);
    return digest === null ? [] : [{ type, name, blob: digest }];
  });
}

export function readEntry({ program }: DevGraph, files: GraphFiles): ProgramEntry {
  const bytes = files.read(program.entry);
  if (bytes === undefined) throw new Error(`${program.entry} was not built`);
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** Bytes by digest, of this version and of some before it: a client may still ask for those. */
export class BlobStore {
  readonly #generations: Map<Digest, Uint8Array>[] = [];

  /** Takes the wanted outputs of a new version. */
  add(paths: Iterable<string>, files: GraphFiles): void {
    const generation = new Map<Digest, Uint8Array>();
    for (const path of paths) {
      const digest = files.digest(path);
      const bytes = files.read(path);
      if (digest !== null && bytes !== undefined) generation.set(digest, bytes);
    }
    this.#generations.unshift(generation);
    this.#generations.length = Math.min(this.#generations.length, KEPT_GENERATIONS);
  }

  get(digest: Digest): Uint8Array | undefined {
    return this.#generations.find((generation) => generation.has(digest))?.get(digest);
  }
}

const KEPT_GENERATIONS = 8;
