/** What `import` and `using` make visible. */
import { didYouMean } from "#compiler/diagnostics/suggest.ts";
import type { ImportDecl } from "#compiler/syntax/ast.ts";
import { follow } from "#compiler/types/follow.ts";
import type { ClassType, TypeDeclaration } from "#compiler/types/type.ts";
import { type ImportTable, type ModuleScope, type Program, report } from "./program.ts";

/** The module's import table, made at first use: `import.hx` files first, outermost first, then its own. */
export function importsOf(program: Program, module: ModuleScope): ImportTable {
  if (module.imports !== null) return module.imports;
  const table: ImportTable = {
    types: new Map(),
    members: new Map(),
    opened: [],
    packages: [],
    usings: [],
  };
  module.imports = table;
  for (let length = 0; length <= module.package.length; length++) {
    const defaults = program.defaultImports.get(module.package.slice(0, length).join("."));
    if (defaults === undefined) continue;
    for (const declaration of defaults.imports)
      addImport(program, defaults.module, table, declaration);
  }
  for (const declaration of module.source.module.imports)
    addImport(program, module, table, declaration);
  return table;
}

function addImport(
  program: Program,
  module: ModuleScope,
  table: ImportTable,
  declaration: ImportDecl,
): void {
  const names = declaration.path.map((part) => part.name);
  const target = resolveImport(program, names);
  if (target === null) {
    const isPackage = declaration.isWildcard && program.packages.has(names.join("."));
    if (isPackage) table.packages.unshift(names.join("."));
    else reportUnknown(program, module, declaration, names);
    return;
  }
  if (!module.isDependency) checkTarget(program, module, declaration, target);
  if (declaration.isWildcard) {
    openTarget(table, target);
  } else if (target.kind === "Member") {
    table.members.set(declaration.alias?.name ?? target.name, {
      declaration: target.declaration,
      name: target.name,
    });
  } else if (target.kind === "Type") {
    addType(table, target.declaration, declaration.alias?.name ?? target.declaration.name);
  } else {
    addModule(table, target.module, declaration.alias?.name ?? null);
  }
  if (declaration.kind === "Using") addUsings(table, target);
}

/** Is what is imported there, and may it be? Members are known when everything has been declared. */
function checkTarget(
  program: Program,
  { path, source: { file } }: ModuleScope,
  { path: names, alias }: ImportDecl,
  target: ImportTarget,
): void {
  const last = names.at(-1);
  if (last === undefined) return;
  if (target.kind === "Member") {
    const { declaration: owner, name } = target;
    program.whenDeclared(() => {
      if (hasMember(owner, name)) return;
      const hint = didYouMean(name, functionsOf(owner)?.statics.keys() ?? []);
      report(program, file, "HX3028", last.span, { type: owner.path, name }, { hint });
    });
    return;
  }
  if (alias !== null && /^[a-z]/.test(alias.name))
    report(program, file, "HX1106", alias.span, { name: alias.name });
  if (target.kind === "Module" || !target.declaration.isPrivate) return;
  const { name, module } = target.declaration;
  if (module !== path) report(program, file, "HX2052", last.span, { name, module });
}

function hasMember(owner: TypeDeclaration, name: string): boolean {
  if (owner.kind === "Typedef") {
    const type = follow(owner.type);
    if (type.kind === "Enum") return type.enum.constructors.has(name);
  }
  if (owner.kind === "Enum") return owner.constructors.has(name);
  return functionsOf(owner)?.statics.has(name) === true;
}

type ImportTarget =
  | { readonly kind: "Module"; readonly module: ModuleScope }
  | { readonly kind: "Type"; readonly declaration: TypeDeclaration }
  | { readonly kind: "Member"; readonly declaration: TypeDeclaration; readonly name: string };

/** A module by its whole path, also in the module's own package; then a type of the module, then a member. */
function resolveImport(program: Program, names: readonly string[]): ImportTarget | null {
  for (let length = 1; length <= names.length; length++) {
    const module = program.modules.get(names.slice(0, length).join("."));
    if (module !== undefined) return resolveInModule(module, names.slice(length));
  }
  return null;
}

function resolveInModule(module: ModuleScope, rest: readonly string[]): ImportTarget | null {
  const [first, second] = rest;
  if (first === undefined) return { kind: "Module", module };
  const type = module.types.get(first);
  if (type !== undefined) {
    return second === undefined ? { kind: "Type", declaration: type } : memberOf(type, second);
  }
  if (second !== undefined) return null;
  if (module.fields !== null && isModuleField(module, first)) return memberOf(module.fields, first);
  const main = module.types.get(module.name);
  return main === undefined ? null : memberOf(main, first);
}

/** Fields are declared after imports are read: the syntax tells whose member it is. */
function isModuleField(module: ModuleScope, name: string): boolean {
  return module.source.module.declarations.some(
    (declaration) => declaration.kind === "ModuleField" && declaration.field.name.name === name,
  );
}

function memberOf(declaration: TypeDeclaration, name: string): ImportTarget {
  return { kind: "Member", declaration, name };
}

function addType(table: ImportTable, declaration: TypeDeclaration, name: string): void {
  table.types.set(name, declaration);
  if (declaration.kind !== "Class") table.opened.unshift(declaration);
}

function addModule(table: ImportTable, module: ModuleScope, alias: string | null): void {
  for (const declaration of module.types.values()) {
    if (declaration.isPrivate) continue;
    if (alias === null) addType(table, declaration, declaration.name);
    else if (declaration.name === module.name) addType(table, declaration, alias);
  }
}

function openTarget(table: ImportTable, target: ImportTarget): void {
  if (target.kind === "Module") {
    for (const declaration of target.module.types.values()) {
      if (!declaration.isPrivate && declaration.name === target.module.name)
        table.opened.unshift(declaration);
    }
    if (target.module.fields !== null) table.opened.unshift(target.module.fields);
  } else if (target.kind === "Type") {
    table.opened.unshift(target.declaration);
  }
}

function addUsings(table: ImportTable, target: ImportTarget): void {
  if (target.kind === "Member") return;
  if (target.kind === "Type") table.usings.unshift(target.declaration);
  else table.usings.unshift(...target.module.types.values());
  if (target.kind === "Module" && target.module.fields !== null)
    table.usings.unshift(target.module.fields);
}

/** The class that holds a type's static functions. */
export function functionsOf(declaration: TypeDeclaration): ClassType | null {
  switch (declaration.kind) {
    case "Class":
      return declaration;
    case "Abstract":
      return declaration.implementation;
    case "Typedef": {
      const type = follow(declaration.type);
      if (type.kind === "Inst") return type.class;
      return type.kind === "Abstract" ? type.abstract.implementation : null;
    }
    case "Enum":
      return null;
  }
}

function reportUnknown(
  program: Program,
  module: ModuleScope,
  declaration: ImportDecl,
  names: readonly string[],
): void {
  const name = names.join(".");
  // Only macros, which are left out, have a use for it.
  if (module.isDependency || name.startsWith("haxe.macro.")) return;
  const first = declaration.path[0];
  const last = declaration.path.at(-1);
  const span =
    first === undefined || last === undefined
      ? declaration.span
      : { start: first.span.start, end: last.span.end };
  const hint = didYouMean(name, program.modules.keys());
  report(program, module.source.file, "HX2002", span, { name }, { hint });
}
