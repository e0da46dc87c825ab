/**
 * `haxe_game asset`: one file compiled as its action would, through the same reader of package.xml and the same action, so the
 * bytes are the same. What `--set` gives is what the asset's element would hold.
 */
import { basename, extname } from "node:path";
import type { ActionFiles } from "../actions/action_files.ts";
import { type ActionResult, runAssetAction } from "../actions/asset_action.ts";
import { escapeText } from "../package_xml/escape_xml.ts";
import { soundExtensions } from "../package_xml/read_audio.ts";
import { modelExtensions } from "../package_xml/read_mesh.ts";
import { shaderExtensions } from "../package_xml/read_shader.ts";
import { textureExtensions } from "../package_xml/read_texture_parts.ts";

export interface AssetCommand {
  readonly source: string;
  readonly out: string;
  /** Undefined to go by the extension of the file's name. */
  readonly kind: string | undefined;
  /** `name=value`. */
  readonly settings: readonly string[];
  readonly diagnostics: string;
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  texture: textureExtensions,
  mesh: modelExtensions,
  shader: shaderExtensions,
  audio: soundExtensions,
  animation: [],
  data: [],
};

/** What the build settings say in a build; all else stands in package.xml. */
const BUILD_SETTINGS = ["platform", "quality"];

const MANIFEST = "haxe_game asset";
const FRAGMENT = "Asset.json";

/** Compiles the file. The result's output is for people, empty when nothing is to be said. */
export async function compileAsset(
  command: AssetCommand,
  files: ActionFiles,
): Promise<ActionResult> {
  const kind = command.kind ?? kindOf(command.source);
  if (kind === undefined || !Object.hasOwn(KINDS, kind)) return usage(`Give --kind ${kinds()}`);
  const settings = command.settings.map(splitSetting);
  const malformed = settings.find(({ name }) => !/^[A-Za-z]\w*$/.test(name));
  if (malformed !== undefined) return usage(`--set takes NAME=VALUE, got \`${malformed.text}\``);
  const manifest = manifestOf(kind, basename(command.source), settings);
  const own = new Map<string, Uint8Array>([[MANIFEST, new TextEncoder().encode(manifest)]]);
  const workspace: ActionFiles = {
    read: (path) => own.get(path) ?? files.read(path),
    write: (path, bytes) => {
      if (path === command.out) files.write(path, bytes);
      else own.set(path, bytes);
    },
  };
  const common = ["--diagnostics", command.diagnostics, "--manifest-name", MANIFEST];
  const split = ["--manifest", MANIFEST, "--out-index", "index.json", "--out", `Asset=${FRAGMENT}`];
  const definition = await runAssetAction(["split", ...split, ...common], workspace);
  if (definition.exitCode !== 0) return definition;
  const flags = settings.flatMap(({ name, value }) =>
    BUILD_SETTINGS.includes(name) ? [`--${name}`, value] : [],
  );
  const inputs = ["--source", command.source, "--definition", FRAGMENT, "--out", command.out];
  return runAssetAction([kind, ...inputs, ...flags, ...common], workspace);
}

interface Setting {
  readonly text: string;
  readonly name: string;
  readonly value: string;
}

function splitSetting(text: string): Setting {
  const at = text.indexOf("=");
  return at < 0
    ? { text, name: "", value: "" }
    : { text, name: text.slice(0, at), value: text.slice(at + 1) };
}

function manifestOf(kind: string, source: string, settings: readonly Setting[]): string {
  const fields = [
    `<source>${escapeText(source)}</source>`,
    ...settings
      .filter(({ name }) => !BUILD_SETTINGS.includes(name))
      .map(({ name, value }) => `<${name}>${escapeText(value)}</${name}>`),
  ];
  const asset = [`<${kind} id="Asset" keep="true">`, ...fields, `</${kind}>`].join("\n");
  return `<package id="asset" version="1">\n<assets>\n${asset}\n</assets>\n</package>\n`;
}

function kindOf(source: string): string | undefined {
  const extension = extname(source).toLowerCase();
  return Object.keys(KINDS).find((kind) => KINDS[kind]?.includes(extension));
}

function kinds(): string {
  return Object.keys(KINDS).join("|");
}

function usage(text: string): ActionResult {
  return { exitCode: 2, output: `${text}\n` };
}
