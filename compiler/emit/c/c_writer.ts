/** What printing one program shares: its names, and what the printed code refers to and must be defined somewhere. */
import { createHash } from "node:crypto";
import { InternalError } from "#compiler/diagnostics/internal_error.ts";
import type { IrFunction } from "#compiler/ir/ir.ts";
import type { IrProgram, LinkedClass } from "#compiler/ir/program.ts";
import { findReflection, type Reflection } from "../reflection.ts";
import { GlobalNames, identifierPart } from "./c_names.ts";
import { type Dispatch, findDispatch } from "./dispatch.ts";

export interface PrintOptions {
  /** Line (from 1) of an offset in a source file, for `#line`; without it none are printed. */
  readonly lineOf?: (file: string, offset: number) => number;
  /** Files that the functions are spread over; a number that fits their size where it is left out. */
  readonly fileCount?: number;
}

export class CWriter {
  readonly program: IrProgram;
  readonly options: PrintOptions;
  readonly dispatch: Dispatch;
  readonly reflection: Reflection;
  /** Text of each string literal by its identifier. */
  readonly strings = new Map<string, string>();
  /** Tables of field names of structures, by identifier. */
  readonly nameTables = new Map<string, readonly string[]>();
  /** Types whose value is taken though they are neither class nor enum: `Int`, `Dynamic`; path by identifier. */
  readonly otherTypes = new Map<string, string>();
  /** Functions whose closure object exists once; identifier by id. */
  readonly constClosures = new Map<string, string>();
  readonly #names = new GlobalNames();

  constructor(program: IrProgram, options: PrintOptions) {
    this.program = program;
    this.options = options;
    this.dispatch = findDispatch(program);
    this.reflection = findReflection(program);
    this.#nameEverything();
  }

  /** In the program's order, so that numbers behind names do not depend on what is printed first. */
  #nameEverything(): void {
    for (const [path, linked] of this.program.classes) {
      this.typeName(path);
      this.structName(path);
      for (const field of linked.class.statics) this.staticName(path, field.name);
    }
    for (const [path, type] of this.program.enums) {
      this.typeName(path);
      for (const { name } of type.constructors) this.constructorType(path, name);
    }
    for (const id of this.program.functions.keys()) this.functionName(id);
  }

  linkedClass(path: string): LinkedClass {
    return need(this.program.classes.get(path), `class ${path}`);
  }

  function(id: string): IrFunction {
    return need(this.program.functions.get(id), `function ${id}`);
  }

  functionName(id: string): string {
    return this.#names.get(`function ${id}`, id);
  }

  /** The closure code over a function that is read by name. */
  boundName(id: string): string {
    return this.#names.get(`bound ${id}`, `${id}_bound`);
  }

  structName(path: string): string {
    return this.#names.get(`struct ${path}`, path);
  }

  /** The HxType of a class, interface or enum; of String and Array the runtime's. */
  typeName(path: string): string {
    if (path === "String") return "hx_string_type";
    if (path === "Array") return "hx_array_type";
    return this.#names.get(`type ${path}`, `${path}_type`);
  }

  /** The vtable's struct. */
  vtableName(path: string): string {
    return this.#names.get(`vtable ${path}`, `${path}_vtable`);
  }

  /** The function that makes an instance. */
  makerName(path: string): string {
    return this.#names.get(`maker ${path}`, `${path}_make`);
  }

  interfaceTable(path: string): string {
    return this.#names.get(`interface ${path}`, `${path}_methods`);
  }

  staticName(owner: string, name: string): string {
    return this.#names.get(`static ${owner}.${name}`, `${owner}_${name}_static`);
  }

  constructorType(path: string, name: string): string {
    return this.#names.get(`constructor ${path}.${name}`, `${path}_${name}_type`);
  }

  /** The one value of an enum constructor without arguments. */
  constructorValue(path: string, name: string): string {
    return this.#names.get(`value ${path}.${name}`, `${path}_${name}_value`);
  }

  /** An expression for a type's descriptor, `const HxType *`. */
  typeAddress(path: string): string {
    const name = this.typeName(path);
    const linked = this.program.classes.get(path);
    if (linked === undefined && !this.program.enums.has(path) && !name.startsWith("hx_")) {
      this.otherTypes.set(name, path);
    }
    return linked !== undefined && hasVtable(linked) ? `&${name}.type` : `&${name}`;
  }

  /** The identifier of a string literal: named after its text, so that it stays when others come and go. */
  string(text: string): string {
    const digest = createHash("sha256").update(text, "utf16le").digest("hex").slice(0, 10);
    const name = `text_${identifierPart(text).slice(0, 24)}_${digest}`;
    this.strings.set(name, text);
    return name;
  }

  /** The identifier of a constant table of names. */
  nameTable(names: readonly string[]): string {
    for (const name of names) this.string(name);
    const digest = createHash("sha256").update(JSON.stringify(names)).digest("hex").slice(0, 10);
    const table = `names_${identifierPart(names.join("_")).slice(0, 24)}_${digest}`;
    this.nameTables.set(table, names);
    return table;
  }

  constClosure(id: string): string {
    const name = this.#names.get(`closure ${id}`, `${id}_closure`);
    this.constClosures.set(id, name);
    return name;
  }
}

/** String and Array are the runtime's; interfaces have no instances. */
export function hasVtable(linked: LinkedClass): boolean {
  return isOwnClass(linked) && linked.slots.length > 0;
}

/** Is it a class whose instances generated code lays out? */
export function isOwnClass(linked: LinkedClass): boolean {
  const { form, path } = linked.class;
  return form === "class" && path !== "String" && path !== "Array";
}

export function need<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new InternalError(`The linked program has no ${what}`);
  return value;
}
