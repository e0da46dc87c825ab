/** The classes of the code that scenes may name, joined from the schemas of all its libraries. */
import type { SceneClass, SceneParam, SceneSchema } from "#compiler/bytecode/scene_schema.ts";
import { groupBy } from "../document/group_by.ts";
import { didYouMean, nearest } from "../document/suggest.ts";
import type { BehaviorDefinition, DeclaredParam } from "../package_xml/behavior_definition.ts";
import { builtinComponent, builtinComponents } from "../package_xml/builtin_components.ts";

export interface PartField {
  readonly param: SceneParam;
  /** Path of the class that declares it. */
  readonly owner: string;
  /** How XML may spell its name: `maxSpeed` and `max_speed`. */
  readonly spellings: readonly string[];
}

/** A behaviour or component with its parameters, those of its ancestors first. */
export interface PartType {
  /** Element name of a built-in component, else class path. */
  readonly name: string;
  readonly role: "builtin" | "component" | "behavior";
  readonly fields: readonly PartField[];
  /** All spellings. */
  readonly names: ReadonlySet<string>;
}

/** More names are no help. */
const MOST_LIKELY = 4;

export class CodeTypes {
  readonly #classes: ReadonlyMap<string, SceneClass>;
  readonly #types = new Map<string, PartType>();
  /** What element names mean: a scene of thousands of entities has a few of them. */
  readonly #meant = new Map<string, readonly PartType[]>();
  readonly #declared = new Map<BehaviorDefinition, PartType>();
  /** Paths of components by class name. */
  readonly #components: ReadonlyMap<string, readonly SceneClass[]>;

  constructor(schemas: readonly SceneSchema[]) {
    const classes = schemas.flatMap((schema) => schema.classes);
    this.#classes = new Map(classes.map((type) => [type.path, type]));
    this.#components = groupBy(
      classes.filter(({ role }) => role === "component"),
      ({ path }) => lastName(path),
    );
  }

  /** The behaviour with the class path, or undefined. */
  behavior(path: string): PartType | undefined {
    const type = this.#classes.get(path);
    return type?.role === "behavior" ? this.#typeOf(type) : undefined;
  }

  /** The same class where a package narrows the ranges of its parameters. */
  declaredBehavior(declared: BehaviorDefinition): PartType | undefined {
    const type = this.behavior(declared.class);
    if (type === undefined) return undefined;
    let refined = this.#declared.get(declared);
    if (refined === undefined) {
      refined = { ...type, fields: type.fields.map((field) => narrowedField(field, declared)) };
      this.#declared.set(declared, refined);
    }
    return refined;
  }

  /** Paths of the behaviours that may be meant by one that there is not; the code may have renamed it. */
  likelyBehaviors(path: string): readonly string[] {
    const known = [...this.#classes.values()]
      .filter(({ role }) => role === "behavior")
      .map((type) => type.path);
    const near = nearest(path, known) ?? known.find((other) => lastName(other) === lastName(path));
    if (near !== undefined) return [near];
    const beside = known.filter((other) => packOf(other) === packOf(path));
    return beside.length <= MOST_LIKELY ? beside : [];
  }

  /** The components that the element name means: one, unless it is wrong. */
  components(name: string): readonly PartType[] {
    let meant = this.#meant.get(name);
    if (meant === undefined) {
      meant = this.#findComponents(name);
      this.#meant.set(name, meant);
    }
    return meant;
  }

  #findComponents(name: string): readonly PartType[] {
    const builtin = builtinComponent(name);
    if (builtin)
      return [this.#remember(builtin.name, "builtin", fieldsOf(builtin.params, builtin.name))];
    const exact = this.#classes.get(name);
    if (exact?.role === "component") return [this.#typeOf(exact)];
    return (this.#components.get(name) ?? []).map((type) => this.#typeOf(type));
  }

  componentHint(name: string): string | undefined {
    const builtin = builtinComponents.map((component) => component.name);
    return didYouMean(name, [...builtin, ...this.#components.keys()]);
  }

  #typeOf(type: SceneClass): PartType {
    const known = this.#types.get(type.path);
    if (known) return known;
    const declaring = [...type.ancestors.toReversed(), type.path];
    const fields = declaring.flatMap((path) =>
      fieldsOf(this.#classes.get(path)?.params ?? [], path),
    );
    return this.#remember(type.path, type.role as PartType["role"], fields);
  }

  #remember(name: string, role: PartType["role"], fields: readonly PartField[]): PartType {
    let type = this.#types.get(name);
    if (type === undefined) {
      type = { name, role, fields, names: new Set(fields.flatMap(({ spellings }) => spellings)) };
      this.#types.set(name, type);
    }
    return type;
  }
}

function narrowedField(field: PartField, { params }: BehaviorDefinition): PartField {
  const declared = params.find(({ name }) => field.spellings.includes(name));
  return declared ? { ...field, param: narrowed(field.param, declared) } : field;
}

/** The parameter with the range that a package gives it. */
export function narrowed(param: SceneParam, { min, max }: DeclaredParam): SceneParam {
  return { ...param, min: min ?? param.min, max: max ?? param.max };
}

/** What may have been meant by a parameter that there is not. */
export function unknownParameterHint(
  name: string,
  { names, fields }: PartType,
): string | undefined {
  const near = didYouMean(name, names);
  if (near !== undefined || fields.length === 0) return near;
  return `Known parameters: ${fields.map(({ param }) => `\`${param.name}\``).join(", ")}`;
}

function fieldsOf(params: readonly SceneParam[], owner: string): PartField[] {
  return params.map((param) => ({ param, owner, spellings: spellingsOf(param.name) }));
}

function spellingsOf(name: string): string[] {
  const snakeCase = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return snakeCase === name ? [name] : [name, snakeCase];
}

/** What to write instead of a behaviour that there is not. */
export function likelyBehaviorHint(likely: readonly string[]): string {
  if (likely.length === 0)
    return "Write `@:behavior` before the class and `@:param` before its parameters";
  return `Did you mean ${likely.map((path) => `\`${path}\``).join(" or ")}?`;
}

function packOf(path: string): string {
  return path.slice(0, path.lastIndexOf(".") + 1);
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}
