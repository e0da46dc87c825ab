import { hasErrors } from "#asset_tools/document/diagnostic.ts";
import { renderDiagnostics } from "#asset_tools/document/render.ts";
import { discoverPackages } from "#asset_tools/package_xml/discover_packages.ts";
import { editXml, type XmlEdit } from "#asset_tools/package_xml/edit_xml.ts";
import { MAX_XML_BYTES, MAX_XML_DEPTH } from "#asset_tools/package_xml/read_xml.ts";
import { newElement } from "#asset_tools/package_xml/write_xml.ts";
import {
  actions,
  manifestSample,
  packageOf,
  type Sample,
  type SampleFiles,
  type Samples,
  split,
} from "./sample.ts";

const scene = (inside: string): string => `<package id="demo" version="1">
    <scenes>
        <scene id="Start">
            ${inside}
        </scene>
    </scenes>
</package>
`;
const empty = (attributes: string): string => `<package ${attributes} version="1" />\n`;
const depending = (id: string, ...others: string[]): string => {
  const dependencies = others.map((other) => `        <dependency id="${other}" />\n`).join("");
  return `<package id="${id}" version="1">
    <dependencies>
${dependencies}    </dependencies>
</package>
`;
};

export const packageSamples: Samples = {
  PK1001: manifestSample(packageOf("<mesh></mash>")),
  PK1002: manifestSample(`<!DOCTYPE package>\n${empty('id="demo"')}`),
  PK1003: manifestSample(`${"<a>".repeat(MAX_XML_DEPTH + 1)}\n`),
  PK1004: {
    files: { "package.xml": new Uint8Array(MAX_XML_BYTES + 1) },
    run: actions(split()),
  },
  PK1005: { files: { "package.xml": Uint8Array.of(0x3c, 0xe9, 0x3e) }, run: actions(split()) },
  PK1006: manifestSample(`<?xml version="1.1"?>\n${empty('id="demo"')}`),
  PK1007: manifestSample(`<?xml version="1.0" encoding="ISO-8859-1"?>\n${empty('id="demo"')}`),

  PK2001: manifestSample(packageOf("<matrial />")),
  PK2002: manifestSample(
    packageOf('<mesh id="Cube" sorce="cube.obj"><source>cube.obj</source></mesh>'),
  ),
  PK2003: manifestSample(packageOf("<mesh><source>cube.obj</source></mesh>")),
  PK2004: manifestSample(packageOf('<shader id="Lit" />')),
  PK2005: manifestSample(
    packageOf('<shader id="Lit"><source>a.glsl</source><source>b.glsl</source></shader>'),
  ),
  PK2006: manifestSample(
    packageOf('<texture id="Sky"><source>sky.png</source><format>bc9</format></texture>'),
  ),
  PK2007: manifestSample(packageOf("cube.obj")),
  PK2008: manifestSample('<packet id="demo" version="1" />\n'),
  PK2009: manifestSample(
    packageOf(`<mesh id="Cube"><source>a.obj</source></mesh>
        <shader id="Cube"><source>b.glsl</source></shader>`),
  ),
  PK2010: manifestSample(empty('id="Demo"')),
  PK2011: manifestSample(packageOf('<mesh id="Cube"><source>../cube.obj</source></mesh>')),
  PK2012: manifestSample(packageOf('<mesh id="Cube"><source>cube.blend</source></mesh>')),
  PK2013: manifestSample(
    packageOf(`<texture id="Sky">
            <source>sky.png</source>
            <cube><source>sky.png</source></cube>
        </texture>`),
  ),
  PK2014: manifestSample(
    packageOf(`<texture id="Layers">
            <array>${"<source>a.png</source>".repeat(257)}</array>
        </texture>`),
  ),

  PK3001: manifestSample(
    packageOf(`<shader id="Lit"><source>lit.glsl</source></shader>
        <material id="Red"><shader>Lti</shader></material>`),
  ),
  PK3002: manifestSample(
    packageOf(`<mesh id="Lit"><source>lit.obj</source></mesh>
        <material id="Red"><shader>Lit</shader></material>`),
  ),
  PK3003: manifestSample(packageOf('<material id="Red"><shader>core.Lit</shader></material>')),
  PK3004: discovery({
    "game/package.xml": depending("game", "coer"),
    "core/package.xml": empty('id="core"'),
  }),
  PK3005: discovery({
    "cars/package.xml": depending("cars", "roads"),
    "roads/package.xml": depending("roads", "cars"),
  }),
  PK3006: discovery({ "a/package.xml": empty('id="core"'), "b/package.xml": empty('id="core"') }),
  PK3010: discovery({
    "core/package.xml": packageOf('<mesh id="Cube"><source>cube.obj</source></mesh>'),
  }),

  PK4001: edit({ kind: "remove", element: ["scenes", "scene:Start", "entity:ball"] }),
  PK4002: edit({ kind: "text", element: ["scenes", "scene:Start"], text: "x" }),
  PK4003: edit({
    kind: "insert",
    element: ["scenes", "scene:Start"],
    child: newElement("entity", { id: "\u0001" }),
  }),
};

function discovery(files: SampleFiles): Sample {
  return {
    files,
    run(given) {
      const texts = Object.entries(given).map(([file, text]) => ({ file, text: String(text) }));
      const { diagnostics } = discoverPackages(
        texts.map(({ file, text }) => ({ file, bytes: Buffer.from(text) })),
      );
      return renderDiagnostics(diagnostics, (file) => texts.find((one) => one.file === file)?.text);
    },
  };
}

function edit(change: XmlEdit): Sample {
  const text = scene('<entity id="cube" />');
  return {
    files: { "package.xml": text },
    run() {
      const { diagnostics } = editXml(text, "package.xml", change);
      return hasErrors(diagnostics) ? renderDiagnostics(diagnostics, () => text) : "";
    },
  };
}
