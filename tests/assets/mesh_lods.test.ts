import test from "ava";
import { decodeMesh } from "#asset_tools/fpkg/decode_mesh.ts";
import type { LodRange, MeshData } from "#asset_tools/fpkg/mesh_data.ts";
import { compileMesh, type MeshOptions } from "#asset_tools/mesh/compile_mesh.ts";
import { type Surface, surfaceDistance, TriangleGrid } from "#asset_tools/mesh/surface_distance.ts";
import { chooseLod } from "#runtime/renderer/choose_lod.ts";
import { PLAIN_MESH } from "./mesh_options.ts";
import { ringObj } from "./ring_obj.ts";
import { attributeRows } from "./shader_view.ts";

const options: MeshOptions = {
  ...PLAIN_MESH,
  lods: [
    { ratio: 0.5, error: 0.005 },
    { ratio: 0.2, error: 0.01 },
    { ratio: 0.05, error: 0.03 },
  ],
};

async function compile(obj: string, changes: Partial<MeshOptions> = {}): Promise<MeshData> {
  const outcome = await compileMesh(Buffer.from(obj), "m.obj", { ...options, ...changes });
  if (outcome.value === undefined) throw new Error(outcome.diagnostics[0]?.message);
  return decodeMesh(outcome.value);
}

function surfaceOf(mesh: MeshData, { firstIndex, indexCount }: LodRange) {
  const positions = Float32Array.from((attributeRows(mesh.vertices, "position") ?? []).flat());
  const indices = Uint32Array.from(mesh.indices.subarray(firstIndex, firstIndex + indexCount));
  return { positions, indices };
}

type Point = readonly [number, number, number];

/** Distance of a point to a triangle, by a search that shares nothing with the code under test. */
function slowDistance(point: Point, corners: readonly [Point, Point, Point]): number {
  let nearest = Number.POSITIVE_INFINITY;
  const STEPS = 64;
  for (let i = 0; i <= STEPS; i++) {
    for (let j = 0; i + j <= STEPS; j++) {
      const shares = [i, j, STEPS - i - j].map((steps) => steps / STEPS) as unknown as Point;
      const squares = ([0, 1, 2] as const).map((axis) => {
        const place = corners.reduce(
          (sum, corner, at) => sum + corner[axis] * (shares[at] as number),
          0,
        );
        return (place - point[axis]) ** 2;
      });
      nearest = Math.min(
        nearest,
        squares.reduce((sum, square) => sum + square, 0),
      );
    }
  }
  return Math.sqrt(nearest);
}

function distance(a: Surface, b: Surface, limit: number): number {
  return surfaceDistance(new TriangleGrid(a), new TriangleGrid(b), limit);
}

test("the distance of surfaces is that of their farthest samples", (t) => {
  let state = 5;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state / 2 ** 32) * 4 - 2;
  };
  const point = (): Point => [random(), random(), random()];
  for (let round = 0; round < 60; round++) {
    const triangle = [point(), point(), point()] as const;
    const other = point();
    // A triangle of one point has that point as all its samples; the way back is to a point.
    const dot = {
      positions: Float32Array.from([...other, ...other, ...other]),
      indices: Uint32Array.of(0, 1, 2),
    };
    const surface = {
      positions: Float32Array.from(triangle.flat()),
      indices: Uint32Array.of(0, 1, 2),
    };
    const expected = Math.max(
      slowDistance(other, triangle),
      ...triangle.map((corner) =>
        Math.hypot(...corner.map((value, axis) => value - (other[axis] as number))),
      ),
    );
    const measured = distance(dot, surface, Number.POSITIVE_INFINITY);
    t.true(Math.abs(measured - expected) < 0.05, `${measured}, expected ${expected}`);
  }
  const flat = (z: number) => ({
    positions: Float32Array.of(0, 0, z, 1, 0, z, 0, 1, z, 1, 1, z),
    indices: Uint32Array.of(0, 1, 2, 2, 1, 3),
  });
  t.is(distance(flat(0), flat(0.25), Number.POSITIVE_INFINITY), 0.25);
  t.true(distance(flat(0), flat(0), 1) < 1e-12);
});

