/** BehaviorsCheck: what a package says of behaviours, against the classes that the code has. */
import { RANGED_TYPES, type SceneSchema, type SceneType } from "#compiler/bytecode/scene_schema.ts";
import {
  type ArgumentsOf,
  type Diagnostic,
  type ElementPath,
  elementDiagnostic,
  type Outcome,
  outcome,
  withRelated,
} from "../document/diagnostic.ts";
import type { Code } from "../document/messages.ts";
import type {
  BehaviorDefinition,
  BehaviorsFragment,
  DeclaredParam,
} from "../package_xml/behavior_definition.ts";
import { parseValue, rangeText } from "../package_xml/parse_value.ts";
import type { CodePlaces } from "./code_places.ts";
import {
  CodeTypes,
  likelyBehaviorHint,
  narrowed,
  type PartField,
  type PartType,
  unknownParameterHint,
} from "./code_types.ts";

/** The registry of a package: behaviours by `package.Id`, sorted, for the factory table that starts a game. */
export interface BehaviorRegistry {
  readonly behaviors: readonly { readonly name: string; readonly class: string }[];
}

/** Checks the behaviours of a package; `file` is the path of its package.xml in diagnostics. */
export function checkBehaviors(
  { package: owner, behaviors }: BehaviorsFragment,
  file: string,
  schemas: readonly SceneSchema[],
  places: CodePlaces,
): Outcome<BehaviorRegistry> {
  const types = new CodeTypes(schemas);
  const diagnostics = behaviors.flatMap((behavior) => checkOne(behavior, file, types, places));
  const rows = behaviors.map(({ id, class: path }) => ({ name: `${owner}.${id}`, class: path }));
  return outcome(diagnostics, () => ({
    behaviors: rows.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  }));
}

/** Where in package.xml something is said. */
interface Site {
  readonly file: string;
  readonly element: ElementPath;
}

function checkOne(
  { id, class: path, params }: BehaviorDefinition,
  file: string,
  types: CodeTypes,
  places: CodePlaces,
): Diagnostic[] {
  const element = ["behaviors", `behavior:${id}`];
  const type = types.behavior(path);
  if (type === undefined) {
    const likely = types.likelyBehaviors(path);
    const hint = likelyBehaviorHint(likely);
    const problem = problemAt({ file, element }, "@class", "PK3007", { name: path }, hint);
    return [
      withRelated(
        problem,
        likely.flatMap((other) => places.ofClass(other)),
      ),
    ];
  }
  return params.flatMap((param) => {
    const site = { file, element: [...element, `param:${param.name}`] };
    return checkParam(param, type, site, places) ?? [];
  });
}

function checkParam(
  declared: DeclaredParam,
  type: PartType,
  site: Site,
  places: CodePlaces,
): Diagnostic | undefined {
  const { name } = declared;
  const field = type.fields.find(({ spellings }) => spellings.includes(name));
  if (field === undefined) {
    const args = { owner: `Behaviour \`${type.name}\``, name };
    const problem = problemAt(site, "@name", "PK5005", args, unknownParameterHint(name, type));
    return withRelated(problem, places.ofClass(type.name));
  }
  const problem =
    typeProblem(declared, field, site) ??
    rangeProblem(declared, field, site) ??
    defaultProblem(declared, field, site);
  return problem && withRelated(problem, places.ofParam(field.owner, field.param.name));
}

function typeProblem(
  { name, type: expected }: DeclaredParam,
  { param, owner }: PartField,
  site: Site,
): Diagnostic | undefined {
  const found = typeName(param.type);
  if (expected === null || expected === found) return undefined;
  const args = { name, type: expected, class: owner, found };
  return problemAt(site, "@type", "PK5013", args, `Write \`type="${found}"\`, or change the class`);
}

/** Ranges may only be narrower than the code's. */
function rangeProblem(
  { name, min, max }: DeclaredParam,
  { param, owner }: PartField,
  site: Site,
): Diagnostic | undefined {
  if (min === null && max === null) return undefined;
  const { type, min: least, max: most } = param;
  if (!RANGED_TYPES.has(type.kind)) {
    const step = min === null ? "@max" : "@min";
    return problemAt(site, step, "PK5015", { name, type: typeName(type) });
  }
  const isBelow = min !== null && least !== null && min < least;
  const isAbove = max !== null && most !== null && max > most;
  if (!isBelow && !isAbove) return undefined;
  const args = { name, class: owner, range: rangeText(least, most) };
  return problemAt(site, isBelow ? "@min" : "@max", "PK5014", args);
}

function defaultProblem(
  declared: DeclaredParam,
  { param }: PartField,
  site: Site,
): Diagnostic | undefined {
  if (declared.default === null) return undefined;
  const parsed = parseValue(narrowed(param, declared), declared.default);
  return "value" in parsed
    ? undefined
    : problemAt(site, "@default", parsed.code, parsed.args, parsed.hint);
}

function problemAt<C extends Code>(
  { file, element }: Site,
  step: string,
  code: C,
  args: ArgumentsOf<C>,
  hint?: string,
): Diagnostic {
  return elementDiagnostic(code, file, [...element, step], args, hint);
}

/** How `type` of `<param>` names a type: as the reference has it, or by the enum's path. */
function typeName(type: SceneType): string {
  if (type.kind === "asset") return type.asset;
  return type.kind === "enum" ? type.path : type.kind;
}
