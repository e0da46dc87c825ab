/** Exported textures in three.js, and cubes and arrays in our renderer's upload: what a page draws of them. */
import test, { type ExecutionContext } from "ava";
import type { Page } from "playwright-core";
import { textureToKtx2 } from "#asset_tools/export/texture_to_ktx2.ts";
import { decodeLevel } from "#asset_tools/fpkg/decode_level.ts";
import { halfToNumber } from "#asset_tools/fpkg/half.ts";
import {
  decodeTexture,
  encodeTexture,
  type Level,
  layerOf,
  type Texture,
} from "#asset_tools/fpkg/texture_blob.ts";
import { familyOf, formatOf } from "#asset_tools/fpkg/texture_formats.ts";
import { encodeLevel } from "#asset_tools/texture/encode_level.ts";
import { halfLevels } from "#asset_tools/texture/float_mips.ts";
import { type Image, widened } from "#asset_tools/texture/image.ts";
import { mipChain } from "#asset_tools/texture/mipmaps.ts";
import { linearOfSrgb } from "#asset_tools/texture/srgb_tables.ts";
import { lacks, missingBrowser, openBrowser } from "./browser.ts";
import { openModulePage } from "./module_page.ts";

const SIZE = 32;

const formats = [
  "rgba8",
  "rgba16f",
  "bc1",
  "bc3",
  "bc4",
  "bc5",
  "bc7",
  "etc2",
  "astc4x4",
  "astc6x6",
] as const;

/** Slopes, an edge and a tint of its own for each layer. */
function picture(layer: number): Image {
  const pixels = new Uint8Array(SIZE * SIZE * 4);
  for (let at = 0; at < pixels.length; at += 4) {
    const x = (at >> 2) % SIZE;
    const y = (at >> 2) >> 5;
    const edge = x + y > SIZE ? 60 : 0;
    pixels.set([x * 6 + edge, y * 4 + layer * 20, 200 - x * 3, 255], at);
  }
  return { width: SIZE, height: SIZE, pixels };
}

function texture(
  family: (typeof formats)[number],
  shape: Texture["shape"],
  layerCount: number,
  isSrgb = false,
): Texture {
  const chains = Array.from({ length: layerCount }, (_, layer): Level[] => {
    const image = picture(layer);
    if (family === "rgba16f") return halfLevels(widened(image), "data", 6);
    return mipChain(image, "data").map((level) => ({
      width: level.width,
      height: level.height,
      data: encodeLevel(level, family, "dev"),
    }));
  });
  const levels = (chains[0] as Level[]).map(({ width, height }, index) => ({
    width,
    height,
    data: Buffer.concat(chains.map((chain) => (chain[index] as Level).data)),
  }));
  return { format: formatOf(family, isSrgb), shape, layerCount, levels, regions: [] };
}

/** What a sampler sees of a layer. */
function texelsOf(source: Texture, index: number, layer: number): number[] {
  const level = source.levels[index] as Level;
  const data = layerOf(source, level, layer);
  const family = familyOf(source.format);
  if (family === "rgba8") return [...data];
  if (family !== "rgba16f") return [...decodeLevel(family, data, level.width, level.height)];
  const halves = [...new Uint16Array(Uint8Array.from(data).buffer)];
  return halves.map((half) => Math.round(halfToNumber(half) * 255));
}

/** Linear light of a color's channel, and alpha as it is. */
function linear(value: number, at: number): number {
  return at % 4 === 3 ? value : Math.round((linearOfSrgb[value] as number) / 257);
}

function worst(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return Math.max(...a.map((value, at) => Math.abs(value - (b[at] as number))));
}

async function inPage(
  t: ExecutionContext,
  script: string,
  run: (page: Page) => Promise<void>,
): Promise<void> {
  if (lacks(t, missingBrowser())) return;
  const context = await openBrowser(SIZE, SIZE);
  try {
    const { page, errors } = await openModulePage(context, script);
    await run(page);
    t.deepEqual(errors, []);
  } finally {
    await context.close();
  }
}

