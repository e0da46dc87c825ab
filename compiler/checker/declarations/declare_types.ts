/** The first phase: every type gets its object, known by path and by name, with unresolved contents. */
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import { DYNAMIC } from "#compiler/types/core.ts";
import type {
  AbstractType,
  ClassType,
  DefType,
  EnumType,
  TypeDeclaration,
  TypeParameter,
} from "#compiler/types/type.ts";
import { hasMeta } from "../program/metadata.ts";
import { type ModuleScope, type Program, report } from "../program/program.ts";

/** The declaration's syntax, for the phases that fill it in. */
const sources = new WeakMap<TypeDeclaration, ast.Declaration>();

export function syntaxOf(declaration: TypeDeclaration): ast.Declaration | undefined {
  return sources.get(declaration);
}

/** The declaration stands in a new text. */
export function setSyntax(declaration: TypeDeclaration, syntax: ast.Declaration): void {
  sources.set(declaration, syntax);
}

/** Registers a module and creates its declarations. */
export function createProgramModule(program: Program, module: ModuleScope): void {
  const earlier = program.modules.get(module.path);
  if (earlier !== undefined && !module.isDependency) {
    report(program, module.source.file, "HX2010", startOf(module), {
      name: module.path,
      other: earlier.source.file,
    });
    if (!earlier.isDependency) return;
  }
  program.modules.set(module.path, module);
  for (const declaration of module.source.module.declarations) {
    if (declaration.kind === "ModuleField") {
      module.fields ??= moduleFieldsClass(module, declaration.span);
      continue;
    }
    const { name, span } = declaration.name;
    const first = module.types.get(name);
    if (first !== undefined) {
      const labels = [{ file: first.file, span: first.span, text: "first declared here" }];
      report(program, module.source.file, "HX2011", span, { name }, { labels });
      continue;
    }
    const type = createDeclaration(module, declaration, holderOf(program, module, declaration));
    sources.set(type, declaration);
    module.types.set(name, type);
    if (!module.isDependency) addOwnType(program, type);
  }
}

/**
 * What stands before the type's name in its path. A private type is apart from those of other modules, and so is one with
 * the name of a module of the standard library: in Haxe that module is not loaded then.
 */
function holderOf(
  { standardModules }: Program,
  { name, package: packagePath }: ModuleScope,
  declaration: NamedDeclaration,
): readonly string[] {
  const isApart =
    declaration.modifiers.includes("private") ||
    (packagePath.length === 0 &&
      declaration.name.name !== name &&
      standardModules.has(declaration.name.name));
  return isApart ? [...packagePath, `_${name}`] : packagePath;
}

/** Whatever module holds it, a package has one type of a name. */
function addOwnType(program: Program, type: TypeDeclaration): void {
  const first = program.ownTypes.get(type.path);
  if (first === undefined) {
    program.ownTypes.set(type.path, type);
    return;
  }
  const labels = [{ file: first.file, span: first.span, text: "first declared here" }];
  const args = { name: type.name, module: first.module };
  report(program, type.file, "HX2019", type.span, args, { labels });
}

function startOf(module: ModuleScope): Span {
  const { start } = module.source.module.package?.span ?? module.source.module.span;
  return { start, end: start };
}

type NamedDeclaration = Exclude<ast.Declaration, ast.ModuleFieldDecl>;

function createDeclaration(
  module: ModuleScope,
  declaration: NamedDeclaration,
  holder: readonly string[],
): TypeDeclaration {
  const shared = parts(module, declaration, holder);
  switch (declaration.kind) {
    case "Class":
    case "Interface":
      return createClass(shared, declaration);
    case "Enum":
      return createEnum(shared);
    case "Typedef":
      return createTypedef(shared);
    case "Abstract":
      return createAbstract(shared, declaration);
  }
}

function parts(module: ModuleScope, declaration: NamedDeclaration, holder: readonly string[]) {
  return {
    path: [...holder, declaration.name.name].join("."),
    name: declaration.name.name,
    package: module.package,
    module: module.path,
    file: module.source.file,
    span: declaration.name.span,
    isPrivate: declaration.modifiers.includes("private"),
    isExtern: declaration.modifiers.includes("extern"),
    meta: declaration.meta,
    doc: declaration.doc,
    params: declaration.typeParams.map(typeParameter),
  };
}

type SharedParts = ReturnType<typeof parts>;

/** Constraints are resolved with the headers. */
export function typeParameter(param: ast.TypeParam): TypeParameter {
  return { name: param.name.name, constraints: [], defaultType: null, span: param.name.span };
}

function createClass(
  shared: SharedParts,
  declaration: ast.ClassDecl | ast.InterfaceDecl,
): ClassType {
  return {
    ...shared,
    kind: "Class",
    form: declaration.kind === "Class" ? "class" : "interface",
    isFinal: declaration.modifiers.includes("final"),
    isAbstract: declaration.modifiers.includes("abstract"),
    superClass: null,
    interfaces: [],
    fields: new Map(),
    statics: new Map(),
    constructor: null,
    abstract: null,
  };
}

function createEnum(shared: SharedParts): EnumType {
  return { ...shared, kind: "Enum", constructors: new Map() };
}

function createTypedef(shared: SharedParts): DefType {
  return { ...shared, kind: "Typedef", type: DYNAMIC };
}

function createAbstract(shared: SharedParts, declaration: ast.AbstractDecl): AbstractType {
  const isCoreType = hasMeta(declaration.meta, ":coreType");
  const type: AbstractType = {
    ...shared,
    kind: "Abstract",
    isCoreType,
    isEnum: declaration.isEnum || hasMeta(declaration.meta, ":enum"),
    underlying: DYNAMIC,
    from: [],
    to: [],
    operators: [],
    forward: [],
    implementation: null,
  };
  if (declaration.fields.length > 0) type.implementation = implementationClass(type);
  return type;
}

/** Shares the abstract's path and parameters. */
function implementationClass(abstract: AbstractType): ClassType {
  const { path, name, module, file, span, isPrivate, isExtern, meta, doc, params } = abstract;
  return {
    path,
    name,
    package: abstract.package,
    module,
    file,
    span,
    isPrivate,
    isExtern,
    meta,
    doc,
    params,
    kind: "Class",
    form: "abstractImpl",
    isFinal: true,
    isAbstract: false,
    superClass: null,
    interfaces: [],
    fields: new Map(),
    statics: new Map(),
    constructor: null,
    abstract,
  };
}

function moduleFieldsClass(module: ModuleScope, span: Span): ClassType {
  const name = `${module.name}_Fields_`;
  return {
    kind: "Class",
    form: "moduleFields",
    path: [...module.package, `_${module.name}`, name].join("."),
    name,
    package: module.package,
    module: module.path,
    file: module.source.file,
    span,
    isPrivate: false,
    isExtern: false,
    meta: [],
    doc: null,
    params: [],
    isFinal: true,
    isAbstract: false,
    superClass: null,
    interfaces: [],
    fields: new Map(),
    statics: new Map(),
    constructor: null,
    abstract: null,
  };
}
