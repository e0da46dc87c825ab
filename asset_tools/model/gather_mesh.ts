/** What `<mesh>` names in a model as one mesh in one space, for the mesh compiler. */

import { identityMatrix, invertAffine, type Matrix4 } from "../math/matrix4.ts";
import type { ModelMesh, MorphTarget, Primitive, Skinning, TargetDisplacements } from "./mesh.ts";
import { vertexCount } from "./mesh.ts";
import type { Model, ModelNode } from "./model.ts";
import { transformPrimitive } from "./transform_primitive.ts";
import { worldMatrices } from "./world_matrices.ts";

/** A part of a model by name; neither means all of it. */
export interface ModelSelection {
  /** A node with all below it, as it stands in the model but with its own origin at 0 0 0. */
  readonly node?: string;
  /** A mesh alone, in its own space. */
  readonly mesh?: string;
}

/** The selected meshes joined: primitives in the order of nodes, targets of equal name as one. */
export interface GatheredMesh extends ModelMesh {
  /** What the primitives' `skinning.joints` count; empty when nothing is skinned. */
  readonly joints: readonly GatheredJoint[];
}

/** A joint as one or more skins use it. */
export interface GatheredJoint {
  /** Index into the model's nodes. */
  readonly node: number;
  /** 16 numbers, column by column: from the gathered mesh's space to the joint's at rest. */
  readonly inverseBindMatrix: Float32Array;
}

/** A mesh at its place. */
interface Placed {
  readonly mesh: ModelMesh;
  readonly node: number;
  readonly skin: number;
  readonly matrix: Matrix4;
  readonly weights?: readonly number[];
}

/**
 * Joins what `selection` names; undefined when the model has no such node or mesh. A skinned mesh stays in the space its
 * skin binds. A rigid mesh beside one is bound with full weight to its node, so that what a hand holds follows the hand.
 */
export function gatherMesh(model: Model, selection: ModelSelection): GatheredMesh | undefined {
  const placed = listPlaced(model, selection);
  if (placed === undefined) return undefined;
  const targets = joinTargets(placed);
  const palette = new Palette();
  const isSkinned = placed.some(({ skin }) => skin >= 0);
  const primitives = placed.flatMap((place) =>
    place.mesh.primitives.map((primitive): Primitive => {
      const moved = transformPrimitive(primitive, place.matrix);
      const skinning = isSkinned ? palette.bind(model, place, primitive) : undefined;
      const { skinning: _, ...rest } = moved;
      return {
        ...rest,
        targets: targets.map(({ name }) => displacementsOf(moved, place.mesh, name)),
        ...(skinning && { skinning }),
      };
    }),
  );
  const name = selection.mesh ?? selection.node ?? placed[0]?.mesh.name ?? "";
  return { name, primitives, targets, joints: palette.joints };
}

/**
 * Bytes that the joined mesh will take, about. A small file can place a large mesh at a great many nodes, so that is asked
 * for first.
 */
export function gatheredBytes(model: Model, selection: ModelSelection): number {
  const placed = listPlaced(model, selection) ?? [];
  return placed
    .flatMap(({ mesh }) => mesh.primitives)
    .reduce((sum, primitive) => sum + primitiveBytes(primitive), 0);
}

function primitiveBytes(primitive: Primitive): number {
  const { indices, positions, normals, tangents, uvs, colors, skinning, targets } = primitive;
  const arrays = [
    indices,
    positions,
    normals,
    tangents,
    ...uvs,
    ...colors,
    skinning?.joints,
    skinning?.weights,
    ...targets.flatMap((target) => [target.positions, target.normals, target.tangents]),
  ];
  return arrays.reduce((sum, array) => sum + (array?.byteLength ?? 0), 0);
}

/** Names that a selection could have used. */
export function selectableNames(model: Model, kind: keyof ModelSelection): string[] {
  const named = kind === "node" ? model.nodes : model.meshes;
  return [...new Set(named.map(({ name }) => name).filter((name) => name !== ""))];
}

