/** Other FBX readers, which know nothing of ours: assimp (binary and ASCII from 7100) and three.js. */
import assimp from "assimpjs";

interface AssimpNode {
  readonly name: string;
  /** Row by row. */
  readonly transformation: readonly number[];
  readonly meshes?: readonly number[];
  readonly children?: readonly AssimpNode[];
}

export interface AssimpScene {
  readonly rootnode: AssimpNode;
  readonly meshes: readonly {
    readonly vertices: readonly number[];
    readonly normals?: readonly number[];
    readonly texturecoords?: readonly (readonly number[])[];
    readonly faces: readonly (readonly number[])[];
    readonly bones?: readonly { readonly name: string; readonly offsetmatrix: readonly number[] }[];
  }[];
  readonly materials?: readonly unknown[];
}

/** What assimp reads; throws with its message when it cannot. */
export async function readWithAssimp(bytes: Uint8Array): Promise<AssimpScene> {
  const library = await assimp();
  const result = library.ConvertFile(
    "m.fbx",
    "assjson",
    bytes,
    () => false,
    () => new Uint8Array(),
  );
  if (!result.IsSuccess()) throw new Error(result.GetErrorCode());
  return JSON.parse(new TextDecoder().decode(result.GetFile(0).GetContent())) as AssimpScene;
}

/** World positions of the corners of all triangles, in the order of nodes. */
export function assimpCorners(scene: AssimpScene): number[][] {
  const corners: number[][] = [];
  const visit = (node: AssimpNode, above: readonly number[]): void => {
    const world = multiplyRows(above, node.transformation);
    for (const index of node.meshes ?? []) {
      const { vertices, faces } = scene.meshes[index]!;
      for (const vertex of faces.flat())
        corners.push(apply(world, vertices.slice(vertex * 3, vertex * 3 + 3)));
    }
    for (const child of node.children ?? []) visit(child, world);
  };
  visit(scene.rootnode, [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
  return corners;
}

function multiplyRows(a: readonly number[], b: readonly number[]): number[] {
  return Array.from({ length: 16 }, (_, at) =>
    [0, 1, 2, 3].reduce((sum, k) => sum + a[(at >> 2) * 4 + k]! * b[k * 4 + (at & 3)]!, 0),
  );
}

function apply(matrix: readonly number[], [x, y, z]: readonly number[]): number[] {
  return [0, 4, 8].map(
    (row) => matrix[row]! * x! + matrix[row + 1]! * y! + matrix[row + 2]! * z! + matrix[row + 3]!,
  );
}
