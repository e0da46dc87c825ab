/** Saves of files that shaders include, and of materials that others extend. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import test from "ava";
import { runAssetAction } from "#asset_tools/actions/asset_action.ts";
import { runCompilerAction } from "#compiler/actions/run_action.ts";
import { DevSession } from "#runtime/dev_server/dev_session.ts";
import { buildGraph, gameGraph } from "./game_graph.ts";

const PACKAGE = `<package id="game" version="1.0.0">
    <assets>
        <shader id="Lit">
            <source>lit.glsl</source>
            <includes><include>light.glsl</include></includes>
        </shader>
        <shader id="Plain"><source>plain.glsl</source></shader>
        <material id="Base"><shader>Lit</shader><properties><albedo>1 0 0 1</albedo></properties></material>
        <material id="Leaf" extends="Base"><state cull="none" /></material>
    </assets>
</package>
`;

const STAGES = `layout(std140) uniform Material { vec4 albedo; };
#ifdef VERTEX
in vec3 position;
void main() { gl_Position = vec4(position, 1.0); }
#endif
#ifdef FRAGMENT
out vec4 color;
void main() { color = albedo * light(); }
#endif
`;

const LIGHT = "float light() { return 1.0; }\n";

const FOLDERS = [
  { folder: "runtime/std", sources: "." },
  { folder: "game", hasPackage: true },
];

const FILES: Readonly<Record<string, string>> = {
  "game/src/Main.hx": "class Main {\n\tstatic function main() {}\n}\n",
  "game/package.xml": PACKAGE,
  "game/lit.glsl": `#include "light.glsl"\n${STAGES}`,
  "game/plain.glsl": `${LIGHT}${STAGES}`,
  "game/light.glsl": LIGHT,
};

test("an include's save makes its shaders anew, a base's save all that extend it", async (t) => {
  const root = mkdtempSync(join(tmpdir(), "shading-"));
  t.teardown(() => rmSync(root, { recursive: true }));
  for (const folder of ["runtime", "game/src"]) mkdirSync(join(root, folder), { recursive: true });
  symlinkSync(resolve("runtime/std"), join(root, "runtime/std"));
  for (const [path, text] of Object.entries(FILES)) writeFileSync(join(root, path), text);
  const runfiles = join(root, "runfiles");
  const graph = gameGraph(root, FOLDERS);
  await buildGraph(graph, root, runfiles);
  const watched: string[] = [];
  let builds = 0;
  const session = new DevSession({
    readGraph: () => graph,
    folders: { workspace: root, runfiles },
    mode: "interpreter",
    tools: { compiler: runCompilerAction, assets: runAssetAction },
    runBuild: async () => {
      builds++;
      return { succeeded: false, output: "" };
    },
    notify: () => {},
    watch: (path) => watched.push(path),
  });
  await session.start();
  t.true(watched.includes("game/light.glsl"));
  const digests = () =>
    new Map(session.welcome().game.assets.map(({ name, blob }) => [name, blob] as const));
  const problemAfter = async (path: string, bytes: Buffer | null): Promise<string | undefined> => {
    if (bytes === null) rmSync(join(root, path));
    session.changed({ path, bytes, seenAt: 0, writtenAt: null });
    await session.settled();
    return session.welcome().problems[0]?.text;
  };
  const changedBy = async (path: string, text: string): Promise<string[]> => {
    const before = digests();
    session.changed({ path, bytes: Buffer.from(text), seenAt: 0, writtenAt: null });
    await session.settled();
    t.deepEqual(session.welcome().problems, []);
    return [...digests()].filter(([name, blob]) => before.get(name) !== blob).map(([name]) => name);
  };

  t.deepEqual(await changedBy("game/light.glsl", LIGHT.replace("1.0", "0.5")), ["game.Lit"]);
  t.deepEqual(await changedBy("game/package.xml", PACKAGE.replace("1 0 0 1", "0 1 0 1")), [
    "game.Base",
    "game.Leaf",
  ]);
  const broken = Buffer.from("float light() {\n  retrun 1.0;\n}\n");
  t.regex(
    (await problemAfter("game/light.glsl", broken)) ?? "",
    /^game\/light\.glsl:2:3: error AS3001/,
  );

  // A source that goes is missed where package.xml names it, and so is one that it names by another name.
  t.is(await problemAfter("game/light.glsl", Buffer.from(LIGHT)), undefined);
  t.regex(
    (await problemAfter("game/light.glsl", null)) ?? "",
    /^game\/package\.xml:5:32: error AS1001: Source file `light\.glsl` does not exist/,
  );
  writeFileSync(join(root, "game/light.glsl"), LIGHT);
  t.is(await problemAfter("game/light.glsl", Buffer.from(LIGHT)), undefined);
  t.regex(
    (await problemAfter("game/package.xml", Buffer.from(PACKAGE.replace("plain", "plane")))) ?? "",
    /^game\/package\.xml:7:36: error AS1001: [\s\S]*hint: Did you mean `plain\.glsl`\?/,
  );

  // Of a new package only Bazel knows whether it is there, so it is asked in spite of the problem.
  await session.verified();
  const before = builds;
  const needs = '<dependencies><dependency id="extra" /></dependencies>\n    <assets>';
  t.regex(
    (await problemAfter("game/package.xml", Buffer.from(PACKAGE.replace("<assets>", needs)))) ?? "",
    /^game\/package\.xml:2:35: error PK3004: Package `extra` does not exist/,
  );
  await session.verified();
  t.is(builds, before + 1);
  await problemAfter("game/light.glsl", broken);
  await session.verified();
  t.is(builds, before + 1, "a broken source is nothing that it could say more of");
});
