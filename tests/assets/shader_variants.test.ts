import test from "ava";
import type { Outcome } from "#asset_tools/document/diagnostic.ts";
import { decodeMaterial } from "#asset_tools/fpkg/material_blob.ts";
import { decodeShader, type Shader, shaderInterface } from "#asset_tools/fpkg/shader_blob.ts";
import { compileMaterial } from "#asset_tools/material/compile_material.ts";
import type { MaterialDefinition } from "#asset_tools/package_xml/material_definition.ts";
import { readPackage } from "#asset_tools/package_xml/read_package.ts";
import type { ShaderVariants } from "#asset_tools/package_xml/shader_definition.ts";
import { splitPackage } from "#asset_tools/package_xml/split_package.ts";
import { compileShader } from "#asset_tools/shader/compile_shader.ts";

const GLSL = `layout(std140) uniform Material {
    vec4 albedo; //@ range 0 1, default 1 1 1 1
    float roughness; //@ range 0 1, default 0.5
    float weights[2]; //@ default 3 4
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
    color = albedo * texture(albedoMap, vec2(weights[0] + roughness));
#ifdef NORMAL_MAP
    color += texture(bumps, vec2(0.0));
#endif
#if LIGHTS > 1
    color *= float(LIGHTS);
#endif
#ifdef CUTOUT
    if (color.a < CUTOUT) discard;
#endif
}
#endif
`;

const VARIANTS: ShaderVariants = {
  axes: [
    { define: "NORMAL_MAP", values: [null, "1"] },
    { define: "LIGHTS", values: ["1", "4"] },
  ],
  sets: [{ name: "Cutout", defines: [["CUTOUT", "0.5"]] }],
};

const compile = (glsl: string, variants = VARIANTS): Promise<Outcome<Uint8Array>> =>
  compileShader(Buffer.from(glsl), "s.glsl", { name: "p:s.glsl", includes: new Map(), variants });

const blob = (await compile(GLSL)).value as Uint8Array;
const shader: Shader = decodeShader(blob);

/** The material `M` of a package with this element. */
function materialOf(inside: string, attributes = ""): MaterialDefinition {
  const text = `<package id="p" version="1"><assets><material id="M" ${attributes}>${inside}</material></assets></package>`;
  const { model, diagnostics } = readPackage(text, "p.xml");
  const [found] = model?.definitions ?? [];
  if (found?.kind !== "material") throw new Error(diagnostics[0]?.message);
  return found;
}

const SHADER = "<shader>S</shader>";
const messages = ({ diagnostics }: Outcome<unknown>) =>
  diagnostics.filter(({ code }) => code !== "AS4004").map(({ code, message }) => [code, message]);

test("every set, and none, with every choice of the axes; the defaults first", (t) => {
  t.deepEqual(
    shader.variants.map(({ name, choice }) => `${name}|${choice}`),
    ["|LIGHTS", "|LIGHTS=4", "|NORMAL_MAP LIGHTS", "|NORMAL_MAP LIGHTS=4"]
      .flatMap((text, at) => (at === 0 ? [text] : [text]))
      .concat([
        "Cutout|LIGHTS",
        "Cutout|LIGHTS=4",
        "Cutout|NORMAL_MAP LIGHTS",
        "Cutout|NORMAL_MAP LIGHTS=4",
      ]),
  );
  t.true(
    shader.variants[7]?.fragment.includes(
      "#define CUTOUT 0.5\n#define NORMAL_MAP 1\n#define LIGHTS 4\n",
    ),
  );
});

test("reflection is shared; each variant knows its samplers", (t) => {
  t.deepEqual(
    shader.samplers.map(({ name }) => name),
    ["albedoMap", "bumps"],
  );
  t.deepEqual(
    shader.variants.map(({ samplers }) => samplers),
    [1, 1, 3, 3, 1, 1, 3, 3],
  );
});

