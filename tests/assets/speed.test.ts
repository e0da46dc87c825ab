/** Prints how long the heavy compilers take; the only demand is a hundred times what was measured, so that a hang fails. */
import test from "ava";
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
