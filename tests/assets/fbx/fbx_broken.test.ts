/** Broken files: one message each, with the byte in binary files and line and column in texts. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { renderDiagnostics } from "#asset_tools/document/render.ts";
import { readFbx } from "#asset_tools/fbx/read_fbx.ts";
import { meshRecords, type SceneObject, sceneRecords } from "./fbx_scene.ts";
import { doubles, ints, record, type Tree } from "./fbx_tree.ts";
import { meshScene } from "./sample_files.ts";
import { writeAscii } from "./write_ascii.ts";
import { writeBinary } from "./write_binary.ts";

const MESH = meshRecords([0, 0, 0, 1, 0, 0, 0, 1, 0], [[0, 1, 2]]);
const records = (mesh: readonly Tree[] = MESH, version = 7400): Tree[] =>
  sceneRecords(meshScene(version, mesh), version);
const binary = (version = 7400): Uint8Array =>
  writeBinary(records(MESH, version), { version, deflateAbove: 2 });
const text = (mesh?: readonly Tree[]): string =>
  Buffer.from(writeAscii(records(mesh, 7300), { version: 7300 })).toString();

/** Changes a 32-bit number at a place behind a text. */
function patched(marker: string, behind: number, value: number): Uint8Array {
  const bytes = binary().slice();
  const at = Buffer.from(bytes).indexOf(marker) + marker.length + behind;
  new DataView(bytes.buffer).setUint32(at, value, true);
  return bytes;
}

const circle: SceneObject[] = ["a", "b"].map((name) => ({ kind: "Model", name, subtype: "Null" }));
const [a, b] = circle as [SceneObject, SceneObject];

const BROKEN: Readonly<Record<string, Uint8Array>> = {
  "nothing at all": new Uint8Array(0),
  "not an FBX file": Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3),
  "binary that ends in its head": binary().slice(0, 24),
  "binary of an old version": writeBinary([], { version: 5800 }),
  "binary of a future version": writeBinary([], { version: 8000 }),
  "binary that ends in a record": binary().slice(0, 90),
  "binary that ends in a list": binary().slice(0, 400),
  "a record that ends behind the file": patched("PolygonVertexIndex", -18 - 13, 0x7fffffff),
  "a record that ends before itself": patched("PolygonVertexIndex", -18 - 13, 5),
  "more values than bytes": patched("PolygonVertexIndex", -18 - 9, 0x7fffffff),
  "an array of another size than it says": patched("Vertices", 1, 10),
  "an array that says it is enormous": patched("Vertices", 1, 0xffffffff),
  "an array of an unknown packing": patched("Vertices", 5, 7),
  "an array that cannot be unpacked": patched("Vertices", 13, 0xffffffff),
  "a value of an unknown type": patched("Vertices", 0, 0x3f3f3f3f),
  "64-bit offsets that go too far": ((): Uint8Array => {
    const bytes = binary(7500).slice();
    new DataView(bytes.buffer).setBigUint64(27, 1n << 60n, true);
    return bytes;
  })(),
  "a text without a version": Buffer.from("Objects:  {\n}\n"),
  "a text of an old version": Buffer.from("FBXHeaderExtension:  {\n\tFBXVersion: 5000\n}\n"),
  "a text that ends in a record": Buffer.from(text().slice(0, 300)),
  "a text that ends in a string": Buffer.from(`${text().split('"OO"')[0]}"OO`),
  "a text with a stray word": Buffer.from(text().replace("Objects:", "Objects")),
  "a text with a stray brace": Buffer.from(`${text()}}\n`),
  "a text with a comma before nothing": Buffer.from(
    text().replace("Version: 232", "Version: 232,"),
  ),
  "a text with an array too short": Buffer.from(text().replace("*9", "*12")),
  "a text with a word in an array": Buffer.from(text().replace("a: 0,0,0", "a: 0,zero,0")),
  "a text with an array without braces": Buffer.from(text().replace("*9 {", "*9")),
  "a text with nesting that does not end": Buffer.from(`; FBX 7.3.0\n${"A: {\n".repeat(100)}`),
  "a corner on no point, binary": writeBinary(
    records([MESH[0]!, record("PolygonVertexIndex", [ints([0, 1, -9])])]),
    { version: 7400 },
  ),
  "a corner on no point, text": Buffer.from(
    text([MESH[0]!, record("PolygonVertexIndex", [ints([0, 1, -9])])]),
  ),
  "a point that is not a number": writeBinary(
    records([record("Vertices", [doubles([0, Number.NaN, 0, 1, 0, 0, 0, 1, 0])]), MESH[1]!]),
    { version: 7400 },
  ),
  "models below each other": writeAscii(
    sceneRecords(
      {
        objects: [a, b],
        links: [
          { child: a, parent: b },
          { child: b, parent: a },
        ],
      },
      7300,
    ),
    { version: 7300 },
  ),
  "a take with a cut key": Buffer.from(
    '; FBX 6.1.0\nTakes: {\n Take: "t" {\n  Model: "Model::m" {\n   Channel: "Transform" {\n    Channel: "T" {\n     Channel: "X" {\n      Key: 0,1,U,s,1\n     }\n    }\n   }\n  }\n }\n}\n',
  ),
  "a take with an unknown key": Buffer.from(
    '; FBX 6.1.0\nTakes: {\n Take: "t" {\n  Model: "Model::m" {\n   Channel: "Visibility" {\n    Key: 0,1,Q\n   }\n  }\n }\n}\n',
  ),
};

const GOLDEN = join(import.meta.dirname, "broken.txt");

test("messages", (t) => {
  const messages = Object.entries(BROKEN).map(([name, bytes]) => {
    const { value, diagnostics } = readFbx(bytes, "m.fbx");
    t.is(value, undefined, name);
    t.is(diagnostics.length, 1, name);
    return `# ${name}\n${renderDiagnostics(diagnostics, () => undefined)}`;
  });
  const actual = messages.join("\n");
  if (process.env["UPDATE_GOLDENS"] === "1") writeFileSync(GOLDEN, actual);
  t.is(actual, readFileSync(GOLDEN, "utf8"));
});