test("annotations are part of the reflection and of the interface", async (t) => {
  const members = shader.blocks[0]?.members ?? [];
  t.deepEqual(
    members.map(({ name, range, defaults }) => [name, range, defaults]),
    [
      ["albedo", [0, 1], [1, 1, 1, 1]],
      ["roughness", [0, 1], [0.5]],
      ["weights", null, [3, 4]],
    ],
  );
  t.deepEqual(
    shader.samplers.map(({ semantic, isAnnotated }) => [semantic, isAnnotated]),
    [
      ["color", false],
      ["normal", true],
    ],
  );
  const other = (await compile(GLSL.replace("range 0 1, default 0.5", "range 0 2, default 0.5")))
    .value;
  t.not(shaderInterface(decodeShader(other as Uint8Array)), shaderInterface(shader));
});

test("an error in one variant is told once, with the variant", async (t) => {
  const { diagnostics } = await compile(GLSL.replace("float(LIGHTS)", "flaot(LIGHTS)"));
  t.deepEqual(
    diagnostics.map(({ code, line }) => [code, line]),
    [["AS3001", 22]],
  );
  t.regex(diagnostics[0]?.hint ?? "", /It is so in variant `LIGHTS=4`$/);
});

test("a block may not differ between variants", async (t) => {
  const glsl = GLSL.replace(
    "float weights[2];",
    "#ifdef NORMAL_MAP\n    vec4 more;\n#endif\n    float weights[2];",
  );
  t.deepEqual(
    messages(await compile(glsl)).map(([code]) => code),
    ["AS3009"],
  );
});

test("a define that the shader never names is a warning", async (t) => {
  const variants = { axes: [{ define: "FGO", values: [null, "1"] }], sets: [] };
  const glsl = GLSL.replaceAll("LIGHTS", "1");
  t.deepEqual(messages(await compile(glsl, variants)), [
    ["AS3022", "Variants define `FGO`, which the shader never names"],
  ]);
});

test("annotations that cannot be read stand at their place", async (t) => {
  const problem = async (annotation: string): Promise<string | undefined> =>
    (await compile(GLSL.replace("//@ range 0 1, default 0.5", annotation))).diagnostics[0]?.message;
  const text = "Annotation cannot be read: ";
  t.is(await problem("//@ rnage 0 1"), `${text}\`rnage 0 1\` is not known`);
  t.is(await problem("//@ range 1 0"), `${text}\`range\` needs the least and the greatest value`);
  t.is(await problem("//@ default x"), `${text}\`default\` is followed by \`x\`, expected numbers`);
  t.is(await problem("//@ default 1 2"), `${text}\`default\` has 2 numbers, \`roughness\` has 1`);
  t.is(await problem("//@ range 0 1, default 2"), `${text}\`default\` is outside its \`range\``);
});

test("a material draws with the variant that it names", (t) => {
  const rowOf = (variant: string): number => {
    const { value } = compileMaterial(materialOf(`${SHADER}${variant}`), blob, "p.xml");
    return decodeMaterial(value as Uint8Array).variant;
  };
  t.is(rowOf(""), 0);
  t.is(rowOf('<variant defines="LIGHTS=4"/>'), 1);
  t.is(rowOf('<variant defines="NORMAL_MAP"/>'), 2);
  t.is(rowOf('<variant name="Cutout" defines="LIGHTS=4 NORMAL_MAP=0"/>'), 5);
});

test("a variant that is not there is said with what was perhaps meant", (t) => {
  const problem = (variant: string) => {
    const { diagnostics } = compileMaterial(materialOf(`${SHADER}${variant}`), blob, "p.xml");
    const [first] = diagnostics.filter(({ code }) => code === "AS4010");
    return [first?.message, first?.hint];
  };
  t.deepEqual(problem('<variant name="Cutuot"/>'), [
    "Shader `p.S` has no variant `Cutuot`",
    "Did you mean `Cutout`?",
  ]);
  t.deepEqual(problem('<variant defines="LIGHTS=8"/>'), [
    "Shader `p.S` has no variant `LIGHTS=8`",
    "Known values: 1, 4",
  ]);
  t.deepEqual(problem('<variant defines="LIGTHS=4"/>'), [
    "Shader `p.S` has no variant `LIGTHS`",
    "Did you mean `LIGHTS`?",
  ]);
});

