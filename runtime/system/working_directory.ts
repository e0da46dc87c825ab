/** Where a program's relative paths start. Each program has its own: the process that runs it keeps another. */
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { SystemError } from "./system_error.ts";

export class WorkingDirectory {
  #path = process.cwd();

  get path(): string {
    return this.#path;
  }

  /** The absolute path of what a program names. */
  resolve(path: string): string {
    if (path === "") throw new SystemError("ENOENT");
    return resolve(this.#path, path);
  }

  change(path: string): void {
    const directory = this.resolve(path);
    if (!statSync(directory).isDirectory()) throw new SystemError("ENOTDIR");
    this.#path = directory;
  }
}
