/** The classes of the code that scenes may name, joined from the schemas of all its libraries. */
import type { SceneClass, SceneParam, SceneSchema } from "#compiler/bytecode/scene_schema.ts";
import { groupBy } from "../document/group_by.ts";
import { didYouMean } from "../document/suggest.ts";
import { builtinComponent, builtinComponents } from "../package_xml/builtin_components.ts";

export interface PartField {
  readonly param: SceneParam;
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

export class CodeTypes {
  readonly #classes: ReadonlyMap<string, SceneClass>;
  readonly #types = new Map<string, PartType>();
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

  /** What a scene's author may have meant by the path of a behaviour that there is not. */
  behaviorHint(path: string): string {
    const known = [...this.#classes.values()]
      .filter(({ role }) => role === "behavior")
      .map((type) => type.path);
    const namesake = known.find((other) => lastName(other) === lastName(path));
    const marked = `Write \`@:behavior\` before the class and \`@:param\` before its parameters`;
    return didYouMean(path, known) ?? (namesake ? `Did you mean \`${namesake}\`?` : marked);
  }

  /** The components that the element name means: one, unless it is wrong. */
  components(name: string): readonly PartType[] {
    const builtin = builtinComponent(name);
    if (builtin) return [this.#remember(builtin.name, "builtin", builtin.params)];
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
    const inherited = type.ancestors
      .toReversed()
      .flatMap((path) => this.#classes.get(path)?.params ?? []);
    return this.#remember(type.path, type.role as PartType["role"], [...inherited, ...type.params]);
  }

  #remember(name: string, role: PartType["role"], params: readonly SceneParam[]): PartType {
    let type = this.#types.get(name);
    if (type === undefined) {
      const fields = params.map((param) => ({ param, spellings: spellingsOf(param.name) }));
      type = { name, role, fields, names: new Set(fields.flatMap(({ spellings }) => spellings)) };
      this.#types.set(name, type);
    }
    return type;
  }
}

function spellingsOf(name: string): string[] {
  const snakeCase = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return snakeCase === name ? [name] : [name, snakeCase];
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}
