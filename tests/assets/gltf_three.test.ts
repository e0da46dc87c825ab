/** Features of glTF one by one: three's GLTFLoader sees in each file what our reader does. */
import test, { type ExecutionContext } from "ava";
import { MeshoptDecoder } from "meshoptimizer/decoder";
import {
  AnimationMixer,
  type BufferAttribute,
  InstancedMesh,
  Matrix3,
  Matrix4,
  Mesh,
  type Object3D,
  SkinnedMesh,
  Vector3,
} from "three";
import { type GLTF, GLTFLoader } from "three/examples/jsm/loaders/GLTFLoader.js";
import { componentsOf, evaluate } from "#asset_tools/animation/source_curve.ts";
import { readGltf } from "#asset_tools/gltf/read_gltf.ts";
import { gatherMesh } from "#asset_tools/model/gather_mesh.ts";
import type { Model } from "#asset_tools/model/model.ts";
import { compressedGrid } from "./compressed_gltf.ts";
import { bytesOf, GltfMaker, type MadeGltf, toGlb } from "./make_gltf.ts";

/** What stands at a corner: position, then normal, uvs and color as far as there are any. */
type Corner = readonly number[];

const POSITIONS = Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0, 0.5, 2, 1);
const NORMALS = Float32Array.of(0, 0, 1, 0, 0.6, 0.8, 1, 0, 0, 0, 1, 0, 0, -0.6, 0.8);
const UVS = Float32Array.of(0, 0, 1, 0, 0, 1, 1, 1, 0.5, -2);
const INDICES = Uint16Array.of(0, 1, 2, 2, 1, 3, 2, 3, 4);

/** A mesh with all of the above, and what `change` makes of its primitive. */
function plain(change: (maker: GltfMaker) => object = () => ({}), more: object = {}): MadeGltf {
  const maker = new GltfMaker();
  const attributes = {
    POSITION: maker.accessor("VEC3", POSITIONS),
    NORMAL: maker.accessor("VEC3", NORMALS),
    TEXCOORD_0: maker.accessor("VEC2", UVS),
  };
  const indices = maker.accessor("SCALAR", INDICES);
  return maker.makeMesh({ attributes, indices, ...change(maker) }, more);
}

/** The plain mesh at nodes of these descriptions; those that are nobody's child are roots. */
function atNodes(...nodes: readonly { readonly children?: readonly number[] }[]): MadeGltf {
  const below = new Set(nodes.flatMap(({ children = [] }) => children));
  const roots = nodes.map((_, index) => index).filter((index) => !below.has(index));
  return plain(undefined, { nodes, scenes: [{ nodes: roots }] });
}

/** A mesh of attributes made by `build` and nothing else. */
function only(build: (maker: GltfMaker) => object, more: object = {}): MadeGltf {
  const maker = new GltfMaker();
  return maker.makeMesh(build(maker), more);
}

const POSITION = (maker: GltfMaker) => maker.accessor("VEC3", POSITIONS.slice(0, 9));

const QUANTIZED = {
  extensionsUsed: ["KHR_mesh_quantization"],
  extensionsRequired: ["KHR_mesh_quantization"],
};

function interleaved(): MadeGltf {
  const maker = new GltfMaker();
  const mixed = new Float32Array(5 * 6);
  for (let vertex = 0; vertex < 5; vertex++) {
    mixed.set(POSITIONS.subarray(vertex * 3, vertex * 3 + 3), vertex * 6);
    mixed.set(NORMALS.subarray(vertex * 3, vertex * 3 + 3), vertex * 6 + 3);
  }
  const bufferView = maker.view(bytesOf(mixed), { byteStride: 24 });
  const attributes = {
    POSITION: maker.accessorOf("VEC3", POSITIONS, { bufferView }),
    NORMAL: maker.accessorOf("VEC3", NORMALS, { bufferView, byteOffset: 12 }),
  };
  return maker.makeMesh({ attributes, indices: maker.accessor("SCALAR", INDICES) });
}

