import type { ExternalFiles } from "../gltf/buffers.ts";
import type { ActionContext } from "./action_context.ts";

/** What an asset made of a model says of files; paths are below the package's folder. */
interface ModelFiles {
  readonly source: string;
  /** Files that the source refers to. */
  readonly data: readonly string[];
}

/** The files of `data`, by their paths relative to the source; `--source` has them in this order, after the source itself. */
export function filesBeside({ source, data }: ModelFiles, action: ActionContext): ExternalFiles {
  const [, ...files] = action.flags.source;
  const paths = new Map(data.map((path, index) => [path, files[index]]));
  const folder = source.split("/").slice(0, -1);
  return (path) => {
    const file = paths.get(resolve(folder, path));
    return file === undefined ? undefined : action.read(file);
  };
}

function resolve(folder: readonly string[], path: string): string {
  const steps = [...folder];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}
