/** The asset compiler as Bazel drives it: a process that answers requests on its pipes. */
import { type ChildProcess, spawn } from "node:child_process";
import type { ActionResult } from "#asset_tools/actions/asset_action.ts";
import { decodeResponse, encodeRequest } from "#tests/toolchains/worker_client.ts";
import { MessageReader, type WireResponse } from "#toolchains/worker/messages.ts";

export interface WorkerSettings {
  /** The Node binary. */
  readonly node: string;
  /** The bundled tool. */
  readonly script: string;
  /** The folder that paths of requests are relative to. */
  readonly folder: string;
  /** Flags of Node's. */
  readonly flags?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

export class AssetWorker {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, (result: ActionResult) => void>();
  readonly #ended: Promise<void>;
  #lastId = 0;

  constructor({ node, script, folder, flags = [], environment = {} }: WorkerSettings) {
    const child = spawn(node, [...flags, script, "--persistent_worker"], {
      cwd: folder,
      env: environment,
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.#process = child;
    const reader = new MessageReader();
    child.stdout.on("data", (chunk: Buffer) => {
      for (const message of reader.push(chunk)) this.#take(decodeResponse(message));
    });
    this.#ended = new Promise((resolve) => {
      child.on("close", (status) => {
        for (const answer of this.#waiting.values())
          answer({ exitCode: 1, output: `The worker ended with status ${status}\n` });
        resolve();
      });
    });
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** Runs one command. */
  run(args: readonly string[]): Promise<ActionResult> {
    const requestId = ++this.#lastId;
    return new Promise((resolve) => {
      this.#waiting.set(requestId, resolve);
      this.#process.stdin?.write(encodeRequest({ requestId, arguments: args }));
    });
  }

  /** Lets it end, and waits until it has. */
  async end(): Promise<void> {
    this.#process.stdin?.end();
    await this.#ended;
  }

  #take({ requestId, exitCode = 0, output = "" }: WireResponse): void {
    this.#waiting.get(requestId)?.({ exitCode, output });
    this.#waiting.delete(requestId);
  }
}

/** Runs all commands by some workers, so many at a time each; results are in the order of the commands. */
export async function runByWorkers(
  workers: readonly AssetWorker[],
  atOnce: number,
  commands: readonly (readonly string[])[],
): Promise<ActionResult[]> {
  const results: ActionResult[] = [];
  let next = 0;
  const work = async (worker: AssetWorker): Promise<void> => {
    for (;;) {
      const index = next++;
      const args = commands[index];
      if (args === undefined) return;
      results[index] = await worker.run(args);
    }
  };
  const lanes = workers.flatMap((worker) => Array.from({ length: atOnce }, () => worker));
  await Promise.all(lanes.map(work));
  return results;
}
