import test from "ava";
import type { Diagnostic } from "#asset_tools/document/diagnostic.ts";
import {
  decodeShader,
  type Shader,
  type ShaderVariant,
  shaderInterface,
} from "#asset_tools/fpkg/shader_blob.ts";
import { compileShader } from "#asset_tools/shader/compile_shader.ts";
import { tokenize } from "#asset_tools/shader/glsl_tokens.ts";
import { SAMPLE_SHADER } from "./sample_shader.ts";

async function compile(glsl: string): Promise<Shader> {
  const { value, diagnostics } = await compileShader(Buffer.from(glsl), "s.glsl");
  if (value === undefined) throw new Error(diagnostics[0]?.message);
  return decodeShader(value);
}

/** Problems of the sample after `search` became `replacement`. */
async function problemsAfter(search: string, replacement: string): Promise<readonly Diagnostic[]> {
  const glsl = SAMPLE_SHADER.replace(search, replacement);
  return (await compileShader(Buffer.from(glsl), "s.glsl")).diagnostics;
}

function lineOf(text: string): number {
  return SAMPLE_SHADER.slice(0, SAMPLE_SHADER.indexOf(text)).split("\n").length;
}

test("std140 offsets, strides and sizes", async (t) => {
  const material = (await compile(SAMPLE_SHADER)).blocks.find(({ name }) => name === "Material");
  t.is(material?.binding, 2);
  t.is(material?.size, 144);
  t.deepEqual(
    material?.members.map(({ name, type, offset, arrayLength, arrayStride, matrixStride }) => [
      name,
      type,
      offset,
      arrayLength,
      arrayStride,
      matrixStride,
    ]),
    [
      ["albedo", "vec4", 0, 0, 0, 0],
      ["weights", "float", 16, 3, 16, 0],
      ["turn", "mat3", 64, 0, 0, 16],
      ["tint", "vec3", 112, 0, 0, 0],
      ["roughness", "float", 124, 0, 0, 0],
      ["count", "int", 128, 0, 0, 0],
      // In std140 a bool is stored as a uint.
      ["lit", "uint", 132, 0, 0, 0],
    ],
  );
});

test("blocks, samplers and attributes in the renderer's order", async (t) => {
  const shader = await compile(SAMPLE_SHADER);
  t.deepEqual(
    shader.blocks.map(({ name, binding, size }) => [name, binding, size]),
    [
      ["Frame", 0, 80],
      ["Object", 1, 128],
      ["Material", 2, 144],
    ],
  );
  t.deepEqual(shader.samplers, [
    { name: "detailMap", type: "sampler2D", semantic: "any", isAnnotated: false },
    { name: "albedoMap", type: "sampler2D", semantic: "color", isAnnotated: false },
  ]);
  t.deepEqual(shader.attributes, [
    { name: "position", type: "vec3", location: 0 },
    { name: "uv", type: "vec2", location: 3 },
  ]);
});

test("texts are complete and as written", async (t) => {
  const [variant] = (await compile(SAMPLE_SHADER)).variants;
  const { vertex, fragment } = variant as ShaderVariant;
  t.true(vertex.startsWith("#version 300 es\n#define VERTEX 1\n#line 1\n"));
  t.true(fragment.startsWith("#version 300 es\n#define FRAGMENT 1\nprecision highp float;\n"));
  t.true(fragment.endsWith(`#line 1\n${SAMPLE_SHADER}`));
  t.false(vertex.includes("binding"));
  t.true(vertex.includes("gl_VertexID"));
});

test("the interface changes with declarations, not with code", async (t) => {
  const before = shaderInterface(await compile(SAMPLE_SHADER));
  const code = shaderInterface(
    await compile(SAMPLE_SHADER.replace("surfaceUv = uv;", "surfaceUv = uv * 2.0;")),
  );
  const block = shaderInterface(
    await compile(
      SAMPLE_SHADER.replace("vec4 albedo", "vec3 albedo").replace("* albedo *", "* albedo.r *"),
    ),
  );
  t.is(code, before);
  t.not(block, before);
});

test("an undeclared name stands at its line and column", async (t) => {
  const diagnostics = await problemsAfter("texture(albedoMap,", "texture(albedoMop,");
  t.is(diagnostics.length, 1);
  const [problem] = diagnostics;
  t.is(problem?.code, "AS3001");
  t.is(problem?.message, "`albedoMop`: undeclared identifier");
  t.is(problem?.hint, "Did you mean `albedoMap`?");
  t.deepEqual([problem?.line, problem?.column], [lineOf("vec4 base"), 25]);
});

