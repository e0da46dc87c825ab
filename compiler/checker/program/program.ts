/** Everything that is known while libraries are checked: modules, declarations, problems. */
import type { DiagnosticCode, MessageArgs } from "#compiler/diagnostics/catalog.ts";
import { type Diagnostic, diagnostic, type Explanation } from "#compiler/diagnostics/diagnostic.ts";
import type { Span } from "#compiler/source/span.ts";
import type { ImportDecl, Module } from "#compiler/syntax/ast.ts";
import { ERROR } from "#compiler/types/core.ts";
import { containsUnknown, Trail } from "#compiler/types/mono.ts";
import type {
  ClassField,
  ClassType,
  DefType,
  MonoType,
  Type,
  TypeDeclaration,
  TypeParameter,
} from "#compiler/types/type.ts";
import type { TypedExpr } from "#compiler/types/typed_ast.ts";
import type { Unification } from "#compiler/types/unification.ts";
import type { NullSafety } from "../null_safety/mode.ts";

/** A parsed file as the checker takes it. */
export interface ModuleSource {
  /** Path as diagnostics show it; the module is named for its last part. */
  readonly file: string;
  /** Offsets of line starts: `trace` and `haxe.PosInfos` know their line. */
  readonly lineStarts: readonly number[];
  readonly module: Module;
}

/** A module and what its names mean. */
export interface ModuleScope {
  /** `pack.Name` */
  readonly path: string;
  readonly name: string;
  readonly package: readonly string[];
  readonly source: ModuleSource;
  /** From an interface: functions have no bodies and nothing is reported. */
  readonly isDependency: boolean;
  readonly types: Map<string, TypeDeclaration>;
  /** The module's own functions and variables. */
  fields: ClassType | null;
  /** Filled at first use. */
  imports: ImportTable | null;
  /** What unqualified names mean, as far as they were looked up: all types are known by then. */
  readonly lookups: Map<string, TypeDeclaration | null>;
}

/** What a module's imports make visible; later imports come first. */
export interface ImportTable {
  readonly types: Map<string, TypeDeclaration>;
  /** Static members by visible name. */
  readonly members: Map<string, ImportedMember>;
  /** Types whose static members and constructors are all visible. */
  readonly opened: TypeDeclaration[];
  readonly packages: string[];
  /** Their static functions extend the types of their first arguments. */
  readonly usings: TypeDeclaration[];
}

export interface ImportedMember {
  readonly declaration: TypeDeclaration;
  readonly name: string;
}

/** Where a type hint stands: which type parameters it can name. */
export interface TypeScope {
  readonly module: ModuleScope;
  /** Warnings that `@:haxe.warning` switches off here. */
  readonly silenced: readonly string[];
  readonly params: ReadonlyMap<string, TypeParameter>;
}

export interface Program {
  readonly modules: Map<string, ModuleScope>;
  /** The types of the library that is being checked, by path. */
  readonly ownTypes: Map<string, TypeDeclaration>;
  /** Modules of the standard library that belong to no package, such as `Date`. */
  readonly standardModules: Set<string>;
  /** Every package and its parents, dotted. */
  readonly packages: Set<string>;
  /** `import.hx` files by package. */
  readonly defaultImports: Map<
    string,
    { readonly module: ModuleScope; readonly imports: readonly ImportDecl[] }
  >;
  readonly unification: Unification;
  readonly problems: ProblemList;
  /** Fields whose type comes from their value or body: run to find it. */
  readonly pending: Map<ClassField, () => void>;
  /** What `inline` variables stand for, once their values have been typed. */
  readonly constants: Map<ClassField, TypedExpr>;
  /** What holds where no `@:nullSafety` says otherwise. */
  readonly nullSafety: NullSafety;
  /** Typedefs whose type has not been read yet. */
  readonly pendingTypedefs: Map<DefType, () => void>;
  /** Fields whose type is not, or not all, written. */
  readonly inferredFields: Set<ClassField>;
  /** Those of them that a body met before their type was known: bodies decided it together. */
  readonly openFields: Set<ClassField>;
  /** The members that are being typed, each for the one before. */
  readonly typing: TypingFrame[];
  /** Runs a check now, or after everything has been declared. */
  readonly whenDeclared: (check: () => void) => void;
  /** Runs the checks that have waited. */
  readonly finishDeclaring: () => void;
  /** Classes with a parent that is not known. */
  readonly incomplete: Set<ClassType>;
  /** How many types of fields, and how many typedefs, are being found for one another right now. */
  readonly chain: { fields: number; typedefs: number };
  /** The next number of a local variable. */
  readonly counter: { next: number };
  /** Monos made while typing; those still unbound at the end become Dynamic. */
  readonly monos: MonoType[];
}

/** A member that is being typed. */
export interface TypingFrame {
  readonly field: ClassField;
  /** Has it met a field whose type bodies decide together? */
  touchesOpenFields: boolean;
}

