/** The part of gltfpack's library that the benchmarks use; the package has no types. */
declare module "gltfpack" {
  export interface Files {
    readonly read: (path: string) => Uint8Array;
    readonly write: (path: string, bytes: Uint8Array) => void;
  }
  /** Takes the bytes of the package's `library.wasm`; else it is looked for beside the script. */
  export function init(wasm: Uint8Array | string): void;
  /** Gives what the command would print; rejects where it would fail. */
  export function pack(args: readonly string[], files: Files): Promise<string>;
}
