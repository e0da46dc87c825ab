/** Compiles a corpus by any runner of commands, and lists what came out. */
import { createHash } from "node:crypto";
import { type ActionResult, runAssetAction } from "#asset_tools/actions/asset_action.ts";
import type { Command, Corpus } from "./corpus.ts";

/** Runs the commands of a stage, in any order. */
export type RunStage = (commands: readonly Command[]) => Promise<readonly ActionResult[]>;

/** Stage by stage; throws where one fails. */
export async function compileCorpus({ stages }: Corpus, run: RunStage): Promise<void> {
  for (const commands of stages) {
    for (const [index, { exitCode, output }] of (await run(commands)).entries()) {
      if (exitCode !== 0) throw new Error(`${commands[index]?.arguments.join(" ")}\n${output}`);
    }
  }
}

/** A line an output: digest and path, by path. */
export function digestList(outputs: ReadonlyMap<string, Uint8Array>): string {
  const lines = [...outputs].map(([path, bytes]) => {
    const digest = createHash("sha256").update(bytes).digest("hex");
    return [path, `${digest}  ${path}\n`] as const;
  });
  return lines
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, line]) => line)
    .join("");
}

/** Compiles it in this process, without a disk; gives what was written. */
export async function compileHere(corpus: Corpus): Promise<ReadonlyMap<string, Uint8Array>> {
  const written = new Map<string, Uint8Array>();
  await compileCorpus(corpus, (commands) =>
    Promise.all(
      commands.map((command) =>
        runAssetAction(command.arguments, {
          read: (path) => written.get(path) ?? corpus.files.get(path),
          write: (path, bytes) => written.set(path, bytes),
        }),
      ),
    ),
  );
  return written;
}
