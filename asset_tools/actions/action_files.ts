/** Files by the paths of the command line. */
export interface ActionFiles {
  /** Undefined when there is no such file. */
  readonly read: (path: string) => Uint8Array | undefined;
  /** Paths of all files below a folder, for the dev loop; in Bazel an action sees only its inputs. */
  readonly list?: (folder: string) => readonly string[];
  readonly write: (path: string, bytes: Uint8Array) => void;
}
