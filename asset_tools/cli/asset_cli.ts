/** The asset compiler's part of `haxe_game`: compile one file, turn a blob back, look into a file. */
import { parseArgs } from "node:util";
import type { ActionFiles } from "../actions/action_files.ts";
import { type DiagnosticFormat, diagnosticFormats } from "../document/render.ts";
import { didYouMean } from "../document/suggest.ts";
import { compileAsset } from "./asset_command.ts";
import { ASSET_HELP, EXPORT_HELP, INSPECT_HELP } from "./asset_help.ts";
import { type CliResult, done, failed, missingFile, problemOf, UsageError } from "./cli_result.ts";
import { exportBlob } from "./export_command.ts";
import { inspectFile } from "./inspect_command.ts";
import type { Inspector } from "./inspection.ts";
import type { ReadSceneCode } from "./scene_code.ts";

/** The commands by their names, each with what it says of itself. */
const HELP = { asset: ASSET_HELP, export: EXPORT_HELP, inspect: INSPECT_HELP } as const;

export const assetCommands = Object.keys(HELP) as readonly (keyof typeof HELP)[];

/** What other parts of the program do for it. */
export interface Helpers {
  /** They know files of other tools. */
  readonly inspectors?: readonly Inspector[];
  /** Without it there is no code that scenes could name. */
  readonly readCode?: ReadSceneCode;
}

/** Runs `asset`, `export` or `inspect`, the first word of `argv`. */
export async function runAssetCli(
  argv: readonly string[],
  files: ActionFiles,
  helpers: Helpers = {},
): Promise<CliResult> {
  const command = assetCommands.find((name) => name === argv[0]) ?? "asset";
  try {
    return await run(command, argv.slice(1), files, helpers);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { exitCode: 2, stdout: "", stderr: `${error.message}\n\n${HELP[command]}` };
  }
}

const noCode: ReadSceneCode = async () => ({ schema: { classes: [] }, places: { classes: [] } });

type Values = ReturnType<typeof parse>["values"];

async function run(
  command: keyof typeof HELP,
  args: readonly string[],
  files: ActionFiles,
  { inspectors = [], readCode = noCode }: Helpers,
): Promise<CliResult> {
  if (args.includes("--help") || args.includes("-h")) return done(HELP[command]);
  const spelled = args.map((arg) => (arg === "-cp" ? "--class-path" : arg));
  const { values, positionals } = parse(command, spelled);
  const [file, ...extra] = positionals;
  if (file === undefined || extra.length > 0) throw new UsageError("Give one file");
  const format = formatOf(values.diagnostics);
  try {
    switch (command) {
      case "asset":
        return await compileAsset(
          {
            ...values,
            named: values.file,
            classPath: values["class-path"],
            file,
            out: outOf(values),
            format,
          },
          files,
          readCode,
        );
      case "export":
        return await exportFile(file, outOf(values), format, files);
      case "inspect":
        return await inspectFile({ file, json: values.json, format }, files, inspectors);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return failed(problemOf(error, file), format);
  }
}

async function exportFile(
  file: string,
  out: string,
  format: DiagnosticFormat,
  files: ActionFiles,
): Promise<CliResult> {
  const bytes = files.read(file);
  if (bytes === undefined) return failed(missingFile(file), format);
  files.write(out, await exportBlob(bytes, out));
  return done();
}

/** Typed and mutable, as `parseArgs` wants it; it copies before it adds. */
const noTexts: string[] = [];

const OPTIONS = {
  out: { type: "string", short: "o" },
  kind: { type: "string" },
  id: { type: "string" },
  set: { type: "string", multiple: true, default: noTexts },
  file: { type: "string", multiple: true, default: noTexts },
  packages: { type: "string", multiple: true, default: noTexts },
  "class-path": { type: "string", multiple: true, default: noTexts },
  json: { type: "boolean", default: false },
  diagnostics: { type: "string", default: "pretty" },
} as const;

/** Which options each command takes. */
const TAKEN: Readonly<Record<keyof typeof HELP, readonly (keyof typeof OPTIONS)[]>> = {
  asset: ["out", "kind", "id", "set", "file", "packages", "class-path", "diagnostics"],
  export: ["out", "diagnostics"],
  inspect: ["json", "diagnostics"],
};

function parse(command: keyof typeof HELP, args: readonly string[]) {
  const taken = TAKEN[command].map((name) => `--${name}`);
  const parsed = tryParse(args, taken);
  const given = parsed.tokens.flatMap((token) => (token.kind === "option" ? token.name : []));
  const foreign = given.find((name) => !taken.includes(`--${name}`));
  if (foreign !== undefined) throw new UsageError(unknownOption(`--${foreign}`, taken));
  return parsed;
}

function tryParse(args: readonly string[], taken: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, tokens: true, options: OPTIONS });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [, unknown] = /^Unknown option '([^']+)'/.exec(error.message) ?? [];
    throw new UsageError(unknown === undefined ? error.message : unknownOption(unknown, taken));
  }
}

function unknownOption(option: string, taken: readonly string[]): string {
  return withHint(`There is no option \`${option}\` here`, didYouMean(option, taken));
}

function withHint(text: string, hint: string | undefined): string {
  return hint === undefined ? text : `${text}. ${hint}`;
}

function outOf({ out }: Values): string {
  if (out === undefined) throw new UsageError("--out is missing");
  return out;
}

function formatOf(text: string): DiagnosticFormat {
  const format = diagnosticFormats.find((name) => name === text);
  if (format !== undefined) return format;
  throw new UsageError(`--diagnostics must be ${diagnosticFormats.join(", ")}, got \`${text}\``);
}
