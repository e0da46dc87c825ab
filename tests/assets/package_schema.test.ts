/** docs/package.xsd and docs/package_xml_reference.md are what the reader's descriptions say, and editors agree with the reader. */
import { globSync, readFileSync } from "node:fs";
import test from "ava";
import { packageElement, readPackage } from "#asset_tools/package_xml/read_package.ts";
import { writeReference } from "#asset_tools/package_xml/schema/write_reference.ts";
import { checkGolden } from "#tests/compiler/golden.ts";
import { packageXsd, xsdProblem } from "./xsd.ts";

test("docs/package.xsd is written from the descriptions", (t) => {
  checkGolden(t, "docs/package.xsd", packageXsd);
});

test("docs/package_xml_reference.md is written from the descriptions", (t) => {
  checkGolden(t, "docs/package_xml_reference.md", writeReference("package", packageElement));
});

const samples = globSync(["game/package.xml", "packages/*/package.xml"]).sort();

test("the sample packages are valid", (t) => {
  t.true(samples.length >= 4);
  for (const file of samples) t.is(xsdProblem(readFileSync(file, "utf8")), undefined, file);
});

/** Whether the reader takes a package with `inside` in it, and whether the schema does. */
function verdicts(inside: string, attributes = 'id="demo" version="1"'): [boolean, boolean] {
  const text = `<package ${attributes}>${inside}</package>`;
  return [readPackage(text, "p.xml").model !== undefined, xsdProblem(text) === undefined];
}

const texture = (inside: string, attributes = 'id="T"'): string =>
  `<assets><texture ${attributes}>${inside}</texture></assets>`;
const entity = (inside: string): string =>
  `<scenes><scene id="S"><entity id="e">${inside}</entity></scene></scenes>`;
const source = (path: string): string => texture(`<source>${path}</source>`);

test("what the reader takes, the schema takes", (t) => {
  const taken = [
    "",
    "<scenes/><assets/><dependencies/>",
    '<dependencies><dependency id="core"/><dependency id="cars" version="2"/></dependencies>',
    source("a/b.png"),
    source(" a/..b/.c/d.PNG\n"),
    texture("<mipmaps>false</mipmaps><source>a.tga</source><format>bc7</format>"),
    texture(
      "<atlas padding='8'><region id='coin'>a.png</region><region id='gem'>b.png</region></atlas>",
    ),
    texture("<array><source>a.png</source><source>a.png</source></array><minPsnr>30</minPsnr>"),
    texture("<cube><source>a.png</source></cube><format>rgba16f</format>"),
    '<assets><material id="M"><shader>core.Lit</shader><properties><a>1 2</a><b>X</b></properties><state cull="none"/></material></assets>',
    entity('<params><a>1 2 3</a></params><entity id="f"/><transform/>'),
    entity('<components><Health points="3"/><camera/><game.Cargo/></components>'),
    '<prefabs><prefab id="P" prefab="Q"><override path="a/b" name="B"/><remove path="c"/></prefab></prefabs>',
    entity('<components><light kind="point" color="1 .5 2e-3"/><mesh asset="M"/></components>'),
  ];
  for (const inside of taken) t.deepEqual(verdicts(inside), [true, true], inside);
  const root =
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="package.xsd" id="d" version="1"';
  t.deepEqual(verdicts("", root), [true, true]);
});

test("what the reader refuses for its form, the schema refuses", (t) => {
  const refused = [
    "<asets/>",
    "stray",
    "<assets/><assets/>",
    "<assets><matrial/></assets>",
    '<assets><shader id="S"/></assets>',
    texture("<cube><top>a.png</top></cube>"),
    texture("<source>a.png</source><source>b.png</source>"),
    texture("<source>a.png</source>", ""),
    texture("<source>a.png</source>", 'id="1T"'),
    texture("<source>a.png</source><mipmaps>yes</mipmaps>"),
    texture("<source>a.png</source><format>bc9</format>"),
    source(""),
    source("/a.png"),
    source("a//b.png"),
    source("../a.png"),
    source("a/./b.png"),
    source("a\\b.png"),
    source("a.bmp"),
    '<dependencies><dependency id="Core"/></dependencies>',
    entity("<transform><position x='abc'/></transform>"),
    entity("<transform><position q='1'/></transform>"),
    entity("<components><camera fov='60'/></components>"),
    entity("<transform><euler w='1'/></transform>"),
    "<prefabs><prefab/></prefabs>",
    entity("<components><light kind='point' color='1 2'/></components>"),
    entity("<components><mesh asset='a.b.c'/></components>"),
  ];
  for (const inside of refused) t.deepEqual(verdicts(inside), [false, false], inside);
});

/** XML Schema 1.0 has no words for these. */
test("what only the reader refuses", (t) => {
  const refused = [
    // An element once beside others any number of times
    entity("<transform/><transform/>"),
    // Values in elements of any name
    entity('<params><a type="int">x</a></params>'),
    entity("<components><Health><inside/></Health></components>"),
    // What is there only in an instance of a prefab
    entity('<override path="a"/>'),
    entity("<params><a>1</a><a>2</a></params>"),
    // One of several children, or all of them
    texture(""),
    texture("<source>a.png</source><array><source>a.png</source></array>"),
    texture("<cube><positiveX>a.png</positiveX></cube>"),
    // Ids that differ
    '<scenes><scene id="S"/><scene id="S"/></scenes>',
    // Numbers beyond those of the machine
    entity("<transform><position x='1e999'/></transform>"),
  ];
  for (const inside of refused) t.deepEqual(verdicts(inside), [false, true], inside);
});
