/** The tables of the code being written: each distinct entry once, in the order of first use. */
import type {
  CallSite,
  ConstructorReference,
  FunctionReference,
  NativeReference,
  StaticReference,
  SwitchTable,
  TypeTestReference,
} from "#compiler/bytecode/module.ts";
import type { OperandKind } from "#compiler/bytecode/opcodes.ts";

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

export type TableName = keyof Tables;

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
    // Never shared: their targets are filled in while the code is written.
    switches: new Table(null),
  };
}

export class Table<T> {
  readonly entries: T[] = [];
  readonly #keyOf: ((entry: T) => string) | null;
  readonly #keys: string[] = [];
  readonly #indexes = new Map<string, number>();

  /** Entries with equal keys are one; without keys each is one of its own. */
  constructor(keyOf: ((entry: T) => string) | null) {
    this.#keyOf = keyOf;
  }

  /** The index of an equal entry, which is added where there is none. */
  add(entry: T): number {
    if (this.#keyOf === null) return this.entries.push(entry) - 1;
    return this.#add(entry, this.#keyOf(entry));
  }

  /** Adds all entries of another table; gives their indexes here. */
  merge(other: Table<T>): number[] {
    return other.entries.map((entry, index) => {
      const key = other.#keys[index];
      return key === undefined ? this.add(entry) : this.#add(entry, key);
    });
  }

  #add(entry: T, key: string): number {
    let index = this.#indexes.get(key);
    if (index === undefined) {
      index = this.entries.length;
      this.#indexes.set(key, index);
      this.#keys.push(key);
      this.entries.push(entry);
    }
    return index;
  }
}

/** Tells -0 from 0, which `String` does not. */
function floatKey(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

const tableNames: ReadonlySet<string> = new Set(Object.keys(createTables()));

/** The table that an operand is an index in; null for registers and numbers. */
export function tableOf(kind: OperandKind): TableName | null {
  return tableNames.has(kind) ? (kind as TableName) : null;
}
