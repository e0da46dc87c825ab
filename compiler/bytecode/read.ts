/** Reads `.hbc` written by `write.ts`. What it gives is well-formed data, not yet safe code: `verify.ts` sees to that. */

import { ByteReader } from "./byte_reader.ts";
import { BytecodeError } from "./bytecode_error.ts";
import { classForms, functionForms, resultKinds, valueKinds } from "./kind_codes.ts";
import type {
  ClassMetadata,
  EnumMetadata,
  FieldMetadata,
  FunctionMetadata,
  InitialValue,
  ModuleMetadata,
  ValueKind,
} from "./metadata.ts";
import {
  type BytecodeModule,
  FORMAT_VERSION,
  type FunctionCode,
  MAGIC,
  type Signature,
  typeTestKinds,
} from "./module.ts";

/** Throws `BytecodeError` where the bytes are no `.hbc` file of this version. */
export function readModule(bytes: Uint8Array): BytecodeModule {
  const input = new ByteReader(bytes);
  let magic = 0;
  for (let shift = 0; shift < 32; shift += 8) magic |= input.byte() << shift;
  if (magic !== MAGIC) throw new BytecodeError("The file does not begin with `HBC`");
  const version = input.unsigned();
  if (version !== FORMAT_VERSION) {
    throw new BytecodeError(`Expected format version ${FORMAT_VERSION}, found ${version}`);
  }
  const names = input.list(() => input.text());
  const module = new ModuleReader(input, names).module();
  if (input.remaining > 0)
    throw new BytecodeError(`${input.remaining} bytes follow the end of the module`);
  return module;
}

class ModuleReader {
  readonly #input: ByteReader;
  readonly #names: readonly string[];

  constructor(input: ByteReader, names: readonly string[]) {
    this.#input = input;
    this.#names = names;
  }

  module(): BytecodeModule {
    const input = this.#input;
    return {
      metadata: this.metadata(),
      floats: input.list(() => input.float()),
      strings: input.list(this.name),
      functions: input.list(() => ({
        id: this.name(),
        owner: this.name(),
        ...this.signature(),
        captures: this.namedList(),
      })),
      types: input.list(this.name),
      statics: input.list(() => ({ owner: this.name(), name: this.name() })),
      constructors: input.list(() => ({
        enum: this.name(),
        constructor: this.name(),
        params: input.list(this.kind),
      })),
      sites: input.list(() => ({ key: this.name(), ...this.signature() })),
      shapes: input.list(() => input.list(this.name)),
      natives: input.list(() => ({ name: this.name(), ...this.signature() })),
      tests: input.list(() => ({
        kind: input.oneOf(typeTestKinds, "type test"),
        path: this.name(),
      })),
      switches: input.list(() => ({
        values: input.list(() => input.signed()),
        targets: input.list(() => input.unsigned()),
      })),
      code: input.list(() => this.code()),
    };
  }

  name = (): string => {
    const index = this.#input.unsigned();
    const name = this.#names[index];
    if (name === undefined) {
      throw new BytecodeError(`Byte ${this.#input.offset}: there is no name number ${index}`);
    }
    return name;
  };

  optionalName(): string | null {
    return this.#input.oneOf([false, true], "presence flag") ? this.name() : null;
  }

  kind = (): ValueKind => this.#input.oneOf(valueKinds, "kind");

  signature(): Signature {
    const params = this.#input.list(this.kind);
    return { params, result: this.#input.oneOf(resultKinds, "result kind") };
  }

  namedList(): { readonly name: string; readonly kind: ValueKind }[] {
    return this.#input.list(() => ({ name: this.name(), kind: this.kind() }));
  }

  metadata(): ModuleMetadata {
    return {
      library: this.name(),
      classes: this.#input.list(() => this.class()),
      enums: this.#input.list(() => this.enum()),
      functions: this.#input.list(() => this.function()),
    };
  }

  class(): ClassMetadata {
    const input = this.#input;
    return {
      path: this.name(),
      form: input.oneOf(classForms, "class form"),
      superclass: this.optionalName(),
      interfaces: input.list(this.name),
      fields: input.list(() => this.field()),
      statics: input.list(() => this.field()),
      methods: input.list(() => ({
        name: this.name(),
        target: this.optionalName(),
        arity: input.unsigned(),
      })),
      implementations: input.list(() => ({
        interface: this.name(),
        method: this.name(),
        target: this.name(),
      })),
      constructor: this.optionalName(),
      staticInit: this.optionalName(),
    };
  }

  field(): FieldMetadata {
    const field = { name: this.name(), kind: this.kind(), haxeType: this.name() };
    const initial = this.optionalName();
    return initial === null ? field : { ...field, initial: parseInitial(initial) };
  }

  enum(): EnumMetadata {
    return {
      path: this.name(),
      constructors: this.#input.list(() => ({ name: this.name(), params: this.namedList() })),
    };
  }

  function(): FunctionMetadata {
    return {
      id: this.name(),
      owner: this.name(),
      form: this.#input.oneOf(functionForms, "function form"),
      ...this.signature(),
      captures: this.namedList(),
      file: this.name(),
      signatureHash: this.name(),
      bodyHash: this.name(),
    };
  }

  code(): FunctionCode {
    const input = this.#input;
    return {
      frameSize: input.unsigned(),
      words: Int32Array.from(input.list(() => input.signed())),
      handlers: input.list(() => ({
        start: input.unsigned(),
        end: input.unsigned(),
        target: input.unsigned(),
        caught: input.unsigned(),
      })),
      lines: input.list(() => ({
        instruction: input.unsigned(),
        line: input.unsigned(),
        column: input.unsigned(),
      })),
      locals: this.namedList(),
    };
  }
}

/** JSON: `"computed"` or `{"constant":…}`. */
function parseInitial(text: string): InitialValue {
  if (!INITIAL.test(text)) throw new BytecodeError("An initial value is malformed");
  try {
    return JSON.parse(text);
  } catch {
    throw new BytecodeError("An initial value is malformed");
  }
}

const INITIAL =
  /^(?:"computed"|\{"constant":(?:null|true|false|-?[\d.eE+-]+|"(?:[^"\\]|\\.)*")\})$/;
