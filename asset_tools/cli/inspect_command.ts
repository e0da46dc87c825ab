/** `haxe_game inspect`: what is in a file of ours. */
import type { ActionFiles } from "../actions/action_files.ts";
import { foreignKind } from "../document/foreign_kind.ts";
import type { DiagnosticFormat } from "../document/render.ts";
import { FpkgError } from "../fpkg/fpkg_error.ts";
import { type CliResult, done, failed, missingFile } from "./cli_result.ts";
import { inspectAssetFile } from "./inspect_asset_file.ts";
import type { Inspector } from "./inspection.ts";
import { printOutline } from "./print_outline.ts";

export interface InspectCommand {
  readonly file: string;
  readonly json: boolean;
  readonly format: DiagnosticFormat;
}

/** Throws `FpkgError` for a damaged file and one that is not ours. */
export async function inspectFile(
  { file, json, format }: InspectCommand,
  files: ActionFiles,
  inspectors: readonly Inspector[],
): Promise<CliResult> {
  const bytes = files.read(file);
  if (bytes === undefined) return failed(missingFile(file), format);
  for (const inspect of [inspectAssetFile, ...inspectors]) {
    const found = await inspect(bytes);
    if (found === undefined) continue;
    if (json) return done(`${JSON.stringify(found.data, undefined, 2)}\n`);
    return done(found.text?.() ?? printOutline(found.data));
  }
  throw new FpkgError(
    "FP1001",
    `Not a file that haxe_game writes; it looks like ${foreignKind(bytes)}`,
  );
}
