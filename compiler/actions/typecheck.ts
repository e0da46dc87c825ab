import { declareDependency } from "#compiler/checker/check_library.ts";
import { decodeInterface, encodeInterface } from "#compiler/checker/library/interface_binary.ts";
import { NULL_SAFETY_MODES, type NullSafety } from "#compiler/checker/null_safety/mode.ts";
import type { Interface } from "#compiler/checker/program/interface.ts";
import {
  createProgram,
  type ModuleSource,
  type Program,
} from "#compiler/checker/program/program.ts";
import { CheckSession } from "#compiler/checker/session.ts";
import { intrinsicProblems } from "#compiler/ir/check_intrinsics.ts";
import type { IrModule } from "#compiler/ir/ir.ts";
import { encodeIrModule } from "#compiler/ir/ir_binary.ts";
import { lowerLibrary } from "#compiler/ir/lower_library.ts";
import { changedFunctions, reuseFunctions } from "#compiler/ir/reuse.ts";
import { sceneSchema, schemaText } from "#compiler/schema/scene_schema.ts";
import { schemaPlaces } from "#compiler/schema/schema_places.ts";
import { lineStarts, type SourceFile } from "#compiler/source/source_file.ts";
import type { Module } from "#compiler/syntax/ast.ts";
import { decodeModule } from "#compiler/syntax/ast_binary.ts";
import {
  type Action,
  ActionError,
  type ActionResult,
  readBytes,
  readSources,
  resultOf,
  UnreadableFile,
  writeText,
} from "./action.ts";
import { keepIr } from "./emit.ts";
import { digestOf, type Shelf } from "./memory.ts";

/** The last check of a library against certain interfaces, to go on from. */
interface LibraryCheck {
  readonly session: CheckSession;
  ir: IrModule | null;
}

const trees: Shelf<Module> = { name: "tree", heapPerByte: 40 };
const interfaces: Shelf<Interface> = { name: "interface", heapPerByte: 40 };
const declarations: Shelf<Program | null> = { name: "declarations", heapPerByte: 40 };
const checks: Shelf<LibraryCheck> = { name: "check", heapPerByte: 100 };

/**
 * `typecheck --library NAME [--ast FILE.hxast]... [--source NAME=FILE.hx]... [--interface FILE.hxi]...
 * [--null-safety MODE] --out-interface FILE.hxi --out-ir FILE.hir [--out-schema FILE.json] [--out-schema-places FILE.json]`. Trees and sources are in the
 * same order; interfaces are those of all libraries that this one depends on, directly or not, each after those that it
 * depends on itself. The schema says which of the library's classes scenes may name, and what they may set; its places, where
 * they are declared.
 */
export function typecheckAction(action: Action): ActionResult {
  const { flags, files } = action;
  const sources = readSources(action);
  const check = recallCheck(action);
  const checked = check.session.check(readModules(action, [...sources.values()]));
  let changed: readonly string[] = [];
  const { typed, constants } = checked;
  const { schema, problems: misuses } = sceneSchema(typed, constants);
  const problems = checked.isValid ? [...intrinsicProblems(typed), ...misuses] : [];
  if (checked.isValid && problems.length === 0) {
    const module = reuseFunctions(lowerLibrary(typed), check.ir);
    changed = changedFunctions(module, check.ir);
    check.ir = module;
    const ir = encodeIrModule(module);
    keepIr(action, ir, module);
    files.write(flags.one("out-interface"), encodeInterface(checked.interface));
    files.write(flags.one("out-ir"), ir);
    for (const path of flags.list("out-schema")) writeText(action, path, schemaText(schema));
    for (const path of flags.list("out-schema-places"))
      writeText(action, path, `${JSON.stringify(schemaPlaces(schema, typed, sources))}\n`);
  }
  return {
    ...resultOf([...checked.diagnostics, ...problems], sources),
    work: { typed: checked.retyped, changed },
  };
}

function recallCheck(action: Action): LibraryCheck {
  const { flags, memory } = action;
  const library = flags.one("library");
  const nullSafety = nullSafetyIn(action);
  const paths = flags.list("interface");
  const size = flags.list("ast").reduce((sum, path) => sum + readBytes(action, path).length, 0);
  const digests = paths.map((path) => digestOf(readBytes(action, path))).join(" ");
  return memory.recall(checks, `${library} ${nullSafety} ${digests}`, size, () => {
    const dependencies = paths.map((path) => readInterface(action, path));
    const declared = recallDeclared(action, paths);
    return { session: new CheckSession(library, dependencies, { nullSafety, declared }), ir: null };
  });
}

/** The interfaces declared, each on top of those before: other libraries have the first ones in common. */
function recallDeclared(action: Action, paths: readonly string[]): Program | null {
  const path = paths.at(-1);
  if (path === undefined) return null;
  const digests = paths.map((one) => digestOf(readBytes(action, one))).join(" ");
  return action.memory.recall(declarations, digests, readBytes(action, path).length, () => {
    const base = paths.length === 1 ? createProgram() : recallDeclared(action, paths.slice(0, -1));
    return base === null ? null : declareDependency(base, readInterface(action, path));
  });
}

function nullSafetyIn({ flags }: Action): NullSafety {
  const given = flags.optional("null-safety", "off");
  const mode = NULL_SAFETY_MODES.find((name) => name === given);
  if (mode !== undefined) return mode;
  throw new ActionError(`Flag --null-safety must be ${NULL_SAFETY_MODES.join(", ")}, got ${given}`);
}

function readModules(action: Action, sources: readonly SourceFile[]): ModuleSource[] {
  return action.flags.list("ast").map((path, index) => {
    const source = sources[index];
    if (source === undefined) throw new ActionError(`Flag --source is missing for ${path}`);
    return {
      file: source.path,
      lineStarts: lineStarts(source),
      module: readTree(action, path),
    };
  });
}

function readTree(action: Action, path: string): Module {
  const bytes = readBytes(action, path);
  return action.memory.recall(trees, digestOf(bytes), bytes.length, () => {
    const decoded = decodeModule(bytes);
    if (!decoded.isValid) throw new UnreadableFile(path, decoded.detail);
    return decoded.node;
  });
}

function readInterface(action: Action, path: string): Interface {
  const bytes = readBytes(action, path);
  return action.memory.recall(interfaces, digestOf(bytes), bytes.length, () => {
    const decoded = decodeInterface(bytes);
    if (!decoded.isValid) throw new UnreadableFile(path, decoded.detail);
    return decoded.interface;
  });
}
