/** The dev graph of a game, as the rules write it, made from a folder of sources; and its build into another folder. */
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runAssetAction } from "#asset_tools/actions/asset_action.ts";
import type { MaterialDefinition } from "#asset_tools/package_xml/material_definition.ts";
import type { AssetDefinition, Definition } from "#asset_tools/package_xml/model.ts";
import { readPackage } from "#asset_tools/package_xml/read_package.ts";
import type {
  PrefabDefinition,
  SceneDefinition,
} from "#asset_tools/package_xml/scene_definition.ts";
import { textureSources } from "#asset_tools/package_xml/texture_definition.ts";
import { runCompilerAction } from "#compiler/actions/run_action.ts";
import type { DevAction, DevAsset, DevGraph, ToolName } from "#runtime/dev_server/dev_graph.ts";

/** A library: its sources are below `FOLDER/src`, or below `FOLDER` itself; its package.xml in `FOLDER`, if it has one. */
export interface GameFolder {
  readonly folder: string;
  readonly sources?: string;
  readonly hasPackage?: boolean;
}

const BIN = "bazel-out/bin";

/** Folders in the order of their dependencies, the standard library first and the one with `Main` last. */
export function gameGraph(workspace: string, folders: readonly GameFolder[]): DevGraph {
  const graph = new GraphBuilder(workspace);
  const libraries = folders.map((folder) => graph.addLibrary(folder));
  for (const folder of folders) if (folder.hasPackage) graph.addPackage(folder.folder, libraries);
  return graph.finish(libraries);
}

/** Runs all actions; sources come from `workspace`, outputs go below `runfiles` at the paths of `graph.files`. */
export async function buildGraph(graph: DevGraph, workspace: string, runfiles: string) {
  const place = (path: string) => {
    const output = graph.files[path];
    return output === undefined ? join(workspace, path) : join(runfiles, output);
  };
  for (const action of graph.actions) {
    const run = action.tool === "compiler" ? runCompilerAction : runAssetAction;
    const result = await run(action.arguments, {
      read: (path) => readFileSync(place(path)),
      write: (path, bytes) => {
        mkdirSync(dirname(place(path)), { recursive: true });
        writeFileSync(place(path), bytes);
      },
    });
    if (result.exitCode !== 0) throw new Error(`${action.mnemonic}: ${result.output}`);
  }
}

function isAsset(definition: Definition): definition is AssetDefinition {
  return definition.kind !== "scene" && definition.kind !== "prefab";
}

interface Library {
  readonly name: string;
  readonly stem: string;
}

class GraphBuilder {
  readonly #workspace: string;
  readonly #actions: DevAction[] = [];
  readonly #assets: DevAsset[] = [];
  readonly #earlier: Library[] = [];
  readonly #indexes: string[] = [];
  readonly #scenes: string[] = [];
  readonly #registries: string[] = [];
  /** What the action of a material reads, by the material's name. */
  readonly #materials = new Map<string, [string, string][]>();
  readonly #fragments = new Map<string, string>();
  /** The prefabs that each definition has instances of. */
  readonly #instances = new Map<string, readonly string[]>();

  constructor(workspace: string) {
    this.#workspace = workspace;
  }

