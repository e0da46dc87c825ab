import { actions, packageOf, type Sample, type Samples, split } from "./sample.ts";

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

export const packageFileSamples: Samples = {
  FP1001: {
    files: {
      "demo.fpkg": "something else, long enough for a header of a package file, of any version",
    },
    run: actions("bundle --package demo.fpkg --out all.fpkg"),
  },
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
    },
    run: actions(
      split(),
      "link --index index.json --out demo.fpkg",
      "bundle --package demo.fpkg --out all.fpkg",
    ),
  },
};
