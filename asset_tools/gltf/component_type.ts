/** Component types of accessors: glTF 2.0, section 3.6.2.2. */

export type ComponentArray =
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | Uint32Array
  | Float32Array;

/** Numbers an element, by the accessor's type. */
export const ELEMENT_SIZES: Readonly<Record<string, number>> = {
  SCALAR: 1,
  VEC2: 2,
  VEC3: 3,
  VEC4: 4,
  MAT2: 4,
  MAT3: 9,
  MAT4: 16,
};

export function componentBytes(componentType: number): number {
  return componentType < 5122 ? 1 : componentType < 5125 ? 2 : 4;
}

/** A new array of `count` components. */
export function componentArray(componentType: number, count: number): ComponentArray {
  return viewComponents(componentType, new ArrayBuffer(count * componentBytes(componentType)));
}

/** `buffer`, little-endian as every machine that runs this, as whole components. */
export function viewComponents(componentType: number, buffer: ArrayBuffer): ComponentArray {
  const count = Math.floor(buffer.byteLength / componentBytes(componentType));
  switch (componentType) {
    case 5120:
      return new Int8Array(buffer);
    case 5121:
      return new Uint8Array(buffer);
    case 5122:
      return new Int16Array(buffer, 0, count);
    case 5123:
      return new Uint16Array(buffer, 0, count);
    case 5125:
      return new Uint32Array(buffer, 0, count);
    default:
      return new Float32Array(buffer, 0, count);
  }
}

/**
 * Components as floats: normalised integers as section 3.11 says, others as they are, which KHR_mesh_quantization allows
 * for positions and uvs.
 */
export function toFloats(array: ComponentArray, normalized: boolean): Float32Array {
  if (array instanceof Float32Array) return array;
  if (!normalized) return new Float32Array(array);
  const most = greatest(array);
  const floats = new Float32Array(array.length);
  // A loop: `from` with a function takes twenty times as long.
  for (let at = 0; at < array.length; at++) floats[at] = Math.max((array[at] as number) / most, -1);
  return floats;
}

/** The component that stands for 1. */
function greatest(array: Exclude<ComponentArray, Float32Array>): number {
  if (array instanceof Int8Array) return 127;
  if (array instanceof Uint8Array) return 255;
  if (array instanceof Int16Array) return 32767;
  return array instanceof Uint16Array ? 65535 : 4294967295;
}