function sparse(hasBase: boolean): MadeGltf {
  const maker = new GltfMaker();
  const values = hasBase ? POSITIONS.slice(0, 9) : new Float32Array(9);
  values.set([0, 3, 4], 6);
  const replaced = {
    count: 1,
    indices: { bufferView: maker.view(bytesOf(Uint16Array.of(2))), componentType: 5123 },
    values: { bufferView: maker.view(bytesOf(Float32Array.of(0, 3, 4))) },
  };
  const base = hasBase ? { bufferView: maker.view(bytesOf(POSITIONS.subarray(0, 9))) } : {};
  const position = maker.accessorOf("VEC3", values, { sparse: replaced, ...base });
  return maker.makeMesh({ attributes: { POSITION: position } });
}

/** Each stands for one feature of the format. */
const files: Readonly<Record<string, () => MadeGltf | Promise<Uint8Array>>> = {
  "indices of 16 bits": () => plain(),
  "indices of 8 bits": () =>
    plain((maker) => ({ indices: maker.accessor("SCALAR", Uint8Array.from(INDICES)) })),
  "indices of 32 bits": () =>
    plain((maker) => ({ indices: maker.accessor("SCALAR", Uint32Array.from(INDICES)) })),
  "no indices": () => only((maker) => ({ attributes: { POSITION: POSITION(maker) } })),
  strips: () => plain(() => ({ mode: 5, indices: undefined })),
  "strips with indices": () =>
    plain((maker) => ({
      mode: 5,
      indices: maker.accessor("SCALAR", Uint16Array.of(4, 3, 2, 1, 0)),
    })),
  fans: () =>
    plain((maker) => ({
      mode: 6,
      indices: maker.accessor("SCALAR", Uint16Array.of(0, 1, 3, 4, 2)),
    })),
  "interleaved attributes": interleaved,
  "sparse over numbers": () => sparse(true),
  "sparse over nothing": () => sparse(false),
  "uvs of 8 and 16 bits": () =>
    only((maker) => ({
      attributes: {
        POSITION: POSITION(maker),
        TEXCOORD_0: maker.accessorOf("VEC2", Uint8Array.of(0, 51, 255, 0, 1, 2), {
          bufferView: maker.view(Uint8Array.of(0, 51, 0, 0, 255, 0, 0, 0, 1, 2, 0, 0), {
            byteStride: 4,
          }),
          normalized: true,
        }),
        TEXCOORD_1: maker.accessor("VEC2", Uint16Array.of(0, 65535, 13107, 0, 1, 2), {
          normalized: true,
        }),
      },
    })),
  "colors of three and of four numbers": () =>
    only((maker) => ({
      attributes: {
        POSITION: POSITION(maker),
        COLOR_0: maker.accessor("VEC4", Uint8Array.of(255, 0, 51, 102, 0, 0, 0, 0, 1, 2, 3, 4), {
          normalized: true,
        }),
      },
    })),
  "colors of floats": () =>
    only((maker) => ({
      attributes: {
        POSITION: POSITION(maker),
        COLOR_0: maker.accessor("VEC3", Float32Array.of(1, 0.5, 0, 0, 0.25, 1, 0.125, 0, 0)),
      },
    })),
  "positions in parts of one": () =>
    only(
      (maker) => ({
        attributes: {
          POSITION: maker.accessorOf("VEC3", Int16Array.of(-32767, 0, 0, 32767, 5, 0, 0, 9, 77), {
            bufferView: maker.view(
              bytesOf(Int16Array.of(-32767, 0, 0, 0, 32767, 5, 0, 0, 0, 9, 77, 0)),
              { byteStride: 8 },
            ),
            normalized: true,
          }),
        },
      }),
      QUANTIZED,
    ),
  "whole positions and normals of 8 bits": () =>
    only(
      (maker) => ({
        attributes: {
          POSITION: maker.accessorOf("VEC3", Uint8Array.of(0, 0, 0, 255, 7, 0, 3, 200, 1), {
            bufferView: maker.view(Uint8Array.of(0, 0, 0, 0, 255, 7, 0, 0, 3, 200, 1, 0), {
              byteStride: 4,
            }),
          }),
          NORMAL: maker.accessorOf("VEC3", Int8Array.of(0, 0, 127, 0, 127, 0, -127, 0, 0), {
            bufferView: maker.view(
              bytesOf(Int8Array.of(0, 0, 127, 0, 0, 127, 0, 0, -127, 0, 0, 0)),
              {
                byteStride: 4,
              },
            ),
            normalized: true,
          }),
        },
      }),
      QUANTIZED,
    ),
  "two primitives": () => {
    const made = plain();
    const [mesh] = made.json["meshes"] as { primitives: object[] }[];
    mesh?.primitives.push({ ...mesh.primitives[0], indices: undefined, mode: 6 });
    return made;
  },
  "nodes with parts": () =>
    atNodes(
      {
        translation: [1, 2, 3],
        rotation: [0, 0.6, 0, 0.8],
        scale: [1, 2, 3],
        children: [1],
      } as object,
      { mesh: 0, rotation: [0.6, 0, 0, 0.8], translation: [0, -1, 0] } as object,
    ),
  "nodes with matrices": () =>
    atNodes(
      { matrix: [0, 2, 0, 0, -1, 0, 0, 0, 0, 0, 3, 0, 5, 6, 7, 1], children: [1] } as object,
      { mesh: 0, matrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 9, 1] } as object,
    ),
  "a mirroring scale": () => atNodes({ mesh: 0, scale: [-1, 2, 1] } as object),
  "a mesh at two nodes": () =>
    atNodes({ mesh: 0 } as object, { mesh: 0, translation: [5, 0, 0] } as object),
  EXT_mesh_gpu_instancing: () => {
    const maker = new GltfMaker();
    const attributes = { POSITION: maker.accessor("VEC3", POSITIONS) };
    const primitive = { attributes, indices: maker.accessor("SCALAR", INDICES) };
    const instancing = {
      attributes: {
        TRANSLATION: maker.accessor("VEC3", Float32Array.of(1, 0, 0, 0, 2, 0, 0, 0, 3)),
        ROTATION: maker.accessor(
          "VEC4",
          Float32Array.of(0, 0, 0, 1, 0.6, 0, 0, 0.8, 0, -0.8, 0, 0.6),
        ),
        SCALE: maker.accessor("VEC3", Float32Array.of(1, 1, 1, 2, 2, 2, 1, 3, 1)),
      },
    };
    return maker.makeMesh(primitive, {
      extensionsUsed: ["EXT_mesh_gpu_instancing"],
      extensionsRequired: ["EXT_mesh_gpu_instancing"],
      nodes: [
        {
          name: "Trees",
          mesh: 0,
          translation: [0, 10, 0],
          extensions: { EXT_mesh_gpu_instancing: instancing },
        },
      ],
    });
  },
  EXT_meshopt_compression: async () => (await compressedGrid("EXT_meshopt_compression")).glb,
};

