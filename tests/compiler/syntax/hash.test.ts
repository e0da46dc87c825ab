import test from "ava";
import { parseModule } from "#compiler/parser/parse_module.ts";
import type { Declaration, FunctionDecl } from "#compiler/syntax/ast.ts";
import {
  bodyHash,
  fieldSignatureHash,
  moduleSignatureHash,
  signatureHash,
} from "#compiler/syntax/hash.ts";

function declare(text: string): Declaration {
  const { module, diagnostics } = parseModule({ path: "A.hx", text }, new Map());
  const [declaration] = module.declarations;
  if (declaration === undefined || diagnostics.length > 0) throw new Error(text);
  return declaration;
}

function functionOf(text: string): FunctionDecl {
  const declaration = declare(text);
  if (declaration.kind !== "ModuleField" || declaration.field.kind !== "Function") {
    throw new Error(text);
  }
  return declaration.field.function;
}

test("blanks, comments and documentation change nothing", (t) => {
  const plain = declare("class A { function f(x:Int) { return x + 1; } }");
  const spaced = declare("/** D */ class A {\n\n// c\n function  f(x : Int) { return x+1; } }");
  t.is(signatureHash(plain), signatureHash(spaced));
  t.is(
    bodyHash(functionOf("function f() { return x + 1; }")),
    bodyHash(functionOf("function f() {  return /* c */ x+1; }")),
  );
});

test("a body edit changes the body's hash and no signature", (t) => {
  const before = "class A { function f(x:Int):Int { return x + 1; } }";
  const after = "class A { function f(x:Int):Int { return x + 2; } }";
  t.is(signatureHash(declare(before)), signatureHash(declare(after)));
  t.not(
    bodyHash(functionOf("function f() return 1;")),
    bodyHash(functionOf("function f() return 2;")),
  );
});

test("a signature sees names, types, defaults, metadata, modifiers and values of variables", (t) => {
  const texts = [
    "class A { function f(x:Int) {} }",
    "class A { function f(y:Int) {} }",
    "class A { function f(x:Float) {} }",
    "class A { function f(x:Int = 1) {} }",
    "class A { @:keep function f(x:Int) {} }",
    "class A { public function f(x:Int) {} }",
    "class A { function f(x:Int); }",
    "class A { var f = 1; }",
    "class A { var f = 2; }",
  ];
  const hashes = new Set(texts.map((text) => signatureHash(declare(text))));
  t.is(hashes.size, texts.length);
});

test("the body of an inline function belongs to its signature", (t) => {
  const one = declare("inline function f() return 1;");
  const two = declare("inline function f() return 2;");
  t.not(signatureHash(one), signatureHash(two));
});

test("a function inside a variable's value is part of the value", (t) => {
  const one = declare("class A { static var f = function() return 1; }");
  const two = declare("class A { static var f = function() return 2; }");
  t.not(signatureHash(one), signatureHash(two));
});

test("a body that is missing differs from an empty one", (t) => {
  t.not(bodyHash(functionOf("function f();")), bodyHash(functionOf("function f() {}")));
});

test("a field and a module have signatures too", (t) => {
  const parse = (text: string) => parseModule({ path: "A.hx", text }, new Map()).module;
  const before = parse("import a.B; function f() return 1;");
  const after = parse("import a.B; function f() return 2;");
  t.is(moduleSignatureHash(before), moduleSignatureHash(after));
  t.not(moduleSignatureHash(before), moduleSignatureHash(parse("function f() return 1;")));
  const [declaration] = before.declarations;
  if (declaration?.kind !== "ModuleField") return t.fail();
  t.is(fieldSignatureHash(declaration.field).length, 32);
});
