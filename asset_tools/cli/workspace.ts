import type { ActionFiles } from "../actions/action_files.ts";

/** A path that no file has begins with this. */
const IN_MEMORY = "\0";

/** Files in memory over those of the disk: what an action reads or writes that nobody asked for. */
export class Workspace {
  readonly files: ActionFiles;
  readonly #made = new Map<string, Uint8Array>();

  constructor(disk: ActionFiles) {
    this.files = {
      ...disk,
      read: (path) => this.#made.get(path) ?? disk.read(path),
      write: (path, bytes) => {
        if (path.startsWith(IN_MEMORY)) this.#made.set(path, bytes);
        else disk.write(path, bytes);
      },
    };
  }

  /** The path of a file in memory, where there may be none yet. */
  pathOf(name: string): string {
    return `${IN_MEMORY}${name}`;
  }

  /** Puts a text there; gives its path. */
  put(name: string, text: string): string {
    const path = this.pathOf(name);
    this.#made.set(path, new TextEncoder().encode(text));
    return path;
  }
}
