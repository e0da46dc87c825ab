/** Asks the standard library's regular expressions, compiled by the JIT. */
import { join } from "node:path";
import { jitMode } from "#compiler/cli/vm_mode.ts";
import { hostInto } from "../conformance/collecting_host.ts";
import { compileSample } from "../conformance/compile_sample.ts";

export interface Question {
  readonly pattern: string;
  readonly flags: string;
  readonly text: string;
}

/** An answer a question, as probe/MatchAll.hx writes them. */
export async function matchAll(questions: readonly Question[]): Promise<string[]> {
  const program = compileSample({ folder: join(import.meta.dirname, "probe"), main: "MatchAll" });
  const output = { stdout: "", stderr: "" };
  const args = questions.flatMap(({ pattern, flags, text }) => [pattern, flags, text]);
  const status = await jitMode.run(program, { ...hostInto(output), args: () => args });
  if (status !== 0) throw new Error(output.stderr);
  return output.stdout.trimEnd().split("\n");
}
