/** `host.*` and `commands.*`: what leaves the program. */
import { ByteBuffer } from "../byte_buffer.ts";
import type { Callable } from "../object_model.ts";
import { ExitSignal } from "../thrown.ts";
import type { NativeContext } from "./native_context.ts";

export function hostNatives({ host, commands, hooks }: NativeContext) {
  return {
    "host.print": (text: string): void => host.print(text),
    "host.printError": (text: string): void => host.printError(text),
    "host.exit": (status: number): void => {
      throw new ExitSignal(status);
    },
    "host.time": (): number => host.time(),
    "host.now": (): number => host.now(),
    "host.zoneOffset": (time: number): number => host.zoneOffset(time) | 0,
    "host.args": (): string[] => [...host.args()],
    "host.onFrame": (closure: Callable): void => {
      hooks.frame = closure;
    },
    "host.onTimers": (timers: Callable, step: Callable): void => {
      Object.assign(hooks, { timers, step });
    },
    "host.onDraw": (closure: Callable): void => {
      hooks.draw = closure;
    },
    "host.onDigest": (closure: Callable): void => {
      hooks.digest = closure;
    },
    "host.onReturn": (closure: Callable): void => {
      hooks.onReturn = closure;
    },
    "host.keyDown": (code: number): boolean => host.keyDown(code),
    "host.width": (): number => host.width() | 0,
    "host.height": (): number => host.height() | 0,
    "host.system": ({ bytes }: ByteBuffer): ByteBuffer | null => {
      const reply = host.system(bytes);
      return reply === null ? null : new ByteBuffer(reply);
    },
    "host.seed": (): number => host.seed() | 0,
    "commands.int": (value: number): void => commands.int(value),
    "commands.float": (value: number): void => commands.float(value),
  };
}
