/** The numbers behind accessors: packed, interleaved or sparse. */
import type { BufferViews } from "./buffers.ts";
import {
  type ComponentArray,
  componentArray,
  componentBytes,
  ELEMENT_SIZES,
  toFloats,
  viewComponents,
} from "./component_type.ts";
import type { GltfAccessor } from "./gltf_json.ts";
import { type Budget, broken } from "./read_failure.ts";

/** Elements one after another without gaps. */
interface Packed {
  readonly bufferView: number;
  readonly byteOffset: number;
  readonly componentType: number;
  readonly size: number;
  readonly count: number;
}

export class Accessors {
  readonly #accessors: readonly GltfAccessor[];
  readonly #views: BufferViews;
  readonly #budget: Budget;

  constructor(accessors: readonly GltfAccessor[], views: BufferViews, budget: Budget) {
    this.#accessors = accessors;
    this.#views = views;
    this.#budget = budget;
  }

  accessor(index: number): GltfAccessor {
    return this.#accessors[index] as GltfAccessor;
  }

  /** Numbers an element. */
  size(index: number): number {
    return ELEMENT_SIZES[this.accessor(index).type] ?? 1;
  }

  /** Components as stored, in an array of their own. */
  components(index: number): ComponentArray {
    const accessor = this.accessor(index);
    const { componentType, count, bufferView, byteOffset = 0, sparse } = accessor;
    const size = this.size(index);
    const pointer = `/accessors/${index}`;
    // As floats they may grow to four bytes each.
    this.#budget.take(count * size * 4, pointer);
    const array =
      bufferView === undefined
        ? componentArray(componentType, count * size)
        : this.#packed({ bufferView, byteOffset, componentType, size, count }, pointer);
    if (sparse !== undefined) this.#replace(array, size, componentType, sparse, pointer);
    return array;
  }

  /** Components as floats, all finite. */
  floats(index: number): Float32Array {
    return finite(
      toFloats(this.components(index), this.accessor(index).normalized === true),
      `/accessors/${index}`,
    );
  }

  #packed({ bufferView, byteOffset, componentType, size, count }: Packed, pointer: string) {
    const bytes = this.#views.bytes(bufferView);
    const width = componentBytes(componentType);
    const stride = this.#views.view(bufferView).byteStride ?? size * width;
    const end = byteOffset + (count - 1) * stride + size * width;
    // The validator does not see what compressed views hold.
    if (end > bytes.length) throw broken(pointer, "it is longer than its buffer view");
    // A copy: aligned, and not the file's bytes, which others read too.
    const copy = new Uint8Array(bytes.subarray(byteOffset, end));
    const components = viewComponents(componentType, copy.buffer);
    return stride === size * width ? components : gather(components, stride / width, size, count);
  }

  #replace(
    array: ComponentArray,
    size: number,
    componentType: number,
    { count, indices, values }: NonNullable<GltfAccessor["sparse"]>,
    pointer: string,
  ): void {
    const at = this.#packed({ byteOffset: 0, ...indices, size: 1, count }, pointer);
    const replacements = this.#packed(
      { byteOffset: 0, ...values, componentType, size, count },
      pointer,
    );
    for (const [index, element] of at.entries()) {
      if ((element + 1) * size > array.length) throw broken(pointer, "a sparse index is too large");
      for (let component = 0; component < size; component++) {
        array[element * size + component] = replacements[index * size + component] as number;
      }
    }
  }
}

/** Every element's `size` components, the elements being `stride` components apart. */
function gather(
  components: ComponentArray,
  stride: number,
  size: number,
  count: number,
): ComponentArray {
  const packed = components.slice(0, count * size);
  for (let element = 0, to = 0; element < count; element++) {
    for (let component = 0; component < size; component++) {
      packed[to++] = components[element * stride + component] as number;
    }
  }
  return packed;
}

/** `values`, or a failure when one is infinite or not a number, which only compressed data can hide. */
export function finite(values: Float32Array, pointer: string): Float32Array {
  for (let at = 0; at < values.length; at++) {
    if (!Number.isFinite(values[at])) throw broken(pointer, `number ${at} is not finite`);
  }
  return values;
}
