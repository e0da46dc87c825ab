/** `program.json`: where the compiled parts of a program are. Written by the build, read by the headless host. */

/** Paths are relative to the manifest's folder, or to the folder of `--root` where that is given. */
export interface ProgramManifest {
  /** For windows and pages. */
  readonly title: string;
  /** The linker's JSON: `ProgramEntry`. */
  readonly entry: string;
  /** Libraries before those that use them. */
  readonly libraries: readonly LibraryFiles[];
  /** The whole program as WASM; null where it was not built. */
  readonly wasm: string | null;
  /** All asset packages in one `.fpkg` of ship layout; null for a program without assets. */
  readonly bundle: string | null;
}

/** One library's code in both tiers. */
export interface LibraryFiles {
  /** The library's name in its manifest, e.g. `packages/core:code`. */
  readonly name: string;
  /** `.hbc` */
  readonly bytecode: string;
  /** `.js` */
  readonly javascript: string;
  /** Classes and functions of the JavaScript, as JSON: `ModuleMetadata`. */
  readonly manifest: string;
}
