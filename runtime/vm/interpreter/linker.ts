/** Program-wide tables behind the operands of linked code, and the linking of modules to them. */
import type { FunctionMetadata } from "#compiler/bytecode/metadata.ts";
import type {
  BytecodeModule,
  CallSite,
  ConstructorReference,
  FunctionReference,
  StaticReference,
  SwitchTable,
  TypeTestReference,
} from "#compiler/bytecode/module.ts";
import { INSTRUCTION_WORDS, opcodeOf } from "#compiler/bytecode/opcodes.ts";
import { propertyOf } from "#compiler/bytecode/structure_names.ts";
import type { ClosureMaker } from "../closures.ts";
import type { FunctionRegistry } from "../function_registry.ts";
import { generate } from "../generated_code.ts";
import type { Natives } from "../natives/natives.ts";
import type {
  Callable,
  EnumConstructorRecord,
  Slots,
  Statics,
  TypeValue,
  Value,
} from "../object_model.ts";
import type { TypeRegistry } from "../type_registry.ts";
import { type TypeTest, typeTest } from "../type_tests.ts";
import { type Banks, fillBanks } from "./banks.ts";
import { CodeSpace } from "./code_space.ts";
import {
  environmentUnpacker,
  type Outgoing,
  outgoingFunction,
  outgoingNative,
  type Unpacker,
} from "./marshal.ts";

export interface LinkedTables {
  readonly floats: number[];
  readonly strings: string[];
  readonly types: { readonly value: TypeValue; readonly slots: Slots }[];
  readonly statics: { readonly object: Statics; readonly name: string }[];
  readonly constructors: { readonly record: EnumConstructorRecord; readonly make: Outgoing }[];
  readonly sites: { readonly key: string; readonly arity: number }[];
  readonly shapes: ((base: number) => Value)[];
  readonly natives: { readonly call: Outgoing; readonly arity: number }[];
  /** Does code ask for the calls of exceptions that were caught? Else no one keeps them. */
  tracesCaught: boolean;
  readonly tests: { readonly test: TypeTest; readonly reference: TypeTestReference }[];
  readonly switches: ReadonlyMap<number, number>[];
}

/** One entry a function number. */
export interface CalleeTables {
  /** Position of the first instruction, -1 where the function runs in another tier. */
  entries: Int32Array;
  readonly outgoing: (Outgoing | undefined)[];
  readonly unpackers: (Unpacker | undefined)[];
  /** Numbers of parameters, without what a closure captured. */
  readonly arities: number[];
}

export class Linker {
  readonly space = new CodeSpace();
  readonly tables: LinkedTables = {
    floats: [],
    strings: [],
    types: [],
    statics: [],
    constructors: [],
    sites: [],
    shapes: [],
    natives: [],
    tracesCaught: false,
    tests: [],
    switches: [],
  };
  readonly callees: CalleeTables = {
    entries: new Int32Array(256).fill(-1),
    outgoing: [],
    unpackers: [],
    arities: [],
  };
  readonly banks: Banks;
  readonly #types: TypeRegistry;
  readonly #functions: FunctionRegistry;
  readonly #natives: Readonly<Record<string, Callable>>;
  readonly #strings = new Map<string, number>();

  constructor(banks: Banks, types: TypeRegistry, functions: FunctionRegistry, natives: Natives) {
    this.banks = banks;
    this.#types = types;
    this.#functions = functions;
    this.#natives = natives;
  }

