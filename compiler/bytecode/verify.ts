/**
 * Checks that a module's code cannot leave its frame, its tables or its function. What passes may still compute
 * nonsense or throw, but the interpreter runs it without a check of its own.
 */
import { BytecodeError } from "./bytecode_error.ts";
import type { FunctionMetadata } from "./metadata.ts";
import {
  type BytecodeModule,
  type FunctionCode,
  MAX_ARGUMENTS,
  MAX_FRAME_SIZE,
  signatureOf,
} from "./module.ts";
import { INSTRUCTION_WORDS, type Opcode, type OperandKind, opcodeOf, opcodes } from "./opcodes.ts";

/** Throws `BytecodeError` naming the function, the instruction and what is wrong. */
export function verifyModule(module: BytecodeModule): void {
  const { functions } = module.metadata;
  if (module.code.length !== functions.length) {
    throw new BytecodeError(
      `${functions.length} functions are declared, ${module.code.length} have code`,
    );
  }
  for (const [index, metadata] of functions.entries()) {
    verifyFunction(module, metadata, module.code[index] as FunctionCode);
  }
}

function verifyFunction(
  module: BytecodeModule,
  metadata: FunctionMetadata,
  code: FunctionCode,
): void {
  const count = code.words.length / INSTRUCTION_WORDS;
  const fail = (what: string): never => {
    throw new BytecodeError(`${metadata.id}: ${what}`);
  };
  if (code.frameSize > MAX_FRAME_SIZE)
    fail(`a frame of ${code.frameSize} registers is larger than ${MAX_FRAME_SIZE}`);
  if (signatureOf(metadata).params.length > MAX_ARGUMENTS) fail("there are too many parameters");
  if (code.frameSize < signatureOf(metadata).params.length)
    fail("the frame is smaller than the parameters");
  if (code.locals.length > code.frameSize) fail("there are more locals than registers");
  if (count === 0 || !Number.isInteger(count))
    fail("the code is not a whole number of instructions");
  for (let index = 0; index < count; index++) {
    verifyInstruction(module, code, index, (what) => fail(`instruction ${index}: ${what}`));
  }
  const last = opcodes[code.words[code.words.length - INSTRUCTION_WORDS] as number] as Opcode;
  if (last.ends !== true) fail(`control runs past the last instruction, ${last.name}`);
  verifyHandlers(code, count, fail);
  verifyLines(code, count, fail);
}

function verifyInstruction(
  module: BytecodeModule,
  code: FunctionCode,
  index: number,
  fail: (what: string) => never,
): void {
  const at = index * INSTRUCTION_WORDS;
  const number = code.words[at] as number;
  const opcode: Opcode | undefined = opcodes[number];
  if (opcode === undefined || number === opcodeOf.Break) throw fail(`${number} is no opcode`);
  const count = code.words.length / INSTRUCTION_WORDS;
  for (const [position, [name, kind]] of opcode.operands.entries()) {
    const value = code.words[at + 1 + position] as number;
    const limit = limitOf(kind, module, code, count);
    if (value < limit.least || value >= limit.end)
      fail(`${opcode.name}: ${name} is ${value}, not ${limit.what}`);
  }
  const operand = (position: number): number => code.words[at + position] as number;
  const window = windowLength(opcode.name, operand, module, fail);
  const start = operand(1 + opcode.operands.findIndex(([, kind]) => kind === "window"));
  // A call at register 0 would let a recursion run without ever using up the registers.
  if (opcode.name.startsWith("Call") && start === 0) fail(`${opcode.name}: the window begins at 0`);
  if (window > MAX_ARGUMENTS && opcode.name.startsWith("Call")) {
    fail(`${opcode.name}: ${window} arguments are more than ${MAX_ARGUMENTS}`);
  }
  if (window > 0 && start + window > code.frameSize)
    fail(`${opcode.name}: the window reaches past the frame`);
  if (opcode.name === "Switch") verifySwitch(module, operand(2), count, fail);
}

interface Limit {
  readonly least: number;
  readonly end: number;
  readonly what: string;
}

function limitOf(
  kind: OperandKind,
  module: BytecodeModule,
  code: FunctionCode,
  count: number,
): Limit {
  switch (kind) {
    case "int":
    case "float":
    case "ref":
    case "result":
      return { least: 0, end: code.frameSize, what: `a register below ${code.frameSize}` };
    case "window":
      return { least: 0, end: code.frameSize + 1, what: `a register up to ${code.frameSize}` };
    case "immediate":
      return { least: -0x80000000, end: 0x80000000, what: "a 32-bit number" };
    case "count":
      return { least: 0, end: MAX_FRAME_SIZE, what: `a count below ${MAX_FRAME_SIZE}` };
    case "target":
      return { least: 0, end: count, what: `an instruction below ${count}` };
    default:
      return {
        least: 0,
        end: module[kind].length,
        what: `an entry of the ${module[kind].length} ${kind}`,
      };
  }
}

/** Registers of the argument window that an instruction reads. */
function windowLength(
  name: string,
  operand: (position: number) => number,
  module: BytecodeModule,
  fail: (what: string) => never,
): number {
  switch (name) {
    case "Call": {
      const callee = module.functions[operand(2)];
      if (callee === undefined || callee.captures.length > 0)
        return fail("Call: the callee is a closure body");
      return callee.params.length;
    }
    case "CallMethod": {
      const params = module.sites[operand(2)]?.params ?? [];
      if (params[0] !== "ref") return fail("CallMethod: the site has no receiver");
      return params.length;
    }
    case "CallNative":
      return module.natives[operand(2)]?.params.length ?? 0;
    case "CallClosure":
      return operand(3) + 1;
    case "NewEnum":
      return module.constructors[operand(2)]?.params.length ?? 0;
    case "NewStructure":
      return module.shapes[operand(2)]?.length ?? 0;
    case "NewClosure":
      return module.functions[operand(2)]?.captures.length ?? 0;
    case "NewIntArray":
    case "NewFloatArray":
    case "NewBoolArray":
    case "NewRefArray":
      return operand(3);
    default:
      return 0;
  }
}

function verifySwitch(
  module: BytecodeModule,
  index: number,
  count: number,
  fail: (what: string) => never,
): void {
  const table = module.switches[index];
  if (table === undefined || table.values.length !== table.targets.length) {
    throw fail("Switch: the table has not one target a value");
  }
  const wrong = table.targets.find((target) => target >= count);
  if (wrong !== undefined) fail(`Switch: target ${wrong} is not an instruction below ${count}`);
}

function verifyHandlers(code: FunctionCode, count: number, fail: (what: string) => never): void {
  for (const { start, end, target, caught } of code.handlers) {
    if (start >= end || end > count)
      fail(`a handler for instructions ${start} to ${end} of ${count}`);
    if (target >= count) fail(`a handler at instruction ${target} of ${count}`);
    if (caught >= code.frameSize) fail(`a handler's register ${caught} is outside the frame`);
  }
}

function verifyLines(code: FunctionCode, count: number, fail: (what: string) => never): void {
  let previous = -1;
  for (const { instruction } of code.lines) {
    if (instruction <= previous || instruction >= count) fail("the line table is out of order");
    previous = instruction;
  }
}
