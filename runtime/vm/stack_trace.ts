/**
 * Uncaught errors as Haxe reports them:
 *
 *     Uncaught exception: text
 *     Called from Main.main (Main.hx line 8)
 */
import type { FunctionRegistry } from "./function_registry.ts";
import { identifierOf } from "./generated_code.ts";
import type { SourcePlaces } from "./source_places.ts";
import { faultText, HaxeError, type TraceFrame } from "./thrown.ts";
import { toText } from "./to_text.ts";

/** An error that is no Haxe exception, a fault of the runtime, is reported with its JavaScript stack. */
export function describeError(
  error: unknown,
  functions: FunctionRegistry,
  places: SourcePlaces,
): string {
  const fault = error instanceof HaxeError ? toText(error.value) : faultText(error);
  if (fault === null)
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  const calls = traceOf(error as Error, functions, places).map(callText);
  return [`Uncaught exception: ${fault}`, ...calls].join("\n");
}

function callText({ function: id, file, line }: TraceFrame): string {
  return `Called from ${id} (${file}${line > 0 ? ` line ${line}` : ""})`;
}

/** `    at BareObject.Main$main [as main] (haxe_game/game.js:71:11)`, also Node's and Edge's. */
const chromeCall = /^\s*at (?:[\w.]+\.)?([\w$]+)(?: \[as .*\])? \((.*):(\d+):\d+\)$/;

/** `Main$main@haxe_game/game.js:71:11`, also Safari's. */
const firefoxCall = /^([\w$]+)@(.*):(\d+):\d+$/;

/** The Haxe calls that an error came through, innermost first: those of JIT code and of the interpreter, interleaved. */
export function traceOf(
  error: Error,
  functions: FunctionRegistry,
  places: SourcePlaces,
): TraceFrame[] {
  const names = new Map(
    [...functions.metadata.values()].map((entry) => [identifierOf(entry.id), entry]),
  );
  const runs = error instanceof HaxeError ? [...error.interpreted] : [];
  const frames: TraceFrame[] = [];
  for (const line of (error.stack ?? "").split("\n")) {
    // The interpreter's loop stands in the JavaScript stack once for all the calls of one run.
    if (/\binterpretBytecode\b/.test(line)) frames.push(...(runs.shift()?.() ?? []));
    const call = chromeCall.exec(line) ?? firefoxCall.exec(line);
    const metadata = names.get(call?.[1] ?? "");
    if (call === null || metadata === undefined) continue;
    const found = places.find(call[2] as string, Number(call[3]));
    frames.push({
      function: metadata.id,
      file: found?.file ?? metadata.file,
      line: found?.line ?? 0,
      column: 0,
    });
  }
  return [...frames, ...runs.flatMap((run) => run())];
}
