/** How generated C and the runtime are compiled, the same for `run --mode native` and for what is shipped. */

/** The oldest glibc that programs run on is part of the target. */
export const NATIVE_TARGET = "x86_64-linux-gnu.2.17";

/**
 * - `-fno-math-errno`: else a square root is a call of the C library.
 * - `-ffp-contract=off`: no fused operations, so that results are the same on every processor and in JavaScript.
 * - `-fno-sanitize=undefined`: zig adds traps of its own where no optimisation is asked for.
 */
export const compileFlags: readonly string[] = [
  "-std=c11",
  "-fno-math-errno",
  "-ffp-contract=off",
  "-fno-sanitize=undefined",
];

export const runtimeWarnings: readonly string[] = ["-Wall", "-Wextra", "-Werror"];

/** A warning about a program's code is of no use to who wrote it in Haxe, and must not stop it. */
export const noWarnings: readonly string[] = ["-w"];

/** For tests of the printer: all warnings but those about what only a person would not write. */
export const printerWarnings: readonly string[] = [
  ...runtimeWarnings,
  "-Wno-unused",
  "-Wno-unused-parameter",
  "-Wno-self-assign",
  "-Wno-parentheses-equality",
  "-Wno-tautological-compare",
  "-Wno-infinite-recursion",
];

/** Is the file of runtime/native part of native programs? The others are WebAssembly's. */
export function isNativeSource(name: string): boolean {
  return name.endsWith(".c") && !name.endsWith("_wasm.c") && name !== "wasm_exports.c";
}
