/** One property of one object in a take, with all layers put together. */
import type { Vector3 } from "../math/vector.ts";
import type { Budget } from "./budget.ts";
import { type Curve, isStepped, isStraight, valueAt } from "./curve.ts";
import { writeOut } from "./extrapolation.ts";
import type { FbxId } from "./object_graph.ts";
import type { Take } from "./take.ts";

interface LayerCurves {
  readonly property: string;
  readonly axes: readonly (Curve | undefined)[];
  readonly defaults: readonly (number | undefined)[];
  readonly weight: number;
  readonly isOverride: boolean;
}

/** Moves a property from its rest. */
export class Track {
  readonly #layers: readonly LayerCurves[];
  /** Of all layers and axes. */
  readonly curves: readonly Curve[];

  constructor(layers: readonly LayerCurves[]) {
    this.#layers = layers;
    this.curves = layers.flatMap(({ axes }) => axes.filter((axis) => axis !== undefined));
  }

  /** x y z at a time; a property of one number is x. */
  at(time: number, side: "before" | "after", rest: Vector3): Vector3 {
    return [0, 1, 2].map((axis) => this.#axis(axis, time, side, rest[axis]!)) as unknown as Vector3;
  }

  isStepped(): boolean {
    return this.curves.every(isStepped);
  }

  isStraight(from: number, to: number): boolean {
    return this.curves.every((curve) => isStraight(curve, from, to));
  }

  #axis(axis: number, time: number, side: "before" | "after", rest: number): number {
    let value = rest;
    for (const [number, layer] of this.#layers.entries()) {
      const curve = layer.axes[axis];
      if (number === 0) {
        value = curve ? valueAt(curve, time, side) : (layer.defaults[axis] ?? rest);
      } else if (curve) {
        value = mix(value, valueAt(curve, time, side), layer);
      }
    }
    return value;
  }
}

/** Scales multiply, everything else adds. */
function mix(below: number, value: number, { property, weight, isOverride }: LayerCurves): number {
  if (isOverride) return below + (value - below) * weight;
  if (property === "Lcl Scaling") return below * (1 + (value - 1) * weight);
  return below + value * weight;
}

/** Tracks of a take by object and property; they hold from `start` to `stop`. Repeated keys cost as much as poses. */
export function tracksOf(
  take: Take,
  start: number,
  stop: number,
  budget: Budget,
): (target: FbxId, property: string) => Track | undefined {
  const layers = new Map<FbxId, Map<string, LayerCurves[]>>();
  for (const { weight, isOverride, curves } of take.layers) {
    for (const curve of curves) {
      const properties = layers.get(curve.target) ?? new Map<string, LayerCurves[]>();
      layers.set(curve.target, properties);
      const list = properties.get(curve.property) ?? [];
      properties.set(curve.property, list);
      const axes = curve.axes.map((axis) => {
        if (axis === undefined || budget.isSpent) return axis;
        const written = writeOut(axis, start, stop);
        budget.spend(written.keys.length - axis.keys.length);
        return written;
      });
      list.push({ ...curve, axes, weight, isOverride });
    }
  }
  const tracks = new Map(
    [...layers].map(([target, properties]) => [
      target,
      new Map([...properties].map(([property, list]) => [property, new Track(list)])),
    ]),
  );
  return (target, property) => tracks.get(target)?.get(property);
}
