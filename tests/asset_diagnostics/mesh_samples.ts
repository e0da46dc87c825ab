import { renderDiagnostics } from "#asset_tools/document/render.ts";
import { geometryProblem, MAX_TRIANGLES } from "#asset_tools/mesh/check_geometry.ts";
import { assetSample, type Sample, type Samples } from "./sample.ts";

const TRIANGLE = "v 0 0 0\nv 1 0 0\nv 0 1 0\n";
const obj = (text: string): Sample => assetSample("mesh", "cube.obj", text);

/** A file of so many triangles would take minutes to read. */
function tooMany(triangles: number): string {
  const geometry = { indices: new Uint32Array(triangles * 3), positions: new Float32Array(9) };
  const problem = geometryProblem(geometry, "city.glb");
  return renderDiagnostics(problem ? [problem] : [], () => undefined);
}

/** A triangle whose node makes it larger than numbers of 32 bits go. */
function hugeTriangle(): string {
  const positions = new Float32Array([0, 0, 0, 2 ** 127, 0, 0, 0, 2 ** 127, 0]);
  const max = [2 ** 127, 2 ** 127, 0];
  return JSON.stringify({
    asset: { version: "2.0" },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0, scale: [4, 4, 4] }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0 } }] }],
    accessors: [
      { bufferView: 0, componentType: 5126, type: "VEC3", count: 3, min: [0, 0, 0], max },
    ],
    bufferViews: [{ buffer: 0, byteLength: 36 }],
    buffers: [
      {
        byteLength: 36,
        uri: `data:application/octet-stream;base64,${Buffer.from(positions.buffer).toString("base64")}`,
      },
    ],
  });
}

export const meshSamples: Samples = {
  AS2001: obj(`${TRIANGLE}v 0 O 1\nf 1 2 3\n`),
  AS2002: obj(`${TRIANGLE}v 0 0\nf 1 2 3\n`),
  AS2003: obj(`${TRIANGLE}f 1 2 4\n`),
  AS2004: obj(`${TRIANGLE}f 1 2\n`),
  AS2005: obj(`${TRIANGLE}f 1 2 3/\n`),
  AS2006: obj(TRIANGLE),
  AS2007: obj(`${TRIANGLE}face 1 2 3\n`),
  AS2008: obj(`${TRIANGLE}f 0 1 2\n`),
  AS2009: obj(`${TRIANGLE}l 1 2\nf 1 2 3\n`),
  AS2010: obj(`${TRIANGLE}s one\nf 1 2 3\n`),
  AS2012: { files: {}, run: () => tooMany(MAX_TRIANGLES + 1) },
  AS2013: assetSample("mesh", "sky.gltf", hugeTriangle()),
  AS2011: obj(`${TRIANGLE}f${" 1 2 3".repeat(100_000)}\n`),
};