test("properties outside their range are errors; those left out have the shader's defaults", (t) => {
  const problems = compileMaterial(
    materialOf(
      `${SHADER}<properties><roughness>1.5</roughness><albedo>0 0 0 -1</albedo></properties>`,
    ),
    blob,
    "p.xml",
  );
  t.deepEqual(messages(problems), [
    ["AS4006", "Property `roughness` is 1.5, outside its range from 0 to 1"],
    ["AS4006", "Property `albedo` is -1, outside its range from 0 to 1"],
  ]);
  const { value } = compileMaterial(materialOf(SHADER), blob, "p.xml");
  const { uniforms } = decodeMaterial(value as Uint8Array);
  const view = new DataView(uniforms.buffer, uniforms.byteOffset);
  t.deepEqual(
    [0, 12, 16, 32, 48].map((at) => view.getFloat32(at, true)),
    [1, 1, 0.5, 3, 4],
  );
});

test("only samplers of the variant want a texture", (t) => {
  const warnings = (variant: string, properties = "") =>
    compileMaterial(
      materialOf(`${SHADER}${variant}<properties>${properties}</properties>`),
      blob,
      "p.xml",
    ).diagnostics.map(({ code, message }) => `${code} ${/`(\w+)`/.exec(message)?.[1]}`);
  t.deepEqual(warnings(""), ["AS4004 albedoMap"]);
  t.deepEqual(warnings('<variant defines="NORMAL_MAP"/>'), ["AS4004 albedoMap", "AS4004 bumps"]);
  t.deepEqual(warnings("", "<albedoMap>T</albedoMap><bumps>T</bumps>"), ["AS4013 bumps"]);
});

test("textures are checked by what their package's index says", (t) => {
  const text = `<package id="p" version="1"><assets><shader id="S"><source>s.glsl</source></shader>
<texture id="Colors"><source>a.png</source></texture>
<texture id="Bumps"><source>b.png</source><semantic>normal</semantic></texture>
<material id="M"><shader>S</shader><variant defines="NORMAL_MAP"/>
<properties><albedoMap>Bumps</albedoMap><bumps>Colors</bumps></properties></material></assets></package>`;
  const split = splitPackage(text, "p.xml", []).value;
  const fragment = JSON.parse(split?.fragments.get("M") ?? "") as MaterialDefinition;
  const { diagnostics } = compileMaterial(fragment, blob, "p.xml");
  t.deepEqual(
    diagnostics.map(({ code, severity, message }) => [code, severity, message]),
    [
      [
        "AS4008",
        "warning",
        "Sampler `albedoMap` seems to take a color texture; `p.Bumps` is a normal texture",
      ],
      ["AS4007", "error", "Sampler `bumps` takes a normal texture; `p.Colors` is a color texture"],
    ],
  );
});

test("a cube texture needs a cube sampler", (t) => {
  const definition = materialOf(`${SHADER}<properties><albedoMap>T</albedoMap></properties>`);
  const [property] = definition.properties as [MaterialDefinition["properties"][number]];
  const facts = { semantic: "color", shape: "cube" } as const;
  const value = { kind: "texture", texture: "p.T", facts } as const;
  const { diagnostics } = compileMaterial(
    { ...definition, properties: [{ ...property, value }] },
    blob,
    "p.xml",
  );
  t.is(diagnostics[0]?.message, "Sampler `albedoMap` is a `sampler2D`; `p.T` is a cube texture");
});

