/** The files given with `--resource`. */
import { readFileSync } from "node:fs";
import type { Resource } from "#compiler/resource_module.ts";
import type { ResourceFile } from "./arguments.ts";

/** Their contents, or what is wrong with one of them. */
export function readResources(files: readonly ResourceFile[]): readonly Resource[] | string {
  const resources: Resource[] = [];
  for (const { path, name } of files) {
    const bytes = readIfThere(path);
    if (bytes === null) return `Cannot read the resource ${path}`;
    resources.push({ name, bytes });
  }
  return resources;
}

function readIfThere(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return null;
  }
}
