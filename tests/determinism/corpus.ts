/**
 * A tree of two packages with every kind of asset, format and setting, and the command lines that compile all of it, as
 * Bazel would give them to the asset compiler.
 */

import type { DiscoveredDefinition } from "#asset_tools/package_xml/discover_packages.ts";
import { discoverPackages } from "#asset_tools/package_xml/discover_packages.ts";
import { meshCases } from "./meshes.ts";
import { soundCases } from "./sounds.ts";
import { textureCases } from "./textures.ts";
import { BASE_PACKAGE, baseFiles, worldCases } from "./world.ts";

/** An asset in package.xml, and what it is made of. */
export interface Case {
  readonly id: string;
  /** Its element. */
  readonly xml: string;
  /** Flags of each time that it is compiled, beyond those that follow from the element; once without any by default. */
  readonly runs?: readonly string[];
}

export interface Cases {
  readonly assets: readonly Case[];
  /** Elements of `<prefabs>` and `<scenes>`. */
  readonly prefabs?: readonly Case[];
  readonly scenes?: readonly Case[];
  /** Files below the package's folder. */
  readonly files: Readonly<Record<string, Uint8Array | string>>;
}

/** One action. What it writes lies in the folder `out`. */
export interface Command {
  readonly arguments: readonly string[];
}

export interface Corpus {
  /** By path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The commands of a stage need what those of earlier stages have written, and nothing of each other. */
  readonly stages: readonly (readonly Command[])[];
}

const SCHEMA = "code.json";

/** All of it; the same on every machine. */
export async function makeCorpus(): Promise<Corpus> {
  const kinds = [await textureCases(), await meshCases(), soundCases(), worldCases()];
  const manifests = { base: BASE_PACKAGE, all: manifestOf(kinds) };
  const files = new Map<string, Uint8Array>();
  const add = (path: string, content: Uint8Array | string): void => {
    files.set(path, typeof content === "string" ? new TextEncoder().encode(content) : content);
  };
  for (const [id, manifest] of Object.entries(manifests)) add(`${id}/package.xml`, manifest);
  for (const [path, content] of Object.entries(baseFiles)) add(`base/${path}`, content);
  for (const { files: own } of kinds)
    for (const [path, content] of Object.entries(own)) add(`all/${path}`, content);
  add(SCHEMA, worldCases().schema);
  const { value, diagnostics } = discoverPackages(
    Object.keys(manifests).map((id) => {
      const file = `${id}/package.xml`;
      return { file, bytes: files.get(file) as Uint8Array };
    }),
  );
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const runs = new Map(
    kinds.flatMap(({ assets }) => assets).map(({ id, runs = [""] }) => [id, runs]),
  );
  return { files, stages: stagesOf(value.packages, runs) };
}

function manifestOf(kinds: readonly Cases[]): string {
  const all = (of: (cases: Cases) => readonly Case[] | undefined): string =>
    kinds.flatMap((cases) => (of(cases) ?? []).map(({ xml }) => `${xml}\n`)).join("");
  return `<package id="all" version="1"><dependencies><dependency id="base"/></dependencies>
<assets>
${all(({ assets }) => assets)}</assets>
<prefabs>
${all(({ prefabs }) => prefabs)}</prefabs>
<scenes>
${all(({ scenes }) => scenes)}</scenes>
</package>
`;
}

interface DiscoveredPackage {
  readonly id: string;
  readonly assets: readonly DiscoveredDefinition[];
  readonly prefabs: readonly DiscoveredDefinition[];
  readonly scenes: readonly DiscoveredDefinition[];
}

type Runs = ReadonlyMap<string, readonly string[]>;

