import test from "ava";
import type { Diagnostic } from "#asset_tools/document/diagnostic.ts";
import { discoverPackages } from "#asset_tools/package_xml/discover_packages.ts";
import type { PackageIndex } from "#asset_tools/package_xml/model.ts";
import { readPackage } from "#asset_tools/package_xml/read_package.ts";
import { MAX_XML_DEPTH, readXml, readXmlBytes } from "#asset_tools/package_xml/read_xml.ts";
import { splitPackage } from "#asset_tools/package_xml/split_package.ts";
import type { Span } from "#asset_tools/package_xml/text_lines.ts";
import { attribute, type XmlElement } from "#asset_tools/package_xml/xml_element.ts";

/** The example of the documentation, whole. */
const EXAMPLE = `<?xml version="1.0" encoding="UTF-8"?>
<package id="demo" version="1.2">
  <assets>
    <shader id="Lit"><source>assets/lit.glsl</source></shader>
    <material id="RedMaterial">
      <shader>Lit</shader>
      <properties>
        <albedo>1.0 0.0 0.0 1.0</albedo>
        <metallic>0.1</metallic>
      </properties>
    </material>
    <mesh id="CubeMesh">
      <source>assets/models/cube.obj</source>
      <optimize>true</optimize>
      <generateTangents>true</generateTangents>
    </mesh>
  </assets>
  <scenes>
    <scene id="DeveloperScene" name="Developer Test Scene">
      <entity id="rotateCube" name="Rotating Red Cube" codeBehind="behaviors.RotatingCube">
        <transform>
          <position x="0" y="0" z="-5" />
          <rotation x="0" y="0" z="0" w="1" />
          <scale x="1" y="1" z="1" />
        </transform>
        <components>
          <mesh asset="CubeMesh" />
          <material asset="RedMaterial" />
          <renderable visible="true" castShadows="true" />
        </components>
        <params>
          <rotation_speed>1.5</rotation_speed>
          <rotation_axis>0 1 0</rotation_axis>
          <label>one &lt; two</label>
          <count>3</count>
          <on>true</on>
          <weight>2</weight>
        </params>
        <entity id="child"/>
      </entity>
    </scene>
  </scenes>
</package>
`;

function slice(text: string, span: Span): string {
  return text.slice(span.offset, span.offset + span.length);
}

function rootOf(text: string): XmlElement {
  const result = readXml(text, "p.xml");
  if ("problem" in result) throw new Error(result.problem.message);
  return result.root;
}

function problemOf(text: string): string {
  const result = readXml(text, "p.xml");
  return "problem" in result
    ? `${result.problem.code} ${result.problem.line}:${result.problem.column} ${result.problem.message}`
    : "none";
}

function codes(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, line, column, length }) => `${code} ${line}:${column}+${length}`);
}

/** A package with `inside` in it. */
function problemsIn(inside: string, indexes: readonly PackageIndex[] = []): Diagnostic[] {
  const text = `<package id="demo" version="1">\n${inside}\n</package>`;
  return [...splitPackage(text, "p.xml", indexes).diagnostics];
}

test("spans cover names, values and contents exactly", (t) => {
  const text = `<?xml version="1.0"?>\r\n<a x = "1&amp;2"\n   yy='q'><!-- c --><b>\n te&lt;xt </b><c/></a>`;
  const root = rootOf(text);
  t.is(slice(text, root.nameSpan), "a");
  t.is(root.nameSpan.line, 2);
  t.is(root.nameSpan.column, 2);
  const [x, y] = root.attributes;
  t.is(x?.value, "1&2");
  t.is(slice(text, x?.valueSpan as Span), "1&amp;2");
  t.is(slice(text, x?.nameSpan as Span), "x");
  t.is(slice(text, y?.nameSpan as Span), "yy");
  t.deepEqual([y?.valueSpan.line, y?.valueSpan.column], [3, 8]);
  const [b, c] = root.children;
  t.is(b?.text, "te<xt");
  t.is(slice(text, b?.textSpan as Span), "te&lt;xt");
  t.is(slice(text, c?.span as Span), "<c/>");
  t.is(slice(text, root.span), text.slice(text.indexOf("<a")));
});

test("an element's content ends at its own end tag", (t) => {
  const text = "<a><b>x</b></a>";
  t.is(slice(text, rootOf(text).children[0]?.textSpan as Span), "x");
});

test("what is not well-formed is one error at its place", (t) => {
  t.regex(problemOf("<a>\n  <mesh></mash>\n</a>"), /^PK1001 2:\d+ XML is not well-formed/);
  t.regex(problemOf("<a/><b/>"), /^PK1001/);
  t.regex(problemOf("<a>1 & 2</a>"), /^PK1001 1:\d/);
  t.regex(problemOf('<a x="1" x="2"/>'), /^PK1001/);
  t.regex(problemOf('<a x="<"/>'), /^PK1001/);
  t.regex(problemOf("<a>"), /^PK1001/);
  t.regex(problemOf(""), /^PK1001/);
  t.regex(problemOf("<a>\u0001</a>"), /^PK1001/);
  t.regex(problemOf("<a>&nope;</a>"), /^PK1001/);
});

