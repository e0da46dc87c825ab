/** Puts a model together: nodes, meshes with their materials and skins, clips. */

import { identityMatrix, type Matrix4 } from "../math/matrix4.ts";
import type { Skin } from "../model/animation.ts";
import type { ModelMesh } from "../model/mesh.ts";
import type { Model, ModelNode } from "../model/model.ts";
import type { Transform } from "../model/transform.ts";
import { worldMatrices } from "../model/world_matrices.ts";
import { readShapeChannels, type ShapeChannel } from "./blend_shapes.ts";
import { checkFinite } from "./check_finite.ts";
import { sampleTakes } from "./clips.ts";
import type { FbxFile } from "./fbx_file.ts";
import { fail } from "./fbx_problem.ts";
import { type HierarchyNode, readHierarchy } from "./hierarchy.ts";
import { MaterialList } from "./materials.ts";
import { buildMesh } from "./mesh_builder.ts";
import { geometricParts } from "./node_transform.ts";
import type { FbxId, FbxObject, ObjectGraph } from "./object_graph.ts";
import { describe } from "./polygons.ts";
import { type Local, poseOf } from "./pose.ts";
import { framesPerSecond, readSettings } from "./settings.ts";
import { readSkin, type SkinWeights } from "./skin.ts";
import { bindMatrices, needsRestJoint } from "./skin_binding.ts";
import { readSpace, type Space } from "./space.ts";
import { readSurface, type Surface } from "./surface.ts";
import { readTakes } from "./takes.ts";
import type { FbxWarnings } from "./warnings.ts";

/** Of all meshes and their morph targets. */
const MAX_VERTICES = 2 ** 26;

/** The mesh that a node shows. */
interface Shown {
  readonly surface: Surface;
  readonly channels: readonly ShapeChannel[];
  readonly skin: SkinWeights | undefined;
}

export class ModelBuilder {
  readonly #file: FbxFile;
  readonly #graph: ObjectGraph;
  readonly #warnings: FbxWarnings;
  readonly #space: Space;
  readonly #nodes: readonly HierarchyNode[];
  readonly #rest: readonly Local[];
  readonly #indexOf: ReadonlyMap<FbxId, number>;
  readonly #meshes: ModelMesh[] = [];
  readonly #skins: Skin[] = [];
  readonly #known = new Map<string, number>();
  #vertices = 0;

  constructor(file: FbxFile, graph: ObjectGraph, warnings: FbxWarnings) {
    this.#file = file;
    this.#graph = graph;
    this.#warnings = warnings;
    this.#space = readSpace(readSettings(file));
    this.#nodes = readHierarchy(graph);
    this.#rest = poseOf(this.#nodes);
    this.#indexOf = new Map(this.#nodes.map(({ object }, index) => [object.id, index]));
  }

  build(): Model {
    const surfaces = new Map<FbxId, Shown>();
    const shown = this.#nodes.map(({ object }) => this.#shown(object, surfaces));
    const materials = new MaterialList(this.#graph, uvSetNumbers([...surfaces.values()]));
    const animations = sampleTakes(readTakes(this.#file, this.#graph), {
      nodes: this.#nodes,
      shapes: shown.map((mesh) => mesh?.channels ?? []),
      space: this.#space,
      framesPerSecond: framesPerSecond(readSettings(this.#file)),
      root: this.#file.root,
    });
    const moving = new Set(animations.flatMap(({ channels }) => channels.map(({ node }) => node)));
    const bare = this.#nodes.map(({ object, parent }, index) => ({
      name: object.name,
      parent,
      transform: this.#transform(index, moving.has(index)),
      mesh: -1,
      skin: -1,
    }));
    const worlds = worldMatrices(bare);
    const nodes = bare.map((node, index): ModelNode => {
      const mesh = shown[index];
      return mesh ? { ...node, ...this.#mesh(index, mesh, materials, worlds) } : node;
    });
    return {
      nodes,
      meshes: this.#meshes,
      materials: materials.materials,
      images: materials.images.images,
      skins: this.#skins,
      animations,
    };
  }

  #shown(model: FbxObject, surfaces: Map<FbxId, Shown>): Shown | undefined {
    for (const { object } of this.#graph.below(model, "Geometry")) {
      if (object.subtype !== "Mesh") {
        const problem = `geometry of type \`${object.subtype}\` is left out`;
        this.#warnings.add(object.node, describe(object), problem);
        continue;
      }
      const known = surfaces.get(object.id) ?? this.#read(object);
      surfaces.set(object.id, known);
      if (known.surface.triangles.length > 0) return known;
    }
    return undefined;
  }

