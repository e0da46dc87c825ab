/** `f64.*`: the operations that the Haxe `Math` is built on. */

const float = new Float64Array(1);
/** The halves of `float`; every machine that JavaScript runs on today is little-endian. */
const words = new Int32Array(float.buffer);
const single = new Float32Array(1);
const singleBits = new Int32Array(single.buffer);
const QUIET_NAN = 0x7fc00000;

export const numberNatives = {
  "f64.sqrt": Math.sqrt as (value: number) => number,
  "f64.floor": Math.floor as (value: number) => number,
  "f64.ceil": Math.ceil as (value: number) => number,
  "f64.abs": Math.abs as (value: number) => number,
  "f64.toInt": (value: number): number => value | 0,
  "f64.lowBits": (value: number): number => {
    float[0] = value;
    return words[0] as number;
  },
  "f64.highBits": (value: number): number => {
    float[0] = value;
    return words[1] as number;
  },
  "f64.fromBits": (low: number, high: number): number => {
    words[0] = low;
    words[1] = high;
    return float[0] as number;
  },
  "f64.toFloat32Bits": (value: number): number => {
    if (Number.isNaN(value)) return QUIET_NAN;
    single[0] = value;
    return singleBits[0] as number;
  },
  "f64.fromFloat32Bits": (bits: number): number => {
    singleBits[0] = bits;
    return single[0] as number;
  },
};