test("document types, depth and foreign bytes are refused", (t) => {
  t.is(
    problemOf('<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]>\n<a>&b;</a>'),
    "PK1002 2:1 A document type declaration is not allowed in package.xml",
  );
  t.regex(
    problemOf("<a>".repeat(MAX_XML_DEPTH + 1)),
    /^PK1003 1:\d+ Elements are nested deeper than 64/,
  );
  t.regex(problemOf("<a>".repeat(100000)), /^PK1003/);
  const foreign = readXmlBytes(Uint8Array.of(0x3c, 0x61, 0xff), "p.xml");
  t.is("problem" in foreign && foreign.problem.code, "PK1005");
});

test("the example becomes the typed model", (t) => {
  const { model, diagnostics } = readPackage(EXAMPLE, "p.xml");
  t.deepEqual(diagnostics, []);
  t.is(model?.id, "demo");
  const scene = model?.definitions.find((definition) => definition.kind === "scene");
  t.deepEqual(scene?.entities[0], {
    id: "rotateCube",
    name: "Rotating Red Cube",
    codeBehind: "behaviors.RotatingCube",
    position: [0, 0, -5],
    rotation: [0, 0, 0, 1],
    scale: [1, 1, 1],
    components: {
      mesh: { asset: "CubeMesh" },
      material: { asset: "RedMaterial" },
      renderable: { visible: "true", castShadows: "true" },
    },
    params: {
      rotation_speed: "1.5",
      rotation_axis: "0 1 0",
      label: "one < two",
      count: "3",
      on: "true",
      weight: "2",
    },
    children: [{ id: "child" }],
  });
});

test("fragments have no positions: moving and commenting changes none", (t) => {
  const before = splitPackage(EXAMPLE, "p.xml", []).value;
  const moved = EXAMPLE.replace("<assets>", "\n\n<assets><!-- moved -->").replaceAll(
    "      <",
    "\t<",
  );
  const after = splitPackage(moved, "q.xml", []).value;
  t.deepEqual(after?.fragments, before?.fragments);
  t.is(after?.index, before?.index);
});

test("an edit changes its own fragment only", (t) => {
  const before = splitPackage(EXAMPLE, "p.xml", []).value;
  const after = splitPackage(EXAMPLE.replace("0.1<", "0.2<"), "p.xml", []).value;
  const changed = [...(after?.fragments ?? [])].filter(
    ([id, text]) => before?.fragments.get(id) !== text,
  );
  t.deepEqual(
    changed.map(([id]) => id),
    ["RedMaterial"],
  );
  t.is(after?.index, before?.index);
});

test("all errors of a file come in one go, each at its place", (t) => {
  const diagnostics = problemsIn(`<assets>
  <texture id="A"><source>a.png</source><format>bc9</format></texture>
  <texture id="A"><source>../a.png</source></texture>
  <mesh><source>a.max</source></mesh>
  <matrial id="M"/>
</assets>`);
  t.deepEqual(codes(diagnostics), [
    "PK2006 3:49+3",
    "PK2009 4:16+1",
    "PK2011 4:27+8",
    "PK2003 5:4+4",
    "PK2012 5:17+5",
    "PK2001 6:4+7",
  ]);
  t.is(diagnostics[0]?.hint, "Did you mean `bc1`?");
  t.is(diagnostics[5]?.hint, "Did you mean `material`?");
});

test("an include that leaves the package is an error at its place", (t) => {
  const shader = (path: string): string[] =>
    codes(
      problemsIn(
        `<assets><shader id="S"><source>s.glsl</source><includes><include>${path}</include></includes></shader></assets>`,
      ),
    );
  t.deepEqual(shader("common/fog.glsl"), []);
  t.deepEqual(shader("../fog.glsl"), ["PK2011 2:66+11"]);
  t.deepEqual(shader("core:fog.txt"), ["PK2012 2:66+12", "PK3003 2:66+12"]);
});

test("files that are not there are told where they are named, with what is near", (t) => {
  const there = ["art/crate.png", "art/crate.obj", "sky.png"];
  const text = `<package id="demo" version="1"><assets>
<texture id="Crate"><source>art/crat.png</source></texture>
<texture id="Sky"><source>art/sky.png</source></texture>
<mesh id="Box"><source>art/crate.obj</source></mesh>
<shader id="Lit"><source>lit.glsl</source><includes><include>core:fog.glsl</include></includes></shader>
</assets></package>`;
  const core = { id: "core", version: "1", dependencies: [], ids: [] };
  const files = { isMissing: (path: string) => !there.includes(path), paths: there };
  const { diagnostics } = splitPackage(
    text.replace("<assets>", '<dependencies><dependency id="core"/></dependencies><assets>'),
    "p.xml",
    [core],
    files,
  );
  t.deepEqual(codes(diagnostics), ["AS1001 2:29+12", "AS1001 3:27+11", "AS1001 5:26+8"]);
  t.deepEqual(
    diagnostics.map(({ hint }) => hint),
    ["Did you mean `art/crate.png`?", "Did you mean `sky.png`?", undefined],
  );
});