  #read(geometry: FbxObject): Shown {
    const surface = readSurface(geometry, this.#warnings);
    const points = Math.floor(surface.polygons.points.length / 3);
    return {
      surface,
      channels: readShapeChannels(geometry, this.#graph),
      skin: readSkin(geometry, points, this.#graph, this.#warnings),
    };
  }

  /** Nodes with the same geometry and materials share a mesh, unless it is skinned. */
  #mesh(
    index: number,
    shown: Shown,
    materials: MaterialList,
    worlds: readonly Matrix4[],
  ): Pick<ModelNode, "mesh" | "skin"> {
    const { object } = this.#nodes[index]!;
    const loose = this.#graph.below(object, "Texture").map((link) => link.object);
    const numbers = this.#graph
      .below(object, "Material")
      .map((link) => materials.add(link.object, loose));
    const geometric = geometricParts(object.properties);
    const { surface, skin } = shown;
    const key = JSON.stringify([
      String(surface.geometry.id),
      numbers,
      geometric,
      skin ? index : -1,
    ]);
    const known = this.#known.get(key);
    if (known !== undefined) return { mesh: known, skin: -1 };
    const parts = {
      ...shown,
      geometric,
      materials: numbers,
      restJoint: skin?.clusters.length ?? 0,
    };
    this.#account(shown);
    const name = surface.geometry.name || object.name;
    const mesh = this.#meshes.push(buildMesh(name, parts, this.#space)) - 1;
    this.#known.set(key, mesh);
    return { mesh, skin: skin ? this.#skin(index, skin, surface, worlds) : -1 };
  }

  /** Nodes and shapes can ask for one large mesh many times over. */
  #account({ surface, channels }: Shown): void {
    const shapes = channels.reduce((sum, channel) => sum + channel.shapes.length, 0);
    this.#vertices += surface.polygons.corners.length * (1 + shapes);
    if (this.#vertices <= MAX_VERTICES) return;
    const { geometry } = surface;
    const problem = `the model has more than ${MAX_VERTICES} vertices`;
    fail("AS2604", geometry.node.at, { object: describe(geometry), problem });
  }

  #skin(index: number, skin: SkinWeights, surface: Surface, worlds: readonly Matrix4[]): number {
    const joints = skin.clusters.map(({ bone }) => this.#indexOf.get(bone.id) ?? index);
    const matrices = bindMatrices(skin, joints, index, worlds, this.#space);
    if (needsRestJoint(skin, surface)) {
      joints.push(index);
      matrices.push(identityMatrix());
    }
    const inverseBindMatrices = new Float32Array(matrices.length * 16);
    for (const [joint, matrix] of matrices.entries()) inverseBindMatrices.set(matrix, joint * 16);
    return this.#skins.push({ name: skin.name, joints, inverseBindMatrices }) - 1;
  }

  /** A node that moves cannot shear, as its channels are scale, rotation and translation. */
  #transform(index: number, moves: boolean): Transform {
    const local = this.#rest[index]!;
    const { linear } = local;
    const { object } = this.#nodes[index]!;
    const { translation, rotation, scale } = local;
    const numbers = [...translation, ...rotation, ...scale, ...(linear ?? [])];
    checkFinite(numbers, object.node, describe(object));
    if (linear === undefined || moves) {
      if (linear) {
        const problem = "it shears and moves; the shear is left out";
        this.#warnings.add(object.node, describe(object), problem);
      }
      return {
        kind: "parts",
        translation: this.#space.point(local.translation),
        rotation: this.#space.rotation(local.rotation),
        scale: this.#space.factors(local.scale),
      };
    }
    const matrix = identityMatrix();
    for (let column = 0; column < 3; column++)
      matrix.set(linear.slice(column * 3, column * 3 + 3), column * 4);
    matrix.set(local.translation, 12);
    return { kind: "matrix", matrix: this.#space.matrix(matrix) };
  }
}

/** Number of each uv set by its name; of meshes that disagree, the first one's. */
function uvSetNumbers(shown: readonly Shown[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const { surface } of shown) {
    for (const [number, { name }] of surface.uvs.entries())
      if (!numbers.has(name)) numbers.set(name, number);
  }
  return numbers;
}
