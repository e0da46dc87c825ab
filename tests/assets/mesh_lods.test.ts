import test from "ava";
import { decodeMesh } from "#asset_tools/fpkg/decode_mesh.ts";
import type { LodRange, MeshData } from "#asset_tools/fpkg/mesh_data.ts";
import { compileMesh, type MeshOptions } from "#asset_tools/mesh/compile_mesh.ts";
import { DistanceGauge, type Surface } from "#asset_tools/mesh/surface_distance.ts";
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
  return new DistanceGauge(a).distanceTo(b, limit);
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

const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Point, b: Point): Point => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

function distanceToSegment(point: Point, [a, b]: readonly [Point, Point]): number {
  const line = minus(b, a);
  const size = dot(line, line);
  const share = size > 0 ? Math.max(0, Math.min(1, dot(minus(point, a), line) / size)) : 0;
  const nearest: Point = [a[0] + share * line[0], a[1] + share * line[1], a[2] + share * line[2]];
  return Math.hypot(...minus(point, nearest));
}

/** To the plane where the point is above the triangle, else to the nearest side. */
function plainDistance(point: Point, [a, b, c]: readonly [Point, Point, Point]): number {
  const sides = [
    [a, b],
    [b, c],
    [c, a],
  ] as const;
  const normal = cross(minus(b, a), minus(c, a));
  const isAbove = sides.every(
    ([from, to]) => dot(cross(normal, minus(to, from)), minus(point, from)) > 0,
  );
  if (isAbove) return Math.abs(dot(normal, minus(point, a))) / Math.hypot(...normal);
  return Math.min(...sides.map((side) => distanceToSegment(point, side)));
}

function trianglesOf({ positions, indices }: Surface): [Point, Point, Point][] {
  const point = (vertex: number): Point =>
    [...positions.subarray(vertex * 3, vertex * 3 + 3)] as unknown as Point;
  return Array.from({ length: indices.length / 3 }, (_, at) =>
    [...indices.subarray(at * 3, at * 3 + 3)].map(point),
  ) as [Point, Point, Point][];
}

/** Every sample of one against every triangle of the other. */
function plainLargest(from: Surface, to: Surface): number {
  const mean = (...points: Point[]): Point =>
    [0, 1, 2].map(
      (axis) => points.reduce((sum, point) => sum + (point[axis] as number), 0) / points.length,
    ) as unknown as Point;
  const samples = trianglesOf(from).flatMap(([a, b, c]) => [
    ...[a, b, c, mean(a, b), mean(b, c), mean(c, a), mean(a, b, c)],
  ]);
  const triangles = trianglesOf(to);
  const nearest = samples.map((point) =>
    Math.min(...triangles.map((triangle) => plainDistance(point, triangle))),
  );
  return Math.max(...nearest);
}

test("the distance of any surfaces is that of all samples to all triangles", (t) => {
  let state = 9;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const surface = (positions: Float32Array, count: number): Surface => {
    const vertices = positions.length / 3;
    const pick = (): number => Math.floor(random() * vertices);
    return { positions, indices: Uint32Array.from({ length: count * 3 }, pick) };
  };
  for (let round = 0; round < 40; round++) {
    // Flat ones, long ones and clouds; every other pair between the same positions.
    const scale = [random(), round % 3 === 0 ? 0 : random(), 10 ** Math.floor(random() * 6 - 3)];
    const points = (): Float32Array =>
      Float32Array.from({ length: 90 }, (_, at) => (random() - 0.5) * (scale[at % 3] as number));
    const shared = points();
    const a = surface(shared, 1 + Math.floor(random() * 40));
    const b = surface(round % 2 === 0 ? shared : points(), 1 + Math.floor(random() * 40));
    const expected = Math.max(plainLargest(a, b), plainLargest(b, a));
    const measured = distance(a, b, Number.POSITIVE_INFINITY);
    const tolerance = 1e-6 * Math.max(...scale);
    t.true(Math.abs(measured - expected) <= tolerance, `${measured}, expected ${expected}`);
    t.is(distance(a, b, expected * 0.9) > expected * 0.9, expected > 0);
    t.true(distance(a, b, expected + tolerance) <= expected + tolerance);
  }
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
