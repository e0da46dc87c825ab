// A request's files, for tools that are functions from files to files and know nothing of disks.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { resolveInput, type WorkRequest } from "./request.ts";

/** Files by the paths of a request's arguments. */
export interface RequestFiles {
  /** Undefined when there is no such file. */
  readonly read: (path: string) => Uint8Array | undefined;
  readonly write: (path: string, bytes: Uint8Array) => void;
}

/** The files of one request, wherever its sandbox is. */
export function filesOf(request: WorkRequest): RequestFiles {
  return {
    read: (path) => {
      try {
        return readFileSync(resolveInput(request, path));
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
        throw error;
      }
    },
    write: (path, bytes) => {
      const file = resolveInput(request, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    },
  };
}