test("levels have fewer triangles and keep their bounds of error", async (t) => {
  const mesh = await compile(ringObj(72));
  const extent = Math.max(
    ...mesh.boundsMax.map((value, axis) => value - (mesh.boundsMin[axis] as number)),
  );
  const [finest, ...coarser] = mesh.lods;
  t.is(finest?.indexCount, 72 * 72 * 6);
  t.is(coarser.length, 3);
  for (const [level, lod] of coarser.entries()) {
    const asked = options.lods[level] as (typeof options.lods)[number];
    const share = lod.indexCount / (finest as LodRange).indexCount;
    const measured = distance(
      surfaceOf(mesh, finest as LodRange),
      surfaceOf(mesh, lod),
      Number.POSITIVE_INFINITY,
    );
    t.log(`${(share * 100).toFixed(1)} %, off by ${(measured / extent).toFixed(5)} of the extent`);
    t.true(measured <= asked.error * extent);
    t.true(measured <= lod.error);
    t.true(share <= asked.ratio * 1.05);
  }
  t.deepEqual(
    mesh.lods.map(({ firstIndex, indexCount }) => firstIndex + indexCount),
    [...mesh.lods.slice(1).map(({ firstIndex }) => firstIndex), mesh.indices.length],
  );
});

test("an error that allows nothing leaves the level out", async (t) => {
  const mesh = await compile(ringObj(24), { lods: [{ ratio: 0.5, error: 0 }] });
  t.is(mesh.lods.length, 1);
});

test("submeshes keep their triangles apart in every level", async (t) => {
  const plane = (material: string, first: number): string => {
    const lines: string[] = [];
    for (let y = 0; y <= 8; y++)
      for (let x = 0; x <= 8; x++) lines.push(`v ${x + first * 8} ${y} 0`);
    lines.push("s 1", `usemtl ${material}`);
    for (let y = 0; y < 8; y++) {
      for (let x = 0; x < 8; x++) {
        const a = first * 81 + y * 9 + x + 1;
        lines.push(`f ${a} ${a + 1} ${a + 10} ${a + 9}`);
      }
    }
    return `${lines.join("\n")}\n`;
  };
  const mesh = await compile(plane("red", 0) + plane("blue", 1), {
    lods: [{ ratio: 0.1, error: 0.001 }],
  });
  t.is(mesh.lods.length, 2);
  const positions = attributeRows(mesh.vertices, "position") ?? [];
  for (const { submeshes } of mesh.lods) {
    t.deepEqual(
      submeshes.map(({ name }) => name),
      ["red", "blue"],
    );
    for (const { name, firstIndex, indexCount } of submeshes) {
      t.true(indexCount > 0);
      const columns = [...mesh.indices.subarray(firstIndex, firstIndex + indexCount)].map(
        (index) => positions[index]?.[0] as number,
      );
      t.true(columns.every((x) => (name === "red" ? x <= 8 : x >= 8)));
    }
  }
});

test("the level that is drawn follows from its size in the picture", (t) => {
  const lod = (error: number): LodRange => ({ firstIndex: 0, indexCount: 3, error, submeshes: [] });
  const mesh = {
    lods: [lod(0), lod(0.01), lod(0.1)],
    sphereCenter: [0, 0, 0],
    sphereRadius: 1,
  } as const;
  // A vertical field of view of 90 degrees: at a distance of 1 half of the picture is 1 high.
  const camera = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1, -1, 0, 0, -0.2, 0];
  const errorAt = (z: number, scale = 1, height = 1000): number => {
    const model = [scale, 0, 0, 0, 0, scale, 0, 0, 0, 0, scale, 0, 0, 0, z, 1];
    return chooseLod(mesh, model, camera, height).error;
  };
  t.is(errorAt(0), 0, "around the camera");
  t.is(errorAt(-5), 0);
  t.is(errorAt(-5.9), 0);
  t.is(errorAt(-6.1), 0.01, "0.01 is a pixel at a distance of 5, from the sphere");
  t.is(errorAt(-50.9), 0.01);
  t.is(errorAt(-51.1), 0.1);
  t.is(errorAt(-51.1, 10), 0, "a larger thing is seen better");
  t.is(errorAt(-6.1, 1, 2000), 0, "and so it is in a larger picture");
});
