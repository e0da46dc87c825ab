/** What our encoders write, a GPU's own decoder reads as ours does. */
import test, { type ExecutionContext } from "ava";
import { type CompressedFamily, decodeLevel } from "#asset_tools/fpkg/decode_level.ts";
import { textureFamilies } from "#asset_tools/fpkg/texture_formats.ts";
import { encodeLevel, type TextureQuality } from "#asset_tools/texture/encode_level.ts";
import { lacks, missingBrowser, openBrowser, openPage } from "./browser.ts";

const SIZE = 64;

/** The extension that has a format, and the format's number in it. */
const formats: Readonly<Record<CompressedFamily, readonly [extension: string, format: number]>> = {
  bc1: ["WEBGL_compressed_texture_s3tc", 0x83f1],
  bc3: ["WEBGL_compressed_texture_s3tc", 0x83f3],
  bc4: ["EXT_texture_compression_rgtc", 0x8dbb],
  bc5: ["EXT_texture_compression_rgtc", 0x8dbd],
  bc7: ["EXT_texture_compression_bptc", 0x8e8c],
  etc2: ["WEBGL_compressed_texture_etc", 0x9274],
  etc2Alpha: ["WEBGL_compressed_texture_etc", 0x9278],
  eacR: ["WEBGL_compressed_texture_etc", 0x9270],
  eacRg: ["WEBGL_compressed_texture_etc", 0x9272],
  astc4x4: ["WEBGL_compressed_texture_astc", 0x93b0],
  astc5x4: ["WEBGL_compressed_texture_astc", 0x93b1],
  astc5x5: ["WEBGL_compressed_texture_astc", 0x93b2],
  astc6x5: ["WEBGL_compressed_texture_astc", 0x93b3],
  astc6x6: ["WEBGL_compressed_texture_astc", 0x93b4],
  astc8x5: ["WEBGL_compressed_texture_astc", 0x93b5],
  astc8x6: ["WEBGL_compressed_texture_astc", 0x93b6],
  astc8x8: ["WEBGL_compressed_texture_astc", 0x93b7],
};

/** Slopes, edges and noise, so that blocks of every kind come up; alpha varies where it is asked for. */
function picture(hasAlpha: boolean): Uint8Array {
  const pixels = new Uint8Array(SIZE * SIZE * 4);
  let random = 1;
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
      const noise = y < SIZE / 2 ? 0 : (random >>> 27) * (x >> 4);
      const edge = (x + y) % 13 < 5 ? 90 : 0;
      const at = (y * SIZE + x) * 4;
      pixels[at] = Math.min(255, x * 3 + noise);
      pixels[at + 1] = Math.min(255, y * 2 + edge);
      pixels[at + 2] = Math.min(255, 200 - x - y + noise);
      pixels[at + 3] = hasAlpha ? Math.min(255, x * 4 + edge) : 255;
    }
  }
  return pixels;
}

const everything = Object.entries(formats).map(([name, [extension, format]]) => ({
  family: name as CompressedFamily,
  extension,
  format,
}));

test("a GPU decodes every format as we do", async (t) => {
  await withSampler(t, async (sample) => {
    for (const { family, extension, format } of everything) {
      for (const quality of ["dev", "ship"] as const satisfies readonly TextureQuality[]) {
        for (const hasAlpha of [false, true]) {
          const image = { width: SIZE, height: SIZE, pixels: picture(hasAlpha) };
          const data = encodeLevel(image, family, quality);
          const read = await sample({ extension, format, data: [...data], size: SIZE });
          if (read === null) {
            t.log(`${family}: this GPU has no ${extension}`);
            continue;
          }
          const worst = difference(decodeLevel(family, data, SIZE, SIZE), read);
          t.true(worst <= 1, `${family}, ${quality}, alpha ${hasAlpha}: off by ${worst}`);
        }
      }
    }
  });
});

test("a GPU decodes blocks of noise as we do", async (t) => {
  await withSampler(t, async (sample) => {
    for (const { family, extension, format } of everything) {
      const { width, height, bytes } = textureFamilies[family];
      const data = noise(Math.ceil(SIZE / width) * Math.ceil(SIZE / height) * bytes);
      const read = await sample({ extension, format, data: [...data], size: SIZE });
      if (read === null) continue;
      const worst = difference(decodeLevel(family, data, SIZE, SIZE), read);
      t.true(worst <= 1, `${family}: off by ${worst}`);
    }
  });
});

function noise(size: number): Uint8Array {
  let random = 1;
  return Uint8Array.from({ length: size }, () => {
    random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
    return random >>> 24;
  });
}

function difference(ours: Uint8Array, theirs: readonly number[]): number {
  return Math.max(...ours.map((value, at) => Math.abs(value - (theirs[at] as number))));
}

/** Runs a test with a page that uploads and samples. */
async function withSampler(
  t: ExecutionContext,
  run: (sample: (upload: Upload) => Promise<number[] | null>) => Promise<void>,
): Promise<void> {
  if (lacks(t, missingBrowser())) return;
  const context = await openBrowser(SIZE, SIZE);
  try {
    const { page } = await openPage(context);
    await run((upload) => page.evaluate(sampleInPage, upload));
  } finally {
    await context.close();
  }
}

interface Upload {
  readonly extension: string;
  readonly format: number;
  readonly data: readonly number[];
  readonly size: number;
}

/** In the page: uploads a level, draws it texel by texel and reads it back; null where the format is missing. */
function sampleInPage({ extension, format, data, size }: Upload): number[] | null {
  const canvas = new OffscreenCanvas(size, size);
  const gl = canvas.getContext("webgl2", { premultipliedAlpha: false });
  if (gl === null || gl.getExtension(extension) === null) return null;
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  gl.compressedTexImage2D(gl.TEXTURE_2D, 0, format, size, size, 0, new Uint8Array(data));
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  const program = gl.createProgram();
  const stages = [
    [
      gl.VERTEX_SHADER,
      "void main() { gl_Position = vec4(gl_VertexID == 1 ? 3 : -1, gl_VertexID == 2 ? 3 : -1, 0, 1); }",
    ],
    [
      gl.FRAGMENT_SHADER,
      "uniform sampler2D level; out vec4 color; void main() { color = texelFetch(level, ivec2(gl_FragCoord.xy), 0); }",
    ],
  ] as const;
  for (const [kind, text] of stages) {
    const shader = gl.createShader(kind) as WebGLShader;
    gl.shaderSource(shader, `#version 300 es\nprecision highp float;\n${text}`);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  gl.useProgram(program);
  gl.viewport(0, 0, size, size);
  gl.drawArrays(gl.TRIANGLES, 0, 3);
  const pixels = new Uint8Array(size * size * 4);
  gl.readPixels(0, 0, size, size, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
  return [...pixels];
}