/** Problems in the order found; can go back to a mark after an attempt, and set aside what one member brings. */
export class ProblemList {
  #problems: Diagnostic[] = [];

  get mark(): number {
    return this.#problems.length;
  }

  get all(): readonly Diagnostic[] {
    return this.#problems;
  }

  add(problem: Diagnostic): void {
    this.#problems.push(problem);
  }

  rollBack(mark: number): void {
    this.#problems.length = Math.min(this.#problems.length, mark);
  }

  /** What `work` reports goes into a list of its own. */
  collect<Result>(work: () => Result): {
    readonly result: Result;
    readonly problems: readonly Diagnostic[];
  } {
    const outer = this.#problems;
    const own: Diagnostic[] = [];
    this.#problems = own;
    const result = work();
    this.#problems = outer;
    return { result, problems: own };
  }
}

export function createProgram(nullSafety: NullSafety = "off"): Program {
  const pending = new Map<ClassField, () => void>();
  let waiting: (() => void)[] | null = [];
  const program: Program = {
    modules: new Map(),
    ownTypes: new Map(),
    standardModules: new Set(),
    packages: new Set(),
    defaultImports: new Map(),
    unification: {
      trail: new Trail(),
      stack: [],
      refined: new Map(),
      typeOfField: (field) => typeOfField(program, field),
    },
    problems: new ProblemList(),
    pending,
    constants: new Map(),
    nullSafety,
    pendingTypedefs: new Map(),
    inferredFields: new Set(),
    openFields: new Set(),
    typing: [],
    whenDeclared: (check) => {
      if (waiting === null) check();
      else waiting.push(check);
    },
    finishDeclaring: () => {
      const checks = waiting ?? [];
      waiting = null;
      for (const check of checks) check();
    },
    incomplete: new Set(),
    chain: { fields: 0, typedefs: 0 },
    counter: { next: 0 },
    monos: [],
  };
  return program;
}

/**
 * A program in which everything of another is declared already; that one does not change by it, so that many can start
 * from it.
 */
export function extendProgram(base: Program, nullSafety?: NullSafety): Program {
  const program = createProgram(nullSafety);
  for (const [path, scope] of base.modules)
    program.modules.set(path, { ...scope, lookups: new Map() });
  for (const name of base.standardModules) program.standardModules.add(name);
  for (const path of base.packages) program.packages.add(path);
  for (const [path, imports] of base.defaultImports) program.defaultImports.set(path, imports);
  for (const [field, value] of base.constants) program.constants.set(field, value);
  return program;
}

/** How far declarations may lean on each other one after the other: each step is a call of the checker itself. */
export const CHAIN_LIMIT = 200;

/** The field's type; infers it first when it is given by a value or a body. */
export function typeOfField(program: Program, field: ClassField): Type {
  const infer = program.pending.get(field);
  if (infer !== undefined) {
    program.pending.delete(field);
    if (program.chain.fields >= CHAIN_LIMIT) return reportChain(program, field);
    program.chain.fields++;
    program.unification.trail.apart(infer);
    program.chain.fields--;
  }
  if (program.inferredFields.has(field)) noteUse(program, field);
  return field.type;
}

function reportChain(program: Program, field: ClassField): Type {
  const args = { name: field.name, limit: CHAIN_LIMIT };
  const hint = `Write the type of \`${field.name}\``;
  report(program, field.owner?.file ?? "", "HX3004", field.span, args, { hint });
  return ERROR;
}

/** What a member makes of itself, as a recursive function does, concerns no other. */
function noteUse({ openFields, typing }: Program, field: ClassField): void {
  const user = typing.at(-1);
  if (user === undefined || user.field === field) return;
  if (containsUnknown(field.type)) openFields.add(field);
  if (openFields.has(field)) user.touchesOpenFields = true;
}

/** Reads the typedef's type now, if that has not been done. */
export function forceTypedef(program: Program, typedef: DefType): void {
  const read = program.pendingTypedefs.get(typedef);
  if (read === undefined) return;
  program.pendingTypedefs.delete(typedef);
  if (program.chain.typedefs >= CHAIN_LIMIT) {
    report(program, typedef.file, "HX2018", typedef.span, {
      name: typedef.path,
      limit: CHAIN_LIMIT,
    });
    typedef.type = ERROR;
    return;
  }
  program.chain.typedefs++;
  read();
  program.chain.typedefs--;
}

/** Reports a problem in a module's file. */
export function report<Code extends DiagnosticCode>(
  program: Program,
  file: string,
  code: Code,
  span: Span,
  args: MessageArgs<Code>,
  explanation: Explanation = {},
): void {
  program.problems.add(diagnostic(code, { file, span }, args, explanation));
}

/** A new unknown type, decided to be Dynamic at the end if nothing else decides it. */
export function unknownType(program: Program, constraints: readonly Type[] = []): MonoType {
  const mono: MonoType = { kind: "Mono", link: null, constraints, fields: null };
  program.monos.push(mono);
  return mono;
}
