/** What `haxe_game asset` is asked for, as a package.xml and the asset of it that is wanted. */
import { basename, dirname, extname } from "node:path";
import type { DiagnosticFormat } from "../document/render.ts";
import { didYouMean } from "../document/suggest.ts";
import { escapeText } from "../package_xml/escape_xml.ts";
import { soundExtensions } from "../package_xml/read_audio.ts";
import { modelExtensions } from "../package_xml/read_mesh.ts";
import { shaderExtensions } from "../package_xml/read_shader.ts";
import { textureExtensions } from "../package_xml/read_texture_parts.ts";
import { isBuildSetting, type Setting, settingElements } from "./asset_settings.ts";
import { UsageError } from "./cli_result.ts";

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
  /** Folders with the folders of packages that the one of `file` depends on. */
  readonly packages: readonly string[];
  /** Folders of Haxe files; where it is empty, the `src` of each package. */
  readonly classPath: readonly string[];
  readonly format: DiagnosticFormat;
}

/** What is compiled from files alone, and the extensions that say so. */
export const KINDS: Readonly<Record<string, readonly string[]>> = {
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
export interface AssetRequest {
  readonly manifest: Uint8Array;
  /** How messages name it. */
  readonly name: string;
  readonly id: string;
  /** What its paths are below. */
  readonly folder: string;
}

/** A package.xml that says what the command line does. */
export function requestOf(
  command: AssetCommand,
  kind: string,
  settings: readonly Setting[],
  named: ReadonlyMap<string, string>,
): AssetRequest {
  const children = [
    `<source>${escapeText(basename(command.file))}</source>`,
    ...namedFiles(kind, [...named.keys()].map(escapeText)),
    ...settingElements(settings),
  ];
  const asset = [`<${kind} id="Asset">`, ...children, `</${kind}>`].join("\n");
  const text = `<package id="asset" version="1">\n<assets>\n${asset}\n</assets>\n</package>\n`;
  const manifest = new TextEncoder().encode(text);
  return { manifest, name: SETTINGS, id: "Asset", folder: dirname(command.file) };
}

/** The elements that list files beside the source. */
function namedFiles(kind: string, names: readonly string[]): string[] {
  if (kind !== "shader") return names.map((name) => `<data>${name}</data>`);
  const includes = names.map((name) => `<include>${name}</include>`);
  return includes.length > 0 ? [`<includes>${includes.join("")}</includes>`] : [];
}

/** The asset of that id in `manifest`. */
export function requestIn(
  manifest: Uint8Array,
  id: string,
  { file, kind }: AssetCommand,
  settings: readonly Setting[],
): AssetRequest {
  if (kind !== undefined) throw new UsageError("With --id, package.xml says the kind");
  const own = settings.find((setting) => !isBuildSetting(setting));
  if (own !== undefined) {
    throw new UsageError(
      `With --id, package.xml says \`${own.name}\`; --set takes platform and quality`,
    );
  }
  return { manifest, name: file, id, folder: dirname(file) };
}

/** What the asset is: as it was said, or by the file's name. */
export function kindOf({ kind, file }: AssetCommand): string {
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
