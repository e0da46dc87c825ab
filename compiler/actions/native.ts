import { printProgramC } from "#compiler/emit/c/print_program.ts";
import { type Action, ActionError, type ActionResult, SUCCESS, writeText } from "./action.ts";
import { link } from "./link.ts";

/**
 * `c [--ir FILE.hir]... --entry pack.Class [--out NAME=FILE]...`: the program as C. The names are `haxe_program.h`,
 * `haxe_program.c` and as many of `code_0.c`, `code_1.c`, ... as the functions are to be spread over.
 */
export function cAction(action: Action): ActionResult {
  const linked = link(action);
  if ("exitCode" in linked) return linked;
  const outputs = new Map(action.flags.pairs("out"));
  const fileCount = [...outputs.keys()].filter((name) => name.startsWith("code_")).length;
  for (const [name, text] of printProgramC(linked, { fileCount })) {
    const path = outputs.get(name);
    if (path === undefined) throw new ActionError(`Flag --out is missing for ${name}`);
    writeText(action, path, text);
  }
  return SUCCESS;
}
