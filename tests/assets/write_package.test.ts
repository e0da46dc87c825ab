/** A package that a tool writes is read as the same package. */
import { globSync, readFileSync } from "node:fs";
import test from "ava";
import { XmlDocument } from "libxml2-wasm";
import type { PackageModel } from "#asset_tools/package_xml/model.ts";
import { readPackage } from "#asset_tools/package_xml/read_package.ts";
import { writePackageXml } from "#asset_tools/package_xml/write_package.ts";

function modelOf(text: string): PackageModel {
  const { model, diagnostics } = readPackage(text, "p.xml");
  if (model === undefined) throw new Error(`${diagnostics[0]?.message} in ${text}`);
  return model;
}

/** Values of every kind, some as they are without being written. */
const EVERYTHING = `<package id="demo" version="1.2 &lt;beta&gt;">
<dependencies><dependency id="core" version="1"/><dependency id="cars"/></dependencies>
<assets>
  <texture id="T"><source>a b/c&amp;d.png</source><format>bc5</format><semantic>normal</semantic><mipmaps>false</mipmaps></texture>
  <mesh id="M"><source>m.obj</source><optimize>true</optimize><generateTangents>false</generateTangents></mesh>
  <texture id="Cube1"><cube><source>sky.png</source></cube></texture>
  <texture id="Cube6"><cube><negativeX>b.png</negativeX><positiveX>a.png</positiveX><positiveY>c.png</positiveY>
    <negativeY>d.png</negativeY><positiveZ>e.png</positiveZ><negativeZ>f.png</negativeZ></cube></texture>
  <texture id="Layers"><array><source>a.png</source><source>b.png</source></array><alphaCutoff>0.5</alphaCutoff></texture>
  <texture id="Atlas"><atlas padding="2" extrude="false"><region id="a">a.png</region><region id="b">b.png</region></atlas></texture>
  <mesh id="Lods"><source>l.obj</source><quantize>false</quantize><compression>none</compression>
    <lods><lod ratio="0.5"/><lod ratio="0.25" error="0.1"/></lods></mesh>
  <audio id="Wind"><source>wind.ogg</source><format>ogg</format><mono>true</mono><sampleRate>22050</sampleRate></audio>
  <audio id="Loop"><source>l.wav</source><loop start="10"/></audio>
  <audio id="Once"><source>o.wav</source><loop mode="none"/></audio>
  <data id="Waves"><source>waves.json</source></data>
  <data id="Level"><source>level</source><format>bytes</format></data>
  <shader id="S"><source>s.glsl</source></shader>
  <material id="A"><shader>S</shader>
    <properties><n>1 -2.5 1e21</n><b>true</b><t>core.White</t></properties>
    <state cull="none" blend="alpha" depthTest="always" depthWrite="true"/></material>
  <material id="B"><shader>core.Lit</shader><state blend="additive"/></material>
</assets>
<behaviors><behavior id="B" class="x.Y"/><behavior id="C" class="Z"><param name="p" type="float" min="-1" max="2.5" default="1"/>
  <param name="q" default=""/><param name="r"/></behavior></behaviors>
<prefabs><prefab id="P" codeBehind="x.Y"><entity id="in"><entity id="er"/></entity></prefab>
  <prefab id="Q" prefab="P" name="Q &amp; all"><params><a>1</a></params></prefab></prefabs>
<scenes><scene id="First"/><scene id="Second" name="The &quot;second&quot;&#10;one">
  <entity id="a" name="A" codeBehind="x.Y">
    <transform><position x="1" z="-0.1"/><rotation x="1" w="0"/><scale y="3"/></transform>
    <components><mesh asset="M"/><material asset="A"/><renderable castShadows="false"/><camera far="10" active="false"/></components>
    <params><text>one &lt; two &#13;
      &#160;end</text><empty/><like>1 2</like><i>-7</i><f>7</f><v>0 1 0</v><on>false</on></params>
    <entity id="a-1"><entity id="a-1-1"/></entity>
  </entity>
  <entity id="b"><components><light kind="point" color="1 .5 0" range="3"/></components></entity>
  <entity id="d" prefab="P"><transform><position y="2"/><euler y="90"/></transform><components><remove component="mesh"/><Health points="3"/></components>
    <override path="in" name="I"><entity id="side"/></override><remove path="in/er"/></entity>
  <entity id="c"><components><light kind="directional"/><camera/></components></entity>
</scene></scenes></package>`;

test("everything comes back", (t) => {
  const model = modelOf(EVERYTHING);
  const written = writePackageXml(model);
  t.deepEqual(modelOf(written), model);
  t.is(writePackageXml(modelOf(written)), written);
});

test("the sample packages come back", (t) => {
  for (const file of globSync(["game/package.xml", "packages/*/package.xml"]).sort()) {
    const model = modelOf(readFileSync(file, "utf8"));
    t.deepEqual(modelOf(writePackageXml(model)), model, file);
  }
});

test("a new file looks as a person would write it", (t) => {
  const model = modelOf(
    '<package id="demo" version="1"><assets><mesh id="M"><source>m.obj</source></mesh></assets></package>',
  );
  t.is(
    writePackageXml(model),
    `<?xml version="1.0" encoding="UTF-8"?>
<package id="demo" version="1">
    <assets>
        <mesh id="M">
            <source>m.obj</source>
        </mesh>
    </assets>
</package>
`,
  );
});

test("libxml2 reads what is written", (t) => {
  const document = XmlDocument.fromString(writePackageXml(modelOf(EVERYTHING)));
  t.is(document.root.attr("version")?.value, "1.2 <beta>");
  document.dispose();
});