for (const [name, make] of Object.entries(files)) {
  test(`corners: ${name}`, async (t) => {
    const made = await make();
    const { model, three } = await readBoth(made instanceof Uint8Array ? made : toGlb(made));
    const ours = inOneWay(ourCorners(model));
    const theirs = inOneWay(threeCorners(three.scene));
    t.true(ours.length > 0 && ours.length % 3 === 0);
    t.is(ours.length, theirs.length);
    for (const [at, corner] of ours.entries()) near(t, corner, theirs[at] ?? [], `corner ${at}`);
  });
}

test("morph targets: displacements, names and weights", async (t) => {
  const maker = new GltfMaker();
  const moved = (by: number) =>
    maker.accessor(
      "VEC3",
      POSITIONS.slice(0, 9).map((x) => x * by),
    );
  const primitive = {
    attributes: { POSITION: POSITION(maker) },
    targets: [{ POSITION: moved(2) }, { POSITION: moved(-0.5) }],
  };
  const mesh = {
    primitives: [primitive],
    weights: [0.25, 0.5],
    extras: { targetNames: ["a", "b"] },
  };
  const { model, three } = await readBoth(toGlb(maker.makeMesh(primitive, { meshes: [mesh] })));
  const [theirs] = meshesOf(three.scene);
  const [ours] = model.meshes;
  t.deepEqual(
    ours?.targets.map((target) => target.name),
    Object.keys(theirs?.morphTargetDictionary ?? {}),
  );
  t.deepEqual(
    ours?.targets.map(({ weight }) => weight),
    theirs?.morphTargetInfluences,
  );
  for (const [at, target] of (ours?.primitives[0]?.targets ?? []).entries()) {
    const displaced = theirs?.geometry.morphAttributes["position"]?.[at];
    t.deepEqual(target.positions, displaced?.array as Float32Array);
  }
});

