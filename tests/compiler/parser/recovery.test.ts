/** One cause, one diagnostic; and what surrounds the mistake is still read. */
import test from "ava";
import { textOfDiagnostic } from "#compiler/diagnostics/diagnostic.ts";
import { parseModule } from "#compiler/parser/parse_module.ts";

function names(text: string): string {
  const { module } = parseModule({ path: "A.hx", text }, new Map());
  return module.declarations
    .map((item) => {
      if (item.kind === "ModuleField") return item.field.name.name;
      if (item.kind !== "Class") return item.name.name;
      return `${item.name.name}(${item.fields.map((field) => field.name.name).join(" ")})`;
    })
    .join(" ");
}

function messages(text: string): string[] {
  const { diagnostics } = parseModule({ path: "A.hx", text }, new Map());
  return diagnostics.map(textOfDiagnostic);
}

const statements: Readonly<Record<string, string>> = {
  "foo(a, b;": "Expected `,` or `)`, found `;`",
  "foo(a b);": "Expected `,` or `)`, found `b`",
  "var x = ;": "Expected an expression, found `;`",
  "if (a { b(); }": "Expected `)`, found `{`",
  "if a { b(); }": "Expected `(`, found `a`",
  "for (i in 0..10) {}": "Expected a field name, found number `.10`",
  "for (i = 0; i < 3; i++) { i; }": "Expected `in`, found `=`",
  "while (a +) b();": "Expected an expression, found `)`",
  "x = [1, 2;": "Expected `,` or `]`, found `;`",
  "x = {a: 1, b 2};": "Expected `:`, found number `2`",
  "foo bar baz;": "Missing `;`",
  "let x = 1;": "Missing `;`",
  "switch (a) { case 1 b(); case 2: c(); }": "Expected `:`, found `b`",
  "else { }": "Expected an expression, found keyword `else`",
  "case 1:": "Expected an expression, found keyword `case`",
  "var x:Array<Int = 3;": "Expected `,` or `>`, found `=`",
  "new Foo;": "Expected `(`, found `;`",
  "a.;": "Expected a field name, found `;`",
  "a +* b;": "Expected an expression, found `*`",
  "try { a(); } catch e { }": "Expected `(`, found `e`",
  ") ;": "Expected an expression, found `)`",
  "x = y ? z;": "Expected `:`, found `;`",
  "var x = 'abc ${;": "String is not closed",
  'var x = "abc;': "String is not closed",
  "if (x) {": "`{` is not closed",
  "x = 1 §;": "Unexpected character `§`",
};

for (const [statement, message] of Object.entries(statements)) {
  test(`statement ${statement}`, (t) => {
    const text = `class A {
	var before:Int;
	function f() {
		${statement}
		after();
	}
	public function g() {}
}
class B {}
`;
    t.deepEqual(messages(text), [message]);
    t.is(names(text), "A(before f g) B()");
  });
}

const modules: readonly (readonly [text: string, message: string, names: string])[] = [
  [
    "class A {\n\tint x;\n\tvar y:Int;\n}",
    "Expected `var`, `final` or `function`, found `int`",
    "A(y)",
  ],
  ["class A extends {\n\tvar x:Int;\n}\nclass B {}", "Expected a type, found `{`", "A(x) B()"],
  [
    "class A\n\tvar x:Int;\n}\nclass B {}",
    "Expected `extends`, `implements` or `{`, found keyword `var`",
    "A(x) B()",
  ],
  ["clas A {\n\tvar x:Int;\n}\nclass B {}", "Expected a declaration, found `clas`", "B()"],
  ["import a.b\nclass A {}", "Missing `;`", "A()"],
  ["import ;\nclass A {}", "Expected a name, found `;`", "A()"],
  ["enum E {\n\tA;\n\tC(x);\n\tD;\n}\nclass B {}", "Expected `:`, found `)`", "E B()"],
  ["typedef X = ;\nclass B {}", "Expected a type, found `;`", "X B()"],
  ["class A { function f(a b) {} var x; }", "Expected `,` or `)`, found `b`", "A(f)"],
  ["class A {\n\tfunction f(a:) {}\n\tvar x;\n}", "Expected a type, found `)`", "A(f x)"],
  ["class A { var x:Int y:Int; var z; }", "Missing `;`", "A(x z)"],
  ["class A {\n\tfunction f() {\n}\nclass B {}", "`{` is not closed", "A(f) B()"],
  ["class A {}}\nclass B {}", "Expected a declaration, found `}`", "A() B()"],
  ["trace(1);\nclass A {}", "Expected a declaration, found `trace`", "A()"],
  ["class A {", "`{` is not closed", "A()"],
];

for (const [text, message, expected] of modules) {
  test(`module ${JSON.stringify(text)}`, (t) => {
    t.deepEqual(messages(text), [message]);
    t.is(names(text), expected);
  });
}