test("mistakes in form hide neither wrong names nor missing files", (t) => {
  const text = `<package id="demo" version="1"><assets>
<texture id="Sky"><source>sky.png</source><format>bc9</format></texture>
<materiel id="Red" />
</assets><scenes><scene id="Start"><entity id="box"><components>
<mesh asset="Box" />
<material asset="Red" />
</components></entity></scene></scenes></package>`;
  const { diagnostics } = splitPackage(text, "p.xml", [], { isMissing: () => true, paths: [] });
  // `Red` is meant to be there: that its element is unknown says all of it.
  t.deepEqual(codes(diagnostics), [
    "AS1001 2:27+7",
    "PK2006 2:51+3",
    "PK2001 3:2+8",
    "PK3001 5:14+3",
  ]);
});

test("scene values are checked", (t) => {
  const entity = (inside: string): string[] =>
    codes(
      problemsIn(`<scenes><scene id="S"><entity id="e">\n${inside}\n</entity></scene></scenes>`),
    );
  t.deepEqual(entity('<transform><position x="abc"/></transform>'), ["PK2006 3:25+3"]);
  t.deepEqual(entity('<components><light kind="sun"/></components>'), ["PK2006 3:26+3"]);
  t.deepEqual(entity('<components><camera fov="60"/></components>'), ["PK2002 3:21+3"]);
  t.deepEqual(entity('<params><a type="int">1.5</a></params>'), ["PK2002 3:12+4"]);
  t.deepEqual(entity('<entity id="e"/>'), []);
  t.deepEqual(entity('<entity id="f"/><entity id="f"/>'), ["PK2009 3:29+1"]);
  t.deepEqual(entity('<remove path="f"/>'), ["PK5003 3:2+6"]);
  t.deepEqual(entity("<components><Health><x/></Health></components>"), ["PK2001 3:22+1"]);
  t.deepEqual(entity('<transform><rotation w="1"/><euler y="9"/></transform>'), ["PK2005 3:30+5"]);
  t.deepEqual(entity("stray"), ["PK2007 3:1+5"]);
});

const CORE: PackageIndex = {
  id: "core",
  version: "1",
  dependencies: [],
  ids: [
    { id: "Cube", kind: "mesh" },
    { id: "StandardLit", kind: "shader" },
  ],
};

test("references are checked across packages", (t) => {
  const material = (shader: string, dependency = '<dependency id="core"/>'): Diagnostic[] =>
    problemsIn(
      `<dependencies>${dependency}</dependencies>\n<assets><material id="M"><shader>${shader}</shader></material></assets>`,
      [CORE],
    );
  t.deepEqual(material("core.StandardLit"), []);
  const [missing] = material("core.StandartLit");
  t.is(missing?.message, "There is no shader `core.StandartLit`");
  t.is(missing?.hint, "Did you mean `core.StandardLit`?");
  t.deepEqual([missing?.line, missing?.column], [3, 34]);
  const [wrong] = material("core.Cube");
  t.is(wrong?.message, "`core.Cube` is a mesh, expected a shader");
  const [undeclared] = material("core.StandardLit", "");
  t.is(undeclared?.message, "Package `core` is not a dependency of `demo`");
  t.is(undeclared?.hint, 'Add `<dependency id="core"/>` to `<dependencies>`');
});

test("nested entities are found again for their errors", (t) => {
  const diagnostics = problemsIn(`<scenes><scene id="S">
<entity id="a"><entity id="b"><components>
  <mesh asset="Nope"/>
</components></entity></entity></scene></scenes>`);
  t.deepEqual(codes(diagnostics), ["PK3001 4:16+4"]);
});

function discover(...texts: string[]) {
  const files = texts.map((text, at) => ({ file: `p${at}.xml`, bytes: Buffer.from(text) }));
  return discoverPackages(files);
}

test("discovery lists sources, references and behaviours", (t) => {
  const { value } = discover(EXAMPLE);
  const [demo] = value?.packages ?? [];
  t.deepEqual(demo?.assets[2], {
    kind: "mesh",
    id: "CubeMesh",
    sources: ["assets/models/cube.obj"],
    includes: [],
    references: [],
    behaviors: [],
  });
  t.deepEqual(demo?.scenes[0], {
    kind: "scene",
    id: "DeveloperScene",
    sources: [],
    includes: [],
    references: [
      { kind: "mesh", name: "demo.CubeMesh" },
      { kind: "material", name: "demo.RedMaterial" },
    ],
    behaviors: ["behaviors.RotatingCube"],
  });
});

test("attribute finds by name", (t) => {
  t.is(attribute(rootOf('<a b="c"/>'), "b")?.value, "c");
  t.is(attribute(rootOf('<a b="c"/>'), "d"), undefined);
});