for (const [joints, weights] of [
  [Uint8Array.of(1, 0, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0), Float32Array],
  [Uint16Array.of(1, 0, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0), Uint8Array],
  [Uint8Array.of(1, 0, 0, 0, 0, 1, 0, 0, 1, 1, 0, 0), Uint16Array],
] as const) {
  test(`skins: joints as ${joints.constructor.name}, weights as ${weights.name}`, async (t) => {
    const { model, three } = await readBoth(toGlb(skinned(joints, weights)));
    const theirs = meshesOf(three.scene).find((mesh) => mesh instanceof SkinnedMesh) as SkinnedMesh;
    const [skin] = model.skins;
    t.deepEqual(
      skin?.joints.map((joint) => model.nodes[joint]?.name),
      theirs.skeleton.bones.map(({ name }) => name),
    );
    const inverses = theirs.skeleton.boneInverses.flatMap(({ elements }) => elements);
    near(t, [...(skin?.inverseBindMatrices ?? [])], inverses, "inverses");
    const skinning = model.meshes[0]?.primitives[0]?.skinning;
    t.is(skinning?.influences, 4);
    const { skinIndex, skinWeight } = theirs.geometry.attributes as Record<string, BufferAttribute>;
    near(t, [...(skinning?.weights ?? [])], allOf(skinWeight), "weights");
    t.deepEqual([...(skinning?.joints ?? [])], allOf(skinIndex));
  });
}

for (const interpolation of ["STEP", "LINEAR", "CUBICSPLINE"] as const) {
  test(`animations: ${interpolation}`, async (t) => {
    const { model, three } = await readBoth(toGlb(animated(interpolation)));
    const mixer = new AnimationMixer(three.scene);
    for (const clip of three.animations) mixer.clipAction(clip).play();
    const [clip] = model.animations;
    t.is(clip?.channels.length, 4);
    for (const time of [0, 0.3, 0.5, 0.999, 1.2, 1.9]) {
      mixer.setTime(time);
      for (const channel of clip?.channels ?? []) {
        const node = three.scene.getObjectByName(model.nodes[channel.node]?.name ?? "") as Mesh;
        const components = componentsOf(channel);
        const value = new Float64Array(components);
        evaluate(channel, components, time, value, 0);
        const ours = [...value];
        const place = `${channel.path} at ${time}`;
        if (channel.path === "translation") near(t, ours, node.position.toArray(), place);
        if (channel.path === "scale") near(t, ours, node.scale.toArray(), place);
        if (channel.path === "weights") near(t, ours, node.morphTargetInfluences ?? [], place);
        if (channel.path === "rotation") {
          const theirs = node.quaternion.toArray();
          const cosine = ours.reduce((sum, part, at) => sum + part * (theirs[at] as number), 0);
          t.true(Math.abs(cosine) > 1 - 1e-6, `${place}: ${ours} and ${theirs}`);
        }
      }
    }
  });
}

