/** Files of the compiler that were damaged: each reader gives one reason, and throws nothing else. */
import { crc32 } from "node:zlib";
import test from "ava";
import { runCompilerAction } from "#compiler/actions/run_action.ts";
import { BytecodeError } from "#compiler/bytecode/bytecode_error.ts";
import { readModule } from "#compiler/bytecode/read.ts";
import { verifyModule } from "#compiler/bytecode/verify.ts";
import { writeModule } from "#compiler/bytecode/write.ts";
import { checkLibrary } from "#compiler/checker/check_library.ts";
import { decodeInterface, encodeInterface } from "#compiler/checker/library/interface_binary.ts";
import { emitModule } from "#compiler/emit/bytecode/emit_module.ts";
import { decodeIrModule, encodeIrModule } from "#compiler/ir/ir_binary.ts";
import { lowerLibrary } from "#compiler/ir/lower_library.ts";
import { decodeModule, encodeModule } from "#compiler/syntax/ast_binary.ts";
import { moduleSource, standardLibrary } from "#tests/compiler/checker/checking.ts";
import { Random } from "#tests/compiler/parser/random.ts";
import { realFiles } from "./corpus.ts";
import { rounds } from "./rounds.ts";

const samples = ["switch/StructuresAndExtractors", "strings/Interpolation", "types/Abstracts"];
const sources = realFiles()
  .filter(({ path }) => path.startsWith("tests/conformance/"))
  .filter(({ path }, index) => index % 25 === 0 || samples.some((name) => path.includes(name)))
  .map(moduleSource);

const compiled = sources.flatMap((module) => {
  const {
    typed,
    interface: known,
    isValid,
  } = checkLibrary({
    library: "sample",
    modules: [module],
    dependencies: [standardLibrary().interface],
  });
  if (!isValid) return [];
  const ir = lowerLibrary(typed);
  return [{ module: module.module, known, ir }];
});

/** Gives a reason why the bytes are refused, or null. */
type Reader = (bytes: Uint8Array) => string | null;

interface Format {
  readonly name: string;
  readonly files: readonly Uint8Array[];
  readonly read: Reader;
  /** The checksum at byte 5 is over all that follows it. */
  readonly hasChecksum: boolean;
}

const formats: readonly Format[] = [
  {
    name: ".hxast",
    files: compiled.map(({ module }) => encodeModule(module)),
    read: (bytes) => detailOf(decodeModule(bytes)),
    hasChecksum: true,
  },
  {
    name: ".hxi",
    files: compiled.map(({ known }) => encodeInterface(known)),
    read: (bytes) => detailOf(decodeInterface(bytes)),
    hasChecksum: false,
  },
  {
    name: ".hir",
    files: compiled.map(({ ir }) => encodeIrModule(ir)),
    read: (bytes) => detailOf(decodeIrModule(bytes)),
    hasChecksum: true,
  },
  {
    name: ".hbc",
    files: compiled.map(({ ir }) => writeModule(emitModule(ir, { sources: new Map() }))),
    read: readBytecode,
    hasChecksum: false,
  },
];

function detailOf(
  decoded: { readonly isValid: true } | { readonly isValid: false; readonly detail: string },
): string | null {
  return decoded.isValid ? null : decoded.detail;
}

function readBytecode(bytes: Uint8Array): string | null {
  try {
    verifyModule(readModule(bytes));
    return null;
  } catch (error) {
    if (error instanceof BytecodeError) return error.message;
    throw error;
  }
}

for (const { name, files, read, hasChecksum } of formats) {
  test(`${name} as it was written`, (t) => {
    t.true(files.length > 3);
    for (const bytes of files) t.is(read(bytes), null);
  });

  test(`${name} cut off`, (t) => {
    const random = new Random(21);
    for (let round = 0; round < rounds(300); round++) {
      const bytes = random.pick(files);
      const reason = read(bytes.slice(0, random.below(bytes.length)));
      t.regex(reason ?? "", /^\S.*[^.\s]$/);
    }
  });

  test(`${name} with other bytes`, (t) => {
    const random = new Random(22);
    for (let round = 0; round < rounds(1500); round++) read(damage(random, random.pick(files)));
    t.pass();
  });

  test(`${name} with bytes of no meaning`, (t) => {
    const random = new Random(23);
    for (let round = 0; round < rounds(200); round++) {
      const bytes = Uint8Array.from({ length: random.below(80) }, () => random.below(256));
      if (random.below(2) === 0) bytes.set(random.pick(files).slice(0, Math.min(9, bytes.length)));
      t.is(typeof read(bytes), "string");
    }
  });

  if (!hasChecksum) continue;
  test(`${name} with other bytes and their checksum`, (t) => {
    const random = new Random(24);
    for (let round = 0; round < rounds(1500); round++) {
      const bytes = damage(random, random.pick(files));
      if (bytes.length < 9) continue;
      new DataView(bytes.buffer).setUint32(5, crc32(bytes.subarray(9)), true);
      read(bytes);
    }
    t.pass();
  });
}

/** One to four bytes changed, put in or taken out. */
function damage(random: Random, file: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = [...file];
  for (let change = 0; change <= random.below(4); change++) {
    const at = random.below(bytes.length);
    const value = random.pick([0, 1, 127, 128, 255, random.below(256)]);
    bytes.splice(at, random.below(3), ...(random.below(3) === 0 ? [value, value] : [value]));
  }
  return Uint8Array.from(bytes);
}

test("the compiler names the file and says what to do", async (t) => {
  const written = new Map<string, Uint8Array>();
  const read = (path: string): Uint8Array => new TextEncoder().encode(`no ${path}`);
  const write = (path: string, bytes: Uint8Array) => void written.set(path, bytes);
  for (const [file, command] of [
    [
      "a.hxast",
      "typecheck --library a --ast a.hxast --source A.hx=A.hx --out-interface i --out-ir o",
    ],
    ["b.hxi", "typecheck --library a --interface b.hxi --out-interface i --out-ir o"],
    ["c.hir", "bytecode --ir c.hir --out o"],
    ["c.hir", "link --ir c.hir --entry Main --out o"],
  ] as const) {
    const { exitCode, output } = await runCompilerAction(command.split(" "), { read, write });
    t.is(exitCode, 1);
    t.regex(output, new RegExp(`^${file}: error HX9002: .*\n  hint: Build it again .*\n\n$`));
  }
  t.is(written.size, 0);
});
