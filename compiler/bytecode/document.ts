/** docs/bytecode.md, made from the opcode table; tests/runtime/vm/bytecode_document.test.ts keeps the file current. */
import { FORMAT_VERSION, MAX_ARGUMENTS, MAX_FRAME_SIZE } from "./module.ts";
import { INSTRUCTION_WORDS, type Opcode, opcodes } from "./opcodes.ts";

export function bytecodeDocument(): string {
  const table: readonly Opcode[] = opcodes;
  const rows = table.map(({ name, operands, does, ends }, number) => {
    const operandText = operands.map(([operand, kind]) => `${operand}: ${kind}`).join(", ");
    return `| ${number} | ${name} | ${operandText} | ${does.replaceAll("|", "\\|")}${ends ? " **ends**" : ""} |`;
  });
  return `${introduction}
| number | instruction | operands | does |
| ---: | --- | --- | --- |
${rows.join("\n")}
`;
}

const introduction = `# Bytecode

<!-- Made by compiler/bytecode/document.ts. Run tests/runtime/vm/bytecode_document.test.ts with UPDATE_GOLDENS=1 after a change. -->

The interpreter runs register bytecode. \`compiler/bytecode\` is the contract between the compiler that writes it
(\`compiler/emit/bytecode\`) and the runtime that reads it (\`runtime/vm\`); it imports nothing.

## Registers

A frame has up to ${MAX_FRAME_SIZE} registers in each of three banks with one numbering: Ints and Bools (32-bit), Floats (64-bit),
refs and dynamic values (JavaScript values). The locals of a function are its first registers, parameters before the
others. Register 3 of one bank and register 3 of another are different places; an instruction's operand kinds say which
bank it means.

Arguments of a call are evaluated into consecutive registers, the *window*, and the callee's frame begins there. A call
has at most ${MAX_ARGUMENTS} arguments. A closure's body has what it captured as further registers after its parameters.

## File

A \`.hbc\` file holds one library or a patch to one. Numbers are LEB128 (\`u\` unsigned, \`s\` zigzag signed, 32 bits), a list is
its length and its items.

| part | content |
| --- | --- |
| magic | the bytes \`HBC\\0\` |
| version | u, ${FORMAT_VERSION} |
| names | list of all texts: u (length × 2 + wide), then one byte a UTF-16 unit, or two where any unit is above 255 |
| metadata | library; lists of classes, enums and functions with their signatures and hashes (\`metadata.ts\`) |
| tables | floats, strings, functions, types, statics, constructors, sites, shapes, natives, tests, switches (\`module.ts\`) |
| code | for each function: frame size, words (s each), exception handlers, line table, locals |

Texts in metadata and tables are positions in the list of names. Operands are indexes into the tables; loading a module
turns them into program-wide ones.

An instruction is ${INSTRUCTION_WORDS} words: number and three operands, unused ones 0. Jump targets are indexes of instructions in
the function. An exception handler covers instructions [start, end) and receives the value in a ref register; inner
handlers come first. A line table entry holds from its instruction to the next entry.

\`verify.ts\` checks before anything runs that registers are inside the frame, table indexes inside their tables, jumps
inside the function, windows inside the frame, and that control cannot run past the end. A file that fails gives one
\`BytecodeError\` with one sentence. Verified code may compute nonsense, it cannot leave its frame.

## Instructions

*ends*: control does not go on to the next instruction.
`;
