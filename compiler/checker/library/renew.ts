/**
 * A file was edited and declares what it declared before: its declarations keep their identity, and with it everything
 * that was typed against them, and get the new syntax, with its places and comments.
 */
import type * as ast from "#compiler/syntax/ast.ts";
import type { TypeDeclaration, TypeParameter } from "#compiler/types/type.ts";
import { setSyntax } from "../declarations/declare_types.ts";
import { functionsChangingThis } from "../declarations/this_changes.ts";
import type { DeclaredClass, Member } from "../program/members.ts";
import { moduleFields } from "../program/module_syntax.ts";
import type { ModuleScope, ModuleSource } from "../program/program.ts";

/** Gives a module's types the syntax of its new text. */
export function renewModule(scope: ModuleScope, source: ModuleSource): void {
  Object.assign(scope, { source });
  let hasFields = false;
  for (const declaration of source.module.declarations) {
    if (declaration.kind === "ModuleField") {
      if (!hasFields && scope.fields !== null) renewed(scope.fields, { span: declaration.span });
      hasFields = true;
      continue;
    }
    const type = scope.types.get(declaration.name.name);
    if (type !== undefined) renewType(type, declaration);
  }
}

function renewType(
  type: TypeDeclaration,
  declaration: Exclude<ast.Declaration, ast.ModuleFieldDecl>,
): void {
  setSyntax(type, declaration);
  const parts = { span: declaration.name.span, meta: declaration.meta, doc: declaration.doc };
  renewed(type, parts);
  renewParams(type.params, declaration.typeParams);
  if (type.kind === "Abstract" && type.implementation !== null) renewed(type.implementation, parts);
  // A constructor that no one wrote stands where its class does; a written one is renewed with the members.
  if (type.kind === "Class" && type.constructor !== null)
    renewed(type.constructor, { span: type.span });
  if (type.kind === "Enum" && declaration.kind === "Enum") {
    for (const { name, meta, doc, typeParams } of declaration.constructors) {
      const made = type.constructors.get(name.name);
      if (made === undefined) continue;
      renewed(made, { span: name.span, meta, doc });
      renewParams(made.params, typeParams);
    }
  }
}

function renewParams(params: readonly TypeParameter[], syntax: readonly ast.TypeParam[]): void {
  for (const [index, param] of params.entries()) {
    const span = syntax[index]?.name.span;
    if (span !== undefined) renewed(param, { span });
  }
}

/** The class with the new syntax of its members; null where they are not the same ones. */
export function renewClass(declared: DeclaredClass, source: ModuleSource): DeclaredClass | null {
  const fields = moduleFields(source.module, declared.class);
  if (fields.length !== declared.members.length || !keepsChanges(declared, fields)) return null;
  const members = declared.members.map((member, index): Member => {
    const syntax = fields[index] ?? member.syntax;
    renewed(member.field, { span: syntax.name.span, meta: syntax.meta, doc: syntax.doc });
    if (syntax.kind === "Function" && member.form !== "abstractConstructor")
      renewParams(member.field.params, syntax.function.typeParams);
    return { ...member, syntax };
  });
  return { ...declared, members };
}

/** A body decides whether a function of an abstract assigns `this`, and its callers must know. */
function keepsChanges({ class: holder }: DeclaredClass, fields: readonly ast.Field[]): boolean {
  if (holder.abstract === null) return true;
  const names = functionsChangingThis(fields);
  return [...holder.fields.values()].every((field) => field.changesThis === names.has(field.name));
}

/** Parts of a declaration that have no bearing on what it is. */
type Renewable = "span" | "meta" | "doc";

function renewed<Declaration extends object>(
  declaration: Declaration,
  parts: Partial<Pick<Declaration, Renewable & keyof Declaration>>,
): void {
  Object.assign(declaration, parts);
}
