/** Macros are not run: what needs one is told so, by its name. */
import type * as ast from "#compiler/syntax/ast.ts";
import { followNull } from "#compiler/types/follow.ts";
import type { ClassType, Type, TypeDeclaration } from "#compiler/types/type.ts";
import { syntaxOf } from "../declarations/declare_types.ts";
import { importsOf } from "./imports.ts";
import { pathOfExpr } from "./metadata.ts";
import { type ModuleScope, type Program, report, type TypeScope } from "./program.ts";

/** `pack.Class.name`, where the type declares a macro of that name; else null. */
export function macroOf(declaration: TypeDeclaration, name: string): string | null {
  const syntax = syntaxOf(declaration);
  const fields = syntax !== undefined && "fields" in syntax ? syntax.fields : [];
  return fields.some((field) => isMacro(field, name)) ? `${declaration.path}.${name}` : null;
}

/** A macro of the value's class or of an ancestor. */
export function macroOfValue(type: Type, name: string): string | null {
  const followed = followNull(type);
  if (followed.kind === "Abstract") return macroOf(followed.abstract, name);
  let current = followed.kind === "Inst" ? followed.class : null;
  for (; current !== null; current = current.superClass?.class ?? null) {
    const found = macroOf(current, name);
    if (found !== null) return found;
  }
  return null;
}

/** A macro that the bare name means: of the class, of the module, or imported. */
export function visibleMacro(
  program: Program,
  { module }: TypeScope,
  holder: ClassType,
  name: string,
): string | null {
  const own = macroOf(holder.abstract ?? holder, name) ?? macroOfModule(module, name);
  if (own !== null) return own;
  const { members, opened } = importsOf(program, module);
  const member = members.get(name);
  if (member !== undefined) return macroIn(program, member.declaration, member.name);
  for (const declaration of opened) {
    const found = macroIn(program, declaration, name);
    if (found !== null) return found;
  }
  return null;
}

function macroIn(program: Program, declaration: TypeDeclaration, name: string): string | null {
  const isModule = declaration.kind === "Class" && declaration.form === "moduleFields";
  if (!isModule) return macroOf(declaration, name);
  const module = program.modules.get(declaration.module);
  return module === undefined ? null : macroOfModule(module, name);
}

function macroOfModule({ path, source }: ModuleScope, name: string): string | null {
  const isFound = source.module.declarations.some(
    (declaration) => declaration.kind === "ModuleField" && isMacro(declaration.field, name),
  );
  return isFound ? `${path}.${name}` : null;
}

function isMacro(field: ast.Field, name: string): boolean {
  return field.name.name === name && field.modifiers.includes("macro");
}

const BUILDERS = new Set([":build", ":autoBuild", ":genericBuild"]);

/** Reports the macros that should make a type's fields. */
export function reportBuilders(program: Program, module: ModuleScope): void {
  for (const declaration of module.source.module.declarations) {
    if (declaration.kind === "ModuleField") continue;
    for (const meta of declaration.meta) {
      if (!BUILDERS.has(meta.name)) continue;
      const [call] = meta.params;
      const callee = call?.kind === "Call" ? call.callee : call;
      const name = callee === undefined ? null : pathOfExpr(callee);
      report(program, module.source.file, "HX3911", meta.span, { name: name ?? meta.name });
    }
  }
}
