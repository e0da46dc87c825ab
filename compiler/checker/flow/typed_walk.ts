/** The parts of a typed expression. */
import type { TypedExpr, TypedPattern } from "#compiler/types/typed_ast.ts";

/** Its direct sub-expressions in the order they are evaluated; the body of a closure is one. */
export function childrenOf(expr: TypedExpr): readonly TypedExpr[] {
  switch (expr.kind) {
    case "Field":
    case "AnonField":
    case "DynamicField":
    case "MethodClosure":
      return [expr.object];
    case "ArrayAccess":
      return [expr.array, expr.index];
    case "Call":
      return [expr.callee, ...expr.args];
    case "MethodCall":
      return [expr.object, ...expr.args];
    case "StaticCall":
    case "SuperCall":
    case "Intrinsic":
    case "New":
    case "NewEnum":
      return expr.args;
    case "ArrayDecl":
      return expr.elements;
    case "ObjectDecl":
      return expr.fields.map((field) => field.value);
    case "Function":
      return [expr.body];
    case "Binop":
    case "Logic":
      return [expr.left, expr.right];
    case "IsNull":
    case "Unop":
      return [expr.operand];
    case "StringConcat":
      return expr.parts;
    case "Assign":
      return expr.target.kind === "Local" ? [expr.value] : [expr.target, expr.value];
    case "Var":
    case "Return":
      return expr.value === null ? [] : [expr.value];
    case "Block":
      return expr.exprs;
    case "If":
      return expr.else === null ? [expr.cond, expr.then] : [expr.cond, expr.then, expr.else];
    case "While":
      return expr.isDo ? [expr.body, expr.cond] : [expr.cond, expr.body];
    case "ForRange":
      return [expr.start, expr.end, expr.body];
    case "ForArray":
      return [expr.array, expr.body];
    case "Switch":
      return [
        ...expr.subjects,
        ...expr.cases.flatMap((one) => [
          ...valuesIn(one.pattern),
          ...(one.guard === null ? [] : [one.guard]),
          one.body,
        ]),
        ...(expr.default === null ? [] : [expr.default]),
      ];
    case "Try":
      return [expr.body, ...expr.catches.map((one) => one.body)];
    case "Throw":
      return [expr.value];
    case "Cast":
    case "Is":
      return [expr.expr];
    case "Int":
    case "Float":
    case "String":
    case "Bool":
    case "Null":
    case "This":
    case "Local":
    case "StaticField":
    case "StaticClosure":
    case "EnumValue":
    case "TypeValue":
    case "Break":
    case "Continue":
      return [];
  }
}

/** Expressions evaluated while a pattern is tried. */
export function valuesIn(pattern: TypedPattern): TypedExpr[] {
  switch (pattern.kind) {
    case "Any":
      return [];
    case "Value":
      return [pattern.value];
    case "Bind":
      return pattern.pattern === null ? [] : valuesIn(pattern.pattern);
    case "Enum":
      return pattern.args.flatMap(valuesIn);
    case "Array":
    case "Tuple":
      return pattern.elements.flatMap(valuesIn);
    case "Extract":
      return pattern.parts.flatMap((part) => [part.value, ...valuesIn(part.pattern)]);
    case "Or":
      return pattern.alternatives.flatMap(valuesIn);
  }
}

/** Does the test hold for the expression or anything in it? */
export function containsExpr(expr: TypedExpr, test: (expr: TypedExpr) => boolean): boolean {
  return test(expr) || childrenOf(expr).some((child) => containsExpr(child, test));
}