function skinned(
  joints: Uint8Array | Uint16Array,
  weights: typeof Float32Array | typeof Uint8Array | typeof Uint16Array,
): MadeGltf {
  const maker = new GltfMaker();
  const full = weights === Uint8Array ? 255 : weights === Uint16Array ? 65535 : 1;
  const shares = [1, 0, 0, 0, 0.6, 0.4, 0, 0, 0.2, 0.8, 0, 0].map((share) => share * full);
  const attributes = {
    POSITION: POSITION(maker),
    JOINTS_0: maker.accessor("VEC4", joints),
    WEIGHTS_0: maker.accessor("VEC4", weights.from(shares), { normalized: full !== 1 }),
  };
  const inverse = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0];
  const matrices = Float32Array.of(...inverse, 0, -1, 0, 1, ...inverse, 3, 2, 1, 1);
  return maker.makeMesh(
    { attributes },
    {
      nodes: [
        { name: "Body", mesh: 0, skin: 0 },
        { name: "Hip", children: [2], translation: [0, 1, 0] },
        { name: "Knee", translation: [0, 1, 0] },
      ],
      scenes: [{ nodes: [0, 1] }],
      skins: [{ joints: [2, 1], inverseBindMatrices: maker.accessor("MAT4", matrices) }],
    },
  );
}

/** Three keys for each path; cubic ones with tangents that are not 0. */
function animated(interpolation: string): MadeGltf {
  const maker = new GltfMaker();
  const input = maker.accessor("SCALAR", Float32Array.of(0, 1, 2));
  const output = (type: string, size: number, ...values: readonly number[]): number => {
    if (interpolation !== "CUBICSPLINE") return maker.accessor(type, Float32Array.from(values));
    const keys = [0, 1, 2].flatMap((key) => {
      const value = values.slice(key * size, key * size + size);
      return [value.map((x) => x * 0.5), value, value.map((x) => 0.1 - x)];
    });
    return maker.accessor(type, Float32Array.from(keys.flat()));
  };
  const samplers = [
    output("VEC3", 3, 0, 0, 0, 1, 2, 3, -1, 0, 4),
    output("VEC4", 4, 0, 0, 0, 1, 0, 0.6, 0, 0.8, 0.8, 0, 0, 0.6),
    output("VEC3", 3, 1, 1, 1, 2, 1, 3, 1, 1, 0.5),
    output("SCALAR", 1, 0, 1, 0.25),
  ].map((index) => ({ input, output: index, interpolation }));
  const channels = ["translation", "rotation", "scale", "weights"].map((path, sampler) => ({
    sampler,
    target: { node: path === "weights" ? 1 : 0, path },
  }));
  const primitive = {
    attributes: { POSITION: POSITION(maker) },
    targets: [{ POSITION: POSITION(maker) }],
  };
  return maker.makeMesh(primitive, {
    nodes: [
      { name: "Arm", children: [1] },
      { name: "Hand", mesh: 0 },
    ],
    animations: [{ name: "Wave", samplers, channels }],
  });
}

