/** The command line as data. */
import { parseArgs } from "node:util";
import { NULL_SAFETY_MODES, type NullSafety } from "#compiler/checker/null_safety/mode.ts";
import type { DiagnosticFormat } from "#compiler/diagnostics/render.ts";

export const MODES = ["interpreter", "jit", "wasm", "native"] as const;

export type Mode = (typeof MODES)[number];

export interface CommandLine {
  readonly command: "run" | "check";
  readonly mode: Mode;
  /** Later folders win, as with Haxe. */
  readonly classPath: readonly string[];
  /** Dotted path of the class with `main`. */
  readonly main: string;
  readonly defines: ReadonlyMap<string, string>;
  /** Files that the program carries. */
  readonly resources: readonly ResourceFile[];
  readonly diagnostics: DiagnosticFormat;
  /** What holds in the program where no `@:nullSafety` says otherwise. */
  readonly nullSafety: NullSafety;
  /** Folder of the standard library; null for the one that comes with the program. */
  readonly std: string | null;
  /** What follows `--`: the program's own. */
  readonly programArgs: readonly string[];
}

/** A file, and the name under which `haxe.Resource` gives it. */
export interface ResourceFile {
  readonly path: string;
  readonly name: string;
}

export type ParsedArguments =
  | { readonly kind: "command"; readonly command: CommandLine }
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly text: string };

export const USAGE = `Usage: haxe_game COMMAND [OPTIONS] [-- ARGS]

  run      compiles and runs a program
  check    only types it
  asset, export, inspect    one file of the asset compiler; \`haxe_game asset --help\` says more

  --main PATH               class with the function main, e.g. game.Main
  -cp, --class-path DIR     folder of Haxe files; may be repeated
  --mode MODE               ${MODES.join(", ")} (default jit)
  -D, --define NAME[=VALUE] flag for #if; may be repeated
  -r, --resource FILE@NAME  file for haxe.Resource, FILE if there is no name; may be repeated
  --null-safety MODE        ${NULL_SAFETY_MODES.join(", ")} (default off)
  --diagnostics FORMAT      pretty, json, haxe (default pretty)
  --std DIR                 another standard library
`;

export function parseArguments(argv: readonly string[]): ParsedArguments {
  const end = argv.indexOf("--");
  const own = end < 0 ? argv : argv.slice(0, end);
  const programArgs = end < 0 ? [] : argv.slice(end + 1);
  if (own.length === 0 || own.includes("--help") || own.includes("-h")) return { kind: "help" };
  try {
    return interpret(parse(own), programArgs);
  } catch (error) {
    if (error instanceof TypeError) return wrong(error.message);
    throw error;
  }
}

function parse(own: readonly string[]): ReturnType<typeof parseOwn> {
  return parseOwn(own.map((arg) => (arg === "-cp" ? "--class-path" : arg)));
}

function parseOwn(args: string[]) {
  return parseArgs({
    args,
    allowPositionals: true,
    options: {
      "class-path": { type: "string", short: "p", multiple: true },
      define: { type: "string", short: "D", multiple: true },
      diagnostics: { type: "string", default: "pretty" },
      main: { type: "string", short: "m" },
      mode: { type: "string", default: "jit" },
      resource: { type: "string", short: "r", multiple: true },
      "null-safety": { type: "string", default: "off" },
      std: { type: "string" },
    },
  });
}

function interpret(
  { values, positionals }: ReturnType<typeof parseOwn>,
  programArgs: readonly string[],
): ParsedArguments {
  const [command, ...extra] = positionals;
  if (command !== "run" && command !== "check") {
    const known = "run, check, asset, export or inspect";
    return wrong(`Expected the command ${known}, found ${command ?? "nothing"}`);
  }
  if (extra.length > 0) return wrong(`Unexpected argument ${extra[0]}`);
  const mode = MODES.find((name) => name === values.mode);
  if (mode === undefined) return wrong(`--mode must be ${MODES.join(", ")}, got ${values.mode}`);
  const diagnostics = FORMATS.find((name) => name === values.diagnostics);
  if (diagnostics === undefined) {
    return wrong(`--diagnostics must be ${FORMATS.join(", ")}, got ${values.diagnostics}`);
  }
  const nullSafety = NULL_SAFETY_MODES.find((name) => name === values["null-safety"]);
  if (nullSafety === undefined) {
    const modes = NULL_SAFETY_MODES.join(", ");
    return wrong(`--null-safety must be ${modes}, got ${values["null-safety"]}`);
  }
  if (values.main === undefined) return wrong("--main is missing");
  if (!/^([a-z_]\w*\.)*[A-Z_]\w*$/.test(values.main)) {
    return wrong(`--main must be the path of a class, got ${values.main}`);
  }
  const parts = {
    command,
    mode,
    diagnostics,
    nullSafety,
    main: values.main,
    classPath: values["class-path"] ?? ["."],
    defines: new Map((values.define ?? []).map(splitDefine)),
    resources: (values.resource ?? []).map(splitResource),
    std: values.std ?? null,
    programArgs,
  } as const;
  return { kind: "command", command: parts };
}

const FORMATS = ["pretty", "json", "haxe"] as const satisfies readonly DiagnosticFormat[];

/** A flag without a value has the value 1, as with Haxe; `-` in names reads as `_`. */
function splitDefine(text: string): [string, string] {
  const equals = text.indexOf("=");
  const name = equals < 0 ? text : text.slice(0, equals);
  return [name.replaceAll("-", "_"), equals < 0 ? "1" : text.slice(equals + 1)];
}

/** Without a name it is the path as given, as with Haxe. */
function splitResource(text: string): ResourceFile {
  const at = text.lastIndexOf("@");
  return at < 0
    ? { path: text, name: text }
    : { path: text.slice(0, at), name: text.slice(at + 1) };
}

function wrong(text: string): ParsedArguments {
  return { kind: "wrong", text };
}
