/** What is in a `.hbc` file: as data, and as a listing with a line an instruction. */

import type { Inspection } from "#asset_tools/cli/inspection.ts";
import { FpkgError } from "#asset_tools/fpkg/fpkg_error.ts";
import { BytecodeError } from "#compiler/bytecode/bytecode_error.ts";
import { disassembleFunction } from "#compiler/bytecode/disassemble.ts";
import type { ClassMetadata, EnumMetadata, FunctionMetadata } from "#compiler/bytecode/metadata.ts";
import {
  type BytecodeModule,
  FORMAT_VERSION,
  type FunctionCode,
} from "#compiler/bytecode/module.ts";
import { INSTRUCTION_WORDS } from "#compiler/bytecode/opcodes.ts";
import { readModule } from "#compiler/bytecode/read.ts";
import { verifyModule } from "#compiler/bytecode/verify.ts";

/** Throws `FpkgError` for a file that the VM would refuse. */
export function inspectBytecode(bytes: Uint8Array): Inspection {
  const module = readVerified(bytes);
  return { data: describe(module, bytes.length), text: () => listing(module, bytes.length) };
}

function readVerified(bytes: Uint8Array): BytecodeModule {
  try {
    const module = readModule(bytes);
    verifyModule(module);
    return module;
  } catch (error) {
    if (!(error instanceof BytecodeError)) throw error;
    throw new FpkgError("FP1002", `Bytecode cannot be read: ${error.message}`);
  }
}

/** Tables are lists in the file's order, which operands count. */
function describe(module: BytecodeModule, bytes: number): Inspection["data"] {
  const { metadata, code, ...tables } = module;
  const { library, classes, enums, functions } = metadata;
  return {
    kind: "bytecode",
    bytes,
    version: FORMAT_VERSION,
    library,
    classes,
    enums,
    functions: functions.map((own, index) => ({ ...own, code: describeCode(codeAt(code, index)) })),
    tables,
  };
}

function describeCode({ frameSize, words, handlers, lines, locals }: FunctionCode): object {
  return { registers: frameSize, words: [...words], handlers, lines, locals };
}

function codeAt(code: readonly FunctionCode[], index: number): FunctionCode {
  return code[index] as FunctionCode;
}

function listing(module: BytecodeModule, bytes: number): string {
  const { library, classes, enums, functions } = module.metadata;
  const instructions = module.code.reduce(
    (sum, { words }) => sum + words.length / INSTRUCTION_WORDS,
    0,
  );
  const counts = [
    `${bytes} bytes`,
    `format ${FORMAT_VERSION}`,
    `${classes.length} classes`,
    `${enums.length} enums`,
    `${functions.length} functions`,
    `${instructions} instructions`,
    `${module.strings.length} strings`,
    `${module.floats.length} floats`,
  ];
  return [
    `// Bytecode of library ${library}: ${counts.join(", ")}\n`,
    ...classes.map(classText),
    ...enums.map(enumText),
    ...functions.map((own, index) => functionText(module, own, codeAt(module.code, index))),
  ].join("\n");
}

function classText({
  form,
  path,
  superclass,
  interfaces,
  fields,
  statics,
  methods,
}: ClassMetadata): string {
  const heritage = [
    ...(superclass === null ? [] : [` extends ${superclass}`]),
    ...interfaces.map((name) => ` implements ${name}`),
  ].join("");
  return [
    `${form} ${path}${heritage}`,
    ...fields.map(({ name, kind, haxeType }) => `  var ${name}: ${kind} (${haxeType})`),
    ...statics.map(({ name, kind, haxeType }) => `  static ${name}: ${kind} (${haxeType})`),
    ...methods.map(
      ({ name, arity, target }) => `  method ${name}/${arity} = ${target ?? "abstract"}`,
    ),
    "",
  ].join("\n");
}

function enumText({ path, constructors }: EnumMetadata): string {
  const lines = constructors.map(({ name, params }) => {
    const typed = params.map((param) => `${param.name}: ${param.kind}`);
    return typed.length === 0 ? `  ${name}` : `  ${name}(${typed.join(", ")})`;
  });
  return [`enum ${path}`, ...lines, ""].join("\n");
}

/** How the disassembly calls the bank that a kind of value is in. */
const BANKS = { i32: "i", bool: "i", f64: "f", ref: "r", dyn: "r" } as const;

/** The place and the names of the registers, then a line an instruction: source line, number, operation, operands. */
function functionText(module: BytecodeModule, own: FunctionMetadata, code: FunctionCode): string {
  const { form, file, bodyHash } = own;
  const registers = code.locals.map(({ name, kind }, index) => `${BANKS[kind]}${index} ${name}`);
  return [
    `// ${form} in ${file}, body ${bodyHash}`,
    ...(registers.length > 0 ? [`// ${registers.join(", ")}`] : []),
    disassembleFunction(module, own, code),
  ].join("\n");
}