/** From a place on side `layer` to the direction `d`: OpenGL ES 3.0, table 3.21. */
const DIRECTION = `vec2 p = place * 2.0 - 1.0;
  vec3 d = layer == 0 ? vec3(1, -p.y, -p.x)
    : layer == 1 ? vec3(-1, -p.y, p.x)
    : layer == 2 ? vec3(p.x, 1, p.y)
    : layer == 3 ? vec3(p.x, -1, -p.y)
    : layer == 4 ? vec3(p.x, -p.y, 1) : vec3(-p.x, -p.y, -1);`;

interface ThreeWindow {
  /** Opens a KTX2 file and draws layer `layer` of it, rows from the top. */
  drawKtx2(file: readonly number[], shape: string, layer: number): Promise<number[]>;
}

const THREE_SCRIPT = `
import * as three from "three";
import { KTX2Loader } from "three/addons/loaders/KTX2Loader.js";

const size = ${SIZE};
const renderer = new three.WebGLRenderer({ antialias: false });
renderer.outputColorSpace = three.LinearSRGBColorSpace;
renderer.setSize(size, size, false);
const loader = new KTX2Loader().detectSupport(renderer);
const target = new three.WebGLRenderTarget(size, size);

const fragments = {
  flat: "uniform sampler2D map; void main() { color = texture(map, place); }",
  cube: \`uniform samplerCube map; void main() { ${DIRECTION} color = texture(map, d); }\`,
};

globalThis.drawKtx2 = async (file, shape, layer) => {
  const texture = await new Promise((resolve, reject) =>
    loader.parse(new Uint8Array(file).buffer, resolve, reject),
  );
  texture.minFilter = texture.magFilter = three.NearestFilter;
  texture.needsUpdate = true;
  const material = new three.RawShaderMaterial({
    glslVersion: three.GLSL3,
    uniforms: { map: { value: texture }, layer: { value: layer } },
    vertexShader:
      "in vec3 position; out vec2 place; void main() { place = position.xy * 0.5 + 0.5; gl_Position = vec4(position.xy, 0.0, 1.0); }",
    fragmentShader:
      "precision highp float; in vec2 place; uniform int layer; out vec4 color; " + fragments[shape],
  });
  const scene = new three.Scene();
  scene.add(new three.Mesh(new three.PlaneGeometry(2, 2), material));
  renderer.setRenderTarget(target);
  renderer.render(scene, new three.Camera());
  const pixels = new Uint8Array(size * size * 4);
  renderer.readRenderTargetPixels(target, 0, 0, size, size, pixels);
  return [...pixels];
};
`;

test("three.js opens exported KTX2 and draws the right picture", async (t) => {
  await inPage(t, THREE_SCRIPT, async (page) => {
    const draw = (file: Uint8Array, shape: string, layer: number) =>
      page.evaluate(
        ([bytes, kind, index]) =>
          (globalThis as unknown as ThreeWindow).drawKtx2(bytes, kind, index),
        [[...file], shape, layer] as const,
      );
    for (const family of formats) {
      // The loader knows ETC2 as sRGB alone; its sampler gives linear light.
      const isSrgb = family === "etc2";
      const source = texture(family, "flat", 1, isSrgb);
      const drawn = await draw(textureToKtx2(encodeTexture(source)), "flat", 0);
      const texels = texelsOf(source, 0, 0);
      const seen = isSrgb ? texels.map(linear) : texels;
      t.true(worst(drawn, seen) <= 1, family);
    }
    // The loader has cubes only of what is compressed, and arrays only of what is supercompressed.
    const source = texture("bc7", "cube", 6);
    const file = textureToKtx2(encodeTexture(source));
    for (let layer = 0; layer < 6; layer++) {
      const drawn = await draw(file, "cube", layer);
      t.true(worst(drawn, texelsOf(source, 0, layer)) <= 1, `side ${layer}`);
    }
  });
});

