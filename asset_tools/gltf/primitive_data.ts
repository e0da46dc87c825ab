/** The arrays of one primitive, from accessors or from Draco. */

import { finite } from "./accessors.ts";
import { type ComponentArray, toFloats } from "./component_type.ts";
import { type DracoMesh, decodeDraco } from "./draco_primitive.ts";
import type { GltfAttributes, GltfDraco, GltfPrimitive } from "./gltf_json.ts";
import type { ReadContext } from "./read_context.ts";
import { broken } from "./read_failure.ts";

export class PrimitiveData {
  readonly attributes: GltfAttributes;
  readonly pointer: string;
  readonly #primitive: GltfPrimitive;
  readonly #context: ReadContext;
  readonly #draco: DracoMesh | undefined;

  constructor(primitive: GltfPrimitive, pointer: string, context: ReadContext) {
    this.attributes = primitive.attributes;
    this.pointer = pointer;
    this.#primitive = primitive;
    this.#context = context;
    const compressed = primitive.extensions?.KHR_draco_mesh_compression;
    this.#draco = compressed && this.#decode(compressed);
  }

  /** Numbers a vertex. */
  size(name: string): number {
    return this.#context.accessors.size(this.attributes[name] as number);
  }

  /** An attribute as it is stored. */
  components(name: string): ComponentArray {
    const decoded = this.#draco?.attributes.get(name);
    const array = decoded ?? this.#context.accessors.components(this.attributes[name] as number);
    this.#checkCount(name, array.length);
    return array;
  }

  /** An attribute as floats; undefined when the primitive has none of the name. */
  floats(name: string): Float32Array | undefined {
    const accessor = this.attributes[name];
    if (accessor === undefined) return undefined;
    const { normalized = false } = this.#context.accessors.accessor(accessor);
    return finite(
      toFloats(this.components(name), normalized),
      `${this.pointer}/attributes/${name}`,
    );
  }

  /** Indices of vertices; without any in the file, the vertices in their order. */
  indices(): Uint32Array {
    if (this.#draco !== undefined) return this.#draco.indices;
    const { indices } = this.#primitive;
    if (indices !== undefined) return new Uint32Array(this.#context.accessors.components(indices));
    return Uint32Array.from({ length: this.#count() }, (_, vertex) => vertex);
  }

  #count(): number {
    const position = this.attributes["POSITION"] as number;
    return this.#draco?.vertexCount ?? this.#context.accessors.accessor(position).count;
  }

  /** All attributes have as many vertices; the validator sees that, but not in compressed data. */
  #checkCount(name: string, length: number): void {
    if (length !== this.#count() * this.size(name)) {
      throw broken(this.pointer, `${name} has not the ${this.#count()} vertices of its primitive`);
    }
  }

  #decode({ bufferView, attributes }: GltfDraco): DracoMesh {
    const { accessors, views, budget, draco, json } = this.#context;
    const isPlausible =
      draco !== undefined &&
      json.bufferViews?.[bufferView] !== undefined &&
      typeof attributes === "object" &&
      attributes !== null;
    if (!isPlausible) throw broken(this.pointer, "its Draco extension names no data");
    const wanted = Object.entries(this.attributes).flatMap(([name, accessor]) => {
      const id = attributes[name];
      if (id === undefined) return [];
      if (!Number.isInteger(id)) throw broken(this.pointer, `${name} has no Draco id`);
      const { componentType } = accessors.accessor(accessor);
      return [{ name, id, componentType, size: accessors.size(accessor) }];
    });
    return decodeDraco(draco, views.bytes(bufferView), wanted, budget, this.pointer);
  }
}
