/** What a compiler action works with: its flags, its files, what it says. */
import type { Diagnostic } from "#compiler/diagnostics/diagnostic.ts";
import { severityOf } from "#compiler/diagnostics/diagnostic.ts";
import { renderDiagnostics, type SourceLookup } from "#compiler/diagnostics/render.ts";
import type { SourceFile } from "#compiler/source/source_file.ts";
import { type ActionMemory, digestOf, type Shelf } from "./memory.ts";

/** Files by the paths of the command line. */
export interface ActionFiles {
  /** Undefined when there is no such file. */
  readonly read: (path: string) => Uint8Array | undefined;
  readonly write: (path: string, bytes: Uint8Array) => void;
}

export interface ActionResult {
  readonly exitCode: number;
  readonly output: string;
  /** What a `typecheck` did anew, for reports; no part of the result. */
  readonly work?: ActionWork;
}

export interface ActionWork {
  /** Ids of the functions and variables that were typed. */
  readonly typed: readonly string[];
  /** Ids of the functions whose IR is new. */
  readonly changed: readonly string[];
}

/** An input file or a command line that cannot be used; `message` is what the user sees. */
export class ActionError extends Error {}

/** A `.hxast`, `.hxi` or `.hir` that this compiler did not write, or that was damaged. */
export class UnreadableFile extends Error {
  readonly path: string;
  readonly detail: string;

  constructor(path: string, detail: string) {
    super(`${path}: ${detail}`);
    this.path = path;
    this.detail = detail;
  }
}

/** The flags of one action; each may be given several times. */
export class Flags {
  readonly #values: ReadonlyMap<string, readonly string[]>;

  /** `--name value --name value ...` */
  constructor(args: readonly string[]) {
    const values = new Map<string, string[]>();
    for (let at = 0; at < args.length; at += 2) {
      const [name, value] = [args[at] as string, args[at + 1]];
      if (!name.startsWith("--")) throw new ActionError(`Expected a flag, found \`${name}\``);
      if (value === undefined) throw new ActionError(`Flag ${name} needs a value`);
      values.set(name.slice(2), [...(values.get(name.slice(2)) ?? []), value]);
    }
    this.#values = values;
  }

  list(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }

  one(name: string): string {
    const [value] = this.list(name);
    if (value === undefined) throw new ActionError(`Flag --${name} is missing`);
    return value;
  }

  optional(name: string, fallback: string): string {
    return this.list(name)[0] ?? fallback;
  }

  /** `--name KEY=VALUE ...` in order. */
  pairs(name: string): readonly (readonly [key: string, value: string])[] {
    return this.list(name).map((text) => {
      const at = text.indexOf("=");
      return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
    });
  }
}

/** One action in progress. */
export interface Action {
  readonly flags: Flags;
  readonly files: ActionFiles;
  readonly memory: ActionMemory;
}

const texts: Shelf<SourceFile> = { name: "source", heapPerByte: 2 };

export function readBytes({ files }: Action, path: string): Uint8Array {
  const bytes = files.read(path);
  if (bytes === undefined) throw new ActionError(`${path} does not exist`);
  return bytes;
}

export function readText(action: Action, path: string): string {
  return new TextDecoder().decode(readBytes(action, path));
}

export function writeText({ files }: Action, path: string, text: string): void {
  files.write(path, new TextEncoder().encode(text));
}

/** The files of `--source NAME=PATH`, by the names that diagnostics and functions carry. */
export function readSources(action: Action): Map<string, SourceFile> {
  const pairs = action.flags.pairs("source");
  return new Map(pairs.map(([name, path]) => [name, readSource(action, name, path)]));
}

/** The same object for the same text under the same name: what is known of its lines stays known. */
function readSource(action: Action, name: string, path: string): SourceFile {
  const bytes = readBytes(action, path);
  return action.memory.recall(texts, `${name} ${digestOf(bytes)}`, bytes.length, () => ({
    path: name,
    text: new TextDecoder().decode(bytes),
  }));
}

/** The result that tells of the problems; a failure where one of them is an error. */
export function resultOf(
  problems: readonly Diagnostic[],
  sources: ReadonlyMap<string, SourceFile>,
): ActionResult {
  const lookup: SourceLookup = (path) => sources.get(path) ?? null;
  const hasErrors = problems.some((problem) => severityOf(problem) === "error");
  return { exitCode: hasErrors ? 1 : 0, output: renderDiagnostics(problems, "pretty", lookup) };
}

export const SUCCESS: ActionResult = { exitCode: 0, output: "" };
