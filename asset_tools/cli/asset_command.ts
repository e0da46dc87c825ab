/**
 * `haxe_game asset`: one file compiled as its action would, through the same reader of package.xml and the same action, so the
 * bytes are the same.
 */
import { basename, dirname, extname, join } from "node:path";
import type { ActionFiles } from "../actions/action_files.ts";
import { runAssetAction } from "../actions/asset_action.ts";
import { type Diagnostic, diagnostic, wholeFile } from "../document/diagnostic.ts";
import { type DiagnosticFormat, renderAs } from "../document/render.ts";
import { didYouMean } from "../document/suggest.ts";
import { definitionSources } from "../package_xml/definition_sources.ts";
import { escapeText } from "../package_xml/escape_xml.ts";
import type { Definition } from "../package_xml/model.ts";
import { soundExtensions } from "../package_xml/read_audio.ts";
import { modelExtensions } from "../package_xml/read_mesh.ts";
import { readPackage } from "../package_xml/read_package.ts";
import { shaderExtensions } from "../package_xml/read_shader.ts";
import { textureExtensions } from "../package_xml/read_texture_parts.ts";
import {
  buildFlags,
  isBuildSetting,
  parseSetting,
  type Setting,
  settingElements,
} from "./asset_settings.ts";
import { type CliResult, failed, missingFile, UsageError } from "./cli_result.ts";

export interface AssetCommand {
  /** The asset's source; or, where there is an `id`, the package.xml that defines it. */
  readonly file: string;
  readonly out: string;
  /** Undefined to go by the extension of the file's name. */
  readonly kind?: string | undefined;
  readonly id?: string | undefined;
  /** `name=value`. */
  readonly set: readonly string[];
  /** `name=path`: files that `file` names. */
  readonly named: readonly string[];
  readonly format: DiagnosticFormat;
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  texture: textureExtensions,
  mesh: modelExtensions,
  shader: shaderExtensions,
  audio: soundExtensions,
  animation: [],
  data: [],
};

/** How messages name the package.xml that stands for a command line. */
const SETTINGS = "the command line";

/** A package.xml and the asset of it that is wanted. */
interface Request {
  readonly manifest: Uint8Array;
  /** How messages name it. */
  readonly name: string;
  readonly id: string;
  /** What its paths are below. */
  readonly folder: string;
}

/** Compiles the file. */
export async function compileAsset(command: AssetCommand, files: ActionFiles): Promise<CliResult> {
  const settings = command.set.map(parseSetting);
  const flags = buildFlags(settings);
  const named = new Map(command.named.map(parseNamed));
  if (command.id === undefined) kindOf(command);
  const bytes = files.read(command.file);
  if (bytes === undefined) return failed(missingFile(command.file), command.format);
  const request =
    command.id === undefined
      ? requestOf(command, settings, named)
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
  { folder }: Request,
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

/** A package.xml that says what the command line does. */
function requestOf(
  command: AssetCommand,
  settings: readonly Setting[],
  named: ReadonlyMap<string, string>,
): Request {
  const kind = kindOf(command);
  const names = [...named.keys()];
  const includes = names.map((name) => `<include>${escapeText(name)}</include>`);
  const children = [
    `<source>${escapeText(basename(command.file))}</source>`,
    ...(kind === "shader"
      ? includes.length > 0
        ? [`<includes>${includes.join("")}</includes>`]
        : []
      : names.map((name) => `<data>${escapeText(name)}</data>`)),
    ...settingElements(settings),
  ];
  const asset = [`<${kind} id="Asset">`, ...children, `</${kind}>`].join("\n");
  const text = `<package id="asset" version="1">\n<assets>\n${asset}\n</assets>\n</package>\n`;
  const manifest = new TextEncoder().encode(text);
  return { manifest, name: SETTINGS, id: "Asset", folder: dirname(command.file) };
}

function requestIn(
  manifest: Uint8Array,
  id: string,
  { file, kind }: AssetCommand,
  settings: readonly Setting[],
): Request {
  if (kind !== undefined) throw new UsageError("With --id, package.xml says the kind");
  const own = settings.find((setting) => !isBuildSetting(setting));
  if (own !== undefined) {
    throw new UsageError(
      `With --id, package.xml says \`${own.name}\`; --set takes platform and quality`,
    );
  }
  return { manifest, name: file, id, folder: dirname(file) };
}

function unknownId({ id, name }: Request, ids: readonly string[]): Diagnostic {
  const hint = didYouMean(id, ids) ?? (ids.length > 0 ? `It has ${ids.join(", ")}` : undefined);
  return diagnostic("AS1013", wholeFile(name), { id }, hint);
}

function report(
  diagnostics: readonly Diagnostic[],
  { manifest, name }: Request,
  format: DiagnosticFormat,
): CliResult {
  const text = new TextDecoder().decode(manifest);
  const stderr = renderAs(format, diagnostics, (file) => (file === name ? text : undefined));
  return { exitCode: 1, stdout: "", stderr };
}

function kindOf({ kind, file }: AssetCommand): string {
  const kinds = Object.keys(KINDS);
  if (kind === undefined) {
    const extension = extname(file).toLowerCase();
    const found = kinds.find((name) => KINDS[name]?.includes(extension));
    if (found !== undefined) return found;
    throw new UsageError(`Give --kind ${kinds.join("|")}: \`${basename(file)}\` does not say it`);
  }
  if (Object.hasOwn(KINDS, kind)) return kind;
  const hint = didYouMean(kind, kinds);
  const text = `--kind must be one of ${kinds.join(", ")}, got \`${kind}\``;
  throw new UsageError(hint === undefined ? text : `${text}. ${hint}`);
}

function parseNamed(text: string): [string, string] {
  const at = text.indexOf("=");
  if (at <= 0) throw new UsageError(`--file takes NAME=PATH, got \`${text}\``);
  return [text.slice(0, at), text.slice(at + 1)];
}
