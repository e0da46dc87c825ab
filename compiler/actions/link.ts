import type { ProgramEntry } from "#compiler/bytecode/metadata.ts";
import { linkProgram } from "#compiler/ir/link_program.ts";
import type { IrProgram } from "#compiler/ir/program.ts";
import { type Action, type ActionResult, resultOf, SUCCESS, writeText } from "./action.ts";
import { readAllIr } from "./emit.ts";

/**
 * `link [--ir FILE.hir]... --entry pack.Class --out FILE.json`: what a VM runs first, as JSON. Here the libraries are
 * seen together for the first time, so what only then can be wrong is reported.
 */
export function linkAction(action: Action): ActionResult {
  const linked = link(action);
  if ("exitCode" in linked) return linked;
  const entry: ProgramEntry = { main: linked.main, staticInits: linked.staticInits };
  writeText(action, action.flags.one("out"), `${JSON.stringify(entry)}\n`);
  return SUCCESS;
}

/** The program of `--ir` and `--entry`, or the result that says why there is none. */
export function link(action: Action): IrProgram | ActionResult {
  const { program, problems } = linkProgram(readAllIr(action), action.flags.one("entry"));
  return program ?? resultOf(problems, new Map());
}
