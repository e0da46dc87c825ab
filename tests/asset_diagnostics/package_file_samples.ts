import { crc32 } from "#asset_tools/fpkg/crc32.ts";
import { FileHeader, SectionEntry } from "#asset_tools/fpkg/format/package.ts";
import { decodeStruct, encodeStruct, fieldOffset, structSize } from "#asset_tools/fpkg/struct.ts";
import { actions, packageOf, type Sample, type Samples, split, type Written } from "./sample.ts";

const CUBE = "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n";
const manifest = packageOf('<mesh id="Cube"><source>cube.obj</source></mesh>');
const mesh = "mesh --definition Cube.json --source cube.obj --out Cube.mesh";

/** The package with a mesh that is compiled. */
function linking(...commands: readonly string[]): Sample {
  return {
    files: { "package.xml": manifest, "cube.obj": CUBE },
    run: actions(split("Cube"), mesh, ...commands),
  };
}

/** The package as a file to which something happens, and then a bundle of it. */
function damaged(change: (file: Buffer) => Uint8Array): Sample {
  const { files } = linking();
  const link = "link --index index.json --blob Cube.mesh --out demo.fpkg";
  const damage = (written: Written): void =>
    void written.set("demo.fpkg", change(Buffer.from(written.get("demo.fpkg") as Uint8Array)));
  return {
    files,
    run: actions(split("Cube"), mesh, link, damage, "bundle --package demo.fpkg --out all.fpkg"),
  };
}

/** The first section becomes one that readers step over. */
function withoutFirstSection(file: Buffer): Uint8Array {
  const start = structSize(FileHeader);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const first = decodeStruct(SectionEntry, view, start);
  encodeStruct(SectionEntry, view, start, { ...first, kind: "NOTE", flags: 0 });
  const { sectionCount } = decodeStruct(FileHeader, view, 0);
  const table = file.subarray(start, start + sectionCount * structSize(SectionEntry));
  view.setUint32(fieldOffset(FileHeader, "tableCrc"), crc32(table), true);
  return file;
}

const SHADER = `layout(std140) uniform Material {
    vec4 albedo;
};
#ifdef VERTEX
in vec3 position;
void main() {
    gl_Position = vec4(position, 1.0);
}
#endif
#ifdef FRAGMENT
out vec4 color;
void main() {
    color = albedo;
}
#endif
`;

/** A material that is linked with a shader that has changed since. */
const outdated: Sample = {
  files: {
    "package.xml": packageOf(`<shader id="Lit"><source>lit.glsl</source></shader>
        <material id="Red"><shader>Lit</shader></material>`),
    "lit.glsl": SHADER,
  },
  run: actions(
    split("Lit", "Red"),
    "shader --definition Lit.json --source lit.glsl --out Lit.shader",
    "material --definition Red.json --shader Lit.shader --out Red.material",
    (written) => written.set("lit.glsl", SHADER.replace("vec4 albedo;", "$&\n    float glow;")),
    "shader --definition Lit.json --source lit.glsl --out Lit.shader",
    "link --index index.json --blob Lit.shader --blob Red.material --out demo.fpkg",
  ),
};

const crates = `<package id="crates" version="1">
    <dependencies><dependency id="demo" /></dependencies>
    <scenes>
        <scene id="Yard" name="Yard">
            <entity id="crate"><components><mesh asset="demo.Cube" /></components></entity>
        </scene>
    </scenes>
</package>
`;

export const packageFileSamples: Samples = {
  FP1001: {
    files: {
      "demo.fpkg": "something else, long enough for a header of a package file, of any version",
    },
    run: actions("bundle --package demo.fpkg --out all.fpkg"),
  },
  FP1002: damaged((file) => file.subarray(0, -100)),
  FP1003: damaged((file) => {
    const first = structSize(FileHeader);
    file.writeUInt8(file.readUInt8(first) ^ 1, first);
    return file;
  }),
  FP1004: linking(
    "link --index index.json --blob Cube.mesh --layout dev --blobs blobs --out demo.fpkg",
    "bundle --package demo.fpkg --out all.fpkg",
  ),
  FP1005: damaged(withoutFirstSection),
  FP1009: outdated,
  FP1006: {
    files: { "Cube.json": "{", "cube.obj": CUBE },
    run: actions(mesh),
  },
  FP1007: linking("link --index index.json --blob Cube.mesh --blob Cube=Cube.mesh --out demo.fpkg"),
  FP1008: linking("link --index index.json --out demo.fpkg"),
  FP1010: {
    files: {
      "package.xml": `<package id="demo" version="1">
    <dependencies><dependency id="core" /></dependencies>
</package>
`,
      "core.xml": '<package id="core" version="1" />',
    },
    run: actions(
      "split --manifest core.xml --out-index core.json",
      `${split()} --index core.json`,
      "link --index index.json --out demo.fpkg",
      "bundle --package demo.fpkg --out all.fpkg",
    ),
  },
  // The mesh is another one after crates was linked against the first.
  FP1011: {
    files: {
      "crates.xml": crates,
      "package.xml": manifest,
      "cube.obj": CUBE,
      "other.obj": CUBE.replace("1 0 0", "2 0 0"),
    },
    run: actions(
      split("Cube"),
      mesh,
      "link --index index.json --blob Cube.mesh --out demo.fpkg --tables demo.tables.fpkg",
      "split --manifest crates.xml --index index.json --out-index crates.json --out Yard=Yard.json",
      "scene --definition Yard.json --out Yard.scene",
      "link --index crates.json --blob Yard.scene --dependency demo.tables.fpkg --out crates.fpkg",
      mesh.replace("cube.obj", "other.obj"),
      "link --index index.json --blob Cube.mesh --out demo.fpkg",
      "bundle --package demo.fpkg --package crates.fpkg --out all.fpkg",
    ),
  },
};
