/** `GlobalSettings`: axes, unit, frame rate. */
import type { FbxFile } from "./fbx_file.ts";
import { childOf } from "./fbx_node.ts";
import { type FbxProperties, noProperties, readProperties } from "./properties.ts";

/** Frames a second by the number of `TimeMode`; 14 is custom, 0 leaves it to the program. */
const FRAME_RATES = [
  30, 120, 100, 60, 50, 48, 30, 30, 30, 30, 25, 24, 1000, 24, 30, 96, 72, 60, 120,
];

/** The settings of a file, which before 7000 stand among the objects. */
export function readSettings({ root }: FbxFile): FbxProperties {
  const objects = childOf(root, "Objects");
  const node = childOf(root, "GlobalSettings") ?? (objects && childOf(objects, "GlobalSettings"));
  return node ? readProperties(node) : noProperties;
}

/** Frames a second at which takes are sampled: the file's, from 24 to 120. */
export function framesPerSecond(settings: FbxProperties): number {
  const mode = settings.number("TimeMode", 0);
  const rate = mode === 14 ? settings.number("CustomFrameRate", 30) : (FRAME_RATES[mode] ?? 30);
  return rate > 0 ? Math.min(Math.max(rate, 24), 120) : 30;
}
