/** The simplest values of every type: what ends the recursion of expressions. */
import type { Generator, Scope } from "./scope.ts";
import { deeper } from "./scope.ts";
import { type ClassDeclaration, isSubtype, type Param, type Type, typeText } from "./types.ts";

const ints =
  "0 1 2 3 7 10 (-1) (-2) 255 65535 1000003 0x55AA55AA 2147483647 (-2147483647) 0x80000000";
const floats = "0.5 1.0 2.0 (-1.5) 3.75 100.125 (-0.0625) 1e10 1e-3 (-12345.678)";
const texts = ["a", "", "Hello", "b,c", "x1", " trim ", "zzz", "42", "0x1F", "Wörter", "tab\\t"];

export function intLiteral({ choices }: Generator): string {
  return choices.pick(ints.split(" "));
}

export function floatLiteral({ choices }: Generator): string {
  return choices.pick(floats.split(" "));
}

export function stringLiteral({ choices }: Generator): string {
  return `"${choices.pick(texts)}"`;
}

/** A value made here, of parts no deeper than the scope allows. */
export function freshValue(g: Generator, type: Type, scope: Scope): string {
  const { choices } = g;
  const inner = deeper(scope);
  switch (type.kind) {
    case "Int":
      return intLiteral(g);
    case "Float":
      return floatLiteral(g);
    case "Bool":
      return choices.pick(["false", "true"]);
    case "String":
      return stringLiteral(g);
    case "Null":
      return choices.chance(60) ? g.expression(type.of, inner) : "null";
    case "Array": {
      const elements = choices.many(1, 4, () => g.expression(type.element, inner));
      return `([${elements.join(", ")}] : ${typeText(type)})`;
    }
    case "Map":
      return mapValue(g, type, inner);
    case "Box":
      return `new Box<${typeText(type.element)}>(${g.expression(type.element, inner)})`;
    case "Function":
      return g.lambda(type, inner);
    case "Class":
      return newInstance(g, choices.pick(implementations(g, type)), inner);
    case "Interface": {
      const options = implementations(g, type);
      return options.length === 0 ? "null" : newInstance(g, choices.pick(options), inner);
    }
    case "Enum": {
      const { constructors } = type.declaration;
      const usable = scope.depth > 0 ? constructors : constructors.slice(0, 1);
      const { name, params } = choices.pick(usable);
      return params.length === 0 ? name : `${name}(${argumentsFor(g, params, inner)})`;
    }
    case "Struct": {
      const fields = type.declaration.fields.map(
        (field) => `${field.name}: ${g.expression(field.type, inner)}`,
      );
      return `({${fields.join(", ")}} : ${type.declaration.name})`;
    }
    case "Abstract":
      return `new ${type.declaration.name}(${g.expression({ kind: "Int" }, inner)})`;
  }
}

/** Classes whose instances are of the type. */
export function implementations(g: Generator, type: Type): ClassDeclaration[] {
  return g.world.classes.filter((declaration) => isSubtype({ kind: "Class", declaration }, type));
}

/** Keys of a literal must differ. */
function mapValue(g: Generator, type: Type & { kind: "Map" }, scope: Scope): string {
  const keys = type.key.kind === "Int" ? ["1", "2", "(-3)"] : ['"a"', '"b"', '"Hello"'];
  const count = g.choices.below(keys.length + 1);
  if (count === 0) return `new ${typeText(type)}()`;
  const rows = keys.slice(0, count).map((key) => `${key} => ${g.expression(type.value, scope)}`);
  return `([${rows.join(", ")}] : ${typeText(type)})`;
}

function newInstance(g: Generator, declaration: ClassDeclaration, scope: Scope): string {
  return `new ${declaration.name}(${argumentsFor(g, declaration.constructorParams, scope)})`;
}

/** Arguments for parameters; those with a default value may be left out from the end. */
export function argumentsFor(g: Generator, params: readonly Param[], scope: Scope): string {
  return given(g, params)
    .map(({ type }) => g.expression(type, scope))
    .join(", ");
}

/** Arguments whose evaluation nobody can see. */
export function plainArguments(g: Generator, params: readonly Param[]): string {
  return given(g, params)
    .map(({ type }) => plainValue(g, type))
    .join(", ");
}

function given(g: Generator, params: readonly Param[]): readonly Param[] {
  const required = params.filter(({ byDefault }) => byDefault === null).length;
  return params.slice(0, required + g.choices.below(params.length - required + 1));
}

/** Nothing is called and no class of the program is made, as its constructor could print. */
function plainValue(g: Generator, type: Type): string {
  switch (type.kind) {
    case "Int":
      return intLiteral(g);
    case "Float":
      return floatLiteral(g);
    case "Bool":
      return "false";
    case "String":
      return stringLiteral(g);
    case "Array":
      return `([] : ${typeText(type)})`;
    case "Map":
      return `new ${typeText(type)}()`;
    case "Enum":
      return type.declaration.constructors[0]?.name ?? "null";
    case "Function": {
      const params = type.params.map((param) => `${g.fresh("p")}:${typeText(param)}`);
      return `(function(${params.join(", ")}) return ${plainValue(g, type.result)})`;
    }
    case "Null":
    case "Box":
    case "Class":
    case "Interface":
    case "Struct":
      return "null";
    case "Abstract":
      return `new ${type.declaration.name}(${intLiteral(g)})`;
  }
}