async function readBoth(glb: Uint8Array): Promise<{ model: Model; three: GLTF }> {
  const { value: model, diagnostics } = await readGltf(glb, "m.glb");
  if (model === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const loader = new GLTFLoader().setMeshoptDecoder(MeshoptDecoder);
  const three = await loader.parseAsync(glb.slice().buffer, "");
  three.scene.updateMatrixWorld(true);
  return { model, three };
}

/** Corners of all triangles in the scene; triangles that are mirrored go around the other way. */
function ourCorners(model: Model): Corner[] {
  const gathered = gatherMesh(model, {});
  return (gathered?.primitives ?? []).flatMap((primitive) => {
    const { indices, positions, normals, uvs, colors } = primitive;
    const lists = [positions, normals].filter((list) => list !== undefined);
    return [...indices].map((vertex) => [
      ...lists.flatMap((list) => [...list.subarray(vertex * 3, vertex * 3 + 3)]),
      ...uvs.flatMap((list) => [...list.subarray(vertex * 2, vertex * 2 + 2)]),
      ...colors.flatMap((list) => [...list.subarray(vertex * 4, vertex * 4 + 4)]),
    ]);
  });
}

/** Strips and fans of two readers may begin their triangles at other corners, and go around them alike. */
function inOneWay(corners: readonly Corner[]): Corner[] {
  const key = (corner: Corner): string => corner.map((value) => value.toFixed(3)).join(" ");
  return corners.flatMap((_, at) => {
    if (at % 3 !== 0) return [];
    const triangle = corners.slice(at, at + 3);
    const keys = triangle.map(key);
    const first = keys.indexOf(keys.toSorted()[0] as string);
    return [...triangle.slice(first), ...triangle.slice(0, first)];
  });
}

function meshesOf(root: Object3D): Mesh[] {
  const meshes: Mesh[] = [];
  root.traverse((node) => {
    if (node instanceof Mesh) meshes.push(node);
  });
  return meshes;
}

function threeCorners(root: Object3D): Corner[] {
  return meshesOf(root).flatMap((mesh) =>
    matricesOf(mesh).flatMap((matrix) => cornersAt(mesh, matrix)),
  );
}

/** Where the mesh stands: once, or once an instance. */
function matricesOf(mesh: Mesh): Matrix4[] {
  if (!(mesh instanceof InstancedMesh)) return [mesh.matrixWorld];
  return Array.from({ length: mesh.count }, (_, instance) => {
    const matrix = new Matrix4();
    mesh.getMatrixAt(instance, matrix);
    return matrix.premultiply(mesh.matrixWorld);
  });
}

function cornersAt({ geometry }: Mesh, matrix: Matrix4): Corner[] {
  const { position, normal, uv, uv1, color } = geometry.attributes as Record<
    string,
    BufferAttribute
  >;
  const count = geometry.index?.count ?? position?.count ?? 0;
  const turning = new Matrix3().getNormalMatrix(matrix);
  const corners = Array.from({ length: count }, (_, at): Corner => {
    const vertex = geometry.index?.getX(at) ?? at;
    const point = position && new Vector3().fromBufferAttribute(position, vertex);
    const direction = normal && new Vector3().fromBufferAttribute(normal, vertex);
    return [
      ...(point?.applyMatrix4(matrix).toArray() ?? []),
      ...(direction?.applyMatrix3(turning).normalize().toArray() ?? []),
      ...[uv, uv1].flatMap((list) => (list ? [list.getX(vertex), list.getY(vertex)] : [])),
      ...(color
        ? [
            color.getX(vertex),
            color.getY(vertex),
            color.getZ(vertex),
            color.itemSize === 4 ? color.getW(vertex) : 1,
          ]
        : []),
    ];
  });
  if (matrix.determinant() > 0) return corners;
  return corners.map((_, at) => corners[at - (at % 3) + ((3 - (at % 3)) % 3)] as Corner);
}

function allOf(attribute: BufferAttribute | undefined): number[] {
  if (attribute === undefined) return [];
  return Array.from({ length: attribute.count }, (_, at) => [
    attribute.getX(at),
    attribute.getY(at),
    attribute.getZ(at),
    attribute.getW(at),
  ]).flat();
}

function near(
  t: ExecutionContext,
  ours: readonly number[],
  theirs: readonly number[],
  place: string,
): void {
  const isNear =
    ours.length === theirs.length && ours.every((value, at) => closeTo(value, theirs[at] ?? 0));
  t.true(isNear, `${place}: ${ours} and ${theirs}`);
}

function closeTo(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-5 * Math.max(1, Math.abs(a), Math.abs(b));
}
