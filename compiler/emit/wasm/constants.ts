/** The program's constant objects: string literals, type descriptors, enum values without arguments, statics. */
import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import type { IrProgram } from "#compiler/ir/program.ts";
import { bytesOf } from "./class_layout.ts";
import * as layout from "./layout.ts";
import type { RuntimeImage } from "./runtime_image.ts";
import type { StaticData } from "./static_data.ts";

export class Constants {
  readonly data: StaticData;
  readonly #program: IrProgram;
  readonly #image: RuntimeImage;
  readonly #strings = new Map<string, number>();
  readonly #statics = new Map<string, number>();
  readonly #types = new Map<string, number>();
  readonly #constructors = new Map<string, number>();
  readonly #enumConstants = new Map<string, number>();
  readonly #closures = new Map<string, number>();
  readonly #nameTables = new Map<string, number>();

  constructor(program: IrProgram, image: RuntimeImage, data: StaticData) {
    this.data = data;
    this.#program = program;
    this.#image = image;
  }

  /** The object of a string literal; one for equal texts. */
  string(text: string): number {
    return once(this.#strings, text, () => this.#writeString(text));
  }

  /** Address of a static variable. */
  staticVariable(owner: string, name: string): number {
    return once(this.#statics, `${owner}.${name}`, () => {
      const type = this.#program.classes
        .get(owner)
        ?.class.statics.find((variable) => variable.name === name)?.type;
      if (type === undefined) throw new InternalError(`${owner} has no static ${name}`);
      const address = this.data.allocate(bytesOf(type), bytesOf(type));
      if (type === "dyn") this.data.setU64(address, layout.dynNull);
      return address;
    });
  }

  /** Address of a class's, interface's, enum's or basic type's descriptor, which `type_descriptors.ts` fills in. */
  typeValue(path: string): number {
    return once(this.#types, path, () => {
      if (path === "String") return this.#image.addressOf("hx_string_type");
      if (path === "Array") return this.#image.addressOf("hx_array_type");
      const slots = this.#program.classes.get(path)?.slots.length ?? 0;
      return this.data.allocate(layout.type.vtable + slots * layout.pointerBytes, 8);
    });
  }

  constructorType(enumPath: string, name: string): number {
    return once(this.#constructors, `${enumPath}.${name}`, () =>
      this.data.allocate(layout.type.vtable, 8),
    );
  }

  /** The one object of a constructor without arguments. */
  enumConstant(enumPath: string, name: string): number {
    return once(this.#enumConstants, `${enumPath}.${name}`, () => {
      const address = this.data.allocate(layout.enumValue.args, 8);
      this.data.setU32(address, this.constructorType(enumPath, name));
      return address;
    });
  }

  /** The one object of a closure that captures nothing, and whose code is at a position of the table. */
  constantClosure(codePosition: number, arity: number): number {
    return once(this.#closures, `${codePosition}`, () => {
      const { code, arity: arityAt, captures } = layout.closure;
      const address = this.data.allocate(captures, 8);
      this.data.setU32(address, this.#image.addressOf("hx_closure_type"));
      this.data.setU32(address + code, codePosition);
      this.data.setU32(address + arityAt, arity);
      return address;
    });
  }

  /** What a DynGet expression remembers between its runs. */
  fieldCache(): number {
    return this.data.allocate(layout.fieldCacheBytes, 4);
  }

  /** A table of string objects, as structures have for their names. */
  nameTable(names: readonly string[]): number {
    return once(this.#nameTables, names.join("\n"), () =>
      this.words(names.map((name) => this.string(name))),
    );
  }

  /** 32-bit words one after another; an empty list is the null pointer. */
  words(values: readonly number[]): number {
    if (values.length === 0) return 0;
    const address = this.data.allocate(values.length * 4, 4);
    for (const [index, value] of values.entries()) this.data.setU32(address + index * 4, value);
    return address;
  }

  /** 64-bit words one after another. */
  longWords(values: readonly bigint[]): number {
    const address = this.data.allocate(values.length * 8, 8);
    for (const [index, value] of values.entries()) this.data.setU64(address + index * 8, value);
    return address;
  }

  /** Paths whose descriptor something refers to. */
  listTypes(): readonly string[] {
    return [...this.#types.keys()];
  }

  /** Addresses of the static variables in use, by `owner.name`. */
  listStatics(): ReadonlyMap<string, number> {
    return this.#statics;
  }

  #writeString(text: string): number {
    const { own, length, units } = layout.string;
    const address = this.data.allocate(own + text.length * 2, 8);
    this.data.setU32(address, this.#image.addressOf("hx_string_type"));
    this.data.setU32(address + length, text.length);
    this.data.setU32(address + units, address + own);
    for (let index = 0; index < text.length; index++) {
      this.data.setU16(address + own + index * 2, text.charCodeAt(index));
    }
    return address;
  }
}

function once(known: Map<string, number>, key: string, make: () => number): number {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
