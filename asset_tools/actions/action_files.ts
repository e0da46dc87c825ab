/** Files by the paths of the command line. */
export interface ActionFiles {
  /** Undefined when there is no such file. */
  readonly read: (path: string) => Uint8Array | undefined;
  readonly write: (path: string, bytes: Uint8Array) => void;
}
