/** One model as OBJ, glTF and FBX of every encoding compiles to the same bytes; other readers see what ours sees. */
import test from "ava";
import { Mesh, type Object3D, type SkinnedMesh } from "three";
import { FBXLoader } from "three/examples/jsm/loaders/FBXLoader.js";
import { runAssetAction } from "#asset_tools/actions/asset_action.ts";
import { compileAnimation } from "#asset_tools/animation/compile_animation.ts";
import { decodeAnimation } from "#asset_tools/fpkg/animation_blob.ts";
import { compileMesh } from "#asset_tools/mesh/compile_mesh.ts";
import { GltfMaker, toGlb } from "../make_gltf.ts";
import { PLAIN_MESH } from "../mesh_options.ts";
import { layerElement, meshRecords } from "./fbx_scene.ts";
import { farthest, worldCorners } from "./model_corners.ts";
import { assimpCorners, readWithAssimp } from "./oracles.ts";
import { encodings, fileOf, meshScene, modelOf, modern } from "./sample_files.ts";
import { sampleScene } from "./sample_scene.ts";

const POINTS = [0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, -1, 1, 1, -1, 0.5, 2, 0];
const POLYGONS = [
  [0, 1, 2, 3],
  [1, 4, 5, 2],
  [3, 2, 6],
];
const CORNERS = POLYGONS.flat();
const NORMALS = POLYGONS.flatMap((polygon, at) =>
  polygon.map(
    () =>
      [
        [0, 0, 1],
        [1, 0, 0],
        [0, 0, 1],
      ][at]!,
  ),
);
const UVS = CORNERS.map((_, at) => [(at % 4) / 4, at / 16]);
const FANS = [0, 1, 2, 0, 2, 3, 4, 5, 6, 4, 6, 7, 8, 9, 10];

function objFile(): string {
  let corner = 0;
  return [
    ...Array.from({ length: 7 }, (_, at) => `v ${POINTS.slice(at * 3, at * 3 + 3).join(" ")}`),
    ...UVS.map((uv) => `vt ${uv.join(" ")}`),
    ...NORMALS.map((normal) => `vn ${normal.join(" ")}`),
    "usemtl red",
    ...POLYGONS.map(
      (polygon) => `f ${polygon.map((point) => `${point + 1}/${++corner}/${corner}`).join(" ")}`,
    ),
  ].join("\n");
}

function gltfFile(): Uint8Array {
  const maker = new GltfMaker();
  const attributes = {
    POSITION: maker.accessor(
      "VEC3",
      Float32Array.from(CORNERS.flatMap((point) => POINTS.slice(point * 3, point * 3 + 3))),
    ),
    NORMAL: maker.accessor("VEC3", Float32Array.from(NORMALS.flat())),
    TEXCOORD_0: maker.accessor("VEC2", Float32Array.from(UVS.flatMap(([u, v]) => [u!, 1 - v!]))),
  };
  const indices = maker.accessor("SCALAR", Uint16Array.from(FANS));
  return toGlb(
    maker.make({
      materials: [{ name: "red" }],
      meshes: [{ name: "Thing", primitives: [{ attributes, indices, material: 0 }] }],
      nodes: [{ mesh: 0 }],
      scenes: [{ nodes: [0] }],
    }),
  );
}

const RECORDS = [
  ...meshRecords(POINTS, POLYGONS),
  layerElement("Normal", "Normals", "", { values: NORMALS.flat(), mapping: "ByPolygonVertex" }),
  layerElement("UV", "UV", "UVIndex", {
    values: UVS.flat(),
    mapping: "ByPolygonVertex",
    index: CORNERS.map((_, at) => at),
  }),
];

test("OBJ, glTF and FBX", async (t) => {
  const obj = await compileMesh(Buffer.from(objFile()), "m.obj", PLAIN_MESH);
  const gltf = await compileMesh(gltfFile(), "m.glb", PLAIN_MESH);
  t.deepEqual([...obj.diagnostics, ...gltf.diagnostics], []);
  t.deepEqual(gltf.value, obj.value);
  for (const encoding of encodings) {
    const file = fileOf(meshScene(encoding.version, RECORDS, { materials: ["red"] }), encoding);
    const { value, diagnostics } = await compileMesh(file, "m.fbx", PLAIN_MESH);
    t.deepEqual(diagnostics, []);
    t.deepEqual(value, obj.value, encoding.name);
  }
});

