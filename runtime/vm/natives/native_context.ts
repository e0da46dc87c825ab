import type { CommandBuffer } from "../command_buffer.ts";
import type { Host } from "../host.ts";
import type { Members } from "../named_functions.ts";
import type { Callable } from "../object_model.ts";

/** What natives reach: the program's types and functions, where it runs, and what it registered with the host. */
export interface NativeContext {
  readonly members: Members;
  readonly host: Host;
  readonly commands: CommandBuffer;
  readonly hooks: Hooks;
}

/** The closures that the host's owner calls; null until the program gives them. */
export interface Hooks {
  frame: Callable | null;
  draw: Callable | null;
  digest: Callable | null;
}
