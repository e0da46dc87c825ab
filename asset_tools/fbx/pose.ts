/**
 * Local transforms of all nodes at one moment. Most nodes take their parent's scale as matrices do; where a file says
 * otherwise and the scale differs along the axes, the local transform follows from the SDK's rules for global ones.
 */

import {
  decompose3,
  identity3,
  invert3,
  type Matrix3,
  multiply3,
  rotation3,
  scaling3,
  transpose3,
} from "../math/matrix3.ts";
import type { HierarchyNode } from "./hierarchy.ts";
import { localParts, type Movable, type Parts } from "./node_transform.ts";

/** A local transform; `linear` is there when it shears and the parts are only near it. */
export type Local = Parts & { readonly linear?: Matrix3 };

/** Cosine beyond which two axes no longer count as square. */
const MAX_SHEAR = 1e-6;
const EPSILON = 1e-9;

interface Global {
  readonly turn: Matrix3;
  readonly linear: Matrix3;
  readonly ownScale: Matrix3;
}

const ROOT: Global = { turn: identity3, linear: identity3, ownScale: identity3 };

/** Transforms of all nodes; `movedOf` says where a take moves one, and is the rest by default. */
export function poseOf(
  nodes: readonly HierarchyNode[],
  movedOf: (index: number) => Movable = (index) => nodes[index]!.transform.rest,
): Local[] {
  const globals: Global[] = [];
  return nodes.map(({ transform, parent }, index) => {
    const parts = localParts(transform, movedOf(index));
    const above = globals[parent] ?? ROOT;
    const local = inherit(parts, above, transform.inheritance);
    const turn = rotation3(parts.rotation);
    const linear = local.linear ?? multiply3(rotation3(local.rotation), scaling3(local.scale));
    globals.push({
      turn: multiply3(above.turn, turn),
      linear: multiply3(above.linear, linear),
      ownScale: scaling3(parts.scale),
    });
    return local;
  });
}

function inherit(parts: Parts, above: Global, inheritance: string): Local {
  if (inheritance === "RSrs" || above === ROOT) return parts;
  const scale = multiply3(transpose3(above.turn), above.linear);
  // Without the parent's own part, the scale is that of the grandparents.
  const taken =
    inheritance === "RrSs" ? scale : multiply3(scale, invert3(above.ownScale) ?? identity3);
  if (isUniform(scale) && isUniform(taken)) {
    const factor = scale[0] === 0 ? 1 : taken[0]! / scale[0]!;
    const [x, y, z] = parts.scale;
    return factor === 1 ? parts : { ...parts, scale: [x * factor, y * factor, z * factor] };
  }
  const undo = invert3(scale);
  if (undo === undefined) return parts;
  const wanted = multiply3(multiply3(rotation3(parts.rotation), taken), scaling3(parts.scale));
  const linear = multiply3(undo, wanted);
  const { rotation, scale: factors, shear } = decompose3(linear);
  const near = { translation: parts.translation, rotation, scale: factors };
  return shear > MAX_SHEAR ? { ...near, linear } : near;
}

function isUniform(matrix: Matrix3): boolean {
  const [size] = matrix as [number];
  const limit = Math.abs(size) * EPSILON;
  return matrix.every((value, at) => Math.abs(value - (at % 4 === 0 ? size : 0)) <= limit);
}
