/**
 * The local transform of a node, as Autodesk's SDK documents it ("Computing transformation matrices"):
 * T * Roff * Rp * Rpre * R * Rpost^-1 * Rp^-1 * Soff * Sp * S * Sp^-1, which never shears. The geometric transform moves
 * the node's mesh alone, not its children.
 */
import type { Quaternion, Vector3 } from "../math/vector.ts";
import type { FbxProperties } from "./properties.ts";
import { fromEuler, invert, multiply, rotate } from "./rotation.ts";

/** Scale, then rotation, then translation. */
export interface Parts {
  readonly translation: Vector3;
  readonly rotation: Quaternion;
  readonly scale: Vector3;
}

/** How a node takes its parent's scale: before its own rotation as matrices do, after it, or not that of the parent itself. */
export type Inheritance = "RSrs" | "RrSs" | "Rrs";

/** What takes may move; rotation in degrees. */
export interface Movable {
  readonly translation: Vector3;
  readonly rotation: Vector3;
  readonly scaling: Vector3;
}

export interface NodeTransform {
  readonly rest: Movable;
  readonly order: number;
  readonly before: Quaternion;
  readonly after: Quaternion;
  readonly rotationPivot: Vector3;
  readonly rotationOffset: Vector3;
  readonly scalingPivot: Vector3;
  readonly scalingOffset: Vector3;
  readonly inheritance: Inheritance;
}

const ZERO: Vector3 = [0, 0, 0];
const ONE: Vector3 = [1, 1, 1];
const NO_TURN: Quaternion = [0, 0, 0, 1];
const INHERITANCES: readonly Inheritance[] = ["RrSs", "RSrs", "Rrs"];

/** Reads the transform of a model. */
export function readNodeTransform(properties: FbxProperties): NodeTransform {
  const vector = (name: string): Vector3 => properties.vector(name, ZERO);
  // Switched off, the SDK ignores order and extra rotations, whatever is written there.
  const isActive = properties.flag("RotationActive", true);
  return {
    rest: {
      translation: vector("Lcl Translation"),
      rotation: vector("Lcl Rotation"),
      scaling: properties.vector("Lcl Scaling", ONE),
    },
    order: isActive ? properties.number("RotationOrder", 0) : 0,
    before: isActive ? fromEuler(vector("PreRotation"), 0) : NO_TURN,
    after: isActive ? invert(fromEuler(vector("PostRotation"), 0)) : NO_TURN,
    rotationPivot: vector("RotationPivot"),
    rotationOffset: vector("RotationOffset"),
    scalingPivot: vector("ScalingPivot"),
    scalingOffset: vector("ScalingOffset"),
    // Writers that do not know of it multiply matrices.
    inheritance: INHERITANCES[properties.number("InheritType", 1)] ?? "RSrs",
  };
}

/** The transform with everything that takes move put in. */
export function localParts(transform: NodeTransform, moved: Movable): Parts {
  const { before, after, rotationPivot, rotationOffset, scalingPivot, scalingOffset } = transform;
  const own = fromEuler(moved.rotation, transform.order);
  const rotation = multiply(multiply(before, own), after);
  const inner = sum(
    (axis) =>
      scalingOffset[axis]! +
      scalingPivot[axis]! -
      moved.scaling[axis]! * scalingPivot[axis]! -
      rotationPivot[axis]!,
  );
  const turned = rotate(rotation, inner);
  const translation = sum(
    (axis) =>
      moved.translation[axis]! + rotationOffset[axis]! + rotationPivot[axis]! + turned[axis]!,
  );
  return { translation, rotation, scale: moved.scaling };
}

/** Whether rotation and scale also move the node. */
export function hasPivots({ rotationPivot, scalingPivot, scalingOffset }: NodeTransform): boolean {
  return [rotationPivot, scalingPivot, scalingOffset].some((vector) =>
    vector.some((value) => value !== 0),
  );
}

/** The transform between a node and its mesh. */
export function geometricParts(properties: FbxProperties): Parts {
  return {
    translation: properties.vector("GeometricTranslation", ZERO),
    rotation: fromEuler(properties.vector("GeometricRotation", ZERO), 0),
    scale: properties.vector("GeometricScaling", ONE),
  };
}

function sum(component: (axis: number) => number): Vector3 {
  return [component(0), component(1), component(2)];
}
