/**
 * One action of the asset compiler: a command line and a way to read and write files in, files and text out. Bazel's
 * worker and the dev loop both call it, so both get the same bytes.
 *
 *   texture  --source FILE...    --definition FRAGMENT --out FILE [--platform bc|etc2|astc|rgba8] [--quality dev|ship]
 *   mesh     --source FILE...    --definition FRAGMENT --out FILE
 *   shader   --source FILE.glsl --definition FRAGMENT --out FILE [--include PACKAGE:PATH=FILE]...
 *   material --definition FRAGMENT --shader BLOB --out FILE [--base FRAGMENT]... [--manifest package.xml]
 *   animation --source FILE...  --definition FRAGMENT --out FILE
 *   audio    --source FILE      --definition FRAGMENT --out FILE
 *   data     --source FILE      --definition FRAGMENT --out FILE
 *   scene, prefab --definition FRAGMENT [--schema FILE]... [--prefab FRAGMENT]... --out FILE [--manifest package.xml]
 *            [--known-index INDEX]... [--schema-places FILE]...
 *   behaviors --definition FRAGMENT [--schema FILE]... --out FILE [--manifest package.xml] [--schema-places FILE]...
 *   split    --manifest package.xml --out-index FILE [--index INDEX]... [--out ID=FILE]... [--missing PATH]... [--beside PATH]...
 *            [--naming NAME=package.xml]... [--out-behaviors FILE]
 *   link     --index INDEX [--blob FILE | --blob ID=FILE]... [--dependency TABLES]... --out FILE [--tables FILE]
 *            [--layout ship|dev] [--blobs FOLDER] [--codec none|lz4]
 *   bundle   [--package FILE.fpkg]... --out FILE [--codec none|lz4] [--meshes any|meshopt]
 *
 * For all: --manifest-name NAME (path of package.xml in messages), --diagnostics pretty|json|sarif.
 * A fragment has no positions: errors in it name the element, and also line and column when --manifest is given, which
 * is read only then, as are a --known-index, for what was perhaps meant, and --schema-places, for where the code declares it;
 * --unused-inputs FILE lists them otherwise, for Bazel.
 * A schema says what scenes may say of a library's classes. Files that package.xml names and that are --missing are reported where
 * it names them, or where that of another package --naming them does; those --beside it are suggested.
 */
import { type Diagnostic, hasErrors } from "../document/diagnostic.ts";
import { diagnosticFormats, renderAs } from "../document/render.ts";
import { ActionContext } from "./action_context.ts";
import { ActionError } from "./action_error.ts";
import type { ActionFiles } from "./action_files.ts";
import { parseFlags } from "./action_flags.ts";
import { animationAction } from "./animation_action.ts";
import { audioAction } from "./audio_action.ts";
import { behaviorsAction } from "./behaviors_action.ts";
import { dataAction } from "./data_action.ts";
import { bundleAction, linkAction } from "./link_action.ts";
import { materialAction } from "./material_action.ts";
import { meshAction } from "./mesh_action.ts";
import { sceneAction } from "./scene_action.ts";
import { shaderAction } from "./shader_action.ts";
import { splitAction } from "./split_action.ts";
import { textureAction } from "./texture_action.ts";

export interface ActionResult {
  readonly exitCode: number;
  readonly output: string;
}

type Action = (action: ActionContext) => readonly Diagnostic[] | Promise<readonly Diagnostic[]>;

const actions = new Map<string, Action>([
  ["texture", textureAction],
  ["mesh", meshAction],
  ["shader", shaderAction],
  ["material", materialAction],
  ["audio", audioAction],
  ["animation", animationAction],
  ["data", dataAction],
  ["behaviors", behaviorsAction],
  ["prefab", (action) => sceneAction(action, "prefab")],
  ["scene", (action) => sceneAction(action, "scene")],
  ["split", splitAction],
  ["link", linkAction],
  ["bundle", bundleAction],
]);

/** Runs one action. Whatever is wrong with the input, the result says it; only bugs throw. */
export async function runAssetAction(
  args: readonly string[],
  files: ActionFiles,
): Promise<ActionResult> {
  try {
    const { values, positionals } = parseFlags(args);
    const action = new ActionContext(values, files);
    return report(action, await diagnosticsOf(positionals[0] ?? "", action));
  } catch (error) {
    if (error instanceof ActionError || isUsageError(error)) {
      return { exitCode: 1, output: `asset compiler: ${error.message}\n` };
    }
    throw error;
  }
}

async function diagnosticsOf(
  command: string,
  action: ActionContext,
): Promise<readonly Diagnostic[]> {
  const run = actions.get(command);
  if (run === undefined) {
    const known = [...actions.keys()].join(", ");
    throw new ActionError(`Expected one of ${known}, found \`${command}\``);
  }
  try {
    return await run(action);
  } catch (error) {
    if (error instanceof ActionError && error.problem) return [error.problem];
    throw error;
  }
}

function isUsageError(error: unknown): error is Error {
  return (
    error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")
  );
}

function report(action: ActionContext, diagnostics: readonly Diagnostic[]): ActionResult {
  const format = action.choice("diagnostics", diagnosticFormats);
  const output = renderAs(format, diagnostics, (file) => action.sourceOf(file));
  return { exitCode: hasErrors(diagnostics) ? 1 : 0, output };
}