test("package.xml may name an FBX file, and the action compiles it as the function does", async (t) => {
  const manifest =
    '<package id="demo" version="1"><assets><mesh id="Thing"><source>thing.fbx</source></mesh></assets></package>';
  const file = fileOf(meshScene(7400, RECORDS, { materials: ["red"] }));
  const files = new Map<string, Uint8Array>([
    ["demo/package.xml", Buffer.from(manifest)],
    ["demo/thing.fbx", file],
  ]);
  const run = (line: string) =>
    runAssetAction(line.split(" "), {
      read: (path) => files.get(path),
      write: (path, content) => files.set(path, content),
    });
  const split = await run(
    "split --manifest demo/package.xml --out-index index.json --out Thing=thing.json",
  );
  t.deepEqual(split, { exitCode: 0, output: "" });
  const mesh = await run("mesh --source demo/thing.fbx --definition thing.json --out thing.blob");
  t.deepEqual(mesh, { exitCode: 0, output: "" });
  t.deepEqual(
    files.get("thing.blob"),
    (await compileMesh(file, "demo/thing.fbx", PLAIN_MESH)).value,
  );
  files.set("demo/thing.fbx", file.slice(0, 900));
  const broken = await run("mesh --source demo/thing.fbx --definition thing.json --out thing.blob");
  t.regex(broken.output, /^demo\/thing\.fbx: error AS2603: FBX file is damaged at byte \d+: /);
});

test("takes of an FBX file become the clips of an animation", async (t) => {
  for (const encoding of encodings) {
    const file = fileOf(sampleScene(encoding.version), encoding);
    const { value, diagnostics } = await compileAnimation(file, "m.fbx", {
      clips: ["Take 001"],
      error: 0.001,
    });
    t.deepEqual(diagnostics, [], encoding.name);
    const { clips, joints } = decodeAnimation(value!);
    t.deepEqual(
      clips.map(({ name }) => name),
      ["Take 001"],
    );
    t.true(joints.some(({ name }) => name === "Strip"));
  }
});

test("assimp has the same corners and uvs in every encoding that it reads", async (t) => {
  for (const encoding of encodings.filter(
    ({ version, name }) => version >= 7100 && !name.includes("big"),
  )) {
    const scene = meshScene(encoding.version, RECORDS, {
      materials: ["red"],
      settings: { UnitScaleFactor: 1 },
    });
    const read = await readWithAssimp(fileOf(scene, encoding));
    const theirs = assimpCorners(read);
    const order = theirs.length === CORNERS.length ? FANS : theirs.map((_, at) => at);
    const ours = worldCorners(modelOf(scene, encoding)).map((corner) =>
      corner.map((value) => value * 100),
    );
    t.true(
      farthest(
        ours,
        order.map((at) => theirs[at]!),
      ) < 1e-5,
      encoding.name,
    );
  }
});

/** World positions of three's triangles; its loader gives them unshared. */
function threeCorners(root: Object3D): number[][] {
  const corners: number[][] = [];
  root.updateMatrixWorld(true);
  root.traverse((object) => {
    if (!(object instanceof Mesh)) return;
    const { position } = object.geometry.attributes;
    for (let at = 0; at < position.count; at++) {
      const [x, y, z] = [position.getX(at), position.getY(at), position.getZ(at)];
      const m = object.matrixWorld.elements;
      corners.push(
        [0, 1, 2].map((row) => m[row]! * x + m[row + 4]! * y + m[row + 8]! * z + m[row + 12]!),
      );
    }
  });
  return corners;
}

const bySize = (a: readonly number[], b: readonly number[]): number =>
  a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!;

test("three has the same corners, bones and takes", (t) => {
  for (const encoding of [modern, encodings[4]!]) {
    const scene = { ...sampleScene(encoding.version), settings: { UnitScaleFactor: 1 } };
    const root = new FBXLoader().parse(fileOf(scene, encoding).slice().buffer, "");
    const round = (corner: readonly number[]): number[] =>
      corner.map((value) => Math.round(value * 1000) / 1000 + 0);
    const model = modelOf(scene, encoding);
    const ours = worldCorners(model).map((corner) => round(corner.map((value) => value * 100)));
    t.deepEqual(
      threeCorners(root).map(round).toSorted(bySize),
      ours.toSorted(bySize),
      encoding.name,
    );
    const skinned = root.getObjectByProperty("isSkinnedMesh", true) as SkinnedMesh;
    t.deepEqual(
      skinned.skeleton.bones.map(({ name }) => name),
      ["Bone"],
    );
    t.deepEqual(
      root.animations.map(({ name }) => name),
      model.animations.map(({ name }) => name),
    );
  }
});
