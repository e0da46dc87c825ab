import { resolve } from "node:path";

/** One unit of work that Bazel asks for. */
export interface WorkRequest {
  /** The action's arguments, with flag files already expanded. */
  readonly arguments: readonly string[];
  /** Each input's path and digest. A digest is an opaque token: compare it, never compute it. Empty in one-shot mode. */
  readonly inputs: ReadonlyMap<string, string>;
  /** Folder that every path of the request is relative to; "" when that is the current folder. */
  readonly sandboxDir: string;
  /** Aborted when Bazel no longer wants the result. */
  readonly signal: AbortSignal;
}

/** What a tool answers. */
export interface WorkResult {
  readonly exitCode: number;
  /** Text for the user; Bazel shows it with the action. */
  readonly output: string;
}

/** A tool: one function from a request to a result. */
export type Work = (request: WorkRequest) => Promise<WorkResult>;

/**
 * Bazel 7 may delete a multiplex worker's folder and make it anew while the process runs: the folder's name is then right, and the
 * process's own idea of where it is leads nowhere.
 */
const startFolder = process.cwd();

/** Where a path of the request is on disk. */
export function resolveInput(request: WorkRequest, path: string): string {
  return resolve(startFolder, request.sandboxDir, path);
}

/** Runs a tool; an error that it throws becomes exit code 1 and the error's message, without a stack. */
export async function answer(work: Work, request: WorkRequest): Promise<WorkResult> {
  try {
    return await work(request);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { exitCode: 1, output: `${message}\n` };
  }
}
