/** Reads the files that a program manifest names. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { ModuleMetadata, ProgramEntry } from "#compiler/bytecode/metadata.ts";
import type { LoadedAsset } from "#runtime/assets/asset_store.ts";
import { readBundle } from "#runtime/assets/read_bundle.ts";
import type { ProgramModule } from "#runtime/vm/program.ts";
import type { LibraryFiles, ProgramManifest } from "./program_manifest.ts";

/** Reads a file by a path of the manifest. */
export type ReadFile = (path: string) => Uint8Array<ArrayBuffer>;

export type VmMode = "interpreter" | "jit";

/** A file reader below `root`. */
export function readerBelow(root: string): ReadFile {
  return (path) => new Uint8Array(readFileSync(resolve(root, path)));
}

export function readEntry(manifest: ProgramManifest, read: ReadFile): ProgramEntry {
  return JSON.parse(textOf(read(manifest.entry)));
}

/** All libraries in one tier. */
export function readModules(
  manifest: ProgramManifest,
  mode: VmMode,
  read: ReadFile,
): ProgramModule[] {
  return manifest.libraries.map((library) => readModule(library, mode, read));
}

function readModule(library: LibraryFiles, mode: VmMode, read: ReadFile): ProgramModule {
  if (mode === "interpreter") return { kind: "bytecode", bytes: read(library.bytecode) };
  const metadata: ModuleMetadata = JSON.parse(textOf(read(library.manifest)));
  return { kind: "javascript", text: textOf(read(library.javascript)), manifest: metadata };
}

/** All assets of the bundle; none where the program has none. */
export function readAssets(manifest: ProgramManifest, read: ReadFile): LoadedAsset[] {
  return manifest.bundle === null ? [] : readBundle(read(manifest.bundle));
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
