/**
 * Materials, prefabs and scenes: assets that are made of others. What a build makes before them is made in memory, and the same
 * action is given it.
 */
import { join } from "node:path";
import type { ActionFiles } from "../actions/action_files.ts";
import { runAssetAction } from "../actions/asset_action.ts";
import type { DiagnosticFormat } from "../document/render.ts";
import { qualifiedName } from "../package_xml/defined.ts";
import type { MaterialDefinition } from "../package_xml/material_definition.ts";
import type { Definition } from "../package_xml/model.ts";
import type { PrefabDefinition, SceneDefinition } from "../package_xml/scene_definition.ts";
import type { CliResult } from "./cli_result.ts";
import { fileFlags } from "./file_flags.ts";
import { definitionOf, type GroupedPackage, type PackageGroup } from "./package_group.ts";
import type { ReadSceneCode } from "./scene_code.ts";
import { Workspace } from "./workspace.ts";

/** What the command line says of it. */
export interface GroupCommand {
  readonly out: string;
  readonly format: DiagnosticFormat;
  /** Folders of Haxe files; where it is empty, the `src` of each package. */
  readonly classPath: readonly string[];
}

export type GroupedAsset = MaterialDefinition | PrefabDefinition | SceneDefinition;

export function isMadeOfOthers(definition: Definition): definition is GroupedAsset {
  return ["material", "prefab", "scene"].includes(definition.kind);
}

/** Flags of the action, or, as text, what is wrong with something that the asset is made of. */
type Inputs = readonly string[] | string;

/** Compiles a definition of the group. */
export async function compileInGroup(
  group: PackageGroup,
  definition: GroupedAsset,
  command: GroupCommand,
  files: ActionFiles,
  readCode: ReadSceneCode,
): Promise<CliResult> {
  const workspace = new Workspace(files);
  const name = qualifiedName(definition);
  const inputs =
    definition.kind === "material"
      ? await materialInputs(group, name, command, workspace)
      : await sceneInputs(group, name, command, workspace, readCode);
  if (typeof inputs === "string") return { exitCode: 1, stdout: "", stderr: inputs };
  const { owner, text } = definitionOf(group, name);
  const { exitCode, output } = await runAssetAction(
    [
      definition.kind,
      ...["--definition", workspace.put(name, text)],
      ...["--manifest", owner.file, "--manifest-name", owner.file],
      ...inputs,
      ...["--out", command.out, "--diagnostics", command.format],
    ],
    workspace.files,
  );
  return { exitCode: exitCode === 0 ? 0 : 1, stdout: "", stderr: output };
}

/** The definitions of the material's bases, nearest first, and the shader of the last, compiled. */
async function materialInputs(
  group: PackageGroup,
  name: string,
  command: GroupCommand,
  workspace: Workspace,
): Promise<Inputs> {
  const bases: string[] = [];
  let last = definitionOf<"material">(group, name);
  for (let base = last.definition.extends; base !== null; base = last.definition.extends) {
    last = definitionOf<"material">(group, base);
    bases.push("--base", workspace.put(base, last.text));
  }
  const shader = await compileShader(group, last.definition.shader ?? "", command, workspace);
  return "problems" in shader ? shader.problems : ["--shader", shader.blob, ...bases];
}

async function compileShader(
  group: PackageGroup,
  name: string,
  { format }: GroupCommand,
  workspace: Workspace,
): Promise<{ readonly blob: string } | { readonly problems: string }> {
  const { owner, text, definition } = definitionOf<"shader">(group, name);
  const blob = workspace.pathOf(`${name}.shader`);
  const places = {
    source: (path: string) => join(owner.folder, path),
    include: (include: string) => {
      const [package_ = "", path = ""] = include.split(":");
      return join((group.get(package_) as GroupedPackage).folder, path);
    },
  };
  const { exitCode, output } = await runAssetAction(
    [
      "shader",
      ...fileFlags(definition, places),
      ...["--definition", workspace.put(name, text), "--manifest-name", owner.file],
      ...["--out", blob, "--diagnostics", format],
    ],
    workspace.files,
  );
  return exitCode === 0 ? { blob } : { problems: output };
}

/** The definitions of all prefabs in it, what the code says of its classes, and what only explains mistakes. */
async function sceneInputs(
  group: PackageGroup,
  name: string,
  { classPath, format }: GroupCommand,
  workspace: Workspace,
  readCode: ReadSceneCode,
): Promise<Inputs> {
  const packages = [...group.values()];
  const folders = packages.map(({ folder }) => join(folder, "src"));
  const code = await readCode(classPath.length > 0 ? classPath : folders, format);
  if ("problems" in code) return code.problems;
  const prefabs = [...prefabsIn(group, name)].map((prefab) =>
    workspace.put(prefab, definitionOf(group, prefab).text),
  );
  const indexes = packages.map(({ split }) =>
    workspace.put(`${split.model.id} index`, split.index),
  );
  return [
    ...["--schema", workspace.put("schema", JSON.stringify(code.schema))],
    ...["--schema-places", workspace.put("schema places", JSON.stringify(code.places))],
    ...prefabs.flatMap((path) => ["--prefab", path]),
    ...indexes.flatMap((path) => ["--known-index", path]),
  ];
}

/** Names of the prefabs that a scene or prefab has instances of, directly or in others. */
function prefabsIn(
  group: PackageGroup,
  name: string,
  found: Set<string> = new Set(),
): ReadonlySet<string> {
  const { owner, definition } = definitionOf(group, name);
  for (const use of owner.uses.get(definition.id) ?? []) {
    if (use.kind !== "prefab" || found.has(use.name)) continue;
    found.add(use.name);
    prefabsIn(group, use.name, found);
  }
  return found;
}
