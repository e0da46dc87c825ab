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
import { qualifiedName } from "../package_xml/defined.ts";
import type { Definition } from "../package_xml/model.ts";
import { readPackage } from "../package_xml/read_package.ts";
import {
  type AssetCommand,
  type AssetRequest,
  kindOf,
  requestIn,
  requestOf,
} from "./asset_request.ts";
import { buildFlags, parseSetting } from "./asset_settings.ts";
import { type CliResult, failed, missingFile, UsageError } from "./cli_result.ts";
import { compileInGroup, type GroupedAsset, isMadeOfOthers } from "./compile_in_group.ts";
import { type FilePlaces, fileFlags } from "./file_flags.ts";
import { type FindPackage, packagesIn } from "./find_package.ts";
import { readGroup } from "./package_group.ts";
import type { ReadSceneCode } from "./scene_code.ts";
import { Workspace } from "./workspace.ts";

/** Compiles the file; `readCode` is asked where it is a scene or prefab. */
export async function compileAsset(
  command: AssetCommand,
  files: ActionFiles,
  readCode: ReadSceneCode,
): Promise<CliResult> {
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
  if (model === undefined) return report(diagnostics, request, command.format);
  const definition = model.definitions.find(
    (one) => one.id === request.id || qualifiedName(one) === request.id,
  );
  if (definition === undefined) {
    const ids = model.definitions.map(({ id }) => id);
    return report([unknownId(request, ids)], request, command.format);
  }
  const find = packagesIn([...command.packages, join(request.folder, "..")], files);
  if (isMadeOfOthers(definition))
    return compileWithOthers(definition, request, find, command, files, readCode);
  const places = filePlaces(definition, request, named, find);
  return compileAlone(definition, places, flags, command, files);
}

async function compileWithOthers(
  definition: GroupedAsset,
  { manifest, name, folder }: AssetRequest,
  find: FindPackage,
  command: AssetCommand,
  files: ActionFiles,
  readCode: ReadSceneCode,
): Promise<CliResult> {
  const { value: group, diagnostics } = readGroup({ file: name, folder, bytes: manifest }, find);
  if (group !== undefined) return compileInGroup(group, definition, command, files, readCode);
  const stderr = renderAs(command.format, diagnostics, (file) => textOf(files.read(file)));
  return { exitCode: 1, stdout: "", stderr };
}

async function compileAlone(
  definition: Definition,
  places: FilePlaces,
  flags: readonly string[],
  { out, format }: AssetCommand,
  files: ActionFiles,
): Promise<CliResult> {
  const workspace = new Workspace(files);
  const fragment = workspace.put(definition.id, JSON.stringify(definition));
  const { exitCode, output } = await runAssetAction(
    [
      definition.kind,
      ...fileFlags(definition, places),
      ...["--definition", fragment, "--out", out, "--diagnostics", format],
      ...flags,
    ],
    workspace.files,
  );
  return { exitCode: exitCode === 0 ? 0 : 1, stdout: "", stderr: output };
}

/** By what the command line says of them; else in the package's folder, or in that of the package which has them. */
function filePlaces(
  definition: Definition,
  { folder }: AssetRequest,
  named: ReadonlyMap<string, string>,
  find: FindPackage,
): FilePlaces {
  return {
    source: (path) => named.get(path) ?? join(folder, path),
    include: (name) => {
      const [owner = "", path = ""] = name.split(":");
      const isOwn = owner === definition.package;
      const given = named.get(name) ?? (isOwn ? named.get(path) : undefined);
      if (given !== undefined) return given;
      const place = isOwn ? folder : find(owner)?.folder;
      if (place !== undefined) return join(place, path);
      throw new UsageError(
        `Shader \`${definition.id}\` includes \`${name}\`: say where it is with --file ${name}=PATH, or with --packages where its package is`,
      );
    },
  };
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
  const text = textOf(manifest);
  const stderr = renderAs(format, diagnostics, (file) => (file === name ? text : undefined));
  return { exitCode: 1, stdout: "", stderr };
}

function textOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes && new TextDecoder().decode(bytes);
}

function parseNamed(text: string): [string, string] {
  const at = text.indexOf("=");
  if (at <= 0) throw new UsageError(`--file takes NAME=PATH, got \`${text}\``);
  return [text.slice(0, at), text.slice(at + 1)];
}
