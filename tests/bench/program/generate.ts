/**
 * Writes a program as games are written: entities with fields and methods, systems over them, enums and what takes them
 * apart, generic pools, abstracts. Equal seeds and sizes give equal programs. It compiles with Haxe 4.2.5 and with ours.
 */
import { expression, indented } from "./code.ts";
import { MAKERS, type ModuleParts } from "./modules.ts";
import { Random } from "./random.ts";
import type { World } from "./world.ts";

export interface GeneratedProgram {
  /** Texts by path below the class path. */
  readonly files: ReadonlyMap<string, string>;
  readonly lineCount: number;
  readonly main: string;
}

/** At least so many lines. */
export function generateProgram(seed: number, lines: number): GeneratedProgram {
  const random = new Random(seed);
  const world: World = { classes: [], enums: [] };
  const files = new Map<string, string>([["engine/Updatable.hx", UPDATABLE]]);
  const modules: ModuleParts[] = [];
  let lineCount = 0;
  while (lineCount < lines - modules.length) {
    const make = MAKERS[modules.length % MAKERS.length] ?? random.pick(MAKERS);
    const module = make(random, world, modules.length + 1);
    const text = moduleText(module);
    modules.push(module);
    files.set(`${module.package.replaceAll(".", "/")}/${module.name}.hx`, text);
    lineCount += text.split("\n").length - 1;
  }
  files.set("Main.hx", mainText(random, world, modules));
  const all = [...files.values()].reduce((sum, text) => sum + text.split("\n").length - 1, 0);
  return { files, lineCount: all, main: "Main" };
}

function moduleText({ package: pack, imports, lines }: ModuleParts): string {
  const head = [
    `package ${pack};`,
    "",
    ...[...imports].sort().map((path) => `import ${path};`),
    "",
  ];
  return `${[...head, ...lines].join("\n")}\n`;
}

const UPDATABLE = `package engine;

interface Updatable {
	function update(seconds:Float):Void;
}
`;

/** Mentions every module, so that a compiler that looks for modules by itself finds them all. */
function mainText(random: Random, world: World, modules: readonly ModuleParts[]): string {
  const scope = { random, variables: [], classes: [], counter: { next: 1 } };
  const entities = world.classes.map(
    ({ name }) => `all.push(new ${name}(${expression(scope, "Int", 0)}));`,
  );
  const body = [
    "var all:Array<engine.Updatable> = [];",
    ...entities,
    "for (_ in 0...3) for (one in all) one.update(1 / 60);",
    "trace(all.length);",
  ];
  const imports = modules.map((module) => `import ${module.package}.${module.name};`);
  return `${[...imports, "", "class Main {", "\tstatic function main() {", ...indented(indented(body)), "\t}", "}"].join("\n")}\n`;
}
