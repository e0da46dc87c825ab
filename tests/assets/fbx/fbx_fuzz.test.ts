/** Damaged FBX files: the reader gives a sound model or one message, whatever the bytes are. FUZZ_FACTOR asks for more. */
import test, { type ExecutionContext } from "ava";
import { hasErrors } from "#asset_tools/document/diagnostic.ts";
import { readFbx } from "#asset_tools/fbx/read_fbx.ts";
import type { Model } from "#asset_tools/model/model.ts";
import { Random } from "#tests/compiler/parser/random.ts";
import { type Damage, damageBytes, damageTextWith } from "#tests/fuzz/damage.ts";
import { pieces } from "#tests/fuzz/pieces.ts";
import { sceneRecords } from "./fbx_scene.ts";
import { encodings } from "./sample_files.ts";
import { sampleScene } from "./sample_scene.ts";

const ROUNDS = 400 * Number(process.env["FUZZ_FACTOR"] ?? "1");

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

function survive(t: ExecutionContext, valid: Uint8Array, damage: Damage): void {
  const random = new Random(valid.length);
  let refused = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const bytes = damage(random, [valid]);
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
    survive(t, valid, isText ? damageTextWith(pieces.fbx) : damageBytes);
  });
}
