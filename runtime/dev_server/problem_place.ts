/** Finds the place that a tool's text names first: `file:line:column`, or a frame's ` --> file:line:column`. */
import type { Problem } from "#runtime/hot_reload/protocol.ts";

const PLACE = /^(?:\s*-->\s*)?([^\s:][^:\n]*):(\d+):\d+/m;

export function firstPlace(text: string): Problem["place"] {
  const found = PLACE.exec(text);
  return found === null ? null : { file: found[1] as string, line: Number(found[2]) };
}
