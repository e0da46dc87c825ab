/** Many generated programs as one Haxe program, so that compilers start once; its output is told apart again. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface GeneratedProgram {
  /** Names its package and its part of the output. */
  readonly id: string;
  /** The module below its `package` line. */
  readonly text: string;
}

/** What became of a program in one mode. */
export type Outcome =
  | { readonly kind: "output"; readonly text: string }
  /** It did not compile. */
  | { readonly kind: "refused"; readonly text: string }
  /** The run ended before the program's end. */
  | { readonly kind: "crashed"; readonly text: string };

/** Compiles and runs the class Main in a folder. */
export type RunFolder = (folder: string) => Promise<Run>;

export type Run =
  | { readonly kind: "refused"; readonly text: string }
  | { readonly kind: "ran"; readonly output: string; readonly errors: string };

/** Writes Main and its programs; the folder holds nothing else. */
export function writeBatch(folder: string, programs: readonly GeneratedProgram[]): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(import.meta.dirname, "prelude"), folder, { recursive: true, dereference: true });
  writeFileSync(join(folder, "Main.hx"), mainText(programs));
  for (const { id, text } of programs) {
    mkdirSync(join(folder, id));
    writeFileSync(join(folder, id, "Program.hx"), `package ${id};\n\n${text}`);
  }
}

function mainText(programs: readonly GeneratedProgram[]): string {
  const calls = programs.flatMap(({ id }) => [
    `\t\tOut.begin("${id}");`,
    `\t\ttry ${id}.Program.run() catch (error:Dynamic) Out.text("uncaught");`,
    "\t\tOut.end();",
  ]);
  return ["class Main {", "\tstatic function main() {", ...calls, "\t}", "}", ""].join("\n");
}

/** Runs the programs together, and where that fails in halves, until it is clear whose fault it was. */
export async function runBatch(
  programs: readonly GeneratedProgram[],
  folder: string,
  run: RunFolder,
): Promise<Map<string, Outcome>> {
  writeBatch(folder, programs);
  const result = await run(folder);
  const outcomes = result.kind === "ran" ? splitOutput(result.output) : new Map<string, Outcome>();
  const missing = programs.filter(({ id }) => !outcomes.has(id));
  const [first] = missing;
  if (first === undefined) return outcomes;
  if (programs.length === 1) {
    const outcome: Outcome =
      result.kind === "refused" ? result : { kind: "crashed", text: result.output + result.errors };
    return new Map([[first.id, outcome]]);
  }
  const half = Math.ceil(missing.length / 2);
  for (const part of [missing.slice(0, half), missing.slice(half)]) {
    if (part.length === 0) continue;
    for (const [id, outcome] of await runBatch(part, folder, run)) outcomes.set(id, outcome);
  }
  return outcomes;
}

/** The parts that have come to their end. */
function splitOutput(output: string): Map<string, Outcome> {
  const outcomes = new Map<string, Outcome>();
  for (const part of output.split(/^== /m).slice(1)) {
    const id = part.slice(0, part.indexOf("\n"));
    const text = part.slice(id.length + 1);
    if (/^digest [0-9A-F]{8}\n$/m.test(text)) outcomes.set(id, { kind: "output", text });
  }
  return outcomes;
}

/** The last line, which stands for all those before it. */
export function digestOf(outcome: Outcome): string {
  return outcome.kind === "output" ? outcome.text.trimEnd().slice(-8) : outcome.kind;
}
