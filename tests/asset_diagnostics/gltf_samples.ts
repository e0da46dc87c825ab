import { actions, assetSample, packageOf, type Sample, type Samples, split } from "./sample.ts";

const CORNERS = [0, 0, 0, 1, 0, 0, 0, 1, 0];
const UP = [0, 0, 1, 0, 0, 1, 0, 0, 2];
const URI = `data:application/octet-stream;base64,${Buffer.from(Float32Array.from([...CORNERS, ...UP]).buffer).toString("base64")}`;

const corners = {
  bufferView: 0,
  componentType: 5126,
  type: "VEC3",
  count: 3,
  min: [0, 0, 0],
  max: [1, 1, 0],
};
const normals = { bufferView: 0, byteOffset: 36, componentType: 5126, type: "VEC3", count: 3 };
const primitive = { attributes: { POSITION: 0, NORMAL: 1 } };

/** A triangle with some of its parts replaced. */
function triangle(parts: object): string {
  const whole = {
    asset: { version: "2.0" },
    buffers: [{ byteLength: 72, uri: URI }],
    bufferViews: [{ buffer: 0, byteLength: 72, byteStride: 12 }],
    accessors: [corners, { ...normals, byteOffset: 0 }],
    meshes: [{ name: "Leaf", primitives: [{ attributes: { POSITION: 0 } }] }],
    nodes: [{ name: "Twig", mesh: 0 }],
    ...parts,
  };
  const lines = Object.entries(whole).map(([key, value]) => `  "${key}": ${JSON.stringify(value)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

const gltf = (parts: object): Sample => assetSample("mesh", "leaf.gltf", triangle(parts));

/** A mesh of which package.xml wants a part. */
function selecting(inside: string): Sample {
  const asset = `<mesh id="A"><source>leaf.gltf</source>${inside}</mesh>`;
  return {
    files: { "package.xml": packageOf(asset), "leaf.gltf": triangle({}) },
    run: actions(split("A"), "mesh --source leaf.gltf --definition A.json --out A.mesh"),
  };
}

function animation(content: string, inside = ""): Sample {
  return assetSample("animation", "leaf.gltf", content, inside);
}

/** A node that turns from key to key at constant speed, which blends of rotations never meet exactly. */
function spinning(): string {
  const input = {
    bufferView: 1,
    componentType: 5126,
    type: "SCALAR",
    count: 3,
    min: [0],
    max: [2],
  };
  const output = { bufferView: 2, componentType: 5126, type: "VEC4", count: 3 };
  const bytes = Buffer.from(
    Float32Array.of(0, 1, 2, 0, 0, 0, 1, 0, 0.6, 0, 0.8, 1, 0, 0, 0).buffer,
  );
  return triangle({
    buffers: [
      { byteLength: 72, uri: URI },
      { byteLength: 60, uri: `data:application/octet-stream;base64,${bytes.toString("base64")}` },
    ],
    bufferViews: [
      { buffer: 0, byteLength: 72, byteStride: 12 },
      { buffer: 1, byteLength: 12 },
      { buffer: 1, byteOffset: 12, byteLength: 48 },
    ],
    accessors: [corners, input, output],
    animations: [
      {
        name: "Turn",
        samplers: [{ input: 1, output: 2, interpolation: "LINEAR" }],
        channels: [{ sampler: 0, target: { node: 0, path: "rotation" } }],
      },
    ],
  });
}

export const gltfSamples: Samples = {
  AS6001: gltf({ nodes: [{ name: "Twig", mesh: 3 }] }),
  AS6002: gltf({ accessors: [corners, normals], meshes: [{ primitives: [primitive] }] }),
  AS6003: assetSample("mesh", "leaf.gltf", "solid leaf\nendsolid\n"),
  AS6004: assetSample("mesh", "leaf.gltf", '{\n  "asset": { "version": "2.0" },\n}\n'),
  AS6005: gltf({ buffers: [{ byteLength: 72, uri: "leaf.bin" }] }),
  AS6006: gltf({
    extensionsUsed: ["KHR_mesh_quantisation"],
    extensionsRequired: ["KHR_mesh_quantisation"],
  }),
  AS6007: gltf({
    accessors: [{ ...corners, bufferView: undefined, count: 300_000_000, max: [0, 0, 0] }],
  }),
  AS6008: gltf({
    extensionsUsed: ["EXT_meshopt_compression"],
    bufferViews: [
      {
        buffer: 0,
        byteLength: 72,
        byteStride: 12,
        extensions: {
          EXT_meshopt_compression: {
            buffer: 0,
            byteLength: 72,
            byteStride: 12,
            count: 6,
            mode: "ATTRIBUTES",
          },
        },
      },
    ],
  }),
  AS6009: gltf({
    meshes: [
      { primitives: [{ attributes: { POSITION: 0 } }, { attributes: { POSITION: 0 }, mode: 0 }] },
    ],
  }),
  AS6011: animation(triangle({})),
  AS6012: animation(spinning(), "<error>0</error>"),
  AS6010: selecting("<node>Twing</node>"),
};
