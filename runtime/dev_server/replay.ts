/**
 * Repeats the build's actions in this process, after a source was saved: those that it concerns, in build order, and of
 * their dependants only those whose inputs came out different.
 */

import type { ActionTiming, Problem, UpdateTiming } from "#runtime/hot_reload/protocol.ts";
import type { DevAction, DevGraph, ToolName } from "./dev_graph.ts";
import type { GraphFiles } from "./graph_files.ts";
import { firstPlace } from "./problem_place.ts";

/** Runs an action of one of our tools: the functions that Bazel's workers run. */
export type RunTool = (
  args: readonly string[],
  files: {
    readonly read: (path: string) => Uint8Array | undefined;
    readonly write: (path: string, bytes: Uint8Array) => void;
    /** Paths of all files below a folder of sources. */
    readonly list: (folder: string) => readonly string[];
  },
) => Promise<ToolResult>;

export interface ToolResult {
  readonly exitCode: number;
  readonly output: string;
  /** What was done anew, by the ids of functions. */
  readonly work?: { readonly typed: readonly string[]; readonly changed: readonly string[] };
}

export type Tools = Readonly<Record<ToolName, RunTool>>;

export interface ReplayResult {
  /** Outputs that are different now. */
  readonly changed: ReadonlySet<string>;
  readonly actions: UpdateTiming["actions"];
}

export class Replay {
  readonly #actions: readonly DevAction[];
  readonly #files: GraphFiles;
  readonly #tools: Tools;
  /** Actions that failed, with what they said. */
  readonly #failed = new Map<DevAction, Problem>();
  /** Actions that should have run, but need what a failed one did not make. */
  readonly #owed = new Set<DevAction>();

  /** `wanted`: the outputs that are used; actions that serve none of them are left to Bazel. */
  constructor(graph: DevGraph, files: GraphFiles, tools: Tools, wanted: Iterable<string>) {
    this.#actions = actionsFor(graph, wanted);
    this.#files = files;
    this.#tools = tools;
  }

  /** In build order. */
  get actions(): readonly DevAction[] {
    return this.#actions;
  }

  /** Every source that the actions read. */
  sources(): Set<string> {
    const inputs = this.#actions.flatMap((action) => action.inputs);
    return new Set(inputs.filter((path) => !this.#files.isOutput(path)));
  }

  /** Sources that are newer than what was built from them. */
  staleSources(): string[] {
    const stale = this.#actions.flatMap((action) => {
      const built = action.outputs.map((path) => this.#files.modified(path) ?? 0);
      const oldest = Math.min(...built);
      return action.inputs.filter((path) => {
        if (this.#files.isOutput(path)) return false;
        const modified = this.#files.modified(path);
        return modified === null || modified > oldest;
      });
    });
    return [...new Set(stale)];
  }

  problems(): Problem[] {
    return this.#actions.flatMap((action) => this.#failed.get(action) ?? []);
  }

  async run(sources: Iterable<string>): Promise<ReplayResult> {
    const changed = new Set(sources);
    const saved = new Set(changed);
    const unmade = new Set<string>();
    const actions: ActionTiming[] = [];
    for (const action of this.#actions) {
      const isConcerned = this.#owed.has(action) || action.inputs.some((path) => changed.has(path));
      if (action.inputs.some((path) => unmade.has(path))) {
        if (isConcerned) this.#owed.add(action);
        if (isConcerned || this.#failed.has(action)) this.#block(action, unmade);
        continue;
      }
      if (isConcerned) {
        const start = performance.now();
        const work = await this.#perform(action, changed);
        const milliseconds = performance.now() - start;
        actions.push({ mnemonic: action.mnemonic, milliseconds, ...(work && { work }) });
      }
      if (this.#failed.has(action)) for (const path of action.outputs) unmade.add(path);
    }
    return { changed: new Set([...changed].filter((path) => !saved.has(path))), actions };
  }

  /** Runs an action for nothing. */
  async rehearse(action: DevAction): Promise<void> {
    await this.#attempt(action, new Map());
  }

  /** What its own inputs say now is not known: only the failure that stops it is shown. */
  #block(action: DevAction, unmade: Set<string>): void {
    if (this.#failed.delete(action)) this.#owed.add(action);
    for (const path of action.outputs) unmade.add(path);
  }

  /** Gives how much a tool says that it did anew. */
  async #perform(action: DevAction, changed: Set<string>): Promise<ActionTiming["work"]> {
    const written = new Map<string, Uint8Array>();
    const { problem, work } = await this.#attempt(action, written);
    if (problem !== null) {
      this.#owed.add(action);
      this.#failed.set(action, problem);
      return work;
    }
    this.#owed.delete(action);
    this.#failed.delete(action);
    for (const [path, bytes] of written) if (this.#files.write(path, bytes)) changed.add(path);
    return work;
  }

  /** A bug in a tool must not end the server: it is a problem like any other. */
  async #attempt(
    action: DevAction,
    written: Map<string, Uint8Array>,
  ): Promise<{ readonly problem: Problem | null; readonly work?: ActionTiming["work"] }> {
    const { mnemonic, tool, outputs } = action;
    try {
      const { exitCode, output, work } = await this.#tools[tool](action.arguments, {
        read: (path) => this.#files.read(path),
        list: (folder) => this.#files.sourcesBelow(folder),
        write: (path, bytes) => {
          if (outputs.includes(path)) written.set(path, bytes);
        },
      });
      const problem = exitCode === 0 ? null : { mnemonic, text: output, place: firstPlace(output) };
      if (work === undefined) return { problem };
      return { problem, work: { typed: work.typed.length, changed: work.changed.length } };
    } catch (error) {
      const text = `${mnemonic} stopped at a bug of its own: ${(error as Error).stack ?? String(error)}\n`;
      return { problem: { mnemonic, text, place: null } };
    }
  }
}

/** Actions that the wanted outputs need, directly or not. */
function actionsFor(graph: DevGraph, wanted: Iterable<string>): DevAction[] {
  const needed = new Set(wanted);
  const actions = graph.actions.toReversed().filter((action) => {
    const isNeeded = action.outputs.some((path) => needed.has(path));
    if (isNeeded) for (const path of action.inputs) needed.add(path);
    return isNeeded;
  });
  return actions.toReversed();
}
