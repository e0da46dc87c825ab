/**
 * Curves since version 7000: times, values, and attributes that runs of keys share. The flags are those of the SDK's
 * FbxAnimCurveDef.
 */
import { type Curve, EVEN } from "./curve.ts";
import { type FbxNode, type NumberArray, numbersIn } from "./fbx_node.ts";
import { curveOf, type FileKey, type FileTangent } from "./key_list.ts";

const CONSTANT = 0x2;
const CUBIC = 0x8;
/** With `CONSTANT`: the next key's value. */
const NEXT = 0x100;
const TCB = 0x200;
const USER = 0x400;
const CLAMP = 0x1000;
const TIME_INDEPENDENT = 0x2000;
const CLAMP_PROGRESSIVE = 0x4000;
const WEIGHTED_RIGHT = 0x1000000;
const WEIGHTED_NEXT_LEFT = 0x2000000;

/** Reads an `AnimationCurve`; undefined when it has no keys. */
export function readKeyArrays(node: FbxNode, ticksPerSecond: number): Curve | undefined {
  const times = numbersIn(node, "KeyTime");
  const values = numbersIn(node, "KeyValueFloat");
  const flags = numbersIn(node, "KeyAttrFlags");
  const data = numbersIn(node, "KeyAttrDataFloat");
  const repeats = numbersIn(node, "KeyAttrRefCount");
  const keys: FileKey[] = [];
  let attribute = 0;
  let left = repeats[0] ?? 1;
  const count = Math.min(times.length, values.length);
  for (let at = 0; at < count; at++) {
    keys.push({
      time: times[at]! / ticksPerSecond,
      value: values[at]!,
      ...attributes(flags[attribute] ?? 0, data, attribute * 4),
    });
    if (--left <= 0 && attribute + 1 < flags.length) left = repeats[++attribute] ?? 1;
  }
  return curveOf(keys);
}

function attributes(
  flags: number,
  data: NumberArray,
  at: number,
): Pick<FileKey, "interpolation" | "tangent" | "weight" | "nextWeight"> {
  const packed = wordAt(data, at + 2);
  return {
    interpolation:
      flags & CONSTANT ? (flags & NEXT ? "next" : "constant") : flags & CUBIC ? "cubic" : "linear",
    tangent: tangentOf(flags, data, at),
    // Ten-thousandths, two in one word.
    weight: flags & WEIGHTED_RIGHT ? (packed & 0xffff) / 10000 : EVEN,
    nextWeight: flags & WEIGHTED_NEXT_LEFT ? (packed >>> 16) / 10000 : EVEN,
  };
}

function tangentOf(flags: number, data: NumberArray, at: number): FileTangent {
  const [first, second] = [data[at] ?? 0, data[at + 1] ?? 0];
  if (!(flags & CUBIC)) return { kind: "given", ...NO_SLOPES };
  if (flags & TCB) {
    return { kind: "tcb", tension: first, continuity: second, bias: floatAt(data, at + 2) };
  }
  if (flags & USER) return { kind: "given", slope: first, nextSlope: second };
  const rule = {
    isTimeIndependent: (flags & TIME_INDEPENDENT) !== 0,
    clamps: (flags & CLAMP) !== 0,
    clampsProgressively: (flags & CLAMP_PROGRESSIVE) !== 0,
  };
  return { kind: "auto", rule };
}

const NO_SLOPES = { slope: 0, nextSlope: 0 };
const word = new DataView(new ArrayBuffer(4));

/** The bits of a 32-bit float; texts write them as a whole number. */
function wordAt(data: NumberArray, at: number): number {
  const value = data[at] ?? 0;
  if (!(data instanceof Float32Array)) return value;
  word.setFloat32(0, value);
  return word.getUint32(0);
}

/** A float; texts write its bits as a whole number, which is larger than any bias. */
function floatAt(data: NumberArray, at: number): number {
  const value = data[at] ?? 0;
  if (data instanceof Float32Array || Math.abs(value) < 1e6) return value;
  word.setInt32(0, value);
  return word.getFloat32(0);
}