function listPlaced(model: Model, { node, mesh }: ModelSelection): Placed[] | undefined {
  if (mesh !== undefined) {
    const found = model.meshes.findIndex(({ name }) => name === mesh);
    return found < 0 ? undefined : [placeAlone(model, found)];
  }
  const world = worldMatrices(model.nodes);
  if (node === undefined) {
    const isUsed = model.nodes.some((candidate) => candidate.mesh >= 0);
    // A model without a scene is its meshes.
    if (!isUsed) return model.meshes.map((_, index) => placeAlone(model, index));
    return placeNodes(model, world, (index) => !model.nodes[index]?.isHidden, [0, 0, 0]);
  }
  const root = model.nodes.findIndex(({ name }) => name === node);
  const [x, y, z] = world[root]?.subarray(12, 15) ?? [];
  if (x === undefined || y === undefined || z === undefined) return undefined;
  const inside = new Set([root]);
  for (const [index, { parent }] of model.nodes.entries())
    if (inside.has(parent)) inside.add(index);
  return placeNodes(model, world, (index) => inside.has(index), [x, y, z]);
}

/** A mesh in its own space, with the skin of the first node that bends it. */
function placeAlone(model: Model, index: number): Placed {
  const user = model.nodes.findIndex(({ mesh, skin }) => mesh === index && skin >= 0);
  const skin = model.nodes[user]?.skin ?? -1;
  return { mesh: model.meshes[index] as ModelMesh, node: user, skin, matrix: identityMatrix() };
}

function placeNodes(
  model: Model,
  world: readonly Matrix4[],
  isSelected: (node: number) => boolean,
  origin: readonly [number, number, number],
): Placed[] {
  return model.nodes.flatMap((node: ModelNode, index): Placed[] => {
    const mesh = model.meshes[node.mesh];
    if (mesh === undefined || !isSelected(index)) return [];
    const matrix = Float64Array.from(world[index] as Matrix4);
    for (const [axis, offset] of origin.entries()) (matrix[12 + axis] as number) -= offset;
    const { skin, weights } = node;
    return [
      {
        mesh,
        node: index,
        skin,
        matrix: skin >= 0 ? identityMatrix() : matrix,
        ...(weights && { weights }),
      },
    ];
  });
}

/** Targets by name, in order of first use; a node's weight goes before its mesh's. */
function joinTargets(placed: readonly Placed[]): MorphTarget[] {
  const targets = new Map<string, MorphTarget>();
  for (const { mesh, weights } of placed) {
    for (const [index, { name, weight }] of mesh.targets.entries()) {
      if (!targets.has(name)) targets.set(name, { name, weight: weights?.[index] ?? weight });
    }
  }
  return [...targets.values()];
}

function displacementsOf(primitive: Primitive, mesh: ModelMesh, name: string): TargetDisplacements {
  const index = mesh.targets.findIndex((target) => target.name === name);
  return primitive.targets[index] ?? {};
}

/** Collects joints; the same node with the same matrix is one joint, whichever skin names it. */
class Palette {
  readonly joints: GatheredJoint[] = [];
  readonly #known = new Map<string, number>();

  bind(model: Model, place: Placed, primitive: Primitive): Skinning {
    const skin = model.skins[place.skin];
    const { skinning } = primitive;
    if (skin === undefined || skinning === undefined) return this.#bindRigid(place, primitive);
    const renumbered = skin.joints.map((node, index) =>
      this.#add(node, skin.inverseBindMatrices.slice(index * 16, index * 16 + 16)),
    );
    return { ...skinning, joints: skinning.joints.map((joint) => renumbered[joint] ?? 0) };
  }

  #bindRigid({ node, matrix }: Placed, primitive: Primitive): Skinning {
    const inverse = invertAffine(matrix) ?? identityMatrix();
    const joint = this.#add(node, Float32Array.from(inverse));
    const count = vertexCount(primitive);
    const joints = new Uint16Array(count * 4).fill(joint);
    const weights = Float32Array.from({ length: count * 4 }, (_, at) => (at % 4 === 0 ? 1 : 0));
    return { influences: 4, joints, weights };
  }

  #add(node: number, inverseBindMatrix: Float32Array): number {
    const key = `${node} ${inverseBindMatrix.join(" ")}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.joints.length);
    return this.joints.push({ node, inverseBindMatrix }) - 1;
  }
}
