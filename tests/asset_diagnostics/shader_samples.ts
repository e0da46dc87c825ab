import {
  actions,
  assetSample,
  manifestSample,
  packageOf,
  type Sample,
  type Samples,
  split,
} from "./sample.ts";

const SHADER = `layout(std140) uniform Material {
    vec4 albedo;
};
#ifdef VERTEX
in vec3 position;
out vec2 place;
void main() {
    place = position.xy;
    gl_Position = vec4(position, 1.0);
}
#endif
#ifdef FRAGMENT
uniform sampler2D albedoMap;
in vec2 place;
out vec4 color;
void main() {
    color = albedo * texture(albedoMap, place);
}
#endif
`;

/** The shader with places of it changed: what is there, and what takes its place, in turn. */
function shader(...changes: readonly string[]): Sample {
  let text = SHADER;
  for (let at = 0; at < changes.length; at += 2)
    text = text.replace(changes[at] ?? "", changes[at + 1] ?? "");
  return assetSample("shader", "lit.glsl", text);
}

/** A material of the shader with these properties. */
function material(properties: string): Sample {
  const manifest = packageOf(`<shader id="Lit"><source>lit.glsl</source></shader>
        <texture id="Sky"><source>sky.png</source></texture>
        <material id="Red">
            <shader>Lit</shader>
            <properties>${properties}</properties>
        </material>`);
  return {
    files: { "package.xml": manifest, "lit.glsl": SHADER },
    run: actions(
      split("Lit", "Red"),
      "shader --definition Lit.json --source lit.glsl --out lit",
      "material --definition Red.json --shader lit --manifest package.xml --out blob",
    ),
  };
}

/** The shader with more in its element, its text changed as in `shader`, and files that it may include. */
function shaderWith(
  inside: string,
  files: Readonly<Record<string, string>>,
  ...[search = "", replacement = ""]: readonly string[]
): Sample {
  const manifest = packageOf(`<shader id="Lit"><source>lit.glsl</source>${inside}</shader>`);
  const text = SHADER.replace(search, replacement);
  const includes = Object.keys(files).map((file) => `--include demo:${file}=${file}`);
  return {
    files: { "package.xml": manifest, "lit.glsl": text, ...files },
    run: actions(
      split("Lit"),
      `shader --definition Lit.json --source lit.glsl ${includes.join(" ")} --out lit`,
    ),
  };
}

/** A material that says more than a shader, with the shader changed as in `shader`. */
function materialWith(
  shaderInside: string,
  inside: string,
  texture: string,
  ...[search = "", replacement = ""]: readonly string[]
): Sample {
  const manifest = packageOf(`<shader id="Lit"><source>lit.glsl</source>${shaderInside}</shader>
        <texture id="Sky"><source>sky.png</source>${texture}</texture>
        <material id="Red"><shader>Lit</shader>${inside}</material>`);
  return {
    files: { "package.xml": manifest, "lit.glsl": SHADER.replace(search, replacement) },
    run: actions(
      split("Lit", "Red"),
      "shader --definition Lit.json --source lit.glsl --out lit",
      "material --definition Red.json --shader lit --manifest package.xml --out blob",
    ),
  };
}

const LIGHT = "vec4 light() { return vec4(1.0); }\n";
const SKY = "<properties><albedoMap>Sky</albedoMap></properties>";

