/** The JavaScript constructors of instances and enum values. */
import type { EnumConstructorMetadata } from "#compiler/bytecode/metadata.ts";
import { generate, identifierOf } from "./generated_code.ts";
import {
  BareObject,
  type Callable,
  type ClassRecord,
  type EnumConstructorRecord,
  type EnumRecord,
  type Instance,
  zeroOf,
} from "./object_model.ts";

/**
 * Makes `$new` of a class: one function for the class's whole life, since V8 ties the hidden class of instances to it.
 * Fields that a reload adds are made by `growth.extend`.
 */
export function classAllocator(record: ClassRecord): Callable {
  const name = identifierOf(record.path);
  const stores = record.layout.map(
    ({ name, kind }) => `this.${name} = ${JSON.stringify(zeroOf(kind))};`,
  );
  const body = `
    function ${name}() {
      this.$mark = 0;
      ${stores.join("\n      ")}
      if (growth.extend !== null) growth.extend(this);
    }
    ${name}.prototype = prototype;
    return ${name};`;
  const allocator = generate(["growth", "prototype"], body)(record.growth, record.prototype);
  fixRepresentations(new allocator(), record);
  return allocator;
}

/** A fraction makes V8 store a field as a double for good, so later stores of whole numbers do not change the shape. */
function fixRepresentations(sample: Instance, record: ClassRecord): void {
  for (const { name, kind } of record.layout) if (kind === "f64") sample[name] = 0.5;
}

export function enumMaker(
  record: EnumRecord,
  metadata: EnumConstructorMetadata,
  index: number,
): EnumConstructorRecord {
  const name = identifierOf(`${record.path}.${metadata.name}`);
  const params = metadata.params.map((_, param) => `p${param}`);
  const body = `
    function ${name}(${params.join(", ")}) {
      this.$index = ${index};
      ${params.map((param) => `this.${param} = ${param};`).join(" ")}
    }
    ${name}.prototype = prototype;
    return ${name};`;
  const prototype = Object.create(BareObject.prototype);
  const make = generate(["prototype"], body)(prototype) as unknown as EnumConstructorRecord["make"];
  new make(...metadata.params.map(({ kind }) => (kind === "f64" ? 0.5 : zeroOf(kind))));
  const single = metadata.params.length === 0 ? new make() : null;
  const entry: EnumConstructorRecord = { enum: record, metadata, index, make, single };
  Object.defineProperty(prototype, "$constructor", { value: entry });
  return entry;
}
