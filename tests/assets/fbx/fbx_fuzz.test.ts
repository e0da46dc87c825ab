/** Damaged FBX files: the reader gives a sound model or one message, whatever the bytes are. FUZZ_FACTOR asks for more. */
import test, { type ExecutionContext } from "ava";
import { hasErrors } from "#asset_tools/document/diagnostic.ts";
import { readFbx } from "#asset_tools/fbx/read_fbx.ts";
import type { Model } from "#asset_tools/model/model.ts";
import { sceneRecords } from "./fbx_scene.ts";
import { encodings } from "./sample_files.ts";
import { sampleScene } from "./sample_scene.ts";

const ROUNDS = 400 * Number(process.env["FUZZ_FACTOR"] ?? "1");
const WORDS = [0, 1, 2, 7, 0x7f, 0xff, 0x7fff, 0x7fffffff, 0x80000000, 0xfffffff0, 0xffffffff];
const PIECES = [
  "{",
  "}",
  ",",
  ":",
  '"',
  "*",
  "*999999999 {",
  "a:",
  "nan",
  "-1",
  "1e999",
  "\n",
  ";",
  "99999999999999999999",
  "AllSame",
  "ByEdge",
  "IndexToDirect",
];

function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

type Random = ReturnType<typeof randomFrom>;

function mutateBytes(valid: Uint8Array, random: Random): Uint8Array {
  const bytes = valid.slice(0, random(16) === 0 ? random(valid.length) : valid.length);
  const view = new DataView(bytes.buffer);
  for (let edit = random(3); edit >= 0 && bytes.length >= 4; edit--) {
    const at = random(bytes.length - 3);
    if (random(2) === 0) bytes[at] = random(256);
    else view.setUint32(at, WORDS[random(WORDS.length)]!, true);
  }
  return bytes;
}

function mutateText(valid: Uint8Array, random: Random): Uint8Array {
  let text = Buffer.from(valid).toString();
  for (let edit = random(3); edit >= 0; edit--) {
    const at = random(text.length);
    const size = random(4) === 0 ? random(60) : random(3);
    const from = random(text.length);
    const inserted = [PIECES[random(PIECES.length)]!, text.slice(from, from + random(50)), ""][
      random(3)
    ]!;
    text = text.slice(0, at) + inserted + text.slice(at + size);
  }
  return Buffer.from(text);
}

/** Every index must be in range and every number finite: the compilers behind rely on it. */
function problemOf({
  nodes,
  meshes,
  materials,
  images,
  skins,
  animations,
}: Model): string | undefined {
  for (const [index, node] of nodes.entries()) {
    if (node.parent >= index || node.mesh >= meshes.length || node.skin >= skins.length)
      return "node";
  }
  for (const { primitives, targets } of meshes) {
    for (const primitive of primitives) {
      const count = primitive.positions.length / 3;
      const arrays = [
        primitive.positions,
        primitive.normals,
        primitive.tangents,
        ...primitive.uvs,
        ...primitive.colors,
        primitive.skinning?.weights,
      ];
      if (arrays.some((array) => array?.some((value) => !Number.isFinite(value)))) return "number";
      if (primitive.indices.some((vertex) => vertex >= count)) return "index";
      if (primitive.material >= materials.length || primitive.targets.length !== targets.length)
        return "primitive";
      if (primitive.uvs.some((uv) => uv.length !== count * 2)) return "uv";
    }
  }
  for (const { joints, inverseBindMatrices } of skins) {
    if (
      joints.some((joint) => joint < 0 || joint >= nodes.length) ||
      inverseBindMatrices.length !== joints.length * 16
    )
      return "skin";
    if (inverseBindMatrices.some((value) => !Number.isFinite(value))) return "bind matrix";
  }
  for (const { textures } of materials)
    if (textures.some(({ image }) => image >= images.length)) return "image";
  for (const { channels } of animations) {
    for (const { times, values, node } of channels) {
      if (node >= nodes.length || times.length === 0 || values.length % times.length !== 0)
        return "channel";
      if (times.some((time, at) => !(time >= 0) || (at > 0 && time <= times[at - 1]!)))
        return "time";
      if (values.some((value) => !Number.isFinite(value))) return "value";
    }
  }
  return undefined;
}

function survive(t: ExecutionContext, valid: Uint8Array, mutate: typeof mutateBytes): void {
  const random = randomFrom(valid.length);
  let refused = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const bytes = mutate(valid, random);
    const { value, diagnostics } = readFbx(bytes, "m.fbx");
    if (value === undefined) {
      refused++;
      if (!hasErrors(diagnostics)) t.fail(`round ${round}: neither model nor error`);
    } else {
      const problem = problemOf(value);
      if (problem !== undefined) t.fail(`round ${round}: unsound ${problem}`);
    }
  }
  t.true(refused > ROUNDS / 20, `${refused} of ${ROUNDS} refused`);
}

for (const encoding of encodings) {
  const valid = encoding.write(sceneRecords(sampleScene(encoding.version), encoding.version));
  const isText = encoding.name.startsWith("ASCII");
  test(`damaged ${encoding.name}`, (t) => {
    t.is(problemOf(readFbx(valid, "m.fbx").value!), undefined);
    survive(t, valid, isText ? mutateText : mutateBytes);
  });
}
