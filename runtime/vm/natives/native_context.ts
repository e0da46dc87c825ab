import type { CommandBuffer } from "../command_buffer.ts";
import type { Host } from "../host.ts";
import type { Members } from "../named_functions.ts";
import type { Callable } from "../object_model.ts";
import type { HaxeError, TraceFrame } from "../thrown.ts";

/** What natives reach: the program's types and functions, where it runs, and what it registered with the host. */
export interface NativeContext {
  readonly members: Members;
  readonly calls: OpenCalls;
  readonly host: Host;
  readonly commands: CommandBuffer;
  readonly hooks: Hooks;
}

/** The closures that the host's owner calls; null until the program gives them. */
export interface Hooks {
  frame: Callable | null;
  /** After main, where there are no frames: runs timers until none is left. */
  timers: Callable | null;
  /** Before each step. */
  step: Callable | null;
  draw: Callable | null;
  digest: Callable | null;
  /** Whenever control goes back to the host, however it does. */
  onReturn: Callable | null;
}

/** Tells which calls of the program are open. */
export interface OpenCalls {
  /** Those here, kept as an error that came through them. */
  here(): HaxeError;
  /** The calls that an error came through, innermost first. */
  of(error: Error): readonly TraceFrame[];
}
