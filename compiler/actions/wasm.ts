import { linkProgram } from "#compiler/ir/link_program.ts";
import type { IrProgram } from "#compiler/ir/program.ts";
import {
  type Action,
  ActionError,
  type ActionResult,
  readBytes,
  resultOf,
  SUCCESS,
} from "./action.ts";
import { readAllIr } from "./emit.ts";

/** `wasm [--ir FILE.hir]... --entry pack.Class --runtime FILE.wasm --optimize 0|1|2 --out FILE.wasm` */
export async function wasmAction(action: Action): Promise<ActionResult> {
  const { flags, files } = action;
  const linked = link(action);
  if ("exitCode" in linked) return linked;
  const level = Number(flags.optional("optimize", "1"));
  if (level !== 0 && level !== 1 && level !== 2)
    throw new ActionError("Flag --optimize must be 0, 1 or 2");
  // Loading binaryen takes half a second and 130 MB: only this action pays for it.
  const { printProgramWasm } = await import("#compiler/emit/wasm/print_program.ts");
  const runtime = readBytes(action, flags.one("runtime"));
  const { bytes } = await printProgramWasm(linked, runtime, {
    optimizeLevel: level,
    names: level < 2,
  });
  files.write(flags.one("out"), bytes);
  return SUCCESS;
}

/** The program of `--ir` and `--entry`, or the result that says why there is none. */
export function link(action: Action): IrProgram | ActionResult {
  const { program, problems } = linkProgram(readAllIr(action), action.flags.one("entry"));
  return program ?? resultOf(problems, new Map());
}
