import test from "ava";
import { BytecodeError } from "#compiler/bytecode/bytecode_error.ts";
import { disassembleModule } from "#compiler/bytecode/disassemble.ts";
import type { BytecodeModule, FunctionCode } from "#compiler/bytecode/module.ts";
import { opcodeOf } from "#compiler/bytecode/opcodes.ts";
import { readModule } from "#compiler/bytecode/read.ts";
import { verifyModule } from "#compiler/bytecode/verify.ts";
import { writeModule } from "#compiler/bytecode/write.ts";
import { emitModule } from "#compiler/emit/bytecode/emit_module.ts";
import { expectFile } from "./golden_file.ts";
import { moduleOf, sources } from "./run_ir.ts";
import { sampleProgram } from "./sample_program.ts";

const module = emitModule(moduleOf(sampleProgram()), { sources });
const bytes = writeModule(module);

test("what is written is read back", (t) => {
  t.deepEqual(readModule(bytes), module);
  t.deepEqual(writeModule(readModule(bytes)), bytes);
});

test("emitted code passes the verifier", (t) => {
  t.notThrows(() => verifyModule(module));
});

test("the disassembly names what operands mean", (t) => {
  expectFile(t, "tests/runtime/vm/samples/sample_program.bytecode", () =>
    disassembleModule(module),
  );
});

/** The module with the code of `Main.main` changed. */
function withMain(change: (code: FunctionCode) => Partial<FunctionCode>): BytecodeModule {
  const index = module.metadata.functions.findIndex((fn) => fn.id === "Main.main");
  return {
    ...module,
    code: module.code.map((code, at) => (at === index ? { ...code, ...change(code) } : code)),
  };
}

function withWord(position: number, value: number): BytecodeModule {
  return withMain(({ words }) => ({ words: words.with(position, value) }));
}

test("the verifier says what is wrong", (t) => {
  const jump = Int32Array.of(opcodeOf.Jump, 9, 0, 0);
  const cases: [BytecodeModule, RegExp][] = [
    [withWord(0, 9999), /^Main\.main: instruction 0: 9999 is no opcode$/],
    [withWord(0, opcodeOf.Break), /is no opcode/],
    [withWord(1, 4000), /instruction 0: \w+: dst is 4000, not a register below \d+/],
    [withWord(1, -1), /dst is -1/],
    [withMain(() => ({ words: jump })), /Jump: to is 9, not an instruction below 1/],
    [
      withMain(() => ({ words: Int32Array.of(opcodeOf.LoadNull, 0, 0, 0) })),
      /control runs past the last instruction, LoadNull/,
    ],
    [withMain(() => ({ words: Int32Array.of(1, 2, 3) })), /not a whole number of instructions/],
    [withMain(() => ({ words: new Int32Array() })), /not a whole number of instructions/],
    [withMain(() => ({ frameSize: 5000 })), /a frame of 5000 registers is larger than 4096/],
    [
      withMain(() => ({ handlers: [{ start: 1, end: 1, target: 0, caught: 0 }] })),
      /a handler for instructions 1 to 1/,
    ],
    [
      withMain(() => ({ handlers: [{ start: 0, end: 1, target: 0, caught: 4000 }] })),
      /a handler's register 4000/,
    ],
    [withMain(({ lines }) => ({ lines: [...lines, ...lines] })), /the line table is out of order/],
    [{ ...module, code: [] }, /functions are declared, 0 have code/],
  ];
  for (const [wrong, message] of cases) {
    const error = t.throws(() => verifyModule(wrong), { instanceOf: BytecodeError });
    t.regex(error?.message ?? "", message);
  }
});

test("a file that is none of ours is refused in one sentence", (t) => {
  const refused = (content: Uint8Array) =>
    t.throws(() => readModule(content), { instanceOf: BytecodeError })?.message;
  t.is(refused(new Uint8Array()), "The file ends at byte 0 in the middle of a value");
  t.is(refused(new TextEncoder().encode("<html>")), "The file does not begin with `HBC`");
  t.is(refused(bytes.with(4, 77)), "Expected format version 1, found 77");
  t.is(refused(new Uint8Array([...bytes, 0])), "1 bytes follow the end of the module");
});

test("cut and changed files are refused or pass the verifier, and nothing else", (t) => {
  let seed = 12345;
  const random = (limit: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >> 8) % limit;
  };
  let refused = 0;
  for (let round = 0; round < 4000; round++) {
    const changed = bytes.slice(0, round % 4 === 0 ? random(bytes.length) : bytes.length);
    for (let count = random(4); count >= 0 && changed.length > 0; count--) {
      changed[random(changed.length)] = random(256);
    }
    try {
      verifyModule(readModule(changed));
    } catch (error) {
      refused++;
      if (!(error instanceof BytecodeError)) throw error;
    }
  }
  t.true(refused > 2000);
});
