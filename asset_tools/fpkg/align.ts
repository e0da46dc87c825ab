/** The first multiple of `alignment` that is not before `value`. */
export function align(value: number, alignment: number): number {
  return Math.ceil(value / alignment) * alignment;
}
