/** One small glTF that uses most of the format. */
import { bytesOf, GltfMaker, type MadeGltf } from "./make_gltf.ts";

/** A file with something of everything: skin, morph target, sparse accessor, instances, animation, material. */
export function richGltf(): MadeGltf {
  const maker = new GltfMaker();
  const corners = Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0);
  const unit = Float32Array.from({ length: 12 }, (_, at) => (at % 4 === 0 ? 1 : 0));
  const sparse = {
    count: 1,
    indices: { bufferView: maker.view(bytesOf(Uint16Array.of(1))), componentType: 5123 },
    values: { bufferView: maker.view(bytesOf(corners.subarray(3, 6))) },
  };
  const attributes = {
    POSITION: maker.accessorOf("VEC3", corners, {
      sparse,
      bufferView: maker.view(bytesOf(corners)),
    }),
    TEXCOORD_0: maker.accessor("VEC2", Uint16Array.of(0, 0, 65535, 0, 0, 65535), {
      normalized: true,
    }),
    JOINTS_0: maker.accessor("VEC4", new Uint8Array(12)),
    WEIGHTS_0: maker.accessor("VEC4", unit),
  };
  const targets = [{ POSITION: maker.accessor("VEC3", corners) }];
  const indices = maker.accessor("SCALAR", Uint16Array.of(0, 1, 2));
  const input = maker.accessor("SCALAR", Float32Array.of(0, 1));
  const output = maker.accessor("VEC4", Float32Array.of(0, 0, 0, 1, 0, 0, 1, 0));
  const TRANSLATION = maker.accessor("VEC3", Float32Array.of(1, 2, 3, 4, 5, 6));
  return maker.make({
    extensionsUsed: ["KHR_texture_transform", "KHR_materials_clearcoat", "EXT_mesh_gpu_instancing"],
    images: [{ uri: "a.png" }],
    samplers: [{ wrapS: 33071 }],
    textures: [{ source: 0, sampler: 0 }],
    materials: [
      {
        pbrMetallicRoughness: {
          baseColorTexture: {
            index: 0,
            extensions: { KHR_texture_transform: { offset: [0.5, 0] } },
          },
        },
        extensions: { KHR_materials_clearcoat: { clearcoatFactor: 0.5 } },
      },
    ],
    meshes: [{ primitives: [{ attributes, indices, targets, material: 0 }], weights: [0.5] }],
    skins: [{ joints: [1, 2] }],
    nodes: [
      { mesh: 0, skin: 0 },
      { name: "hip", children: [2] },
      { rotation: [0, 0, 0, 1] },
      { mesh: 0, extensions: { EXT_mesh_gpu_instancing: { attributes: { TRANSLATION } } } },
    ],
    scenes: [{ nodes: [0, 1, 3] }],
    scene: 0,
    animations: [
      {
        samplers: [{ input, output }],
        channels: [{ sampler: 0, target: { node: 2, path: "rotation" } }],
      },
    ],
  });
}