test("a material takes over what it does not say, however far above it was said", (t) => {
  const root = materialOf(
    `${SHADER}<variant defines="LIGHTS=4"/><properties><roughness>0.25</roughness><albedoMap>A</albedoMap></properties><state cull="none" blend="alpha"/>`,
  );
  const middle = materialOf(
    '<properties><albedo>0 0 0 1</albedo></properties><state depthTest="always"/>',
    'extends="p.Root"',
  );
  const leaf = materialOf(
    '<properties><roughness>0.75</roughness></properties><state blend="opaque"/>',
    'extends="core.Middle"',
  );
  const { value, diagnostics } = compileMaterial(leaf, blob, "p.xml", [middle, root]);
  t.deepEqual(diagnostics, []);
  const material = decodeMaterial(value as Uint8Array);
  const view = new DataView(material.uniforms.buffer, material.uniforms.byteOffset);
  t.deepEqual(
    [0, 16].map((at) => view.getFloat32(at, true)),
    [0, 0.75],
  );
  t.is(material.shader.name, "p.S");
  t.is(material.variant, 1);
  t.deepEqual(
    material.textures.map(({ texture }) => texture.name),
    ["p.A"],
  );
  t.deepEqual(material.state, {
    cull: "none",
    blend: "opaque",
    depthTest: "always",
    depthWrite: true,
  });
});

test("what is wrong in a base is said there and not again", (t) => {
  const base = materialOf(
    `${SHADER}<properties><roughness>7</roughness><rouhgness>1</rouhgness></properties>`,
  );
  const leaf = materialOf("", 'extends="Base"');
  t.deepEqual(messages(compileMaterial(leaf, blob, "p.xml", [base])), []);
});

test("materials that extend each other are one error that names the circle", (t) => {
  const material = (id: string, base: string) => `<material id="${id}" extends="${base}"/>`;
  const text = `<package id="p" version="1"><assets>
${material("A", "B")}
${material("B", "C")}
${material("C", "A")}
${material("D", "A")}
</assets></package>`;
  const { diagnostics } = readPackage(text, "p.xml");
  t.deepEqual(
    diagnostics.map(({ code, message, line }) => [code, message, line]),
    [["AS4011", "Materials extend each other in a circle: A -> B -> C -> A", 2]],
  );
  t.deepEqual(
    diagnostics[0]?.related?.map(({ line }) => line),
    [3, 4],
  );
});

test("a base is a material that exists, and brings its shader", (t) => {
  const read = (xml: string) =>
    splitPackage(`<package id="p" version="1"><assets>${xml}</assets></package>`, "p.xml", [])
      .diagnostics;
  t.deepEqual(
    read('<material id="M" extends="Nm"/><material id="Nn" extends="Nm"/>').map(({ code }) => code),
    ["PK3001", "PK3001"],
  );
  t.deepEqual(
    read('<material id="M"/>').map(({ code }) => code),
    ["PK2004"],
  );
  t.deepEqual(
    read(
      '<shader id="S"><source>s.glsl</source></shader><material id="B"><shader>S</shader></material><material id="M" extends="B"><shader>S</shader></material>',
    ).map(({ code }) => code),
    ["AS4012"],
  );
});

test("too many variants, and two of one name", (t) => {
  const read = (xml: string) =>
    readPackage(
      `<package id="p" version="1"><assets><shader id="S"><source>s.glsl</source><variants>${xml}</variants></shader></assets></package>`,
      "p.xml",
    ).diagnostics.map(({ code }) => code);
  t.deepEqual(read(Array.from({ length: 6 }, (_, at) => `<axis define="A${at}"/>`).join("")), []);
  t.deepEqual(read(Array.from({ length: 7 }, (_, at) => `<axis define="A${at}"/>`).join("")), [
    "PK2006",
  ]);
  t.deepEqual(read('<axis define="A"/><axis define="A"/><set name="A" defines="X"/>'), ["PK2009"]);
});
