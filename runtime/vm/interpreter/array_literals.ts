/** Arrays from registers. */

export function intArray(ints: Int32Array, from: number, count: number): number[] {
  const array: number[] = [];
  for (let index = from; index < from + count; index++) array.push(ints[index]!);
  return array;
}

export function floatArray(floats: Float64Array, from: number, count: number): number[] {
  const array: number[] = [];
  for (let index = from; index < from + count; index++) array.push(floats[index]!);
  return array;
}

export function boolArray(ints: Int32Array, from: number, count: number): boolean[] {
  const array: boolean[] = [];
  for (let index = from; index < from + count; index++) array.push(ints[index] !== 0);
  return array;
}
