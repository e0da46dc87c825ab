/**
 * `haxe_game asset`: one file compiled as its action would, through the same reader of package.xml and the same action, so the
 * bytes are the same.
 */
import { join } from "node:path";
import type { ActionFiles } from "../actions/action_files.ts";
import { runAssetAction } from "../actions/asset_action.ts";
import { type Diagnostic, diagnostic, wholeFile } from "../document/diagnostic.ts";
import { type DiagnosticFormat, renderAs } from "../document/render.ts";
import { didYouMean } from "../document/suggest.ts";
import { definitionSources } from "../package_xml/definition_sources.ts";
import type { Definition } from "../package_xml/model.ts";
import { readPackage } from "../package_xml/read_package.ts";
import {
  type AssetCommand,
  type AssetRequest,
  KINDS,
  kindOf,
  requestIn,
  requestOf,
} from "./asset_request.ts";
import { buildFlags, parseSetting } from "./asset_settings.ts";
import { type CliResult, failed, missingFile, UsageError } from "./cli_result.ts";

/** Compiles the file. */
export async function compileAsset(command: AssetCommand, files: ActionFiles): Promise<CliResult> {
  const settings = command.set.map(parseSetting);
  const flags = buildFlags(settings);
  const named = new Map(command.named.map(parseNamed));
  const kind = command.id === undefined ? kindOf(command) : "";
  const bytes = files.read(command.file);
  if (bytes === undefined) return failed(missingFile(command.file), command.format);
  const request =
    command.id === undefined
      ? requestOf(command, kind, settings, named)
      : requestIn(bytes, command.id, command, settings);
  const { model, diagnostics } = readPackage(request.manifest, request.name);
  const definition = model?.definitions.find(({ id }) => id === request.id);
  if (model === undefined || definition === undefined) {
    const ids = model?.definitions.map(({ id }) => id) ?? [];
    const unknown = unknownId(request, ids);
    return report(model === undefined ? diagnostics : [unknown], request, command.format);
  }
  return runDefinition(definition, request, named, flags, command, files);
}

async function runDefinition(
  definition: Definition,
  { folder }: AssetRequest,
  named: ReadonlyMap<string, string>,
  flags: readonly string[],
  { out, format }: AssetCommand,
  files: ActionFiles,
): Promise<CliResult> {
  const { kind } = definition;
  if (!Object.hasOwn(KINDS, kind)) {
    throw new UsageError(
      `\`${definition.id}\` is a ${kind}, which needs other assets: build the package`,
    );
  }
  const sources = definitionSources(definition).map(
    (path) => named.get(path) ?? join(folder, path),
  );
  const includes = definition.kind === "shader" ? definition.includes : [];
  const fragment = new TextEncoder().encode(JSON.stringify(definition));
  const workspace: ActionFiles = {
    read: (path) => (path === FRAGMENT ? fragment : files.read(path)),
    write: files.write,
  };
  const { exitCode, output } = await runAssetAction(
    [
      kind,
      ...sources.flatMap((path) => ["--source", path]),
      ...includes.flatMap((name) => [
        "--include",
        `${name}=${includedFile(name, definition, folder, named)}`,
      ]),
      ...["--definition", FRAGMENT, "--out", out, "--diagnostics", format],
      ...flags,
    ],
    workspace,
  );
  return { exitCode: exitCode === 0 ? 0 : 1, stdout: "", stderr: output };
}

/** A path that no file has. */
const FRAGMENT = "\0asset.json";

/** Where an include is, by what the command line says of it or in the own package's folder. */
function includedFile(
  name: string,
  definition: Definition,
  folder: string,
  named: ReadonlyMap<string, string>,
): string {
  const [owner = "", path = ""] = name.split(":");
  const given = named.get(name) ?? (owner === definition.package ? named.get(path) : undefined);
  if (given !== undefined) return given;
  if (owner === definition.package) return join(folder, path);
  throw new UsageError(
    `Shader \`${definition.id}\` includes \`${name}\`: say where it is with --file ${name}=PATH`,
  );
}

function unknownId({ id, name }: AssetRequest, ids: readonly string[]): Diagnostic {
  const hint = didYouMean(id, ids) ?? (ids.length > 0 ? `It has ${ids.join(", ")}` : undefined);
  return diagnostic("AS1013", wholeFile(name), { id }, hint);
}

function report(
  diagnostics: readonly Diagnostic[],
  { manifest, name }: AssetRequest,
  format: DiagnosticFormat,
): CliResult {
  const text = new TextDecoder().decode(manifest);
  const stderr = renderAs(format, diagnostics, (file) => (file === name ? text : undefined));
  return { exitCode: 1, stdout: "", stderr };
}

function parseNamed(text: string): [string, string] {
  const at = text.indexOf("=");
  if (at <= 0) throw new UsageError(`--file takes NAME=PATH, got \`${text}\``);
  return [text.slice(0, at), text.slice(at + 1)];
}
