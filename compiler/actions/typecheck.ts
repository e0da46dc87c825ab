import { checkLibrary } from "#compiler/checker/check_library.ts";
import type { Interface } from "#compiler/checker/interface.ts";
import { decodeInterface, encodeInterface } from "#compiler/checker/interface_binary.ts";
import type { ModuleSource } from "#compiler/checker/program.ts";
import { encodeIrModule } from "#compiler/ir/ir_binary.ts";
import { lowerLibrary } from "#compiler/ir/lower_library.ts";
import { lineStarts, type SourceFile } from "#compiler/source/source_file.ts";
import { decodeModule } from "#compiler/syntax/ast_binary.ts";
import {
  type Action,
  ActionError,
  type ActionResult,
  readBytes,
  readSources,
  resultOf,
} from "./action.ts";

/**
 * `typecheck --library NAME [--ast FILE.hxast]... [--source NAME=FILE.hx]... [--interface FILE.hxi]...
 * --out-interface FILE.hxi --out-ir FILE.hir`. Trees and sources are in the same order; interfaces are those of all
 * libraries that this one depends on, directly or not.
 */
export function typecheckAction(action: Action): ActionResult {
  const { flags, files } = action;
  const library = flags.one("library");
  const sources = readSources(action);
  const checked = checkLibrary({
    library,
    modules: readModules(action, [...sources.values()]),
    dependencies: flags.list("interface").map((path) => readInterface(action, path)),
  });
  if (checked.isValid) {
    files.write(flags.one("out-interface"), encodeInterface(checked.interface));
    files.write(flags.one("out-ir"), encodeIrModule(lowerLibrary(checked.typed)));
  }
  return resultOf(checked.diagnostics, sources);
}

function readModules(action: Action, sources: readonly SourceFile[]): ModuleSource[] {
  return action.flags.list("ast").map((path, index) => {
    const source = sources[index];
    if (source === undefined) throw new ActionError(`Flag --source is missing for ${path}`);
    const decoded = decodeModule(readBytes(action, path));
    if (!decoded.isValid) throw new ActionError(`${path} is no syntax tree: ${decoded.detail}`);
    return { file: source.path, lineStarts: lineStarts(source), module: decoded.node };
  });
}

function readInterface(action: Action, path: string): Interface {
  const decoded = decodeInterface(readBytes(action, path));
  if (!decoded.isValid) throw new ActionError(`${path} is no interface: ${decoded.detail}`);
  return decoded.interface;
}
