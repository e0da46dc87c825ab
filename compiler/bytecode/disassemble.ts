/** A module's code as text, one instruction a line: for goldens, bug reports and the debugger's disassembly view. */
import type { FunctionMetadata } from "./metadata.ts";
import { type BytecodeModule, type FunctionCode, signatureOf } from "./module.ts";
import { INSTRUCTION_WORDS, type Opcode, type OperandKind, opcodes } from "./opcodes.ts";

export function disassembleModule(module: BytecodeModule): string {
  return module.metadata.functions
    .map((metadata, index) =>
      disassembleFunction(module, metadata, module.code[index] as FunctionCode),
    )
    .join("\n");
}

export function disassembleFunction(
  module: BytecodeModule,
  metadata: FunctionMetadata,
  code: FunctionCode,
): string {
  const { params, result } = signatureOf(metadata);
  const lines = [`${metadata.id}(${params.join(", ")}): ${result}, ${code.frameSize} registers`];
  const lineAt = new Map(code.lines.map((entry) => [entry.instruction, entry.line]));
  for (let index = 0; index * INSTRUCTION_WORDS < code.words.length; index++) {
    const line = lineAt.get(index);
    const place = line === undefined ? "" : String(line);
    lines.push(
      `${place.padStart(5)} ${String(index).padStart(4)}  ${instructionText(module, code, index)}`,
    );
  }
  for (const { start, end, target, caught } of code.handlers) {
    lines.push(`      try ${start} to ${end}: r${caught} = thrown, goto ${target}`);
  }
  return `${lines.join("\n")}\n`;
}

function instructionText(module: BytecodeModule, code: FunctionCode, index: number): string {
  const at = index * INSTRUCTION_WORDS;
  const opcode = opcodes[code.words[at] as number] as Opcode;
  const operands = opcode.operands.map(([, kind], position) =>
    operandText(module, kind, code.words[at + 1 + position] as number),
  );
  return `${opcode.name.padEnd(20)} ${operands.join(", ")}`.trimEnd();
}

function operandText(module: BytecodeModule, kind: OperandKind, value: number): string {
  switch (kind) {
    case "int":
      return `i${value}`;
    case "float":
      return `f${value}`;
    case "ref":
      return `r${value}`;
    case "result":
    case "window":
      return `#${value}`;
    case "immediate":
    case "count":
      return String(value);
    case "target":
      return `-> ${value}`;
    case "floats":
      return String(module.floats[value]);
    case "strings":
      return JSON.stringify(module.strings[value]);
    case "functions":
      return String(module.functions[value]?.id);
    case "types":
      return String(module.types[value]);
    case "statics":
      return `${module.statics[value]?.owner}.${module.statics[value]?.name}`;
    case "constructors":
      return `${module.constructors[value]?.enum}.${module.constructors[value]?.constructor}`;
    case "sites":
      return `.${module.sites[value]?.key}`;
    case "shapes":
      return `{${module.shapes[value]?.join(", ")}}`;
    case "natives":
      return String(module.natives[value]?.name);
    case "tests":
      return `${module.tests[value]?.kind} ${module.tests[value]?.path}`.trimEnd();
    case "switches": {
      const table = module.switches[value];
      return `[${table?.values.map((entry, index) => `${entry} -> ${table.targets[index]}`).join(", ")}]`;
    }
  }
}
