/** The tables of the module being written: each distinct entry once, in the order of first use. */
import type {
  CallSite,
  ConstructorReference,
  FunctionReference,
  NativeReference,
  StaticReference,
  SwitchTable,
  TypeTestReference,
} from "#compiler/bytecode/module.ts";

export interface Tables {
  readonly floats: Table<number>;
  readonly strings: Table<string>;
  readonly functions: Table<FunctionReference>;
  readonly types: Table<string>;
  readonly statics: Table<StaticReference>;
  readonly constructors: Table<ConstructorReference>;
  readonly sites: Table<CallSite>;
  readonly shapes: Table<readonly string[]>;
  readonly natives: Table<NativeReference>;
  readonly tests: Table<TypeTestReference>;
  readonly switches: Table<SwitchTable>;
}

export function createTables(): Tables {
  return {
    floats: new Table(floatKey),
    strings: new Table((text) => text),
    functions: new Table((entry) => `${entry.id} ${entry.params} ${entry.result}`),
    types: new Table((path) => path),
    statics: new Table((entry) => `${entry.owner}.${entry.name}`),
    constructors: new Table((entry) => `${entry.enum}.${entry.constructor}`),
    sites: new Table((entry) => `${entry.key} ${entry.params} ${entry.result}`),
    shapes: new Table((names) => names.join("\0")),
    natives: new Table((entry) => entry.name),
    tests: new Table((entry) => `${entry.kind} ${entry.path}`),
    switches: new Table((table) => `${table.values} ${table.targets}`),
  };
}

export class Table<T> {
  readonly entries: T[] = [];
  readonly #key: (entry: T) => string;
  readonly #indexes = new Map<string, number>();

  constructor(key: (entry: T) => string) {
    this.#key = key;
  }

  /** The index of an equal entry, which is added where there is none. */
  add(entry: T): number {
    const key = this.#key(entry);
    let index = this.#indexes.get(key);
    if (index === undefined) {
      index = this.entries.length;
      this.#indexes.set(key, index);
      this.entries.push(entry);
    }
    return index;
  }
}

/** Tells -0 from 0, which `String` does not. */
function floatKey(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}
