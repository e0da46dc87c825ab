/** Damaged glTF: the reader gives a model or diagnostics, whatever the bytes are. FUZZ_FACTOR asks for more. */
import test, { type ExecutionContext } from "ava";
import { hasErrors } from "#asset_tools/document/diagnostic.ts";
import { readGltf } from "#asset_tools/gltf/read_gltf.ts";
import { gatherMesh } from "#asset_tools/model/gather_mesh.ts";
import { compressedGrid } from "./compressed_gltf.ts";
import { bytesOf, type MadeGltf, toGlb, toGltf } from "./make_gltf.ts";
import { richGltf } from "./rich_gltf.ts";

const ROUNDS = 600 * Number(process.env["FUZZ_FACTOR"] ?? "1");
/** Numbers and kinds that JSON's values are replaced by. */
const ODD = [0, -1, 1, 2, 3, 0.5, 65536, 4294967295, 1e9, 1e308, "", "SCALAR", [], {}, null, true];

/** Deterministic noise. */
function randomFrom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Reads, and fails for anything but an outcome. */
async function attempt(bytes: Uint8Array): Promise<boolean> {
  const { value, diagnostics } = await readGltf(bytes, "m.gltf");
  if ((value === undefined) !== hasErrors(diagnostics)) throw new Error("no model, and no error");
  if (value !== undefined) gatherMesh(value, {});
  return value !== undefined;
}

async function survive(
  t: ExecutionContext,
  damaged: (random: (limit: number) => number) => Uint8Array,
): Promise<void> {
  const random = randomFrom(ROUNDS);
  const slowest = { seconds: 0, round: 0 };
  let read = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    if (await attempt(damaged(random))) read++;
    const seconds = (performance.now() - start) / 1000;
    if (seconds > slowest.seconds) Object.assign(slowest, { seconds, round });
  }
  t.log(`${read} of ${ROUNDS} were read; the slowest took ${slowest.seconds.toFixed(3)} s`);
  t.true(slowest.seconds < 20, `round ${slowest.round}`);
  t.true(read < ROUNDS);
}

function damageBytes(valid: Uint8Array, random: (limit: number) => number): Uint8Array {
  const bytes = valid.slice(0, random(8) === 0 ? random(valid.length) : valid.length);
  for (let edit = random(4); edit >= 0 && bytes.length > 0; edit--) {
    // Half of the edits are at the end, where a GLB has its numbers.
    const last = random(2) === 0 ? Math.min(400, bytes.length) : bytes.length;
    bytes[bytes.length - 1 - random(last)] = random(256);
  }
  return bytes;
}

/** One value anywhere in the JSON becomes another, or is left out. */
function damageJson(made: MadeGltf, random: (limit: number) => number): MadeGltf {
  const json = structuredClone(made.json);
  for (let edit = random(2); edit >= 0; edit--) {
    let place: Record<string, unknown> = json;
    for (;;) {
      const keys = Object.keys(place);
      const key = keys[random(keys.length)];
      if (key === undefined) break;
      const inner = place[key];
      if (typeof inner === "object" && inner !== null && random(8) !== 0) {
        place = inner as Record<string, unknown>;
        continue;
      }
      if (random(8) === 0) delete place[key];
      else place[key] = structuredClone(ODD[random(ODD.length)]);
      break;
    }
  }
  return { ...made, json };
}

test("the file that is damaged here is read", async (t) => {
  t.true(await attempt(toGlb(richGltf())));
  t.true(await attempt(toGltf(richGltf())));
});

test("numbers that no double holds, and nesting without end", async (t) => {
  const made = richGltf();
  for (const [damage, problem] of [
    ["1e999", "a number is too large (byte "],
    ["[".repeat(5000) + "]".repeat(5000), "nested deeper than 200 (byte "],
  ] as const) {
    // Put into the text, as JavaScript writes neither.
    const text = JSON.stringify(made.json).replace('"max":[1,1,0]', `"max":[1,${damage},0]`);
    const padded = new TextEncoder().encode(text.padEnd((text.length + 3) & ~3));
    const head = Uint32Array.of(0x46546c67, 2, 20 + padded.length, padded.length, 0x4e4f534a);
    const glb = new Uint8Array(Buffer.concat([bytesOf(head), padded]));
    const { diagnostics } = await readGltf(glb, "m.glb");
    t.is(diagnostics.length, 1);
    t.true(diagnostics[0]?.message.includes(problem), diagnostics[0]?.message);
  }
});

test("damaged bytes of a GLB", async (t) => {
  const valid = toGlb(richGltf());
  await survive(t, (random) => damageBytes(valid, random));
});

test("damaged bytes of a text", async (t) => {
  const valid = toGltf(richGltf());
  await survive(t, (random) => damageBytes(valid, random));
});

test("wrong values in the JSON", async (t) => {
  const made = richGltf();
  await survive(t, (random) => toGlb(damageJson(made, random)));
});

for (const compression of ["EXT_meshopt_compression", "KHR_draco_mesh_compression"] as const) {
  test(`damaged bytes of ${compression}`, async (t) => {
    const { glb } = await compressedGrid(compression);
    const start = 20 + new DataView(glb.buffer, glb.byteOffset).getUint32(12, true);
    await survive(t, (random) => {
      const bytes = glb.slice();
      // The JSON is damaged above; here it is what is compressed.
      for (let edit = random(4); edit >= 0; edit--) {
        bytes[start + 8 + random(bytes.length - start - 8)] = random(256);
      }
      return bytes;
    });
  });
}
