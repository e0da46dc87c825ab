/**
 * Thrown Haxe values on their way through JavaScript. What compiled code throws is always a `HaxeError`; errors of the
 * engine that stand for faults of the Haxe program (null access, stack overflow) become thrown Strings where they are
 * caught; every other error is a fault of the runtime and passes through all handlers.
 */
import type { Value } from "./object_model.ts";

/** One call on the Haxe stack. Line 0 where the place is not known. */
export interface TraceFrame {
  readonly function: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export class HaxeError extends Error {
  override readonly name = "HaxeError";
  readonly value: Value;
  /** Interpreted calls that the error left, one list for each run of the interpreter, innermost first. */
  readonly interpreted: (() => readonly TraceFrame[])[] = [];

  constructor(value: Value) {
    super(typeof value === "string" ? value : "A Haxe value was thrown");
    this.value = value;
  }
}

/** Ends the program: thrown by `Sys.exit`, caught by who started it. */
export class ExitSignal extends Error {
  override readonly name = "ExitSignal";
  readonly status: number;

  constructor(status: number) {
    super(`The program ended with status ${status}`);
    this.status = status;
  }
}

/** The error that a `catch` of Haxe got last, for its stack. */
let caught: Error | null = null;

export function lastCaught(): Error | null {
  return caught;
}

/** The Haxe value that a `catch` gets for an error; throws errors on that no Haxe handler may see. */
export function caughtValue(error: unknown): Value {
  if (error instanceof HaxeError) {
    caught = error;
    return error.value;
  }
  const fault = faultText(error);
  if (fault === null) throw error;
  caught = error as Error;
  return fault;
}

/** The String that an engine's error stands for, or null where it stands for nothing in Haxe. */
export function faultText(error: unknown): string | null {
  if (error instanceof RangeError && /call stack|stack size/i.test(error.message))
    return "Stack overflow";
  // Firefox names its own error.
  if (
    (error as Error | null)?.name === "InternalError" &&
    /recursion/.test((error as Error).message)
  )
    return "Stack overflow";
  return error instanceof TypeError ? nullAccessText(error.message) : null;
}

/**
 * JIT code leaves null checks to the engine where a property of the checked reference follows. Compiled code never holds
 * `undefined`, so only errors about null are the program's. Texts of V8, Firefox and Safari, in this order.
 */
function nullAccessText(message: string): string | null {
  const property =
    /^Cannot (?:read|set) properties of null \((?:reading|setting) '(.*)'\)$/.exec(message) ??
    /^can't access property "(.*)", .* is null$/.exec(message) ??
    /^null is not an object \(evaluating '.*[.\]"]([\w.]+)"?\]?'\)$/.exec(message);
  if (property !== null) return nullAccess(`.${lastName(property[1] as string)}`);
  return /\bis null$|^null is not an object/.test(message) ? nullAccess("") : null;
}

/** Interface methods have the interface's path before their name. */
function lastName(property: string): string {
  return property.slice(property.lastIndexOf(".") + 1);
}

/** The text of a null access; `what` is like ".health" or empty. */
export function nullAccess(what: string): string {
  return what === "" ? "Null access" : `Null access ${what}`;
}

export function throwNullAccess(what: string): never {
  throw new HaxeError(nullAccess(what));
}
