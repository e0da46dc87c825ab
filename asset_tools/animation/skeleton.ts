/** The nodes of a model that an animation needs, as joints. */
import type { JointData } from "../fpkg/animation_blob.ts";
import type { Model, ModelNode } from "../model/model.ts";
import type { Transform } from "../model/transform.ts";

export interface Skeleton {
  readonly joints: readonly JointData[];
  /** Joint of each node, -1 for none. */
  readonly ofNode: readonly number[];
}

/** Joints of skins, nodes that a clip moves, and all above them. */
export function collectSkeleton({ nodes, skins, animations }: Model): Skeleton {
  const wanted = new Set([
    ...skins.flatMap(({ joints }) => joints),
    ...animations.flatMap(({ channels }) => channels.map(({ node }) => node)),
  ]);
  for (let node = nodes.length - 1; node >= 0; node--) {
    const parent = nodes[node]?.parent ?? -1;
    if (wanted.has(node) && parent >= 0) wanted.add(parent);
  }
  const chosen = [...wanted].sort((a, b) => a - b);
  const places = new Map(chosen.map((node, joint) => [node, joint]));
  const ofNode = nodes.map((_, node) => places.get(node) ?? -1);
  const binds = new Map<number, readonly number[]>();
  for (const { joints, inverseBindMatrices } of skins) {
    for (const [index, node] of joints.entries()) {
      const matrix = inverseBindMatrices.subarray(index * 16, index * 16 + 16);
      if (!binds.has(node)) binds.set(node, [...matrix]);
    }
  }
  const joints = chosen.map((index): JointData => {
    const { name, parent, transform } = nodes[index] as ModelNode;
    const above = parent < 0 ? -1 : (ofNode[parent] as number);
    const inverseBind = binds.get(index) ?? IDENTITY;
    return { name, parent: above, ...rounded(partsOf(transform)), inverseBind };
  });
  return { joints, ofNode };
}

const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

type Parts = Extract<Transform, { kind: "parts" }>;

/** As the blob keeps it, so that errors are measured against what is read there. */
function rounded({ translation, rotation, scale }: Parts): {
  translation: number[];
  rotation: number[];
  scale: number[];
} {
  return {
    translation: translation.map(Math.fround),
    rotation: rotation.map(Math.fround),
    scale: scale.map(Math.fround),
  };
}

/** Translation, rotation and scale; a matrix's shear, which joints cannot have, is lost. */
export function partsOf(transform: Transform): Parts {
  if (transform.kind === "parts") return transform;
  const { matrix } = transform;
  const columns = [0, 4, 8].map((at) => [...matrix.subarray(at, at + 3)] as number[]);
  const lengths = columns.map(([x = 0, y = 0, z = 0]) => Math.sqrt(x * x + y * y + z * z));
  const [first = [], second = [], third = []] = columns;
  const mirrors = dot(first, cross(second, third)) < 0;
  const [scaleX = 1, scaleY = 1, scaleZ = 1] = lengths;
  const scale: [number, number, number] = [mirrors ? -scaleX : scaleX, scaleY, scaleZ];
  const axes = columns.map((column, at) =>
    column.map((value) => (scale[at] === 0 ? 0 : value / (scale[at] as number))),
  );
  const [x = 0, y = 0, z = 0] = matrix.subarray(12, 15);
  return { kind: "parts", translation: [x, y, z], rotation: rotationOf(axes), scale };
}

/** The unit quaternion of a rotation's three columns, by its largest number (Shepperd 1978). */
function rotationOf(axes: readonly (readonly number[])[]): [number, number, number, number] {
  const at = (row: number, column: number): number => axes[column]?.[row] ?? 0;
  const squares = [
    1 + at(0, 0) - at(1, 1) - at(2, 2),
    1 - at(0, 0) + at(1, 1) - at(2, 2),
    1 - at(0, 0) - at(1, 1) + at(2, 2),
    1 + at(0, 0) + at(1, 1) + at(2, 2),
  ];
  const largest = squares.indexOf(Math.max(...squares));
  const sums = [at(1, 0) + at(0, 1), at(2, 0) + at(0, 2), at(2, 1) + at(1, 2)];
  const differences = [at(2, 1) - at(1, 2), at(0, 2) - at(2, 0), at(1, 0) - at(0, 1)];
  const square = squares[largest] as number;
  const rows = [
    [square, sums[0], sums[1], differences[0]],
    [sums[0], square, sums[2], differences[1]],
    [sums[1], sums[2], square, differences[2]],
    [differences[0], differences[1], differences[2], square],
  ];
  const [x = 0, y = 0, z = 0, w = 1] = rows[largest] as number[];
  const length = Math.sqrt(x * x + y * y + z * z + w * w);
  return [x / length, y / length, z / length, w / length];
}

function cross([a = 0, b = 0, c = 0]: number[], [x = 0, y = 0, z = 0]: number[]): number[] {
  return [b * z - c * y, c * x - a * z, a * y - b * x];
}

function dot([a = 0, b = 0, c = 0]: number[], [x = 0, y = 0, z = 0]: number[]): number {
  return a * x + b * y + c * z;
}
