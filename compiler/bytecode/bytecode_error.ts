/** What is wrong with a `.hbc` file, in one sentence; the only error that reading and verifying throw. */
export class BytecodeError extends Error {
  override readonly name = "BytecodeError";
}
