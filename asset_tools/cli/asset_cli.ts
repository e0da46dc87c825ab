/** The asset compiler's part of `haxe_game`: compile one file, turn a blob back, look into a file. */
import { parseArgs } from "node:util";
import type { ActionFiles } from "../actions/action_files.ts";
import type { ActionResult } from "../actions/asset_action.ts";
import { FpkgError } from "../fpkg/fpkg_error.ts";
import { compileAsset } from "./asset_command.ts";
import { describeFile, printJson } from "./describe_blob.ts";
import { exportBlob } from "./export_command.ts";

export const ASSET_USAGE = `Usage: haxe_game asset FILE -o OUT [--kind KIND] [--set NAME=VALUE]...
       haxe_game export BLOB -o OUT.ktx2|.png|.glb|.wav|.json
       haxe_game inspect FILE

  asset     compiles one file as a build does; KIND is texture, mesh, shader, audio, animation or data
  export    turns a compiled blob into a file that other programs open
  inspect   prints a package or a blob as JSON

  -o, --out FILE            file to write
  --kind KIND               what FILE is, where its name does not say it
  --set NAME=VALUE          what the asset's element holds, e.g. format=bc7, and quality= and platform=
  --diagnostics FORMAT      pretty, json, sarif (default pretty)
`;

/** Numbers of an array that are printed; of a longer one only the length. */
const SHOWN = 16;

/** What a command prints and its exit status; `stdout` is its result, `stderr` what went wrong. */
export interface CliResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `asset`, `export` or `inspect`, the first word of `argv`. */
export async function runAssetCli(argv: readonly string[], files: ActionFiles): Promise<CliResult> {
  try {
    const { values, positionals } = parse(argv);
    const [command, file, ...extra] = positionals;
    if (values.help) return { exitCode: 0, stdout: ASSET_USAGE, stderr: "" };
    if (file === undefined || extra.length > 0) return wrong("Give one file");
    if (command === "inspect") return inspect(file, files);
    if (values.out === undefined) return wrong("--out is missing");
    if (command === "export") return await exportFile(file, values.out, files);
    const { out, kind, set: settings, diagnostics } = values;
    const asked = { source: file, out, kind, settings, diagnostics };
    return fromAction(await compileAsset(asked, files));
  } catch (error) {
    if (error instanceof TypeError && "code" in error) return wrong(error.message);
    throw error;
  }
}

function parse(argv: readonly string[]) {
  const none: string[] = [];
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      out: { type: "string", short: "o" },
      kind: { type: "string" },
      set: { type: "string", multiple: true, default: none },
      diagnostics: { type: "string", default: "pretty" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
}

function fromAction({ exitCode, output }: ActionResult): CliResult {
  return { exitCode, stdout: "", stderr: exitCode === 2 ? `${output}\n${ASSET_USAGE}` : output };
}

function inspect(file: string, files: ActionFiles): CliResult {
  const bytes = files.read(file);
  if (bytes === undefined) return missing(file);
  try {
    return { exitCode: 0, stdout: printJson(describeFile(bytes), SHOWN), stderr: "" };
  } catch (error) {
    return damaged(error, file);
  }
}

async function exportFile(file: string, out: string, files: ActionFiles): Promise<CliResult> {
  const bytes = files.read(file);
  if (bytes === undefined) return missing(file);
  try {
    files.write(out, await exportBlob(bytes, out));
    return { exitCode: 0, stdout: "", stderr: "" };
  } catch (error) {
    return damaged(error, file);
  }
}

function missing(file: string): CliResult {
  return { exitCode: 1, stdout: "", stderr: `${file}: error AS1001: There is no such file\n` };
}

function damaged(error: unknown, file: string): CliResult {
  if (!(error instanceof FpkgError)) throw error;
  return { exitCode: 1, stdout: "", stderr: `${file}: error ${error.code}: ${error.message}\n` };
}

function wrong(text: string): CliResult {
  return { exitCode: 2, stdout: "", stderr: `${text}\n\n${ASSET_USAGE}` };
}
