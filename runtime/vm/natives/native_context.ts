import type { CommandBuffer } from "../command_buffer.ts";
import type { Host } from "../host.ts";
import type { Callable } from "../object_model.ts";
import type { TypeRegistry } from "../type_registry.ts";

/** What natives reach: the program's types, where it runs, and what it registered with the host. */
export interface NativeContext {
  readonly types: TypeRegistry;
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
