/** Checks one library against the interfaces of those it depends on. Pure: equal inputs give equal results. */
import { type Diagnostic, severityOf } from "#compiler/diagnostics/diagnostic.ts";
import { Problems } from "#compiler/diagnostics/problems.ts";
import { DYNAMIC } from "#compiler/types/core.ts";
import type { ClassField } from "#compiler/types/type.ts";
import type { TypedLibrary } from "#compiler/types/typed_ast.ts";
import { checkInheritance } from "./declarations/check_inheritance.ts";
import { declareFields } from "./declarations/declare_fields.ts";
import { declareHeaders } from "./declarations/declare_headers.ts";
import { checkMemberRules } from "./declarations/member_rules.ts";
import { addConstructors } from "./library/constructors.ts";
import { type Kept, keptMember, NOTHING_KEPT } from "./library/kept_functions.ts";
import { interfaceOf } from "./library/library_interface.ts";
import { type TypedMember, typeMember } from "./library/member_bodies.ts";
import { assembleLibrary } from "./library/typed_library.ts";
import type { NullSafety } from "./null_safety/mode.ts";
import { missingCoreTypes } from "./program/core_types.ts";
import { importsOf } from "./program/imports.ts";
import type { Interface, InterfaceModule, TypedProgram } from "./program/interface.ts";
import { reportBuilders } from "./program/macros.ts";
import type { Member } from "./program/members.ts";
import { addModules } from "./program/modules.ts";
import {
  createProgram,
  extendProgram,
  type ModuleScope,
  type ModuleSource,
  type Program,
  report,
  typeOfField,
} from "./program/program.ts";

export interface LibraryInput {
  readonly library: string;
  readonly modules: readonly ModuleSource[];
  /** Of all libraries it depends on, directly or not; each after those that it depends on itself. */
  readonly dependencies: readonly Interface[];
  /** Where no `@:nullSafety` says otherwise. Off if left out. */
  readonly nullSafety?: NullSafety;
  /** The dependencies, declared: for those who check several libraries against the same ones. */
  readonly declared?: Program | null;
}

export interface CheckedLibrary {
  readonly typed: TypedLibrary;
  readonly interface: Interface;
  readonly diagnostics: readonly Diagnostic[];
  /** What inline variables stand for. */
  readonly constants: Program["constants"];
  /** False where a diagnostic is an error: `typed` must not be lowered. */
  readonly isValid: boolean;
}

/** What is sure of a library's interface already: the whole, or modules by file. */
export interface KnownInterface {
  readonly whole?: Interface | null;
  readonly modules?: ReadonlyMap<string, InterfaceModule>;
}

export function checkLibrary(input: LibraryInput): CheckedLibrary {
  return resultOf(input.library, typeLibrary(input));
}

export function resultOf(
  library: string,
  checked: TypedProgram,
  known: KnownInterface = {},
): CheckedLibrary {
  const { program, modules, classes, typed } = checked;
  const problems = new Problems();
  const all = [
    ...program.problems.all,
    ...[...typed.values()].flatMap((member) => member.problems),
  ];
  for (const problem of all) problems.add(problem);
  return {
    typed: assembleLibrary(program, library, modules, classes, typed),
    interface: known.whole ?? interfaceOf(library, checked, known.modules),
    diagnostics: problems.sorted(),
    constants: program.constants,
    isValid: !all.some((problem) => severityOf(problem) === "error"),
  };
}

/**
 * Declares the dependencies by themselves, each on top of those before it; null where they lack core types, which the
 * library then must have.
 */
export function declareDependencies(dependencies: readonly Interface[]): Program | null {
  let declared: Program | null = null;
  for (const dependency of dependencies) {
    declared = declareDependency(declared ?? createProgram(), dependency);
    if (declared === null) return null;
  }
  return declared;
}

/** A library's interface on top of what it depends on, which stays as it is; null where core types are missing. */
export function declareDependency(base: Program, { modules }: Interface): Program | null {
  const program = extendProgram(base);
  const added = addModules(
    program,
    modules.map((module) => ({ ...module, lineStarts: [] })),
    true,
  );
  if (missingCoreTypes(program).length > 0) return null;
  if (base.modules.size === 0) noteStandardModules(program);
  declareHeaders(program, added);
  const infer = (member: Member): void => void typeMember(program, member);
  addConstructors(declareFields(program, added, infer));
  program.finishDeclaring();
  for (const field of [...program.pending.keys()]) typeOfField(program, field);
  for (const module of added) importsOf(program, module);
  decideUnknowns(program);
  return program;
}

/** The first library of all is the standard one. */
function noteStandardModules({ modules, standardModules }: Program): void {
  for (const { name, package: packagePath } of modules.values())
    if (packagePath.length === 0) standardModules.add(name);
}

function addInterfaces(program: Program, dependencies: readonly Interface[]): ModuleScope[] {
  for (const dependency of dependencies) {
    addModules(
      program,
      dependency.modules.map((module) => ({ ...module, lineStarts: [] })),
      true,
    );
  }
  return [...program.modules.values()];
}

/** Declares everything, then types every body but those that are kept of an earlier check. */
export function typeLibrary(input: LibraryInput, kept: Kept = NOTHING_KEPT): TypedProgram {
  const declared = input.declared ?? declareDependencies(input.dependencies);
  const program =
    declared === null ? createProgram(input.nullSafety) : extendProgram(declared, input.nullSafety);
  const dependencies = declared === null ? addInterfaces(program, input.dependencies) : [];
  const sources = input.modules.toSorted((first, second) => (first.file < second.file ? -1 : 1));
  const modules = addModules(program, sources, false);
  if (!hasCoreTypes(program, modules))
    return { program, modules: [], classes: [], typed: new Map() };
  declareHeaders(program, [...dependencies, ...modules]);
  const typed = new Map<ClassField, TypedMember>();
  const infer = (member: Member): void => {
    if (typed.has(member.field)) return;
    typed.set(member.field, keptMember(program, kept, member) ?? typeMember(program, member));
  };
  const outside = declareFields(program, dependencies, infer);
  const classes = declareFields(program, modules, infer);
  addConstructors([...outside, ...classes]);
  program.finishDeclaring();
  for (const module of modules) importsOf(program, module);
  for (const module of modules) reportBuilders(program, module);
  checkInheritance(program, classes);
  checkMemberRules(program, classes);
  for (const { members } of classes) {
    for (const member of members) {
      typeOfField(program, member.field);
      infer(member);
    }
    program.unification.trail.clear();
  }
  decideUnknowns(program);
  return { program, modules, classes, typed };
}

function hasCoreTypes(program: Program, modules: readonly ModuleScope[]): boolean {
  const missing = missingCoreTypes(program);
  const [first] = modules;
  if (missing.length > 0 && first !== undefined) {
    const start = { start: 0, end: 0 };
    report(program, first.source.file, "HX2005", start, {
      names: missing.map((name) => `\`${name}\``).join(", "),
    });
  }
  return missing.length === 0;
}

/** What nothing decided is Dynamic, or the structure of the fields that were used. */
export function decideUnknowns(program: Program): void {
  for (const mono of program.monos) mono.link ??= mono.fields ?? DYNAMIC;
  program.monos.length = 0;
}
