/** One function's body edited in a large program: what each stage takes for that function alone. */

import { writeModule } from "#compiler/bytecode/write.ts";
import type { ModuleSource } from "#compiler/checker/program/program.ts";
import { CheckSession } from "#compiler/checker/session.ts";
import { emitModule } from "#compiler/emit/bytecode/emit_module.ts";
import { printModule } from "#compiler/emit/javascript/print_module.ts";
import { lowerLibrary } from "#compiler/ir/lower_library.ts";
import { changedFunctions, reuseFunctions } from "#compiler/ir/reuse.ts";
import { parseModule } from "#compiler/parser/parse_module.ts";
import { lineStarts } from "#compiler/source/source_file.ts";
import { standardTexts } from "./library_build.ts";
import { ownClock, type Spent } from "./measure.ts";
import { generateProgram } from "./program/generate.ts";

/** By stage, each with its rounds. */
export type StageTimes = ReadonlyMap<string, readonly Spent[]>;

/** Rounds after as many for warming up. */
export function editOneFunction(lines: number, rounds: number): StageTimes {
  const { files } = generateProgram(7, lines);
  const std = new CheckSession("std", []).check(modulesOf(standardTexts()));
  const session = new CheckSession("program", [std.interface]);
  const modules = new Map([...files].map(([path, text]) => [path, moduleOf(path, text)]));
  let ir = lowerLibrary(session.check([...modules.values()]).typed);
  const [path = ""] = [...files].find(([, text]) => text.includes("calls++;")) ?? [];
  const times = new Map<string, Spent[]>();
  for (let round = 0; round < 2 * rounds; round++) {
    const stage = <Result>(name: string, work: () => Result): Result => {
      const stop = ownClock();
      const result = work();
      if (round >= rounds) times.set(name, [...(times.get(name) ?? []), stop()]);
      return result;
    };
    const text = files.get(path)?.replace("calls++;", `calls += ${round + 2};`) ?? "";
    modules.set(
      path,
      stage("parse", () => moduleOf(path, text)),
    );
    const { typed } = stage("type", () => session.check([...modules.values()]));
    const earlier = ir;
    ir = stage("lower", () => reuseFunctions(lowerLibrary(typed), earlier));
    const options = {
      sources: new Map([[path, { path, text }]]),
      only: new Set(changedFunctions(ir, earlier)),
    };
    stage("bytecode", () => writeModule(emitModule(ir, options)));
    stage("JavaScript", () => printModule(ir, options));
  }
  return times;
}

function modulesOf(texts: ReadonlyMap<string, string>): ModuleSource[] {
  return [...texts].map(([path, text]) => moduleOf(path, text));
}

function moduleOf(path: string, text: string): ModuleSource {
  const source = { path, text };
  const { module } = parseModule(source, new Map([["sys", "1"]]));
  return { file: path, lineStarts: lineStarts(source), module };
}
