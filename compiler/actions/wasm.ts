import { type Action, ActionError, type ActionResult, readBytes, SUCCESS } from "./action.ts";
import { link } from "./link.ts";

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
