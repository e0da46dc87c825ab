/** The command line of the dev server: what the build passes, then what the user adds after `--`. */
import { parseArgs } from "node:util";
import { parseCount } from "#runtime/headless/options.ts";
import type { DevMode } from "./game_content.ts";

export interface DevOptions {
  /** `dev_graph.json`, absolute or below the runfiles folder. */
  readonly graph: string;
  /** The bundled script of the page; the same. */
  readonly page: string;
  /** The script that decodes Draco meshes; the same. */
  readonly draco: string;
  readonly mode: DevMode;
  readonly headless: boolean;
  /** Steps of a headless run; null to go on, taking updates. */
  readonly frames: number | null;
  /** 0 takes a free port. */
  readonly port: number;
  /** Open the page in the browser of the system. */
  readonly open: boolean;
  /** Let Bazel check what the server makes. */
  readonly verify: boolean;
  /** Say after each save what memory holds, and how long each hop to the screen took. */
  readonly stats: boolean;
}

export const DEV_USAGE = `Options:
  --mode interpreter|jit   what runs the code (jit)
  --port N                 port of the page (a free one)
  --open                   open the page in the browser
  --no-verify              do not let Bazel build in the background
  --stats                  say after each save what the compiler keeps in memory, and when the save passed each
                           hop on its way to the screen
  --headless               run here, without a page; saves are taken over all the same
  --frames N               with --headless: run N steps of 1/60 s, print the state and end`;

/** The options, or what is wrong with the command line. */
export function parseDevOptions(args: readonly string[]): DevOptions | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        graph: { type: "string", default: "" },
        page: { type: "string", default: "" },
        draco: { type: "string", default: "" },
        mode: { type: "string", default: "jit" },
        headless: { type: "boolean", default: false },
        frames: { type: "string" },
        port: { type: "string", default: "0" },
        open: { type: "boolean", default: false },
        verify: { type: "boolean", default: true },
        stats: { type: "boolean", default: false },
      },
      allowNegative: true,
    });
    const { mode, headless } = values;
    if (mode !== "interpreter" && mode !== "jit")
      return `Flag --mode must be interpreter or jit, got \`${mode}\``;
    const port = parseCount(values.port);
    if (port === undefined || port > 65535)
      return `Flag --port must be a number up to 65535, got \`${values.port}\``;
    const frames = values.frames === undefined ? null : parseCount(values.frames);
    if (frames === undefined)
      return `Flag --frames must be a whole number, got \`${values.frames}\``;
    if (frames !== null && !headless) return "Flag --frames needs --headless";
    return { ...values, mode, port, frames };
  } catch (error) {
    return (error as Error).message;
  }
}
