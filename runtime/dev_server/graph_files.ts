/**
 * The files of the dev graph's actions: what this server has made hides what Bazel built. Built files that actions read
 * are taken into memory at the start, since Bazel deletes and writes them anew while it verifies.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Digest } from "#runtime/hot_reload/protocol.ts";
import type { DevGraph } from "./dev_graph.ts";
import { digestOf } from "./digest.ts";

export interface GraphFolders {
  /** The workspace: sources are below it. */
  readonly workspace: string;
  /** Built files are below it, at the paths of `DevGraph.files`. */
  readonly runfiles: string;
}

export class GraphFiles {
  readonly #graph: DevGraph;
  readonly #folders: GraphFolders;
  /** Sources as they were when the watcher saw them stable; null for one that was deleted. */
  readonly #sources = new Map<string, Uint8Array | null>();
  readonly #made = new Map<string, Uint8Array>();
  readonly #built = new Map<string, Uint8Array>();
  readonly #digests = new Map<string, Digest>();

  constructor(graph: DevGraph, folders: GraphFolders) {
    this.#graph = graph;
    this.#folders = folders;
  }

  isOutput(path: string): boolean {
    return Object.hasOwn(this.#graph.files, path);
  }

  /** Undefined where there is no such file. */
  read(path: string): Uint8Array | undefined {
    if (this.isOutput(path)) return this.#made.get(path) ?? this.#readBuilt(path);
    const source = this.#sources.get(path);
    return source === undefined ? readIfThere(this.sourcePath(path)) : (source ?? undefined);
  }

  /** Takes an output; says whether it differs from what was there. */
  write(path: string, bytes: Uint8Array): boolean {
    const digest = digestOf(bytes);
    if (this.digest(path) === digest) return false;
    this.#made.set(path, bytes);
    this.#digests.set(path, digest);
    return true;
  }

  setSource(path: string, bytes: Uint8Array | null): void {
    this.#sources.set(path, bytes);
  }

  /** Of an output; null where it has not been built. */
  digest(path: string): Digest | null {
    const known = this.#digests.get(path);
    if (known !== undefined) return known;
    const bytes = this.read(path);
    if (bytes === undefined) return null;
    const digest = digestOf(bytes);
    this.#digests.set(path, digest);
    return digest;
  }

  /** Outputs that differ from what was built at the start. */
  made(): string[] {
    return [...this.#made.keys()];
  }

  /** The digest of what is on disk now, where Bazel writes. */
  builtDigest(path: string): Digest | null {
    const bytes = readIfThere(this.#builtPath(path));
    return bytes === undefined ? null : digestOf(bytes);
  }

  /** Milliseconds; null where there is no such file. */
  modified(path: string): number | null {
    const place = this.isOutput(path) ? this.#builtPath(path) : this.sourcePath(path);
    return statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? null;
  }

  /** Paths below a folder of all files in it. */
  sourcesBelow(folder: string): string[] {
    const below = readdirSync(this.sourcePath(folder), { recursive: true, encoding: "utf8" });
    return below
      .map((path) => path.replaceAll("\\", "/"))
      .filter((path) => this.#sources.get(folder + path) !== null);
  }

  sourcePath(path: string): string {
    return join(this.#folders.workspace, path);
  }

  #builtPath(path: string): string {
    return join(this.#folders.runfiles, this.#graph.files[path] ?? path);
  }

  #readBuilt(path: string): Uint8Array | undefined {
    const known = this.#built.get(path);
    if (known !== undefined) return known;
    const bytes = readIfThere(this.#builtPath(path));
    if (bytes !== undefined) this.#built.set(path, bytes);
    return bytes;
  }
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "EISDIR" || code === "ENOTDIR") return undefined;
    throw error;
  }
}
