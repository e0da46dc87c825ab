/** Takes before version 7000: for each model a tree of channels, with the curves at its leaves. */
import { linearKey } from "./curve.ts";
import { type OpenCurve, withExtrapolation } from "./extrapolation.ts";
import { childOf, childrenOf, type FbxNode, numberAt, textAt } from "./fbx_node.ts";
import { readLegacyKeys } from "./legacy_keys.ts";
import { legacyChannelId } from "./legacy_objects.ts";
import { legacyId } from "./object_names.ts";
import type { PropertyCurves, Take } from "./take.ts";

/** Inside the channel `Transform`. */
const PROPERTIES: Readonly<Record<string, string>> = {
  T: "Lcl Translation",
  R: "Lcl Rotation",
  S: "Lcl Scaling",
};

/** Reads the section `Takes`. */
export function readLegacyTakes(root: FbxNode, ticksPerSecond: number): Take[] {
  const section = childOf(root, "Takes");
  return (section ? childrenOf(section, "Take") : []).map((take) => {
    const time = childOf(take, "LocalTime") ?? childOf(take, "ReferenceTime");
    const curves = take.children.flatMap((object) => readObject(object, ticksPerSecond));
    return {
      name: textAt(take, 0),
      start: (numberAt(time, 0) ?? 0) / ticksPerSecond,
      stop: (numberAt(time, 1) ?? 0) / ticksPerSecond,
      layers: [{ weight: 1, isOverride: false, curves }],
    };
  });
}

function readObject(object: FbxNode, ticksPerSecond: number): PropertyCurves[] {
  const target = legacyId(textAt(object, 0));
  return childrenOf(object, "Channel").flatMap((channel) => {
    const name = textAt(channel, 0);
    if (name === "Transform") {
      return childrenOf(channel, "Channel").flatMap((part) => {
        const property = PROPERTIES[textAt(part, 0)];
        return property === undefined
          ? []
          : readAxes(part, childrenOf(part, "Channel"), target, property, ticksPerSecond);
      });
    }
    // Everything else with a single curve may be a shape; what is none has no such object.
    const shape = legacyChannelId(target, name);
    return readAxes(channel, [channel], shape, "DeformPercent", ticksPerSecond);
  });
}

function readAxes(
  node: FbxNode,
  channels: readonly FbxNode[],
  target: string,
  property: string,
  ticksPerSecond: number,
): PropertyCurves[] {
  const axes: (OpenCurve | undefined)[] = [undefined, undefined, undefined];
  const defaults: (number | undefined)[] = [undefined, undefined, undefined];
  for (const channel of channels) {
    const axis = channel === node ? 0 : ["X", "Y", "Z"].indexOf(textAt(channel, 0));
    if (axis < 0) continue;
    const value = numberAt(childOf(channel, "Default"), 0);
    const curve =
      readLegacyKeys(channel, ticksPerSecond) ??
      (value === undefined ? undefined : { keys: [linearKey(0, value)] });
    axes[axis] = withExtrapolation(curve, channel);
  }
  return axes.some((axis) => axis !== undefined) ? [{ target, property, axes, defaults }] : [];
}
