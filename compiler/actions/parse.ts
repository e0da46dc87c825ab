import { definesWith } from "#compiler/lexer/built_in_defines.ts";
import { parseModule } from "#compiler/parser/parse_module.ts";
import { encodeModule } from "#compiler/syntax/ast_binary.ts";
import { type Action, ActionError, type ActionResult, readSources, resultOf } from "./action.ts";

/** `parse --source NAME=FILE.hx --out FILE.hxast [--define NAME=VALUE]...` */
export function parseAction(action: Action): ActionResult {
  const { flags, files } = action;
  const sources = readSources(action);
  const [source] = sources.values();
  if (source === undefined) throw new ActionError("Flag --source is missing");
  const { module, diagnostics } = parseModule(source, definesWith(new Map(flags.pairs("define"))));
  const result = resultOf(diagnostics, sources);
  if (result.exitCode === 0) files.write(flags.one("out"), encodeModule(module));
  return result;
}
