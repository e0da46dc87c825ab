/** The command line of the headless host. */
import { parseArgs } from "node:util";

export interface HeadlessOptions {
  /** Path of `program.json`. */
  readonly program: string;
  /** Folder that the manifest's paths start from; null for the manifest's own. */
  readonly root: string | null;
  readonly mode: "interpreter" | "jit" | "wasm";
  /** Steps to run after main; null runs main only. */
  readonly frames: number | null;
  /** The program's own arguments, after `--`. */
  readonly args: readonly string[];
}

export const HEADLESS_USAGE =
  "--program program.json [--root FOLDER] [--mode interpreter|jit|wasm] [--frames N] [-- ARGS]";

/** The options, or what is wrong with the command line. */
export function parseHeadlessOptions(args: readonly string[]): HeadlessOptions | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        program: { type: "string" },
        root: { type: "string" },
        mode: { type: "string", default: "jit" },
        frames: { type: "string" },
      },
      allowPositionals: true,
    });
    const { program, root = null, mode, frames } = values;
    if (program === undefined) return "Flag --program is missing";
    if (mode !== "interpreter" && mode !== "jit" && mode !== "wasm")
      return `Flag --mode must be interpreter, jit or wasm, got \`${mode}\``;
    const count = frames === undefined ? null : parseCount(frames);
    if (count === undefined) return `Flag --frames must be a whole number, got \`${frames}\``;
    return { program, root, mode, frames: count, args: positionals };
  } catch (error) {
    return (error as Error).message;
  }
}

/** A whole number that is not negative, or undefined. */
export function parseCount(text: string): number | undefined {
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
