/** Finds the packages that another depends on by their ids, which are also the names of their folders. */
import { join } from "node:path";
import type { ActionFiles } from "../actions/action_files.ts";

/** A package.xml and where it is. */
export interface FoundPackage {
  readonly file: string;
  readonly folder: string;
  readonly bytes: Uint8Array;
}

/** Undefined where no folder has such a package. */
export type FindPackage = (id: string) => FoundPackage | undefined;

/** Looks in the folders in their order. */
export function packagesIn(folders: readonly string[], files: ActionFiles): FindPackage {
  return (id) => {
    for (const parent of folders) {
      const folder = join(parent, id);
      const file = join(folder, "package.xml");
      const bytes = files.read(file);
      if (bytes !== undefined) return { file, folder, bytes };
    }
    return undefined;
  };
}
