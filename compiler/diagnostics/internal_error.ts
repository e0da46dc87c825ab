/** A broken invariant of the compiler itself: never the fault of the program that is compiled. */
export class InternalError extends Error {
  override readonly name = "InternalError";
}
