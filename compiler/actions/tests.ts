import type { IrClass } from "#compiler/ir/ir.ts";
import { type Action, ActionError, type ActionResult, SUCCESS, writeText } from "./action.ts";
import { readAllIr } from "./emit.ts";

/** What tests extend, in packages/testing. */
const TEST_CASE = "testing.TestCase";

/** A method without parameters, whose name begins with `test`, of a class that tests. */
interface Test {
  readonly path: string;
  readonly name: string;
}

/**
 * `tests [--ir FILE.hir]... --name Class --out FILE.hx`: the class that runs the tests of the last library, with whose help the
 * program needs no reflection. Tests are inherited; an abstract class is none itself.
 */
export function testsAction(action: Action): ActionResult {
  const modules = readAllIr(action);
  const classes = new Map(
    modules.flatMap((module) => module.classes).map((one) => [one.path, one]),
  );
  const tests = (modules.at(-1)?.classes ?? []).flatMap((declared) => testsOf(declared, classes));
  if (tests.length === 0) {
    const what = `extends ${TEST_CASE} and has a method whose name begins with \`test\``;
    throw new ActionError(`No class of the sources ${what}`);
  }
  const { flags } = action;
  writeText(action, flags.one("out"), entryClass(flags.one("name"), tests));
  return SUCCESS;
}

function testsOf(declared: IrClass, classes: ReadonlyMap<string, IrClass>): Test[] {
  const line = lineage(declared, classes);
  if (!line.some(({ superclass }) => superclass === TEST_CASE) || isAbstract(declared)) return [];
  const names = line
    .toReversed()
    .flatMap(({ methods }) => methods.filter(({ params }) => params.length === 0))
    .map(({ name }) => name)
    .filter((name) => name.startsWith("test"));
  return [...new Set(names)].map((name) => ({ path: declared.path, name }));
}

/** The class and those that it extends. */
function lineage(declared: IrClass, classes: ReadonlyMap<string, IrClass>): IrClass[] {
  const parent = declared.superclass === null ? undefined : classes.get(declared.superclass);
  return [declared, ...(parent === undefined ? [] : lineage(parent, classes))];
}

function isAbstract({ methods }: IrClass): boolean {
  return methods.some(({ target }) => target === null);
}

function entryClass(name: string, tests: readonly Test[]): string {
  const rows = tests.map(
    ({ path, name: test }) =>
      `\t\t\ttesting.Test.of("${path}", "${test}", () -> new ${path}(), test -> @:privateAccess test.${test}())`,
  );
  return [
    "/** Runs the tests; written by the build. **/",
    `class ${name} {`,
    "\tstatic function main() {",
    "\t\ttesting.TestRunner.run([",
    rows.join(",\n"),
    "\t\t], Sys.args());",
    "\t}",
    "}",
    "",
  ].join("\n");
}