export const shaderSamples: Samples = {
  AS3001: shader("* texture(albedoMap", "* texture(albedoMop"),
  AS3002: shader("#ifdef FRAGMENT", "#ifdef FRAGMANT"),
  AS3003: shader("layout(std140)", "#version 300 es\nlayout(std140)"),
  AS3004: shader("uniform sampler2D", "uniform float loose;\nuniform sampler2D"),
  AS3005: shader("layout(std140) uniform", "uniform"),
  AS3006: shader("vec4 albedo;", "vec4 albedo;\n    mat2x3 turn;"),
  AS3007: shader("in vec3 position;", "in vec3 position;\nin vec4 weight;"),
  AS3008: shader("in vec3 position;", "in vec3 position;\nin vec3 uv;"),
  AS3009: shader(
    "in vec3 position;",
    "layout(std140) uniform Extra { vec4 a; };\nin vec3 position;",
    "vec4(position, 1.0)",
    "vec4(position, a.x)",
    "uniform sampler2D",
    "layout(std140) uniform Extra { vec3 a; };\nuniform sampler2D",
    "color = albedo",
    "color = a.x * albedo",
  ),
  AS3010: shader(
    "#ifdef VERTEX",
    "layout(std140) uniform Frame {\n    vec4 sun;\n};\n#ifdef VERTEX",
  ),
  AS3012: shader("out vec2 place;\n", "out vec2 spot;\n#define place spot\n"),
  AS3013: shader("uniform sampler2D", "layout(binding = 3) uniform sampler2D"),
  AS3014: shader(
    "uniform sampler2D",
    "uniform highp sampler3D clouds;\nuniform sampler2D",
    "color = albedo",
    "color = texture(clouds, vec3(place, 0.0)) + albedo",
  ),
  AS3015: shaderWith("", {}, "layout(std140)", "#include light.glsl\nlayout(std140)"),
  AS3016: shaderWith(
    "<includes><include>light.glsl</include></includes>",
    { "light.glsl": LIGHT },
    "layout(std140)",
    '#include "lights.glsl"\nlayout(std140)',
  ),
  AS3017: shaderWith(
    "<includes><include>a.glsl</include><include>b.glsl</include></includes>",
    { "a.glsl": '#include "b.glsl"\n', "b.glsl": '#include "a.glsl"\n' },
    "layout(std140)",
    '#include "a.glsl"\nlayout(std140)',
  ),
  AS3018: shaderWith(
    "<includes><include>long.glsl</include><include>light.glsl</include></includes>",
    { "long.glsl": `${"// and so on\n".repeat(400_000)}`, "light.glsl": LIGHT },
    "layout(std140)",
    '#include "long.glsl"\n#include "light.glsl"\nlayout(std140)',
  ),
  AS3019: shader("layout(std140)", "#line 7\nlayout(std140)"),
  AS3020: shader("vec4 albedo;", "vec4 albedo; //@ rnage 0 1"),
  AS3021: shader(
    "uniform sampler2D albedoMap;",
    Array.from({ length: 17 }, (_, at) => `uniform sampler2D map${at};\n`).join(""),
    "texture(albedoMap, place)",
    Array.from({ length: 17 }, (_, at) => `texture(map${at}, place)`).join(" * "),
  ),
  AS3022: shaderWith('<variants><axis define="FOG" /></variants>', {}),
  AS4001: material("<albdo>1 0 0 1</albdo><albedoMap>Sky</albedoMap>"),
  AS4002: material("<albedo>1 0 0</albedo><albedoMap>Sky</albedoMap>"),
  AS4004: material("<albedo>1 0 0 1</albedo>"),
  AS4006: materialWith(
    "",
    "<properties><albedo>1 0.5 0.5 2</albedo><albedoMap>Sky</albedoMap></properties>",
    "",
    "vec4 albedo;",
    "vec4 albedo; //@ range 0 1",
  ),
  AS4007: materialWith(
    "",
    SKY,
    "",
    "uniform sampler2D albedoMap;",
    "uniform sampler2D albedoMap; //@ normal",
  ),
  AS4008: materialWith("", SKY, "<semantic>normal</semantic>"),
  AS4009: materialWith(
    "",
    SKY,
    "",
    "uniform sampler2D albedoMap;\nin vec2 place;",
    "uniform samplerCube albedoMap;\nin vec2 place;\n#define place place.xyx",
  ),
  AS4011: manifestSample(
    packageOf('<material id="Red" extends="Dark" />\n        <material id="Dark" extends="Red" />'),
  ),
  AS4012: manifestSample(
    packageOf(`<shader id="Lit"><source>lit.glsl</source></shader>
        <material id="Red"><shader>Lit</shader></material>
        <material id="Dark" extends="Red"><shader>Lit</shader></material>`),
  ),
  AS4013: materialWith(
    '<variants><set name="Plain" defines="PLAIN" /></variants>',
    `<variant name="Plain" />${SKY}`,
    "",
    `uniform sampler2D albedoMap;
in vec2 place;
out vec4 color;
void main() {
    color = albedo * texture(albedoMap, place);
}`,
    `#ifndef PLAIN
uniform sampler2D albedoMap;
#endif
in vec2 place;
out vec4 color;
void main() {
    color = albedo;
#ifndef PLAIN
    color *= texture(albedoMap, place);
#endif
}`,
  ),
  AS4010: materialWith(
    '<variants><set name="Matte" defines="albedo=albedo" /></variants>',
    '<variant name="Mate" /><properties><albedoMap>Sky</albedoMap></properties>',
    "",
  ),
};
