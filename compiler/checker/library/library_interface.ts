/**
 * What dependants see of a library: its modules with every type written, without bodies, values, comments and
 * positions. An edit inside a function leaves it equal, so that dependants need not be checked again.
 */
import type { Span } from "#compiler/source/span.ts";
import type * as ast from "#compiler/syntax/ast.ts";
import { follow } from "#compiler/types/follow.ts";
import type { ClassField, ClassType, TypeDeclaration } from "#compiler/types/type.ts";
import { isFactory } from "../calls/factories.ts";
import { isEnumValue } from "../declarations/declare_fields.ts";
import { bodyChangingThis } from "../declarations/this_changes.ts";
import { argHint, typeToHint } from "../declarations/type_to_hint.ts";
import { type ConstantExpr, isConstant } from "../expressions/constants.ts";
import type { Interface, InterfaceModule, TypedProgram } from "../program/interface.ts";
import type { ModuleScope, Program } from "../program/program.ts";

const NOWHERE: Span = { start: 0, end: 0 };
const NO_BODY: ast.Expr = { kind: "Block", exprs: [], span: NOWHERE };

/** `known`: modules that are sure already, by file. */
export function interfaceOf(
  library: string,
  checked: TypedProgram,
  known: ReadonlyMap<string, InterfaceModule> = new Map(),
): Interface {
  const { program } = checked;
  const modules = checked.modules.map(
    (module) => known.get(module.source.file) ?? moduleInterface(program, module),
  );
  const defaults = [...program.defaultImports.values()]
    .filter(({ module }) => !module.isDependency)
    .map(
      ({ module }): InterfaceModule => ({
        file: module.source.file,
        module: withoutSpans(module.source.module),
      }),
    );
  return {
    library,
    modules: [...defaults, ...modules].toSorted((first, second) =>
      first.file < second.file ? -1 : 1,
    ),
  };
}

function moduleInterface(program: Program, scope: ModuleScope): InterfaceModule {
  const { module, file } = scope.source;
  const declarations = module.declarations.map((declaration): ast.Declaration => {
    if (declaration.kind === "ModuleField") {
      return { ...declaration, field: fieldInterface(program, scope.fields, declaration.field) };
    }
    return declarationInterface(program, scope.types.get(declaration.name.name), declaration);
  });
  return { file, module: withoutSpans({ ...module, declarations }) };
}

function declarationInterface(
  program: Program,
  type: TypeDeclaration | undefined,
  declaration: Exclude<ast.Declaration, ast.ModuleFieldDecl>,
): ast.Declaration {
  switch (declaration.kind) {
    case "Class":
    case "Interface":
    case "Abstract": {
      const holder =
        type?.kind === "Abstract" ? type.implementation : type?.kind === "Class" ? type : null;
      const fields = declaration.fields.map((field) => fieldInterface(program, holder, field));
      const made = holder === null ? null : inheritedConstructor(holder, declaration.fields);
      return { ...declaration, fields: made === null ? fields : [...fields, made] };
    }
    case "Enum":
    case "Typedef":
      return declaration;
  }
}

/** The constructor that a class was given because its variables have initial values. */
function inheritedConstructor(holder: ClassType, fields: readonly ast.Field[]): ast.Field | null {
  const own = holder.constructor;
  if (own === null || own.owner !== holder || fields.some((field) => field.name.name === "new"))
    return null;
  const signature = follow(own.type);
  if (signature.kind !== "Fun") return null;
  const args = signature.args.map(
    (arg): ast.FunctionArg => ({
      name: { name: arg.name, span: NOWHERE },
      meta: [],
      isOptional: arg.isOptional,
      isRest: arg.isRest,
      type: argHint(arg),
      value: null,
      span: NOWHERE,
    }),
  );
  return {
    kind: "Function",
    name: { name: "new", span: NOWHERE },
    doc: null,
    meta: [],
    modifiers: [own.isPublic ? "public" : "private"],
    isOptional: false,
    function: { typeParams: [], args, returnType: null, body: NO_BODY, span: NOWHERE },
    span: NOWHERE,
  };
}

