/**
 * A mesh blob as a GLB file: one node with a primitive a submesh, whose material has the submesh's name. Coarser levels are
 * nodes outside the scene that the first names with MSFT_lod, each with its error, in the mesh's units, in `extras`.
 */
import { partsOf } from "../animation/skeleton.ts";
import { decodeMesh, needsDraco } from "../fpkg/decode_mesh.ts";
import type { LodRange, MeshData, MeshJointData } from "../fpkg/mesh_data.ts";
import { invertAffine } from "../math/matrix4.ts";
import { loadDraco } from "../mesh/draco.ts";
import { GlbBuilder } from "./glb_builder.ts";
import { boundAccessors, hasUnbound } from "./unbound_vertices.ts";
import { targetAccessors, vertexAccessors } from "./vertex_accessors.ts";

/** What vertices are bound to that stay where they are. */
const STILL: MeshJointData = {
  name: "Still",
  inverseBind: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
};

/** The whole file. Throws `FpkgError` for a damaged blob. */
export async function meshToGlb(blob: Uint8Array): Promise<Uint8Array> {
  const decoded = decodeMesh(blob, needsDraco(blob) ? (await loadDraco()).decode : undefined);
  const isBound = !hasUnbound(decoded.vertices);
  const mesh = isBound ? decoded : { ...decoded, joints: [...decoded.joints, STILL] };
  const glb = new GlbBuilder();
  const attributes = {
    ...vertexAccessors(mesh.vertices, glb),
    ...(!isBound && boundAccessors(mesh.vertices, decoded.joints.length, glb)),
  };
  const levels = levelsOf(mesh, attributes, glb);
  const bones = skeletonOf(mesh.joints, mesh.lods.length);
  const [finest, ...coarser] = mesh.lods.map((lod, index) => levelNode(mesh, lod, index));
  const lodNodes = coarser.map((_, index) => index + 1);
  const withLods = lodNodes.length > 0 && { extensions: { MSFT_lod: { ids: lodNodes } } };
  const skin = bones.nodes.length > 0 && skinOf(mesh.joints, bones.first, glb);
  return glb.finish({
    ...(lodNodes.length > 0 && { extensionsUsed: ["MSFT_lod"] }),
    scene: 0,
    scenes: [{ nodes: [0, ...(skin ? [mesh.lods.length] : [])] }],
    nodes: [{ ...finest, ...withLods }, ...coarser, ...bones.nodes],
    meshes: levels.meshes,
    ...(levels.materials.length > 0 && { materials: levels.materials }),
    ...(skin && { skins: [skin] }),
  });
}

function levelNode({ joints }: MeshData, { error }: LodRange, index: number): object {
  return {
    name: nameOf(index),
    mesh: index,
    ...(joints.length > 0 && { skin: 0 }),
    ...(index > 0 && { extras: { error } }),
  };
}

function nameOf(level: number): string {
  return level === 0 ? "Mesh" : `Mesh_LOD${level}`;
}

/** A mesh a level; all of them share their vertices. */
function levelsOf(mesh: MeshData, attributes: Record<string, number>, glb: GlbBuilder) {
  const { indices, lods, morphs } = mesh;
  const targets = morphs.map(({ vertices }) => targetAccessors(vertices, glb));
  const bytes = new Uint8Array(indices.buffer, indices.byteOffset, indices.byteLength);
  const view = glb.view(bytes, "indices");
  const component = indices.BYTES_PER_ELEMENT === 2 ? "u16" : "u32";
  const indicesOf = (firstIndex: number, count: number): number =>
    glb.accessor(view, { component, element: "SCALAR" }, count, {
      byteOffset: firstIndex * indices.BYTES_PER_ELEMENT,
    });
  const materials = materialsOf(mesh);
  const meshes = lods.map(({ submeshes }, level) => ({
    name: nameOf(level),
    primitives: submeshes.flatMap(({ firstIndex, indexCount }, submesh) =>
      indexCount === 0
        ? []
        : {
            attributes,
            indices: indicesOf(firstIndex, indexCount),
            ...materials.ofSubmesh[submesh],
            ...(targets.length > 0 && { targets }),
          },
    ),
    ...(morphs.length > 0 && {
      weights: morphs.map(({ weight }) => weight),
      extras: { targetNames: morphs.map(({ name }) => name) },
    }),
  }));
  return { meshes, materials: materials.list };
}

/** One material a submesh; what had none in the source has none here. */
function materialsOf({ lods }: MeshData) {
  const list: { readonly name: string }[] = [];
  const submeshes = lods[0]?.submeshes ?? [];
  const ofSubmesh = submeshes.map(({ name }) =>
    name === "" ? {} : { material: list.push({ name }) - 1 },
  );
  return { list, ofSubmesh };
}

/**
 * Joints where they were when the mesh was bound, all below one node that glTF asks for: which joint hangs on which, only the
 * animation's blob knows.
 */
function skeletonOf(joints: readonly MeshJointData[], at: number) {
  const first = at + 1;
  if (joints.length === 0) return { first, nodes: [] };
  const children = joints.map((_, index) => first + index);
  const bones = joints.map(({ name, inverseBind }) => ({ name, ...placeOf(inverseBind) }));
  return { first, nodes: [{ name: "Skeleton", children }, ...bones] };
}

/** A node cannot shear, so of a bone that does the rest is left; one that is flat stays at 0 0 0. */
function placeOf(inverseBind: readonly number[]) {
  const matrix = invertAffine(Float64Array.from(inverseBind));
  if (matrix === undefined) return {};
  const { translation, rotation, scale } = partsOf({ kind: "matrix", matrix });
  return { translation, rotation, scale };
}

function skinOf(joints: readonly MeshJointData[], first: number, glb: GlbBuilder): object {
  const matrices = Float32Array.from(joints.flatMap(({ inverseBind }) => inverseBind));
  return {
    joints: joints.map((_, index) => first + index),
    inverseBindMatrices: glb.floats(matrices, "MAT4"),
  };
}
