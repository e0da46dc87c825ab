import { writeModule } from "#compiler/bytecode/write.ts";
import { emitModule } from "#compiler/emit/bytecode/emit_module.ts";
import { printModule, withInlineSourceMap } from "#compiler/emit/javascript/print_module.ts";
import type { IrModule } from "#compiler/ir/ir.ts";
import { decodeIrModule } from "#compiler/ir/ir_binary.ts";
import {
  type Action,
  ActionError,
  type ActionResult,
  readBytes,
  readSources,
  SUCCESS,
  writeText,
} from "./action.ts";

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
  writeText(action, action.flags.one("out-manifest"), `${JSON.stringify(module.manifest)}\n`);
  return SUCCESS;
}

/**
 * What the bytes of a `.hir` hold. The dev server keeps files in memory and gives the same array for the same content,
 * so that an edit of one library does not decode all others again; nobody changes a module.
 */
const decodedModules = new WeakMap<Uint8Array, IrModule>();

/** Reads a `.hir`. */
export function readIr(action: Action, path: string): IrModule {
  const bytes = readBytes(action, path);
  const known = decodedModules.get(bytes);
  if (known !== undefined) return known;
  const decoded = decodeIrModule(bytes);
  if (!decoded.isValid)
    throw new ActionError(`${path} is no IR of this compiler: ${decoded.detail}`);
  decodedModules.set(bytes, decoded.module);
  return decoded.module;
}

/** The modules of `--ir`, libraries before those that use them. */
export function readAllIr(action: Action): IrModule[] {
  return action.flags.list("ir").map((path) => readIr(action, path));
}