test("type errors name types as GLSL writes them", async (t) => {
  const [problem] = await problemsAfter("surfaceUv = uv;", "surfaceUv = position;");
  t.is(problem?.message, "`assign`: cannot convert from `vec3` to `vec2`");
  t.is(problem?.line, lineOf("surfaceUv = uv;"));
});

test("syntax errors in shared code are reported once", async (t) => {
  const diagnostics = await problemsAfter("vec4 cameraPosition;", "vec4 cameraPosition");
  t.is(diagnostics.length, 1);
  t.regex(diagnostics[0]?.message ?? "", /^Syntax error/);
});

test("our rules", async (t) => {
  const codesAfter = async (search: string, replacement: string): Promise<string[]> =>
    (await problemsAfter(search, replacement)).map(({ code }) => code);
  t.deepEqual(
    await codesAfter(
      "layout(std140) uniform Frame",
      "#version 300 es\nlayout(std140) uniform Frame",
    ),
    ["AS3003"],
  );
  t.deepEqual(
    await codesAfter(
      "uniform sampler2D detailMap;",
      "uniform sampler2D detailMap; uniform float loose;",
    ),
    ["AS3004"],
  );
  t.deepEqual(await codesAfter("layout(std140) uniform Material", "uniform Material"), ["AS3005"]);
  t.deepEqual(
    await codesAfter(
      "uniform sampler2D detailMap",
      "layout(binding = 3) uniform sampler2D detailMap",
    ),
    ["AS3013"],
  );
  t.deepEqual(await codesAfter("in vec2 uv;", "in vec2 uv; in vec4 color2;"), ["AS3007"]);
  t.deepEqual(
    await codesAfter("in vec3 position", "in vec4 position").then((list) => list.at(-1)),
    "AS3001",
  );
  t.deepEqual(
    await codesAfter(
      "mat4 viewProjection;\n    vec4 cameraPosition;",
      "mat4 viewProjection;\n    vec4 lightColor;",
    ),
    ["AS3010"],
  );
  t.deepEqual(
    await codesAfter(
      "in vec2 surfaceUv;\nout",
      "in vec2 surfaceUw;\n#define surfaceUv surfaceUw\nout",
    ),
    ["AS3012"],
  );
  t.deepEqual(await codesAfter("#ifdef FRAGMENT", "#ifdef FRAGMANT"), ["AS3002"]);
});

test("outputs, flat inputs, extensions and nested conditions", async (t) => {
  const { variants, attributes } = await compile(`#extension GL_OES_standard_derivatives : enable
#ifdef VERTEX
in vec3 position;
#if 1
flat out int kind;
#else
broken
#endif
void main() { kind = gl_InstanceID; gl_Position = vec4(position, 1.0); }
#else
#ifdef FRAGMENT
flat in int kind;
layout(location = 0) out vec4 first;
layout(location = 1) out vec4 second;
void main() { first = vec4(float(kind)); second = vec4(0.0); }
#endif
#endif
`);
  t.deepEqual(attributes, [{ name: "position", type: "vec3", location: 0 }]);
  const fragment = variants[0]?.fragment ?? "";
  t.true(fragment.startsWith("#version 300 es\n#extension GL_OES_standard_derivatives : enable\n"));
  t.true(fragment.includes("#line 1\n\n#ifdef VERTEX"));
});

test("equal bytes twice", async (t) => {
  const [first, second] = [
    await compileShader(Buffer.from(SAMPLE_SHADER), "s"),
    await compileShader(Buffer.from(SAMPLE_SHADER), "s"),
  ];
  t.deepEqual(first.value, second.value);
});

test("tokens know depth, line and column", (t) => {
  const tokens = tokenize("a /* b\n */ {\n  c(d); // e\n}\n#define X \\\n 1\nf");
  t.deepEqual(
    tokens.map(({ text, line, column, depth }) => [text, line, column, depth]),
    [
      ["a", 1, 1, 0],
      ["{", 2, 5, 0],
      ["c", 3, 3, 1],
      ["(", 3, 4, 1],
      ["d", 3, 5, 2],
      [")", 3, 6, 1],
      [";", 3, 7, 1],
      ["}", 4, 1, 0],
      ["#define X \\\n 1", 5, 1, 0],
      ["f", 7, 1, 0],
    ],
  );
});