function stagesOf(packages: readonly DiscoveredPackage[], runs: Runs): Command[][] {
  const compiled = packages.flatMap((found) =>
    definitionsOf(found).map((definition) => ({ found, definition })),
  );
  const needsShader = ({ definition }: (typeof compiled)[number]): boolean =>
    definition.kind === "material";
  const compile = (wanted: typeof compiled): Command[] =>
    wanted.flatMap(({ found, definition }) => compileCommands(found, definition, runs));
  return [
    ...packages.map((found) => [splitCommand(found)]),
    compile(compiled.filter((one) => !needsShader(one))),
    compile(compiled.filter(needsShader)),
    ...packages.map(linkCommands),
    ["none", "lz4"].flatMap((codec) =>
      ["any", "meshopt"].map((meshes) =>
        command(
          "bundle",
          ...packages.flatMap(({ id }) => ["--package", `out/${id}.none.fpkg`]),
          ...["--codec", codec, "--meshes", meshes, "--out", `out/bundle.${codec}.${meshes}.fpkg`],
        ),
      ),
    ),
  ];
}

function command(...args: readonly string[]): Command {
  return { arguments: args };
}

function definitionsOf({ assets, prefabs, scenes }: DiscoveredPackage): DiscoveredDefinition[] {
  return [...assets, ...prefabs, ...scenes];
}

const fragmentOf = (name: string): string => `out/${name.replace(".", "/")}.json`;

function splitCommand(found: DiscoveredPackage): Command {
  return command(
    ...["split", "--manifest", `${found.id}/package.xml`, "--out-index", `out/${found.id}.json`],
    ...(found.id === "base" ? [] : ["--index", "out/base.json"]),
    ...definitionsOf(found).flatMap(({ id }) => [
      "--out",
      `${id}=${fragmentOf(`${found.id}.${id}`)}`,
    ]),
  );
}

/** One a run; the first run's blob is the one that is linked. */
function compileCommands(
  found: DiscoveredPackage,
  definition: DiscoveredDefinition,
  runs: Runs,
): Command[] {
  const { kind, id } = definition;
  const own = [
    ...[kind, "--definition", fragmentOf(`${found.id}.${id}`)],
    ...definition.sources.flatMap((path) => ["--source", `${found.id}/${path}`]),
    ...definition.includes.flatMap((name) => ["--include", `${name}=${name.replace(":", "/")}`]),
    ...needsOf(definition),
  ];
  return (runs.get(id) ?? [""]).map((flags, index) => {
    const out = `out/${found.id}/${id}${index === 0 ? "" : `.${index}`}.${kind}`;
    return command(...own, ...flags.split(" ").filter((flag) => flag !== ""), "--out", out);
  });
}

/** What the fragments of other assets are to it. */
function needsOf({ kind, references }: DiscoveredDefinition): string[] {
  const named = (wanted: string): string[] =>
    references.filter((reference) => reference.kind === wanted).map(({ name }) => name);
  if (kind === "material") {
    const bases = named("material");
    const [shader] = bases.length > 0 ? ["base.Lit"] : named("shader");
    return [
      ...["--shader", `out/${shader?.replace(".", "/")}.shader`],
      ...bases.flatMap((name) => ["--base", fragmentOf(name)]),
    ];
  }
  if (kind !== "scene" && kind !== "prefab") return [];
  return ["--schema", SCHEMA, ...named("prefab").flatMap((name) => ["--prefab", fragmentOf(name)])];
}

function linkCommands(found: DiscoveredPackage): Command[] {
  const link = [
    ...["link", "--index", `out/${found.id}.json`],
    ...definitionsOf(found).flatMap(({ id, kind }) => ["--blob", `out/${found.id}/${id}.${kind}`]),
    ...(found.id === "base" ? [] : ["--dependency", "out/base.none.tables.fpkg"]),
  ];
  return ["none", "lz4"].flatMap((codec) => [
    command(
      ...link,
      ...["--codec", codec, "--out", `out/${found.id}.${codec}.fpkg`],
      ...["--tables", `out/${found.id}.${codec}.tables.fpkg`],
    ),
    command(
      ...link,
      ...["--codec", codec, "--layout", "dev", "--out", `out/${found.id}.${codec}.index.fpkg`],
      ...["--blobs", `out/${found.id}.${codec}.blobs`],
    ),
  ]);
}
