/**
 * Prints a linked program as C: one header that all see, one file of what exists once, and the functions spread over
 * files by their class, so that a C compiler can work on them at the same time and an edit changes few of them.
 */
import { createHash } from "node:crypto";
import type { IrFunction } from "#compiler/ir/ir.ts";
import type { IrProgram } from "#compiler/ir/program.ts";
import { walkBody } from "#compiler/ir/walk.ts";
import { functionDefinition } from "./c_function.ts";
import { CWriter, type PrintOptions } from "./c_writer.ts";
import {
  printDeclarations,
  printInlineDefinitions,
  printLiteralDeclarations,
} from "./declarations.ts";
import { printDescriptors, printLiterals } from "./descriptors.ts";
import { isInlined } from "./inlining.ts";

/** Statements that one file should hold about: a second or so of the C compiler's time. */
const STATEMENTS_PER_FILE = 4000;

/** The C files by name; `haxe_program.h` is included by the others and includes the runtime's `inline.h`. */
export function printProgramC(program: IrProgram, options: PrintOptions = {}): Map<string, string> {
  const writer = new CWriter(program, options);
  const code = printCode(writer);
  const inline = printInlineDefinitions(writer);
  const descriptors = printDescriptors(writer);
  const literals = printLiterals(writer);
  const header = [
    ...headerTop,
    ...printDeclarations(writer),
    ...printLiteralDeclarations(writer),
    ...inline,
    "#endif",
    "",
  ];
  return new Map([
    ["haxe_program.h", header.join("\n")],
    ["haxe_program.c", [include, "", ...literals, ...descriptors].join("\n")],
    ...code,
  ]);
}

const include = '#include "haxe_program.h"';

const headerTop = [
  "/* Compiled from Haxe; do not edit. */",
  "#ifndef HAXE_PROGRAM_H",
  "#define HAXE_PROGRAM_H",
  "",
  '#include "inline.h"',
  "",
];

/** Each class always goes to the same file, as long as the number of files stays, which is a power of two. */
function printCode(writer: CWriter): [string, string][] {
  const functions = [...writer.program.functions.values()].filter((fn) => !isInlined(fn));
  const size = functions.reduce((sum, fn) => sum + countStatements(fn), 0);
  const fileCount = writer.options.fileCount ?? fittingCount(size);
  const files = Array.from({ length: fileCount }, (): string[] => [include, ""]);
  for (const fn of functions)
    files[fileOf(fn.owner, fileCount)]?.push(functionDefinition(writer, fn));
  return files.map((lines, index) => [`code_${index}.c`, lines.join("\n")]);
}

function fittingCount(size: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, size / STATEMENTS_PER_FILE)));
}

function fileOf(owner: string, fileCount: number): number {
  return createHash("sha256").update(owner).digest().readUInt32LE(0) % fileCount;
}

function countStatements(fn: IrFunction): number {
  let count = 0;
  walkBody(fn.body, {
    stmt() {
      count++;
    },
  });
  return count;
}
