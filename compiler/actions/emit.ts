import { writeModule } from "#compiler/bytecode/write.ts";
import { emitModule } from "#compiler/emit/bytecode/emit_module.ts";
import { printModule, withInlineSourceMap } from "#compiler/emit/javascript/print_module.ts";
import { metadataJson } from "#compiler/emit/module_metadata.ts";
import type { IrModule } from "#compiler/ir/ir.ts";
import { decodeIrModule } from "#compiler/ir/ir_binary.ts";
import {
  type Action,
  type ActionResult,
  readBytes,
  readSources,
  SUCCESS,
  UnreadableFile,
  writeText,
} from "./action.ts";
import { digestOf, type Shelf } from "./memory.ts";

/** `bytecode --ir FILE.hir [--source NAME=FILE.hx]... --out FILE.hbc` */
export function bytecodeAction(action: Action): ActionResult {
  const sources = readSources(action);
  const module = emitModule(readIr(action, action.flags.one("ir")), { sources });
  action.files.write(action.flags.one("out"), writeModule(module));
  return SUCCESS;
}

/**
 * `javascript --ir FILE.hir [--source NAME=FILE.hx]... --out FILE.js --out-manifest FILE.json`. The manifest describes
 * the module's classes and functions, with the hashes by which a reload knows what has changed.
 */
export function javascriptAction(action: Action): ActionResult {
  const sources = readSources(action);
  const module = printModule(readIr(action, action.flags.one("ir")), { sources });
  writeText(action, action.flags.one("out"), withInlineSourceMap(module));
  writeText(action, action.flags.one("out-manifest"), `${metadataJson(module.manifest)}\n`);
  return SUCCESS;
}

const modules: Shelf<IrModule> = { name: "ir", heapPerByte: 20 };

/** Reads a `.hir`. */
export function readIr(action: Action, path: string): IrModule {
  const bytes = readBytes(action, path);
  return action.memory.recall(modules, digestOf(bytes), bytes.length, () => {
    const decoded = decodeIrModule(bytes);
    if (!decoded.isValid) throw new UnreadableFile(path, decoded.detail);
    return decoded.module;
  });
}

/** What has just been encoded need not be decoded, and has what was made of its functions. */
export function keepIr({ memory }: Action, bytes: Uint8Array, module: IrModule): void {
  memory.keep(modules, digestOf(bytes), bytes.length, module);
}

/** The modules of `--ir`, libraries before those that use them. */
export function readAllIr(action: Action): IrModule[] {
  return action.flags.list("ir").map((path) => readIr(action, path));
}
