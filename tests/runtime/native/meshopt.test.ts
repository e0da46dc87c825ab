/** The C decoders of meshes give what the TypeScript ones give, and refuse damage without reading past it. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "ava";
import { MeshoptEncoder } from "meshoptimizer/encoder";
import { decodeMeshoptIndices } from "#asset_tools/fpkg/meshopt_indices.ts";
import { decodeMeshoptVertices } from "#asset_tools/fpkg/meshopt_vertices.ts";
import { BUILD_TIME, buildDriver, runtimeDir } from "./run_ir.ts";

const CASES = 200;

const DECODERS = ["meshopt.h", "meshopt_vertices.c", "meshopt_indices.c"];

/** What a word of a vertex may be like, for every kind of channel that the encoder knows. */
const words: readonly ((vertex: number, random: (limit: number) => number) => number)[] = [
  (_, random) => random(2 ** 32),
  (vertex, random) => ((vertex * 7 + random(3)) & 0xffff) | ((vertex * 300) << 16),
  (vertex) => new Uint32Array(Float32Array.of(vertex / 13).buffer)[0] as number,
  (_, random) => (random(10) === 0 ? random(255) : 5),
  () => 0x12345678,
];

function encodedCase(
  kind: 0 | 1,
  count: number,
  stride: number,
  encoded: Uint8Array,
  decoded: Uint8Array,
) {
  const header = Uint32Array.of(kind, count, stride, encoded.length, decoded.length);
  return Buffer.concat([new Uint8Array(header.buffer), encoded, decoded]);
}

function cases(): Buffer[] {
  let state = 1;
  const random = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return Array.from({ length: CASES }, () => {
    const stride = 4 * (1 + random(64));
    const count = 1 + random(700);
    const kinds = Array.from({ length: stride / 4 }, () => words[random(words.length)]);
    const raw = Uint32Array.from(
      { length: (count * stride) / 4 },
      (_, at) => kinds[at % kinds.length]?.(Math.floor(at / kinds.length), random) ?? 0,
    );
    const bytes = new Uint8Array(raw.buffer);
    const vertices = MeshoptEncoder.encodeVertexBufferLevel(bytes, count, stride, 3, 1);
    const isWild = random(3) === 0;
    const indices = Uint32Array.from({ length: 3 * (1 + random(300)) }, (_, at) =>
      isWild ? random(500) : Math.floor(at / 6) + (at % 3) + random(2),
    );
    const triangles = MeshoptEncoder.encodeIndexBuffer(
      new Uint8Array(indices.buffer),
      indices.length,
      4,
    );
    const decoded = decodeMeshoptIndices(triangles, indices.length);
    return Buffer.concat([
      encodedCase(1, count, stride, vertices, decodeMeshoptVertices(vertices, count, stride)),
      encodedCase(0, indices.length, 4, triangles, new Uint8Array(decoded.buffer)),
    ]);
  });
}

test("meshes decode natively as in pages", async (t) => {
  t.timeout(BUILD_TIME);
  await MeshoptEncoder.ready;
  const files = DECODERS.map((name) => ({
    name,
    text: readFileSync(join(runtimeDir, "game", name), "utf8"),
  }));
  const driver = await buildDriver("meshopt_driver.c", [], files);
  const output = execFileSync(driver, { input: Buffer.concat(cases()), encoding: "utf8" });
  const [count, wrong, refused] = output.trim().split(" ").map(Number);
  t.is(count, CASES * 2);
  t.is(wrong, 0);
  t.true((refused ?? 0) > CASES * 10);
});
