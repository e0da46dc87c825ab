/** Writes `.hbc`; `read.ts` mirrors it part by part. docs/bytecode.md describes the layout. */
import { ByteWriter } from "./byte_writer.ts";
import { classForms, functionForms, resultKinds, valueKinds } from "./kind_codes.ts";
import type {
  ClassMetadata,
  EnumMetadata,
  FieldMetadata,
  FunctionMetadata,
  ModuleMetadata,
  ResultKind,
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

/** The bytes of a module: equal modules give equal bytes. */
export function writeModule(module: BytecodeModule): Uint8Array {
  const body = new ModuleWriter();
  body.metadata(module.metadata);
  body.tables(module);
  body.out.list(module.code, (code) => body.code(code));
  const file = new ByteWriter();
  for (let shift = 0; shift < 32; shift += 8) file.byte((MAGIC >>> shift) & 0xff);
  file.unsigned(FORMAT_VERSION);
  file.list([...body.names.keys()], (name) => file.text(name));
  file.bytes(body.out.finish());
  return file.finish();
}

class ModuleWriter {
  readonly out = new ByteWriter();
  /** Every text of the module in the order of first use; the body holds positions. */
  readonly names = new Map<string, number>();

  name = (text: string): void => {
    let index = this.names.get(text);
    if (index === undefined) {
      index = this.names.size;
      this.names.set(text, index);
    }
    this.out.unsigned(index);
  };

  optionalName(text: string | null): void {
    this.out.byte(text === null ? 0 : 1);
    if (text !== null) this.name(text);
  }

  kind = (kind: ValueKind): void => this.out.byte(valueKinds.indexOf(kind));

  result(kind: ResultKind): void {
    this.out.byte(resultKinds.indexOf(kind));
  }

  metadata(metadata: ModuleMetadata): void {
    this.name(metadata.library);
    this.out.list(metadata.classes, (entry) => this.class(entry));
    this.out.list(metadata.enums, (entry) => this.enum(entry));
    this.out.list(metadata.functions, (entry) => this.function(entry));
  }

  class(entry: ClassMetadata): void {
    this.name(entry.path);
    this.out.byte(classForms.indexOf(entry.form));
    this.optionalName(entry.superclass);
    this.out.list(entry.interfaces, this.name);
    this.out.list(entry.fields, (field) => this.field(field));
    this.out.list(entry.statics, (field) => this.field(field));
    this.out.list(entry.methods, (method) => {
      this.name(method.name);
      this.optionalName(method.target);
      this.out.unsigned(method.arity);
    });
    this.out.list(entry.implementations, (implementation) => {
      this.name(implementation.interface);
      this.name(implementation.method);
      this.name(implementation.target);
    });
    this.optionalName(entry.constructor);
    this.optionalName(entry.staticInit);
  }

  field(field: FieldMetadata): void {
    this.name(field.name);
    this.kind(field.kind);
    this.name(field.haxeType);
    this.optionalName(field.initial === undefined ? null : JSON.stringify(field.initial));
  }

  enum(entry: EnumMetadata): void {
    this.name(entry.path);
    this.out.list(entry.constructors, ({ name, params }) => {
      this.name(name);
      this.out.list(params, (param) => this.named(param));
    });
  }

  function(entry: FunctionMetadata): void {
    this.name(entry.id);
    this.name(entry.owner);
    this.out.byte(functionForms.indexOf(entry.form));
    this.signature(entry);
    this.out.list(entry.captures, (capture) => this.named(capture));
    this.name(entry.file);
    this.name(entry.signatureHash);
    this.name(entry.bodyHash);
  }

  named(entry: { readonly name: string; readonly kind: ValueKind }): void {
    this.name(entry.name);
    this.kind(entry.kind);
  }

  signature(signature: Signature): void {
    this.out.list(signature.params, this.kind);
    this.result(signature.result);
  }

  tables(module: BytecodeModule): void {
    const { out } = this;
    out.list(module.floats, (value) => out.float(value));
    out.list(module.strings, this.name);
    out.list(module.functions, (entry) => {
      this.name(entry.id);
      this.name(entry.owner);
      this.signature(entry);
      out.list(entry.captures, (capture) => this.named(capture));
    });
    out.list(module.types, this.name);
    out.list(module.statics, (entry) => {
      this.name(entry.owner);
      this.name(entry.name);
    });
    out.list(module.constructors, (entry) => {
      this.name(entry.enum);
      this.name(entry.constructor);
      out.list(entry.params, this.kind);
    });
    out.list(module.sites, (entry) => {
      this.name(entry.key);
      this.signature(entry);
    });
    out.list(module.shapes, (names) => out.list(names, this.name));
    out.list(module.natives, (entry) => {
      this.name(entry.name);
      this.signature(entry);
    });
    out.list(module.tests, (entry) => {
      out.byte(typeTestKinds.indexOf(entry.kind));
      this.name(entry.path);
    });
    out.list(module.switches, (table) => {
      out.list(table.values, (value) => out.signed(value));
      out.list(table.targets, (target) => out.unsigned(target));
    });
  }

  code(code: FunctionCode): void {
    this.out.bytes(instructions(code));
    this.out.list(code.locals, (local) => this.named(local));
  }
}

const written = new WeakMap<FunctionCode, Uint8Array>();

/** All of a function's code that has no names: the same bytes in every module, made once. */
function instructions(code: FunctionCode): Uint8Array {
  let bytes = written.get(code);
  if (bytes === undefined) {
    bytes = writeInstructions(code);
    written.set(code, bytes);
  }
  return bytes;
}

function writeInstructions(code: FunctionCode): Uint8Array {
  const out = new ByteWriter();
  out.unsigned(code.frameSize);
  out.unsigned(code.words.length);
  for (const word of code.words) out.signed(word);
  out.list(code.handlers, (handler) => {
    out.unsigned(handler.start);
    out.unsigned(handler.end);
    out.unsigned(handler.target);
    out.unsigned(handler.caught);
  });
  out.list(code.lines, (entry) => {
    out.unsigned(entry.instruction);
    out.unsigned(entry.line);
    out.unsigned(entry.column);
  });
  return out.finish();
}