  addLibrary({ folder, sources = "src" }: GameFolder): Library {
    const root = join(folder, sources);
    const files = globSync(join(this.#workspace, root, "**/*.hx")).sort();
    return this.#library(
      folder,
      files.map((file) => file.slice(this.#workspace.length + 1)),
      root,
    );
  }

  #library(folder: string, sources: readonly string[], root: string): Library {
    const stem = `${BIN}/${folder}/code`;
    const asts = sources.map((source) => `${stem}.ast/${source.slice(root.length + 1)}ast`);
    sources.forEach((source, index) => {
      this.#add(
        "HaxeParse",
        "compiler",
        "parse",
        [["--source", `${source}=${source}`]],
        [source],
        [["--out", asts[index] as string]],
      );
    });
    const texts = sources.map((source): [string, string] => ["--source", `${source}=${source}`]);
    const interfaces = this.#earlier.map((library) => `${library.stem}.hxi`);
    this.#add(
      "HaxeTypecheck",
      "compiler",
      "typecheck",
      [
        ["--library", `${folder}:code`],
        ...asts.map((ast): [string, string] => ["--ast", ast]),
        ...texts,
        ...interfaces.map((path): [string, string] => ["--interface", path]),
      ],
      [...asts, ...sources, ...interfaces],
      [
        ["--out-interface", `${stem}.hxi`],
        ["--out-ir", `${stem}.hir`],
        ["--out-schema", `${stem}.schema.json`],
        ["--out-schema-places", `${stem}.schema_places.json`],
      ],
    );
    const emitted: [string, string][] = [["--ir", `${stem}.hir`], ...texts];
    const inputs = [`${stem}.hir`, ...sources];
    this.#add("HaxeBytecode", "compiler", "bytecode", emitted, inputs, [["--out", `${stem}.hbc`]]);
    this.#add("HaxeJavascript", "compiler", "javascript", emitted, inputs, [
      ["--out", `${stem}.js`],
      ["--out-manifest", `${stem}.manifest.json`],
    ]);
    const library = { name: `${folder}:code`, stem };
    this.#earlier.push(library);
    return library;
  }

  addPackage(folder: string, libraries: readonly Library[]): void {
    const manifest = join(folder, "package.xml");
    const { model, uses } = readPackage(readFileSync(join(this.#workspace, manifest)), manifest);
    if (model === undefined) throw new Error(`${manifest} has errors`);
    const out = `${BIN}/${folder}/package`;
    const { definitions } = model;
    for (const { id } of definitions) {
      const prefabs = (uses.get(id) ?? []).filter(({ kind }) => kind === "prefab");
      this.#fragments.set(`${model.id}.${id}`, `${out}/${id}.json`);
      this.#instances.set(
        `${model.id}.${id}`,
        prefabs.map(({ name }) => name),
      );
    }
    this.#add(
      "PackageSplit",
      "assets",
      "split",
      [
        ["--manifest", manifest],
        ["--manifest-name", manifest],
        ...this.#indexes.map((path): [string, string] => ["--index", path]),
      ],
      [manifest, ...this.#indexes],
      [
        ...definitions.map(({ id }): [string, string] => ["--out", `${id}=${out}/${id}.json`]),
        ["--out-index", `${out}/index.json`],
        ...(model.behaviors.length > 0
          ? [["--out-behaviors", `${out}/behaviors.json`] as const]
          : []),
      ],
    );
    if (model.behaviors.length > 0) this.#behaviors(manifest, out, libraries);
    this.#indexes.push(`${out}/index.json`);
    const isMaterial = ({ kind }: Definition) => kind === "material";
    const assets = definitions.filter(isAsset);
    for (const asset of assets) if (!isMaterial(asset)) this.#asset(folder, manifest, asset);
    for (const asset of assets) if (isMaterial(asset)) this.#asset(folder, manifest, asset);
    for (const definition of definitions)
      if (!isAsset(definition)) this.#scene(manifest, out, definition, libraries);
  }

  #asset(folder: string, manifest: string, asset: AssetDefinition): void {
    const name = `${asset.package}.${asset.id}`;
    const fragment = this.#fragments.get(name) as string;
    const blob = `${BIN}/${folder}/${asset.id}.${asset.kind}`;
    const inputs: [string, string][] =
      asset.kind === "material"
        ? this.#materialInputs(asset)
        : sourcesOf(asset).map((source) => ["--source", join(folder, source)]);
    const includes = asset.kind === "shader" ? asset.includes : [];
    const files = includes.map((include) => join(folder, include.slice(include.indexOf(":") + 1)));
    const flags: [string, string][] = [
      ["--definition", fragment],
      ["--manifest-name", manifest],
      ...inputs,
      ...includes.map((name, at): [string, string] => ["--include", `${name}=${files[at]}`]),
    ];
    const mnemonic = `${asset.kind[0]?.toUpperCase()}${asset.kind.slice(1)}Compile`;
    this.#add(
      mnemonic,
      "assets",
      asset.kind,
      flags,
      [fragment, ...inputs.map(([, file]) => file), ...files],
      [["--out", blob]],
    );
    if (asset.kind === "material") this.#materials.set(name, inputs);
    this.#assets.push({ type: asset.kind, name, blob });
  }

  /** The shader of a material, or of the last of its bases, and the bases. A base comes before those that extend it. */
  #materialInputs(asset: MaterialDefinition): [string, string][] {
    const base = asset.extends;
    if (base === null) return [["--shader", this.#blobOf("shader", asset.shader ?? "")]];
    const above = this.#materials.get(base) ?? [];
    return [
      ...above.slice(0, 1),
      ["--base", this.#fragments.get(base) as string],
      ...above.slice(1),
    ];
  }

  #behaviors(manifest: string, out: string, libraries: readonly Library[]): void {
    const fragment = `${out}/behaviors.json`;
    const registry = `${out}/registry.json`;
    const schemas = libraries.map(({ stem }) => `${stem}.schema.json`);
    const flags: [string, string][] = [
      ["--definition", fragment],
      ["--manifest-name", manifest],
      ...schemas.map((schema): [string, string] => ["--schema", schema]),
      ...placing(manifest, libraries),
    ];
    const inputs = [fragment, ...schemas];
    this.#add("BehaviorsCheck", "assets", "behaviors", flags, inputs, [["--out", registry]]);
    this.#registries.push(registry);
  }

  #scene(
    manifest: string,
    out: string,
    { kind, package: owner, id }: PrefabDefinition | SceneDefinition,
    libraries: readonly Library[],
  ) {
    const schemas = libraries.map(({ stem }) => `${stem}.schema.json`);
    const fragment = `${out}/${id}.json`;
    const blob = `${out}/${id}.${kind}`;
    const prefabs = [...new Set(this.#prefabsBehind(`${owner}.${id}`))].map(
      (name) => this.#fragments.get(name) as string,
    );
    const flags: [string, string][] = [
      ["--definition", fragment],
      ["--manifest-name", manifest],
      ...schemas.map((schema): [string, string] => ["--schema", schema]),
      ...prefabs.map((prefab): [string, string] => ["--prefab", prefab]),
      ...placing(manifest, libraries),
      ...this.#indexes.map((index): [string, string] => ["--known-index", index]),
    ];
    const mnemonic = kind === "scene" ? "SceneCompile" : "PrefabCompile";
    const inputs = [fragment, ...schemas, ...prefabs];
    this.#add(mnemonic, "assets", kind, flags, inputs, [["--out", blob]]);
    this.#assets.push({ type: kind, name: `${owner}.${id}`, blob });
    this.#scenes.push(fragment);
  }

  /** Those that it has instances of, and theirs. */
  #prefabsBehind(name: string): string[] {
    const prefabs = this.#instances.get(name) ?? [];
    return prefabs.flatMap((prefab) => [...this.#prefabsBehind(prefab), prefab]);
  }

  #blobOf(type: string, name: string): string {
    return this.#assets.find((asset) => asset.type === type && asset.name === name)?.blob as string;
  }

  finish(libraries: readonly Library[]): DevGraph {
    const all = this.#scenes.length === 0 ? [...libraries] : [...libraries, this.#entry(libraries)];
    const main = this.#scenes.length === 0 ? "Main" : "GameEntry";
    const irs = all.map(({ stem }) => `${stem}.hir`);
    const entry = `${BIN}/entry.json`;
    const flags: [string, string][] = [
      ...irs.map((ir): [string, string] => ["--ir", ir]),
      ["--entry", main],
    ];
    this.#add("HaxeLink", "compiler", "link", flags, irs, [["--out", entry]]);
    const outputs = this.#actions.flatMap((action) => action.outputs);
    return {
      title: "Test game",
      label: "//game:dev",
      actions: this.#actions,
      files: Object.fromEntries(
        outputs.map((path) => [path, `_main/${path.slice(BIN.length + 1)}`]),
      ),
      program: {
        title: "Test game",
        entry,
        libraries: all.map(({ name, stem }) => ({
          name,
          bytecode: `${stem}.hbc`,
          javascript: `${stem}.js`,
          manifest: `${stem}.manifest.json`,
        })),
        wasm: null,
        bundle: null,
      },
      assets: this.#assets,
    };
  }

  /** The class that the build writes from the scenes. */
  #entry(libraries: readonly Library[]): Library {
    const source = `${BIN}/entry/GameEntry.hx`;
    const schemas = libraries.map(({ stem }) => `${stem}.schema.json`);
    const inputs = [...this.#scenes, ...this.#registries, ...schemas];
    const flags: [string, string][] = [
      ...this.#scenes.map((scene): [string, string] => ["--scene", scene]),
      ...this.#registries.map((registry): [string, string] => ["--behaviors", registry]),
      ...schemas.map((schema): [string, string] => ["--schema", schema]),
      ["--main", "Main"],
      ["--name", "GameEntry"],
    ];
    this.#add("GameEntry", "compiler", "entry", flags, inputs, [["--out", source]]);
    return this.#library("entry", [source], `${BIN}/entry`);
  }

  #add(
    mnemonic: string,
    tool: ToolName,
    command: string,
    flags: readonly (readonly [string, string])[],
    inputs: readonly string[],
    outputs: readonly (readonly [string, string])[],
  ): void {
    this.#actions.push({
      mnemonic,
      tool,
      arguments: [command, ...flags.flat(), ...outputs.flat()],
      inputs,
      outputs: outputs.map(([, path]) => path.slice(path.indexOf("=") + 1)),
    });
  }
}

/** What explains errors; it is no input, for the actions do without it when there are none. */
function placing(manifest: string, libraries: readonly Library[]): [string, string][] {
  return [
    ["--manifest", manifest],
    ...libraries.map(({ stem }): [string, string] => [
      "--schema-places",
      `${stem}.schema_places.json`,
    ]),
  ];
}

function sourcesOf(asset: Exclude<AssetDefinition, { kind: "material" }>): string[] {
  return asset.kind === "texture" ? textureSources(asset.parts) : [asset.source];
}
