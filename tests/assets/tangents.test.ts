/** Tangents against MikkTSpace's own code, corner by corner. */
import test from "ava";
import { generateTangents } from "mikktspace";
import { joinPrimitives } from "#asset_tools/mesh/join_primitives.ts";
import { meshoptReady } from "#asset_tools/mesh/meshopt.ts";
import { importObj } from "#asset_tools/mesh/obj/import_obj.ts";
import { withTangents } from "#asset_tools/mesh/tangents.ts";
import { gatherMesh } from "#asset_tools/model/gather_mesh.ts";
import { ringObj } from "./ring_obj.ts";

/** A box whose sides use one picture, some of them mirrored or turned. */
function boxObj(): string {
  const corners = [0, 1, 2, 3, 4, 5, 6, 7];
  const lines = corners.map((corner) => `v ${corner & 1} ${(corner >> 1) & 1} ${corner >> 2}`);
  lines.push("vt 0 0", "vt 1 0", "vt 1 1", "vt 0 1");
  const sides = ["1 5 7 3", "2 4 8 6", "1 2 6 5", "3 7 8 4", "1 3 4 2", "5 6 8 7"];
  const uvs = ["1 2 3 4", "2 1 4 3", "3 4 1 2", "4 3 2 1", "2 3 4 1", "1 4 3 2"];
  lines.push("s 1");
  for (const [side, text] of sides.entries()) {
    const around = (uvs[side] as string).split(" ");
    lines.push(
      `f ${text
        .split(" ")
        .map((corner, at) => `${corner}/${around[at]}`)
        .join(" ")}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

for (const [name, obj] of Object.entries({ ring: ringObj(40), box: boxObj() })) {
  test(`${name}: directions and signs are MikkTSpace's`, async (t) => {
    await meshoptReady();
    const { value: model } = importObj(Buffer.from(obj), "m.obj");
    const gathered = model && gatherMesh(model, {});
    if (gathered === undefined) throw new Error("no mesh");
    const geometry = joinPrimitives(gathered, []);
    const { indices, tangents = new Float32Array() } = withTangents(geometry);
    const corners = (rows: Float32Array | undefined, size: number): Float32Array =>
      Float32Array.from({ length: geometry.indices.length * size }, (_, at) => {
        const vertex = geometry.indices[Math.floor(at / size)] as number;
        return rows?.[vertex * size + (at % size)] as number;
      });
    const uvs = corners(geometry.uvs[0], 2).map((value, at) => (at % 2 === 0 ? value : 1 - value));
    const expected = generateTangents(
      corners(geometry.positions, 3),
      corners(geometry.normals, 3),
      uvs,
    );
    let [worst, turned, signs] = [0, 0, 0];
    for (const [corner, vertex] of indices.entries()) {
      const own = tangents.subarray(vertex * 4, vertex * 4 + 4);
      const theirs = expected.subarray(corner * 4, corner * 4 + 4);
      if (own[3] !== theirs[3]) signs++;
      const cosine = [0, 1, 2].reduce(
        (sum, axis) => sum + (own[axis] as number) * (theirs[axis] as number),
        0,
      );
      worst = Math.max(worst, 1 - cosine);
      if (cosine < 0.9999) turned++;
    }
    t.log(`${indices.length} corners, ${turned} turned, ${signs} signs, worst cosine ${1 - worst}`);
    t.is(turned, 0);
    t.is(signs, 0);
  });
}
