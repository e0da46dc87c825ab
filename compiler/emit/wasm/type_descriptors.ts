/** Fills in what runtime/native/value.h calls HxType: one for each class, interface, enum and enum constructor. */
import type { IrEnum } from "#compiler/ir/ir.ts";
import type { LinkedClass } from "#compiler/ir/program.ts";
import type { NamedFunction } from "../reflection.ts";
import { closureArity, reflectedName } from "./adapter.ts";
import type { Constants } from "./constants.ts";
import * as layout from "./layout.ts";
import type { ProgramWriter } from "./program_writer.ts";

/** Writes all descriptors; gives the addresses of those of classes and interfaces, by their number. */
export function writeTypes(writer: ProgramWriter): readonly number[] {
  const { constants, program } = writer;
  const addresses = [...program.classes.values()].map((linked) => {
    const address = constants.typeValue(linked.class.path);
    if (!isBuiltIn(linked.class.path)) writeClass(writer, linked, address);
    return address;
  });
  for (const [number, type] of [...program.enums.values()].entries()) {
    writeEnum(writer, type, number);
  }
  for (const path of constants.listTypes()) {
    if (!program.classes.has(path) && !program.enums.has(path) && !isBuiltIn(path)) {
      writeHead(writer, constants.typeValue(path), layout.shape.none, path);
    }
  }
  return addresses;
}

/** These two are the runtime's own. */
export function isBuiltIn(path: string): boolean {
  return path === "String" || path === "Array";
}

function writeHead(writer: ProgramWriter, address: number, shape: number, path: string): void {
  const { data } = writer.constants;
  data.setU32(address, writer.image.addressOf("hx_type_type"));
  data.setU32(address + layout.type.shape, shape);
  data.setU32(address + layout.type.path, writer.constants.string(path));
}

function writeClass(writer: ProgramWriter, linked: LinkedClass, address: number): void {
  const { constants, reflection, table } = writer;
  const { data } = constants;
  const isInterface = linked.class.form === "interface";
  const shape = isInterface ? layout.shape.none : layout.shape.instance;
  writeHead(writer, address, shape, linked.class.path);
  const ancestors = isInterface ? [] : ancestorsOf(linked);
  data.setU32(address + layout.type.size, writer.layouts.get(linked.class.path)?.size ?? 0);
  data.setU32(address + layout.type.index, linked.index);
  data.setU32(address + layout.type.depth, Math.max(0, ancestors.length - 1));
  data.setU32(address + layout.type.ancestors, typeList(constants, ancestors));
  data.setU32(address + layout.type.interfaces, typeList(constants, linked.interfaces));
  data.setU32(address + layout.type.interfaceCount, linked.interfaces.length);
  if (linked.superclass !== null) {
    data.setU32(address + layout.type.parent, constants.typeValue(linked.superclass.class.path));
  }
  writeFields(writer, linked, address);
  const methods = reflection.methodsOf(linked);
  const written = writeMethods(writer, methods);
  data.setU32(address + layout.type.methods, written);
  data.setU32(address + layout.type.methodCount, methods.length);
  for (const [index, slot] of linked.slots.entries()) {
    if (slot.target === null || !linked.isInstantiated) continue;
    const entry = address + layout.type.vtable + index * layout.pointerBytes;
    data.setU32(entry, table.positionOf(slot.target));
  }
}

function writeFields(writer: ProgramWriter, linked: LinkedClass, address: number): void {
  const { constants } = writer;
  const { data } = constants;
  const fields = writer.layouts.get(linked.class.path)?.fields ?? [];
  const infos = fields.flatMap(({ name, kind, offset }) => [
    constants.string(name),
    layout.kindNumber[kind],
    offset,
  ]);
  const offsetsOf = (wanted: string): readonly number[] =>
    fields.filter(({ kind }) => kind === wanted).map(({ offset }) => offset);
  data.setU32(address + layout.type.fields, constants.words(infos));
  data.setU32(address + layout.type.fieldCount, fields.length);
  data.setU32(address + layout.type.refOffsets, constants.words(offsetsOf("ref")));
  data.setU32(address + layout.type.refCount, offsetsOf("ref").length);
  data.setU32(address + layout.type.dynOffsets, constants.words(offsetsOf("dyn")));
  data.setU32(address + layout.type.dynCount, offsetsOf("dyn").length);
}

/** A table of HxMethodInfo. The closure code that is named there has to be added to the module. */
export function writeMethods(writer: ProgramWriter, methods: readonly NamedFunction[]): number {
  return writer.constants.words(methods.flatMap((method) => methodWords(writer, method)));
}

/** An HxMethodInfo. */
export function methodWords(writer: ProgramWriter, { name, fn, closure }: NamedFunction): number[] {
  const code =
    closure === null ? writer.table.positionOf(reflectedName(fn.id)) : writer.closureCode(closure);
  return [writer.constants.string(name), code, closureArity(fn)];
}

function writeEnum(writer: ProgramWriter, type: IrEnum, number: number): void {
  const { constants } = writer;
  const { data } = constants;
  const address = constants.typeValue(type.path);
  writeHead(writer, address, layout.shape.none, type.path);
  data.setU32(address + layout.type.index, number);
  data.setU32(address + layout.type.isEnum, 1);
  for (const [index, { name, params }] of type.constructors.entries()) {
    const own = constants.constructorType(type.path, name);
    writeHead(writer, own, layout.shape.enumValue, name);
    const infos = params.flatMap((param, position) => [
      constants.string(param.name),
      layout.kindNumber[param.type],
      layout.enumValue.args + position * 8,
    ]);
    data.setU32(own + layout.type.size, layout.enumValue.args + params.length * 8);
    data.setU32(own + layout.type.index, index);
    data.setU32(own + layout.type.parent, address);
    data.setU32(own + layout.type.fields, constants.words(infos));
    data.setU32(own + layout.type.fieldCount, params.length);
  }
}

function ancestorsOf(linked: LinkedClass): string[] {
  const above = linked.superclass === null ? [] : ancestorsOf(linked.superclass);
  return [...above, linked.class.path];
}

function typeList(constants: Constants, paths: readonly string[]): number {
  return constants.words(paths.map((path) => constants.typeValue(path)));
}
