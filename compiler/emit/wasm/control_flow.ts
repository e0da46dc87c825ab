/** Structured control flow of the low IR as WASM blocks; labels carry over as they are unique in a function. */
import type { IrCase, IrStmt } from "#compiler/ir/statement.ts";
import type { Node } from "./binaryen_module.ts";
import { expression } from "./expression.ts";
import type { FunctionWriter } from "./function_writer.ts";

type Of<K extends IrStmt["kind"]> = Extract<IrStmt, { kind: K }>;

/** Prints the statements of a branch; passed in, as statements in turn print control flow. */
type PrintBlock = (
  writer: FunctionWriter,
  label: string | null,
  statements: readonly IrStmt[],
) => Node;

export const breakLabel = (label: string): string => `${label}.break`;
export const continueLabel = (label: string): string => `${label}.continue`;

export function ifStatement(writer: FunctionWriter, statement: Of<"If">, block: PrintBlock): Node {
  const { module } = writer.program;
  const test = expression(writer, statement.test);
  const then = block(writer, null, statement.then);
  return statement.else.length === 0
    ? module.if(test, then)
    : module.if(test, then, block(writer, null, statement.else));
}

export function loopStatement(
  writer: FunctionWriter,
  statement: Of<"Loop">,
  block: PrintBlock,
): Node {
  const { module } = writer.program;
  const again = continueLabel(statement.label);
  const body = [block(writer, null, statement.body), module.br(again)];
  return module.block(breakLabel(statement.label), [module.loop(again, module.block(null, body))]);
}

/** A jump table where the values lie close together, else a chain of tests. */
export function switchStatement(
  writer: FunctionWriter,
  statement: Of<"Switch">,
  block: PrintBlock,
): Node {
  const { module } = writer.program;
  const name = writer.freshLabel("switch");
  const caseLabel = (index: number): string => `${name}.case${index}`;
  const otherwise = `${name}.default`;
  const end = `${name}.end`;
  let inner = jumpToCase(writer, statement, caseLabel, otherwise);
  for (const [index, arm] of statement.cases.entries()) {
    const landing = module.block(caseLabel(index), [inner]);
    inner = module.block(null, [landing, block(writer, null, arm.body), module.br(end)]);
  }
  const landing = module.block(otherwise, [inner]);
  return module.block(end, [landing, block(writer, null, statement.default)]);
}

function jumpToCase(
  writer: FunctionWriter,
  statement: Of<"Switch">,
  caseLabel: (index: number) => string,
  otherwise: string,
): Node {
  const { module } = writer.program;
  const values = statement.cases.flatMap((arm) => arm.values);
  const lowest = Math.min(...values);
  const span = Math.max(...values) - lowest + 1;
  if (values.length === 0) return module.br(otherwise);
  const selector = expression(writer, statement.value);
  if (span <= 4 * values.length + 8) {
    const targets = Array.from({ length: span }, () => otherwise);
    for (const [index, value] of caseValues(statement.cases)) {
      targets[value - lowest] = caseLabel(index);
    }
    const offset = module.i32.sub(selector, module.i32.const(lowest));
    return module.switch(targets, otherwise, offset);
  }
  const held = writer.scratch(writer.program.types.i32);
  const tests = caseValues(statement.cases).map(([index, value]) =>
    module.br_if(caseLabel(index), module.i32.eq(held.get(), module.i32.const(value))),
  );
  return module.block(null, [held.set(selector), ...tests, module.br(otherwise)]);
}

/** Each value with the number of its case; a value listed twice belongs to the first. */
function caseValues(cases: readonly IrCase[]): readonly (readonly [number, number])[] {
  const seen = new Set<number>();
  return cases.flatMap((arm, index) =>
    arm.values
      .filter((value) => !seen.has(value) && seen.add(value))
      .map((value) => [index, value] as const),
  );
}

/** The handler runs with the thrown value taken out of the runtime, so a throw inside it starts afresh. */
export function tryStatement(
  writer: FunctionWriter,
  statement: Of<"Try">,
  block: PrintBlock,
): Node {
  const { module } = writer.program;
  const name = writer.freshLabel("try");
  const body = writer.withHandler(`${name}.catch`, () => block(writer, null, statement.body));
  const handler = [
    writer.setLocal(statement.caught, writer.program.takeThrown()),
    block(writer, null, statement.handler),
  ];
  const landing = module.block(`${name}.catch`, [body, module.br(`${name}.end`)]);
  return module.block(`${name}.end`, [landing, ...handler]);
}
