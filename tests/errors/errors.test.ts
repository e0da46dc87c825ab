/**
 * Broken input of every kind, given to the tools as Bazel gives it to them. Each sample has one mistake, and its golden
 * file holds all that the user sees.
 */
import { spawnSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import test, { type ExecutionContext } from "ava";
import { runAssetAction } from "#asset_tools/actions/asset_action.ts";
import { runCompilerAction } from "#compiler/actions/run_action.ts";
import { checkGolden, listSamples } from "#tests/compiler/golden.ts";

type Tool = "assets" | "compiler";
/** The tool and its arguments, as one line. */
type Command = `${Tool} ${string}`;

const split = (id: string): Command =>
  `assets split --manifest package.xml --out-index index.json --out ${id}=definition.json`;
const asset = (kind: string, source: string): Command =>
  `assets ${kind} --definition definition.json --manifest-name package.xml --source ${source} --out blob`;
const fragment = (kind: string, input: string): Command =>
  `assets ${kind} --definition definition.json --manifest-name package.xml --manifest package.xml --unused-inputs unused ${input} --out blob`;

const scene = fragment("scene", "--schema code.json");

const parse = "compiler parse --source Player.hx=Player.hx --out Player.hxast";
const typecheck =
  "compiler typecheck --library code --ast Player.hxast --source Player.hx=Player.hx --interface std.hxi --out-interface code.hxi --out-ir code.hir";

/** What the code of a sample lets scenes say, and where. */
const code: readonly Command[] = [
  "compiler parse --source Door.hx=Door.hx --out Door.hxast",
  "compiler parse --source Behavior.hx=Behavior.hx --out Behavior.hxast",
  "compiler parse --source Entity.hx=Entity.hx --out Entity.hxast",
  `compiler typecheck --library code --interface std.hxi --out-interface code.hxi --out-ir code.hir --out-schema code.json --out-schema-places places.json${[
    "Door",
    "Behavior",
    "Entity",
  ]
    .map((name) => ` --ast ${name}.hxast --source ${name}.hx=${name}.hx`)
    .join("")}`,
];

/** The commands of each sample; all but the last succeed. */
const samples: Readonly<Record<string, readonly Command[]>> = {
  behavior_renamed: [
    ...code,
    "assets split --manifest package.xml --out-index index.json --out-behaviors definition.json",
    `${fragment("behaviors", "--schema code.json")} --schema-places places.json`,
  ],
  glsl_syntax: [split("Sky"), asset("shader", "sky.glsl")],
  glsl_type: [split("Sky"), asset("shader", "sky.glsl")],
  haxe_syntax: [parse],
  haxe_type: [parse, typecheck],
  haxe_unknown_name: [parse, typecheck],
  haxe_unknown_type: [parse, typecheck],
  id_given_twice: [split("Box")],
  invalid_parameter_type: [...code, split("Start"), `${scene} --schema-places places.json`],
  mesh_without_faces: [split("Box"), asset("mesh", "box.obj")],
  missing_source: [`${split("Crate")} --missing crate.png --beside crates.png`],
  obj_index_out_of_range: [split("Box"), asset("mesh", "box.obj")],
  obj_not_a_number: [split("Box"), asset("mesh", "box.obj")],
  override_of_nothing: [
    "assets split --manifest package.xml --out-index index.json --out Start=definition.json --out House=house.json",
    fragment("scene", "--prefab house.json"),
  ],
  parameter_missing: [split("Start"), scene],
  parameter_range: [split("Start"), scene],
  png_not_an_image: [split("Crate"), asset("texture", "crate.png")],
  png_truncated: [split("Crate"), asset("texture", "crate.png")],
  prefab_cycle: [split("Box")],
  unknown_behavior: [split("Start"), scene],
  unknown_component: [split("Start"), scene],
  unknown_entity: [split("Start"), scene],
  unknown_field: [split("Start"), scene],
  unknown_parameter: [split("Start"), scene],
  unknown_property: [
    "assets split --manifest package.xml --out-index index.json --out Sky=sky.json --out Evening=definition.json",
    "assets shader --definition sky.json --source sky.glsl --out sky",
    fragment("material", "--shader sky"),
  ],
  unknown_texture: [split("Red")],
  xml_mismatched_tag: [split("Crate")],
  xml_unknown_element: [split("Crate")],
};

const folder = import.meta.dirname;

for (const [name, commands] of Object.entries(samples)) {
  test(name, async (t) => {
    const run = commandRunner(path.join(folder, name), {
      "std.hxi": commands.some((command) => command.includes("std.hxi"))
        ? await standardLibrary()
        : undefined,
    });
    for (const command of commands.slice(0, -1)) t.like(await run(command), { exitCode: 0 });
    const { exitCode, output } = await run(commands.at(-1) as Command);
    t.is(exitCode, 1);
    checkMessage(t, name, output);
  });
}

/** Packages are ordered before anything is built, by a repository rule that runs the reader. */
test("dependency_cycle", (t) => {
  const manifests = ["engine", "vehicles", "weapons"].map((id) => `packages/${id}/package.xml`);
  const reader = path.resolve("asset_tools/package_xml/discover.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [reader, ...manifests], {
    cwd: path.join(folder, "dependency_cycle"),
    encoding: "utf8",
  });
  t.is(status, 1);
  t.is(stdout, "");
  checkMessage(t, "dependency_cycle", stderr);
});

test("every sample is run", (t) => {
  t.deepEqual(listSamples(folder), [...Object.keys(samples), "dependency_cycle"].toSorted());
});

/** The message is the golden one, and one error alone, with a place, and no inside of the tool. */
function checkMessage(t: ExecutionContext, name: string, output: string): void {
  t.is(output.match(/^\S+: error [A-Z]{2}\d{4}: /gm)?.length, 1);
  t.notRegex(output, /^\s+at |node:internal|\.ts:\d/m);
  checkGolden(t, path.join(folder, name, "expected.txt"), output);
}

/** Runs commands on the files of a sample; what they write is kept in memory for those that follow. */
function commandRunner(root: string, given: Readonly<Record<string, Uint8Array | undefined>> = {}) {
  const written = new Map<string, Uint8Array>();
  const files = {
    read: (name: string) => written.get(name) ?? given[name] ?? readExisting(path.join(root, name)),
    write: (name: string, bytes: Uint8Array) => void written.set(name, bytes),
  };
  return (command: Command) => {
    const [tool, ...args] = command.split(" ");
    return tool === "assets" ? runAssetAction(args, files) : runCompilerAction(args, files);
  };
}

/** The interface of the standard library, made by the same actions. */
async function standardLibrary(): Promise<Uint8Array> {
  const sources = globSync("**/*.hx", { cwd: "runtime/std" }).toSorted();
  const outputs = new Map<string, Uint8Array>();
  const files = {
    read: (name: string) => outputs.get(name) ?? readExisting(path.join("runtime/std", name)),
    write: (name: string, bytes: Uint8Array) => void outputs.set(name, bytes),
  };
  const check = ["typecheck", "--library", "std", "--out-interface", "hxi", "--out-ir", "hir"];
  for (const source of sources) {
    const inputs = ["--source", `${source}=${source}`];
    await runCompilerAction(["parse", ...inputs, "--out", `${source}ast`], files);
    check.push(...inputs, "--ast", `${source}ast`);
  }
  const { output } = await runCompilerAction(check, files);
  const made = outputs.get("hxi");
  if (made === undefined) throw new Error(output);
  return made;
}

function readExisting(file: string): Uint8Array | undefined {
  return existsSync(file) ? readFileSync(file) : undefined;
}
