/** `array.*` on JavaScript arrays, which never have holes. */
import type { Value } from "../object_model.ts";
import { HaxeError } from "../thrown.ts";

type Values = Value[];

export const arrayNatives = {
  "array.length": (array: Values): number => array.length,
  "array.push": (array: Values, value: Value): number => array.push(value),
  "array.pop": (array: Values): Value => array.pop() ?? null,
  "array.filled": filled,
  "array.resize": resize,
  "array.slice": (array: Values, start: number, end: number): Values => array.slice(start, end),
  "array.blit": blit,
};

function filled(length: number, value: Value): Values {
  const array: Values = [];
  grow(array, length, value);
  return array;
}

function resize(array: Values, length: number, zero: Value): void {
  if (length < array.length) array.length = Math.max(0, length);
  grow(array, length, zero);
}

function grow(array: Values, length: number, value: Value): void {
  while (array.length < length) array.push(value);
}

function blit(src: Values, srcPos: number, dst: Values, dstPos: number, count: number): void {
  if (src === dst) {
    dst.copyWithin(dstPos, srcPos, srcPos + count);
  } else {
    for (let index = 0; index < count; index++) dst[dstPos + index] = src[srcPos + index];
  }
}

/** A store outside the array: grows it with the elements' zero, or throws below 0. */
export function growingStore(array: Values, index: number, value: Value, zero: Value): void {
  if (index < 0) throw new HaxeError("Invalid array index");
  grow(array, index, zero);
  array[index] = value;
}
