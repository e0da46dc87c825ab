/** Prints how long the heavy compilers take; the only demand is a hundred times what was measured, so that a hang fails. */
import test from "ava";
import { compileMesh } from "#asset_tools/mesh/compile_mesh.ts";
import { compileTexture } from "#asset_tools/texture/compile_texture.ts";
import { rgbaPng } from "./make_png.ts";
import { brickPicture } from "./picture.ts";

async function best(rounds: number, run: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

test("1024x1024 PNG with mips", async (t) => {
  const png = rgbaPng(1024, 1024, brickPicture(1024));
  for (const format of ["rgba8", "bc1", "bc7"] as const) {
    const options = {
      parts: { kind: "flat", source: "t.png" },
      format,
      platform: "bc",
      quality: "dev",
      semantic: "color",
      mipmaps: true,
    } as const;
    const milliseconds = await best(3, () =>
      compileTexture([{ file: "t.png", bytes: png }], options),
    );
    t.log(`${format}: ${milliseconds.toFixed(0)} ms`);
    t.true(milliseconds < 60000);
  }
});

test("OBJ of 100,352 triangles", async (t) => {
  const obj = Buffer.from(gridObj(224));
  const options = {
    optimize: true,
    generateTangents: true,
    quantize: true,
    compression: "meshopt",
    lods: [],
    quality: "dev",
  } as const;
  const milliseconds = await best(3, () => compileMesh(obj, "m.obj", options));
  t.log(`${(obj.length / 1e6).toFixed(1)} MB: ${milliseconds.toFixed(0)} ms`);
  t.true(milliseconds < 60000);
});

function gridObj(size: number): string {
  const lines: string[] = [];
  for (let y = 0; y <= size; y++) {
    for (let x = 0; x <= size; x++) {
      const height = ((x * 37 + y * 61) % 100) / 100;
      lines.push(`v ${(x / size).toFixed(6)} ${height.toFixed(6)} ${(y / size).toFixed(6)}`);
      lines.push(`vt ${(x / size).toFixed(6)} ${(y / size).toFixed(6)}`);
    }
  }
  lines.push("s 1");
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const a = y * (size + 1) + x + 1;
      const c = a + size + 1;
      lines.push(`f ${a}/${a} ${c}/${c} ${c + 1}/${c + 1} ${a + 1}/${a + 1}`);
    }
  }
  return lines.join("\n");
}
