/** A take as data, whichever version it comes from. */
import type { OpenCurve } from "./extrapolation.ts";
import type { FbxId } from "./object_graph.ts";

export interface Take {
  readonly name: string;
  /** Seconds; not after `start` when the file does not say. */
  readonly start: number;
  readonly stop: number;
  /** From the lowest up. */
  readonly layers: readonly TakeLayer[];
}

export interface TakeLayer {
  /** Share of the layer, 0 to 1. */
  readonly weight: number;
  /** Whether it replaces what is below instead of adding to it; the lowest has nothing below. */
  readonly isOverride: boolean;
  readonly curves: readonly PropertyCurves[];
}

/** Movement of one property of one object. */
export interface PropertyCurves {
  readonly target: FbxId;
  /** `Lcl Translation`, `Lcl Rotation`, `Lcl Scaling`, `DeformPercent`, ... */
  readonly property: string;
  /** Curves of x, y and z, or of the only number. */
  readonly axes: readonly (OpenCurve | undefined)[];
  /** Values of axes without a curve. */
  readonly defaults: readonly (number | undefined)[];
}