function fieldInterface(program: Program, holder: ClassType | null, syntax: ast.Field): ast.Field {
  const field = holder === null ? undefined : declaredField(holder, syntax);
  if (field === undefined) return syntax;
  if (syntax.kind === "Function") return functionInterface(field, syntax);
  const isImplied = holder !== null && isEnumValue(holder, syntax);
  const type = syntax.type ?? (isImplied ? null : typeToHint(field.type));
  const value = field.read === "inline" ? constantSyntax(program, field, syntax.value) : null;
  return { ...syntax, type, value: isImplied ? value : asAbstract(field, value) };
}

function declaredField(holder: ClassType, syntax: ast.Field): ClassField | undefined {
  const { name } = syntax.name;
  if (syntax.modifiers.includes("overload")) return declaredOverload(holder, syntax);
  if (name === "new") return holder.constructor ?? holder.statics.get("_new");
  return holder.fields.get(name) ?? holder.statics.get(name);
}

function declaredOverload(holder: ClassType, syntax: ast.Field): ClassField | undefined {
  return [...holder.fields.values(), ...holder.statics.values()].find(
    (field) => field.isOverload && field.span.start === syntax.name.span.start,
  );
}

function functionInterface(field: ClassField, syntax: ast.FunctionField): ast.FunctionField {
  const signature = follow(field.type);
  const { function: declaration } = syntax;
  if (signature.kind !== "Fun") return syntax;
  const visible = signature.args.filter((arg) => !isFactory(arg));
  const declared = visible.slice(visible.length - declaration.args.length);
  const args = declaration.args.map((arg, index): ast.FunctionArg => {
    const found = declared[index];
    return arg.type !== null || found === undefined ? arg : { ...arg, type: argHint(found) };
  });
  const isConstructor = syntax.name.name === "new";
  const returnType =
    declaration.returnType ?? (isConstructor ? null : typeToHint(signature.result));
  const stub = field.changesThis ? bodyChangingThis(NOWHERE) : NO_BODY;
  const body = declaration.body === null ? null : stub;
  return { ...syntax, function: { ...declaration, args, returnType, body } };
}

/** The computed constant of an inline variable. */
function constantSyntax(
  program: Program,
  field: ClassField,
  written: ast.Expr | null,
): ast.Expr | null {
  const value = program.constants.get(field);
  if (value === undefined || !isConstant(value)) return written;
  return constantText(value) ?? written;
}

/** The constant is of the underlying type, which an abstract need not take without a cast. */
function asAbstract(field: ClassField, value: ast.Expr | null): ast.Expr | null {
  const type = follow(field.type);
  if (value === null || type.kind !== "Abstract" || type.abstract.isCoreType) return value;
  return { kind: "Cast", expr: value, type: null, span: NOWHERE };
}

function constantText(value: ConstantExpr): ast.Expr | null {
  switch (value.kind) {
    case "Int":
      return value.value < 0
        ? negative({ kind: "Int", text: String(-value.value), suffix: null, span: NOWHERE })
        : { kind: "Int", text: String(value.value), suffix: null, span: NOWHERE };
    case "Float":
      return floatSyntax(value.value);
    case "String":
      return { kind: "String", value: value.value, quote: '"', span: NOWHERE };
    case "Bool":
      return { kind: "Ident", name: String(value.value), span: NOWHERE };
    case "Null":
      return { kind: "Ident", name: "null", span: NOWHERE };
  }
}

function floatSyntax(value: number): ast.Expr | null {
  if (!Number.isFinite(value)) return null;
  const isNegative = value < 0 || Object.is(value, -0);
  const expr: ast.Expr = {
    kind: "Float",
    text: String(Math.abs(value)),
    suffix: null,
    span: NOWHERE,
  };
  return isNegative ? negative(expr) : expr;
}

function negative(operand: ast.Expr): ast.Expr {
  return { kind: "Unop", op: "-", isPostfix: false, operand, span: NOWHERE };
}

/** A copy without positions and comments. Objects are copied whole first, which engines do quickly. */
function withoutSpans<Node>(node: Node): Node {
  if (Array.isArray(node)) return node.map(withoutSpans) as Node;
  if (node === null || typeof node !== "object") return node;
  const copy = { ...node } as Record<string, unknown>;
  for (const key in copy) {
    const value = copy[key];
    if (key === "span") copy[key] = NOWHERE;
    else if (key === "doc") copy[key] = null;
    else if (typeof value === "object") copy[key] = withoutSpans(value);
  }
  return copy as Node;
}