  /** Adds the code of a verified module; `activate` lets calls go there. Gives each function's position. */
  link(module: BytecodeModule): Map<string, number> {
    const { tables } = this;
    fillBanks(this.banks);
    const starts = new Map<string, number>();
    const relocations = {
      floats: module.floats.map((value) => tables.floats.push(value) - 1),
      strings: module.strings.map((text) => this.#string(text)),
      functions: module.functions.map((reference) => this.#callee(reference)),
      types: module.types.map((path) => this.#type(path)),
      statics: module.statics.map((reference) => this.#static(reference)),
      constructors: module.constructors.map((reference) => this.#enumConstructor(reference)),
      sites: module.sites.map((site) => this.#site(site)),
      shapes: module.shapes.map((names) => tables.shapes.push(this.#shape(names)) - 1),
      natives: module.natives.map(({ name, params, result }) => {
        const native = this.#natives[name];
        if (native === undefined) throw new Error(`The runtime has no native ${name}`);
        if (name === "stack.thrown") tables.tracesCaught = true;
        const call = outgoingNative(this.banks, native, { params, result });
        return tables.natives.push({ call, arity: params.length }) - 1;
      }),
      tests: module.tests.map(
        (reference) => tables.tests.push({ test: typeTest(reference), reference }) - 1,
      ),
      switches: module.switches.map(() => tables.switches.push(new Map()) - 1),
    };
    module.metadata.functions.forEach((metadata, index) => {
      const start = this.space.add(module, index, relocations);
      starts.set(metadata.id, start);
    });
    this.#linkSwitches(module, relocations.switches, starts);
    return starts;
  }

  /** Calls of the function go to the position, or, with -1, to what its slot holds. */
  activate(metadata: FunctionMetadata, position: number): void {
    const number = this.#number(metadata.id);
    const { callees } = this;
    callees.entries[number] = position;
    callees.arities[number] = metadata.params.length;
    callees.outgoing[number] = undefined;
    callees.unpackers[number] =
      position >= 0 && metadata.captures.length > 0
        ? environmentUnpacker(this.banks, metadata)
        : undefined;
  }

  /** The bridge to what the slot of a callee in another tier holds; made when it is first called from here. */
  outgoing(number: number): Outgoing {
    const metadata = this.#functions.get(this.#types.numbers.ids[number]!);
    const bridge = outgoingFunction(this.banks, this.#types.slots(metadata.owner), metadata);
    this.callees.outgoing[number] = bridge;
    return bridge;
  }

  /** Notes where calls of a function go; the result puts that back. */
  remember(number: number): () => void {
    const { callees } = this;
    const entry = callees.entries[number] ?? -1;
    const outgoing = callees.outgoing[number];
    const arity = callees.arities[number];
    const unpacker = callees.unpackers[number];
    return () => {
      if (number < callees.entries.length) callees.entries[number] = entry;
      callees.outgoing[number] = outgoing;
      if (arity !== undefined) callees.arities[number] = arity;
      callees.unpackers[number] = unpacker;
    };
  }

  /** The bridge that makes a closure over a body, from the captured values in the window. */
  closureBridge(number: number): Outgoing {
    const metadata = this.#functions.get(this.#types.numbers.ids[number]!);
    const maker: ClosureMaker = this.#functions.closureMaker(metadata.id);
    const params = metadata.captures.map((capture) => capture.kind);
    return outgoingNative(this.banks, maker, { params, result: "ref" });
  }

  #number(id: string): number {
    const number = this.#types.numbers.of(id);
    const { callees } = this;
    if (number >= callees.entries.length) {
      const larger = new Int32Array(number * 2).fill(-1);
      larger.set(callees.entries);
      callees.entries = larger;
    }
    return number;
  }

  #callee(reference: FunctionReference): number {
    return this.#number(reference.id);
  }

  #string(text: string): number {
    let index = this.#strings.get(text);
    if (index === undefined) {
      index = this.tables.strings.push(text) - 1;
      this.#strings.set(text, index);
    }
    return index;
  }

  #type(path: string): number {
    return (
      this.tables.types.push({
        value: this.#types.typeValue(path),
        slots: this.#types.slots(path),
      }) - 1
    );
  }

  #static({ owner, name }: StaticReference): number {
    return this.tables.statics.push({ object: this.#types.statics(owner), name }) - 1;
  }

  #enumConstructor(reference: ConstructorReference): number {
    const record = this.#types.enumConstructor(reference.enum, reference.constructor);
    const make = (...args: Value[]) => new record.make(...args);
    const bridge = outgoingNative(this.banks, make, { params: reference.params, result: "ref" });
    return this.tables.constructors.push({ record, make: bridge }) - 1;
  }

  #site({ key, params }: CallSite): number {
    return this.tables.sites.push({ key, arity: params.length }) - 1;
  }

  /** A function that makes the structure from refs in the window; the literal gives all of a shape one hidden class. */
  #shape(names: readonly string[]): (base: number) => Value {
    const fields = names.map((name, index) => {
      const key = name === "__proto__" ? '["__proto__"]' : JSON.stringify(propertyOf(name));
      return `${key}: refs[base + ${index}]`;
    });
    return generate(
      ["refs"],
      `return (base) => ({ ${fields.join(", ")} });`,
    )(this.banks.refs) as unknown as (base: number) => Value;
  }

  /** Tables of a module belong to one function each: the one whose code names them. */
  #linkSwitches(
    module: BytecodeModule,
    indexes: readonly number[],
    starts: ReadonlyMap<string, number>,
  ): void {
    const owners = this.#switchOwners(module);
    module.switches.forEach(({ values, targets }: SwitchTable, index) => {
      const start = starts.get(owners.get(index) ?? "") ?? 0;
      const table = this.tables.switches[indexes[index]!] as Map<number, number>;
      values.forEach((value, position) => {
        table.set(value, start + targets[position]! * INSTRUCTION_WORDS);
      });
    });
  }

  #switchOwners(module: BytecodeModule): Map<number, string> {
    const owners = new Map<number, string>();
    module.code.forEach(({ words }, index) => {
      for (let at = 0; at < words.length; at += INSTRUCTION_WORDS) {
        if (words[at] === opcodeOf.Switch)
          owners.set(words[at + 2]!, module.metadata.functions[index]!.id);
      }
    });
    return owners;
  }
}
