/** Shaders, materials, data, prefabs and scenes; and the package that they build on. */
import { SAMPLE_CODE } from "#tests/assets/sample_code.ts";
import { SAMPLE_SHADER } from "#tests/assets/sample_shader.ts";
import type { Cases } from "./corpus.ts";

/** Its shader draws materials of the other package, which includes its file too. */
export const BASE_PACKAGE = `<package id="base" version="1"><assets>
<shader id="Lit"><source>lit.glsl</source><includes><include>light.glsl</include></includes>
<variants><axis define="NORMAL_MAP"/><axis define="LIGHTS" values="1 4"/><set name="Cutout" defines="CUTOUT=0.5"/></variants></shader>
</assets></package>
`;

const LIT = `#include "light.glsl"
layout(std140) uniform Material {
    vec4 albedo; //@ range 0 1, default 1 1 1 1
    float roughness; //@ range 0 1, default 0.5
    float weights[2]; //@ default 3 4
    mat3 turn;
    ivec2 cells;
    bool lit;
};
#ifdef VERTEX
in vec3 position;
void main() { gl_Position = vec4(position, 1.0); }
#endif
#ifdef FRAGMENT
uniform sampler2D albedoMap;
#ifdef NORMAL_MAP
uniform sampler2D bumps; //@ normal
#endif
out vec4 color;
void main() {
    color = shade(albedo) * texture(albedoMap, vec2(weights[0] + roughness) + turn[0].xy + vec2(cells));
#ifdef NORMAL_MAP
    color += texture(bumps, vec2(0.0));
#endif
    if (lit) color *= float(LIGHTS);
#ifdef CUTOUT
    if (color.a < CUTOUT) discard;
#endif
}
#endif
`;

export const baseFiles = {
  "lit.glsl": LIT,
  "light.glsl": "vec4 shade(vec4 color) { return color * 0.5; }\n",
};

const DATA = {
  "words.txt": "eins\nzwei\n",
  "rules.json": '{"lives": 3}',
  "raw.bin": Uint8Array.of(0, 255, 7),
};

export function worldCases(): Cases & { readonly schema: string } {
  return {
    assets: [
      {
        id: "Sky",
        xml: '<shader id="Sky"><source>sky.glsl</source></shader>',
      },
      {
        id: "Borrowed",
        xml: `<shader id="Borrowed" keep="true"><source>borrowed.glsl</source>
<includes><include>base:light.glsl</include></includes></shader>`,
      },
      {
        id: "Wall",
        xml: `<material id="Wall"><shader>base.Lit</shader><variant name="Cutout" defines="NORMAL_MAP LIGHTS=4"/>
<properties><albedo>0.1 0.2 0.3 1</albedo><turn>1 0 0 0 1 0 0 0 1</turn><cells>2 3</cells><lit>true</lit>
<albedoMap>Format_bc7_bricks_color</albedoMap><bumps>Semantic_normal</bumps></properties>
<state cull="none" blend="alpha" depthWrite="false"/></material>`,
      },
      {
        id: "OldWall",
        xml: '<material id="OldWall" extends="Wall"><properties><roughness>0.7</roughness></properties></material>',
      },
      {
        id: "Air",
        xml: `<material id="Air" keep="true"><shader>Sky</shader><properties><albedo>1 1 1 1</albedo><weights>1 2 3</weights>
<albedoMap>Flat</albedoMap><detailMap>Flat</detailMap></properties></material>`,
      },
      ...Object.keys(DATA).map((file) => {
        const id = `Data_${file.replace(".", "_")}`;
        return { id, xml: `<data id="${id}" keep="true"><source>${file}</source></data>` };
      }),
    ],
    prefabs: [
      {
        id: "Lamp",
        xml: `<prefab id="Lamp" codeBehind="x.Spin"><transform><euler x="10" y="30" z="77.5"/><scale x="2"/></transform>
<components><mesh asset="Terrain"/><material asset="OldWall"/></components>
<params><home>bulb</home></params><entity id="bulb"><components><light kind="point" color="1 0.5 0"/></components></entity></prefab>`,
      },
    ],
    scenes: [
      {
        id: "Room",
        xml: `<scene id="Room" name="A room"><entity id="eye"><components><camera fovDegrees="75"/></components></entity>
<entity id="left" prefab="Lamp"><transform><position y="2.5"/></transform>
<override path="bulb"><components><Health points="3"/></components></override></entity>
<entity id="right" prefab="Lamp"><remove path="bulb"/><params><home>eye</home></params></entity></scene>`,
      },
    ],
    files: {
      "sky.glsl": SAMPLE_SHADER,
      "borrowed.glsl": `#include "base:light.glsl"
#ifdef VERTEX
in vec3 position;
void main() { gl_Position = vec4(position, 1.0); }
#endif
#ifdef FRAGMENT
out vec4 color;
void main() { color = shade(vec4(1.0)); }
#endif
`,
      ...DATA,
    },
    schema: JSON.stringify(SAMPLE_CODE),
  };
}
