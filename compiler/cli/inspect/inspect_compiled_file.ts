/** What is in the files that the Haxe compiler's actions write, for `haxe_game inspect`. */

import type { Inspection } from "#asset_tools/cli/inspection.ts";
import { FpkgError } from "#asset_tools/fpkg/fpkg_error.ts";
import { decodeInterface } from "#compiler/checker/library/interface_binary.ts";
import type { Interface } from "#compiler/checker/program/interface.ts";
import type { IrModule } from "#compiler/ir/ir.ts";
import { decodeIrModule } from "#compiler/ir/ir_binary.ts";
import { printModule as printIr } from "#compiler/ir/print.ts";
import type { Module } from "#compiler/syntax/ast.ts";
import { decodeModule } from "#compiler/syntax/ast_binary.ts";
import { dumpNode } from "#compiler/syntax/dump.ts";
import { printModule as printHaxe } from "#compiler/syntax/print/print.ts";
import { inspectBytecode } from "./inspect_bytecode.ts";

/** Readers by the four letters that a file begins with. */
const readers = new Map<string, (bytes: Uint8Array) => Inspection>([
  ["HXAS", inspectTree],
  ["HXI1", inspectInterface],
  ["HXIR", inspectIr],
  ["HBC\0", inspectBytecode],
]);

/** An `Inspector`. */
export function inspectCompiledFile(bytes: Uint8Array): Inspection | undefined {
  return readers.get(String.fromCharCode(...bytes.subarray(0, 4)))?.(bytes);
}

function inspectTree(bytes: Uint8Array): Inspection {
  const decoded = decodeModule(bytes);
  if (!decoded.isValid) throw damaged("Syntax tree", decoded.detail);
  const module: Module = decoded.node;
  return {
    data: { kind: "syntax tree", bytes: bytes.length, module },
    text: () => dumpNode("Module", module),
  };
}

function inspectInterface(bytes: Uint8Array): Inspection {
  const decoded = decodeInterface(bytes);
  if (!decoded.isValid) throw damaged("Interface", decoded.detail);
  const { library, modules }: Interface = decoded.interface;
  return {
    data: {
      kind: "interface",
      bytes: bytes.length,
      library,
      modules: modules.map(({ file, module }) => ({ file, haxe: printHaxe(module) })),
    },
    text: () =>
      [
        `// Interface of library ${library}\n`,
        ...modules.map(({ file, module }) => `\n// ${file}\n${printHaxe(module)}`),
      ].join(""),
  };
}

function inspectIr(bytes: Uint8Array): Inspection {
  const decoded = decodeIrModule(bytes);
  if (!decoded.isValid) throw damaged("IR", decoded.detail);
  const module: IrModule = decoded.module;
  return {
    data: { kind: "ir", bytes: bytes.length, ...module },
    text: () => `// IR of library ${module.library}\n\n${printIr(module)}`,
  };
}

function damaged(what: string, detail: string): FpkgError {
  return new FpkgError("FP1002", `${what} cannot be read: ${detail}`);
}
