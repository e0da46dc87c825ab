/** Megabytes of package.xml a second, beside other readers in the same run; the demand is loose, so that a busy machine passes. */
import test from "ava";
import { XMLParser } from "fast-xml-parser";
import { XmlDocument } from "libxml2-wasm";
import { readPackage } from "#asset_tools/package_xml/read_package.ts";
import { readXmlBytes } from "#asset_tools/package_xml/read_xml.ts";

const SIZE = 4_000_000;

/** A scene of as many entities as make `SIZE` bytes. */
function largeScene(): string {
  const entities: string[] = [];
  for (let size = 0; size < SIZE; size += entities.at(-1)?.length ?? 0) {
    const at = entities.length;
    entities.push(`            <entity id="e${at}" name="Entity ${at}" codeBehind="vehicles.Rotor">
                <transform>
                    <position x="${at % 77}.5" y="0.16" z="-${at % 13}.25" />
                    <rotation x="0" y="0" z="0" w="1" />
                </transform>
                <components>
                    <mesh asset="vehicles.Rotor" />
                    <material asset="vehicles.RotorOrange" />
                </components>
                <params><spin>22.0</spin></params>
            </entity>
`);
  }
  return `<package id="game" version="1.0.0">
    <scenes>
        <scene id="Large">
${entities.join("")}        </scene>
    </scenes>
</package>
`;
}

/** Milliseconds of this thread on the processor, which others cost nothing. */
function spent(run: () => unknown): number {
  const start = process.threadCpuUsage();
  run();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

test("a scene of 4 MB", (t) => {
  const bytes = Buffer.from(largeScene());
  const text = bytes.toString("utf8");
  const readers = {
    "this reader, to the tree": () => readXmlBytes(bytes, "p.xml"),
    "this reader, to the model": () => readPackage(bytes, "p.xml"),
    "libxml2 in WebAssembly": () => XmlDocument.fromBuffer(bytes).dispose(),
    "fast-xml-parser": () => new XMLParser({ ignoreAttributes: false }).parse(text) as unknown,
  };
  t.truthy(readPackage(bytes, "p.xml").model);
  const names = Object.keys(readers) as (keyof typeof readers)[];
  const least = new Map<keyof typeof readers, number>();
  for (let round = 0; round < 5; round++) {
    for (const name of names)
      least.set(name, Math.min(least.get(name) ?? Number.POSITIVE_INFINITY, spent(readers[name])));
  }
  const of = (name: keyof typeof readers): number => least.get(name) ?? 0;
  const peer = of("fast-xml-parser");
  for (const name of names) {
    const rate = bytes.length / 1000 / of(name);
    t.log(`${name}: ${rate.toFixed(1)} MB/s, ${(peer / of(name)).toFixed(2)}x fast-xml-parser`);
  }
  t.true(of("this reader, to the tree") < peer);
  t.true(of("this reader, to the model") < 2 * peer);
});
