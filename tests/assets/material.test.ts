import test from "ava";
import type { Diagnostic } from "#asset_tools/document/diagnostic.ts";
import { decodeMaterial, type ReadMaterial } from "#asset_tools/fpkg/material_blob.ts";
import { compileMaterial } from "#asset_tools/material/compile_material.ts";
import type { MaterialDefinition } from "#asset_tools/package_xml/material_definition.ts";
import { readPackage } from "#asset_tools/package_xml/read_package.ts";
import { compileShader } from "#asset_tools/shader/compile_shader.ts";
import { SAMPLE_SHADER } from "./sample_shader.ts";

const shader = (await compileShader(Buffer.from(SAMPLE_SHADER), "s.glsl")).value as Uint8Array;

function definition(properties: string, state = ""): MaterialDefinition {
  const text = `<package id="p" version="1"><assets><material id="M"><shader>Lit</shader>
<properties>${properties}</properties>${state}</material></assets></package>`;
  const found = readPackage(text, "p.xml").model?.definitions[0];
  if (found?.kind !== "material") throw new Error("no material");
  return found;
}

function compile(properties: string, state?: string): ReadMaterial {
  const { value, diagnostics } = compileMaterial(definition(properties, state), shader, "p.xml");
  if (value === undefined) throw new Error(diagnostics[0]?.message);
  return decodeMaterial(value);
}

function errorsOf(properties: string): Diagnostic[] {
  const { diagnostics } = compileMaterial(definition(properties), shader, "p.xml");
  return diagnostics.filter(({ severity }) => severity === "error");
}

test("properties are packed at their std140 places", (t) => {
  const { uniforms } = compile(
    "<albedo>1 0.5 0.25 1</albedo><weights>1 2 3</weights><turn>1 2 3 4 5 6 7 8 9</turn><tint>7 8 9</tint><roughness>0.5</roughness><count>-3</count><lit>true</lit>",
  );
  const view = new DataView(uniforms.buffer, uniforms.byteOffset, uniforms.byteLength);
  const floats = (offset: number, count: number): number[] =>
    Array.from({ length: count }, (_, at) => view.getFloat32(offset + at * 4, true));
  t.is(uniforms.length, 144);
  t.deepEqual(floats(0, 4), [1, 0.5, 0.25, 1]);
  t.deepEqual([floats(16, 1), floats(32, 1), floats(48, 1)], [[1], [2], [3]]);
  t.deepEqual(
    [floats(64, 4), floats(80, 4), floats(96, 4)],
    [
      [1, 2, 3, 0],
      [4, 5, 6, 0],
      [7, 8, 9, 0],
    ],
  );
  t.deepEqual(floats(112, 4), [7, 8, 9, 0.5]);
  t.is(view.getInt32(128, true), -3);
  t.is(view.getUint32(132, true), 1);
});

test("textures are bound to their units", (t) => {
  const { textures, shader: used } = compile(
    "<albedoMap>core.Bricks</albedoMap><detailMap>Noise</detailMap>",
  );
  t.is(used.name, "p.Lit");
  t.deepEqual(
    textures.map(({ sampler, unit, texture }) => [sampler, unit, texture.name]),
    [
      ["detailMap", 0, "p.Noise"],
      ["albedoMap", 1, "core.Bricks"],
    ],
  );
});

test("render state and its defaults", (t) => {
  t.deepEqual(compile("").state, {
    cull: "back",
    blend: "opaque",
    depthTest: "less",
    depthWrite: true,
  });
  t.deepEqual(compile("", '<state cull="none" blend="alpha"/>').state, {
    cull: "none",
    blend: "alpha",
    depthTest: "less",
    depthWrite: false,
  });
});

test("a sampler without a texture is a warning", (t) => {
  const { diagnostics } = compileMaterial(definition("<albedoMap>A</albedoMap>"), shader, "p.xml");
  t.deepEqual(
    diagnostics.map(({ code, severity, message }) => [code, severity, message]),
    [
      [
        "AS4004",
        "warning",
        "Sampler `detailMap` has no texture; it samples the renderer's default",
      ],
    ],
  );
});

test("wrong properties are errors at their element", (t) => {
  const [unknown] = errorsOf("<roughnes>1</roughnes>");
  t.is(unknown?.message, "Shader `p.Lit` has no property `roughnes`");
  t.is(unknown?.hint, "Did you mean `roughness`?");
  t.deepEqual(unknown?.element, ["assets", "material:M", "properties", "roughnes"]);
  const message = (properties: string): string | undefined => errorsOf(properties)[0]?.message;
  t.is(
    message("<albedo>1 2 3</albedo>"),
    "Property `albedo` is a `vec4`: expected 4 numbers, found `1 2 3`",
  );
  t.is(
    message("<count>1.5</count>"),
    "Property `count` is a `int`: expected 1 whole number, found `1.5`",
  );
  t.is(
    message("<albedo>core.Bricks</albedo>"),
    "Property `albedo` is a `vec4`: expected 4 numbers, found `core.Bricks`",
  );
  t.is(
    message("<albedoMap>1</albedoMap>"),
    "Property `albedoMap` is a `sampler2D`: expected a texture's id, found `1`",
  );
  t.is(
    message("<weights>1</weights>"),
    "Property `weights` is a `float[3]`: expected 3 numbers, found `1`",
  );
});
