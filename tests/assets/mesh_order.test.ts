/** What the order of triangles saves: vertices fetched, pixels drawn twice. */
import test from "ava";
import { decodeMesh } from "#asset_tools/fpkg/decode_mesh.ts";
import type { MeshData } from "#asset_tools/fpkg/mesh_data.ts";
import { compileMesh, type MeshOptions } from "#asset_tools/mesh/compile_mesh.ts";
import { PLAIN_MESH } from "./mesh_options.ts";
import { ringObj } from "./ring_obj.ts";
import { attributeRows } from "./shader_view.ts";

async function compile(changes: Partial<MeshOptions>): Promise<MeshData> {
  const bytes = Buffer.from(ringObj(64));
  const { value } = await compileMesh(bytes, "m.obj", { ...PLAIN_MESH, ...changes });
  return decodeMesh(value as Uint8Array);
}

/** Vertices fetched a triangle through a cache of 16. */
function fetchesPerTriangle({ indices }: MeshData): number {
  const cache: number[] = [];
  let fetched = 0;
  for (const index of indices) {
    if (cache.includes(index)) continue;
    fetched++;
    cache.unshift(index);
    cache.length = Math.min(cache.length, 16);
  }
  return fetched / (indices.length / 3);
}

test("optimised triangles fetch few vertices, against overdraw hardly more", async (t) => {
  const dev = fetchesPerTriangle(await compile({}));
  const ship = fetchesPerTriangle(await compile({ quality: "ship" }));
  const unordered = fetchesPerTriangle(await compile({ optimize: false }));
  t.log(`unordered ${unordered.toFixed(2)}, dev ${dev.toFixed(2)}, ship ${ship.toFixed(2)}`);
  t.true(dev < 0.75);
  t.true(ship < dev * 1.1);
  t.true(unordered > 1);
});

/** Pixels drawn for each that is seen, from six sides, with a buffer of depths. */
function overdraw(mesh: MeshData): number {
  const SIZE = 128;
  const positions = attributeRows(mesh.vertices, "position") ?? [];
  const { sphereCenter, sphereRadius } = mesh;
  let [drawn, seen] = [0, 0];
  for (const [right, up, depth] of [
    [0, 1, 2],
    [1, 2, 0],
    [2, 0, 1],
  ] as const) {
    for (const side of [1, -1]) {
      const depths = new Float64Array(SIZE * SIZE).fill(Number.POSITIVE_INFINITY);
      const place = (index: number): [number, number, number] => {
        const along = (axis: 0 | 1 | 2): number =>
          ((positions[index]?.[axis] as number) - sphereCenter[axis]) / sphereRadius;
        return [
          ((side * along(right) + 1) / 2) * SIZE,
          ((along(up) + 1) / 2) * SIZE,
          -side * along(depth),
        ];
      };
      for (let at = 0; at < mesh.indices.length; at += 3) {
        const [a, b, c] = [0, 1, 2].map((corner) => place(mesh.indices[at + corner] as number)) as [
          [number, number, number],
          [number, number, number],
          [number, number, number],
        ];
        const area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
        // What looks away is not drawn.
        if (area <= 0) continue;
        const [left, end] = [Math.min(a[0], b[0], c[0]), Math.max(a[0], b[0], c[0])].map(
          Math.floor,
        );
        const [low, high] = [Math.min(a[1], b[1], c[1]), Math.max(a[1], b[1], c[1])].map(
          Math.floor,
        );
        for (let y = low as number; y <= (high as number); y++) {
          for (let x = left as number; x <= (end as number); x++) {
            const [px, py] = [x + 0.5, y + 0.5];
            const share = (from: number[], to: number[]): number =>
              (((to[0] as number) - (from[0] as number)) * (py - (from[1] as number)) -
                ((to[1] as number) - (from[1] as number)) * (px - (from[0] as number))) /
              area;
            const [atA, atB, atC] = [share(b, c), share(c, a), share(a, b)];
            if (atA < 0 || atB < 0 || atC < 0) continue;
            const z = atA * a[2] + atB * b[2] + atC * c[2];
            const pixel = y * SIZE + x;
            if (z >= (depths[pixel] as number)) continue;
            if (depths[pixel] === Number.POSITIVE_INFINITY) seen++;
            depths[pixel] = z;
            drawn++;
          }
        }
      }
    }
  }
  return drawn / seen;
}

test("ship draws fewer pixels twice", async (t) => {
  const dev = overdraw(await compile({}));
  const ship = overdraw(await compile({ quality: "ship" }));
  t.log(`dev ${dev.toFixed(3)}, ship ${ship.toFixed(3)}`);
  t.true(ship < dev);
  t.true(ship >= 1);
});
