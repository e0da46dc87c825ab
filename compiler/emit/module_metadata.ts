/** The run-time's view of a library's types and functions, the same beside bytecode and beside JavaScript. */
import type {
  CaptureMetadata,
  ClassMetadata,
  EnumMetadata,
  FieldMetadata,
  FunctionMetadata,
  InitialValue,
  ModuleMetadata,
} from "#compiler/bytecode/metadata.ts";
import type { IrClass, IrEnum, IrField, IrFunction, IrLocal, IrModule } from "#compiler/ir/ir.ts";
import { originalOf } from "#compiler/ir/moved.ts";
import { initialFields, initialStatics } from "./initial_values.ts";

export function moduleMetadata(module: IrModule): ModuleMetadata {
  const functions = new Map(module.functions.map((fn) => [fn.id, fn]));
  return {
    library: module.library,
    classes: module.classes.map((entry) => classMetadata(entry, functions)),
    enums: module.enums.map(enumMetadata),
    functions: module.functions.map(functionMetadata),
  };
}

/** As JSON, of which the parts that stay the same are made once. */
export function metadataJson({ library, classes, enums, functions }: ModuleMetadata): string {
  const parts = [
    `"library":${JSON.stringify(library)}`,
    `"classes":[${classes.map(jsonOf).join(",")}]`,
    `"enums":${JSON.stringify(enums)}`,
    `"functions":[${functions.map(jsonOf).join(",")}]`,
  ];
  return `{${parts.join(",")}}`;
}

const knownJson = new WeakMap<ClassMetadata | FunctionMetadata, string>();

function jsonOf(metadata: ClassMetadata | FunctionMetadata): string {
  let json = knownJson.get(metadata);
  if (json === undefined) {
    json = JSON.stringify(metadata);
    knownJson.set(metadata, json);
  }
  return json;
}

const knownMetadata = new WeakMap<IrFunction, FunctionMetadata>();

/** The same object as long as the function lives: what is written of it can be kept. */
export function functionMetadata(fn: IrFunction): FunctionMetadata {
  const original = originalOf(fn);
  let metadata = knownMetadata.get(original);
  if (metadata === undefined) {
    metadata = makeFunctionMetadata(original);
    knownMetadata.set(original, metadata);
  }
  return metadata;
}

function makeFunctionMetadata(fn: IrFunction): FunctionMetadata {
  return {
    id: fn.id,
    owner: fn.owner,
    form: fn.form,
    params: fn.locals.slice(0, fn.paramCount).map((local) => local.type),
    captures: captureNames(fn.locals.slice(fn.paramCount, fn.paramCount + fn.captureCount)),
    result: fn.result,
    file: fn.file,
    signatureHash: fn.signatureHash,
    bodyHash: fn.bodyHash,
  };
}

/** Environments hold captured values by name; variables that share a name are told apart by their order. */
function captureNames(captured: readonly IrLocal[]): CaptureMetadata[] {
  const seen = new Map<string, number>();
  return captured.map(({ name, type }) => {
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    return { name: count === 0 ? name : `${name}$${count}`, kind: type };
  });
}

interface KnownClass {
  readonly constructs: IrFunction | undefined;
  readonly initialises: IrFunction | undefined;
  readonly metadata: ClassMetadata;
}

const knownClasses = new WeakMap<IrClass, KnownClass>();

/** The same object as long as the class and the functions that give its variables their values are the same. */
function classMetadata(entry: IrClass, functions: ReadonlyMap<string, IrFunction>): ClassMetadata {
  const constructs = functions.get(entry.constructor ?? "");
  const initialises = functions.get(entry.staticInit ?? "");
  const before = knownClasses.get(entry);
  if (
    before !== undefined &&
    before.constructs === constructs &&
    before.initialises === initialises
  )
    return before.metadata;
  const metadata = makeClassMetadata(entry, functions);
  knownClasses.set(entry, { constructs, initialises, metadata });
  return metadata;
}

function makeClassMetadata(
  entry: IrClass,
  functions: ReadonlyMap<string, IrFunction>,
): ClassMetadata {
  const fields = initialFields(entry, functions);
  const statics = initialStatics(entry, functions);
  return {
    path: entry.path,
    form: entry.form,
    superclass: entry.superclass,
    interfaces: entry.interfaces,
    fields: entry.fields.map((field) => fieldMetadata(field, fields.get(field.name))),
    statics: entry.statics.map((field) => fieldMetadata(field, statics.get(field.name))),
    methods: entry.methods.map(({ name, target, params }) => ({
      name,
      target,
      arity: params.length,
    })),
    implementations: entry.implementations.map((implementation) => ({
      interface: implementation.interface,
      method: implementation.method,
      target: implementation.target,
    })),
    constructor: entry.constructor,
    staticInit: entry.staticInit,
  };
}

function fieldMetadata(
  { name, type, haxeType }: Pick<IrField, "name" | "type" | "haxeType">,
  initial: InitialValue | undefined,
): FieldMetadata {
  return { name, kind: type, haxeType, ...(initial !== undefined && { initial }) };
}

function enumMetadata(entry: IrEnum): EnumMetadata {
  return {
    path: entry.path,
    constructors: entry.constructors.map(({ name, params }) => ({
      name,
      params: params.map((param) => ({ name: param.name, kind: param.type })),
    })),
  };
}