interface UploadWindow {
  /** Uploads a blob as the renderer does and samples every layer of some levels. */
  sampleBlob(
    blob: readonly number[],
    shape: string,
    levels: readonly number[],
    layerCount: number,
  ): number[][];
}

const UPLOAD_SCRIPT = `
import { createTexture, TextureSupport } from "#runtime/renderer/gpu_texture.ts";

const gl = new OffscreenCanvas(${SIZE}, ${SIZE}).getContext("webgl2", { premultipliedAlpha: false });
const support = new TextureSupport(gl);

const fragments = {
  flat: "uniform sampler2D map; void main() { color = textureLod(map, place, float(level)); }",
  array:
    "uniform mediump sampler2DArray map; void main() { color = textureLod(map, vec3(place, float(layer)), float(level)); }",
  cube: \`uniform samplerCube map; void main() { ${DIRECTION} color = textureLod(map, d, float(level)); }\`,
};

const programs = Object.fromEntries(Object.entries(fragments).map(([shape, fragment]) => {
  const program = gl.createProgram();
  const stages = [
    [gl.VERTEX_SHADER, "out vec2 place; void main() { vec2 p = vec2(gl_VertexID == 1 ? 3 : -1, gl_VertexID == 2 ? 3 : -1); place = p * 0.5 + 0.5; gl_Position = vec4(p, 0, 1); }"],
    [gl.FRAGMENT_SHADER, "in vec2 place; uniform int level; uniform int layer; out vec4 color; " + fragment],
  ];
  for (const [kind, text] of stages) {
    const shader = gl.createShader(kind);
    gl.shaderSource(shader, "#version 300 es\\nprecision highp float;\\n" + text);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program));
  return [shape, program];
}));

globalThis.sampleBlob = (blob, shape, levels, layerCount) => {
  const { texture, target } = createTexture(gl, support, new Uint8Array(blob));
  gl.texParameteri(target, gl.TEXTURE_MIN_FILTER, gl.NEAREST_MIPMAP_NEAREST);
  gl.texParameteri(target, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  const program = programs[shape];
  gl.useProgram(program);
  const pictures = [];
  for (const level of levels) {
    for (let layer = 0; layer < layerCount; layer++) {
      gl.uniform1i(gl.getUniformLocation(program, "level"), level);
      gl.uniform1i(gl.getUniformLocation(program, "layer"), layer);
      const size = ${SIZE} >> level;
      gl.viewport(0, 0, size, size);
      gl.drawArrays(gl.TRIANGLES, 0, 3);
      const pixels = new Uint8Array(size * size * 4);
      gl.readPixels(0, 0, size, size, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
      pictures.push([...pixels]);
    }
  }
  gl.deleteTexture(texture);
  if (gl.getError() !== 0) throw new Error("the GPU refused something");
  return pictures;
};
`;

test("the renderer uploads flat textures, cubes and arrays", async (t) => {
  await inPage(t, UPLOAD_SCRIPT, async (page) => {
    for (const family of formats) {
      for (const [shape, layerCount] of [
        ["flat", 1],
        ["cube", 6],
        ["array", 3],
      ] as const) {
        const source = texture(family, shape, layerCount);
        const blob = encodeTexture(source);
        t.is(decodeTexture(blob).layerCount, layerCount);
        const levels = [0, 2];
        const drawn = await page.evaluate(
          ([bytes, kind, indices, count]) =>
            (globalThis as unknown as UploadWindow).sampleBlob(bytes, kind, indices, count),
          [[...blob], shape, levels, layerCount] as const,
        );
        const layers = Array.from({ length: layerCount }, (_, layer) => layer);
        const expected = levels.flatMap((level) =>
          layers.map((layer) => texelsOf(source, level, layer)),
        );
        t.is(drawn.length, expected.length);
        for (const [index, texels] of expected.entries()) {
          const difference = worst(drawn[index] ?? [], texels);
          t.true(difference <= 1, `${family}, ${shape}, picture ${index}: ${difference}`);
        }
      }
    }
  });
});
