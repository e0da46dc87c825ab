/** Gives what was written for an entity the types that the code declares, and fills up with initial values. */
import type { SceneParam, SceneType } from "#compiler/bytecode/scene_schema.ts";
import {
  type ArgumentsOf,
  type Diagnostic,
  type ElementPath,
  elementDiagnostic,
  type Related,
  withRelated,
} from "../document/diagnostic.ts";
import type { Code } from "../document/messages.ts";
import { didYouMean } from "../document/suggest.ts";
import type { AssetTypeName } from "../fpkg/format/blob.ts";
import type { ParameterTypeName } from "../fpkg/format/scene.ts";
import type { CellValue, ClassType, Part } from "../fpkg/scene_data.ts";
import type { BehaviorDefinition, NamedBehaviors } from "../package_xml/behavior_definition.ts";
import { behaviorNames, nameHint, namesOf } from "../package_xml/check_references.ts";
import type { PackageIndex } from "../package_xml/model.ts";
import { type ParsedValue, parseValue } from "../package_xml/parse_value.ts";
import type { VisibleAssets } from "../package_xml/scene_definition.ts";
import { qualify } from "../package_xml/schema/name_types.ts";
import type { CodePlaces } from "./code_places.ts";
import {
  type CodeTypes,
  likelyBehaviorHint,
  type PartField,
  type PartType,
  unknownParameterHint,
} from "./code_types.ts";
import {
  type ExpandedEntity,
  joinPath,
  type Layers,
  type WrittenName,
  type WrittenTexts,
} from "./expand.ts";
import { elementOf } from "./origin.ts";

/** What a scene knows while its parts are typed. */
export interface SceneNames {
  readonly types: CodeTypes;
  readonly assets: VisibleAssets;
  /** Behaviours that are named by an id. */
  readonly behaviors: NamedBehaviors;
  readonly places: CodePlaces;
  readonly knownIndexes: () => readonly PackageIndex[];
  /** Rows of entities by path, asked for once something names an entity. */
  readonly rows: () => ReadonlyMap<string, number>;
  readonly file: string;
}

/** What is typed: `<params>`, or one of `<components>`. */
interface Subject {
  /** Steps to it from the element that says something of the entity. */
  readonly steps: ElementPath;
  /** The step to the text of a value below it. */
  readonly text: (name: string) => readonly string[];
  readonly owner: string;
}

export class PartTyper {
  readonly diagnostics: Diagnostic[] = [];
  /** The classes of the scene, numbered in order of first use. */
  readonly classes: ClassType[] = [];
  readonly #names: SceneNames;
  /** By role and name: behaviours under several ids can be of one class. */
  readonly #numbers = new Map<string, number>();
  readonly #numberOfType = new Map<PartType, number>();
  readonly #parsed = new Map<SceneParam, Map<string, ParsedValue>>();
  readonly #subjects = new Map<string, Subject>();
  #rows: ReadonlyMap<string, number> | undefined;

  constructor(names: SceneNames) {
    this.#names = names;
  }

  /** All parts of an entity that could be made out, by class; what is wrong is in `diagnostics`. */
  partsOf(entity: ExpandedEntity): readonly Part[] {
    const parts: Part[] = [];
    for (const { name, layers } of entity.components) {
      const type = this.#component(name, layers[0] as WrittenTexts);
      if (type) parts.push(this.#part(type, layers, this.#subject(name, componentSubject)));
    }
    const { codeBehind, params } = entity;
    if (codeBehind) {
      const declared = this.#declared(codeBehind);
      const type = this.#behavior(codeBehind, declared);
      const subject = this.#subject(codeBehind.text, paramsSubject);
      const layers = declared ? [defaultsOf(declared, codeBehind), ...params] : params;
      if (type) parts.push(this.#part(type, layers, subject, codeBehind));
    } else if (params[0]) {
      const element = elementOf(params[0].origin, "params");
      this.#report("PK5007", element, { entity: entity.id }, ADD_BEHAVIOR);
    }
    return sortByClass(parts);
  }

  /** Components and behaviours of one name are spoken of alike. */
  #subject(name: string, make: (name: string) => Subject): Subject {
    let subject = this.#subjects.get(name);
    if (subject === undefined) {
      subject = make(name);
      this.#subjects.set(name, subject);
    }
    return subject;
  }

  #component(name: string, { origin }: WrittenTexts): PartType | undefined {
    const { types } = this.#names;
    const [type, other] = types.components(name);
    if (type !== undefined && other === undefined) return type;
    const element = elementOf(origin, "components", name);
    if (type === undefined) {
      this.#report("PK5004", element, { name }, types.componentHint(name));
      return undefined;
    }
    const names = types.components(name).map((one) => `\`${one.name}\``);
    const hint = "Write the whole class path";
    this.#report("PK5010", element, { name, names: names.join(", ") }, hint);
    return undefined;
  }

  /** The behaviour of a package that the name means; undefined where it is the path of a class. */
  #declared({ text, origin }: WrittenName): BehaviorDefinition | undefined {
    return this.#names.behaviors[qualify(text, origin.layer.package)];
  }

  #behavior(
    { text, origin }: WrittenName,
    declared: BehaviorDefinition | undefined,
  ): PartType | undefined {
    const { types, knownIndexes, places } = this.#names;
    const type = declared ? types.declaredBehavior(declared) : types.behavior(text);
    if (type !== undefined) return type;
    const element = elementOf(origin, "@codeBehind");
    if (declared) {
      const hint = `\`${text}\` is a behaviour in \`<behaviors>\`; its class is gone`;
      this.#report("PK3007", element, { name: declared.class }, hint);
      return undefined;
    }
    const likely = types.likelyBehaviors(text);
    const ids = behaviorNames(origin.layer.package, knownIndexes());
    const hint = nameHint(text, ids) ?? likelyBehaviorHint(likely);
    const related = likely.flatMap((other) => places.ofClass(other));
    this.#report("PK3007", element, { name: text }, hint, related);
    return undefined;
  }

  #part(type: PartType, layers: Layers, subject: Subject, named?: WrittenName): Part {
    for (const layer of layers) this.#checkNames(type, layer, subject);
    const { fields } = type;
    const values = new Array<CellValue>(fields.length);
    for (let index = 0; index < fields.length; index++) {
      const field = fields[index] as PartField;
      const value = this.#written(field, layers, subject);
      if (value === undefined && field.param.isRequired)
        this.#reportMissing(field, layers, subject, named);
      values[index] = value === undefined ? initialValue(field.param) : value;
    }
    return { class: this.#numberOf(type), values };
  }

  #reportMissing(field: PartField, layers: Layers, subject: Subject, named?: WrittenName): void {
    const { owner, steps } = subject;
    const first = layers[0]?.origin;
    const element = named
      ? elementOf(named.origin, "@codeBehind")
      : first && elementOf(first, ...steps);
    const args = { owner, name: field.param.name };
    this.#report("PK5006", element ?? [], args, undefined, this.#declaration(field));
  }

  #numberOf(type: PartType): number {
    let number = this.#numberOfType.get(type);
    if (number === undefined) {
      number = this.#numberOfKey(`${type.role} ${type.name}`, type);
      this.#numberOfType.set(type, number);
    }
    return number;
  }

  /** A behaviour with its own ranges and the plain one are one class. */
  #numberOfKey(key: string, type: PartType): number {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.classes.push(classOf(type)) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }

  #checkNames(type: PartType, { texts, origin }: WrittenTexts, subject: Subject): void {
    for (const name in texts) {
      if (type.names.has(name)) continue;
      const hint = unknownParameterHint(name, type);
      const [step] = subject.text(name);
      const element = elementOf(origin, ...subject.steps, step as string);
      const declared = this.#names.places.ofClass(type.name);
      this.#report("PK5005", element, { owner: subject.owner, name }, hint, declared);
    }
  }

  /** What the outermost layer says that says something; undefined where none does. */
  #written(field: PartField, layers: Layers, subject: Subject): CellValue | undefined {
    for (let index = layers.length - 1; index >= 0; index--) {
      const layer = layers[index] as WrittenTexts;
      for (const name of field.spellings) {
        if (Object.hasOwn(layer.texts, name)) return this.#value(field, name, layer, subject);
      }
    }
    return undefined;
  }

  #value(field: PartField, name: string, layer: WrittenTexts, subject: Subject): CellValue {
    const { param } = field;
    const parsed = this.#parse(param, layer.texts[name] as string);
    if (!("value" in parsed)) {
      const { code, args, hint } = parsed;
      const element = elementOfText(name, layer, subject);
      this.#report(code, element, args, hint, this.#declaration(field));
      return initialValue(param);
    }
    if (param.type.kind === "asset") return this.#asset(field, name, layer, subject);
    if (param.type.kind === "entity") return this.#entity(name, layer, subject);
    return parsed.value;
  }

  /** Scenes say the same again and again. */
  #parse(param: SceneParam, text: string): ParsedValue {
    let known = this.#parsed.get(param);
    if (known === undefined) {
      known = new Map();
      this.#parsed.set(param, known);
    }
    let parsed = known.get(text);
    if (parsed === undefined) {
      parsed = parseValue(param, text);
      known.set(text, parsed);
    }
    return parsed;
  }

  #asset(field: PartField, written: string, layer: WrittenTexts, subject: Subject): CellValue {
    const { asset: kind } = field.param.type as Extract<SceneType, { kind: "asset" }>;
    const ownPackage = layer.origin.layer.package;
    const name = qualify(layer.texts[written] as string, ownPackage);
    const found = this.#names.assets[name];
    if (found === undefined) {
      const names = namesOf(kind, ownPackage, this.#names.knownIndexes());
      const anyway = "Name an asset of this package or of one that it depends on";
      const hint = nameHint(name, names) ?? anyway;
      const element = elementOfText(written, layer, subject);
      this.#report("PK3001", element, { kind, name }, hint, this.#declaration(field));
    } else if (found !== kind) {
      const args = { name, found, expected: kind };
      const element = elementOfText(written, layer, subject);
      this.#report("PK3002", element, args, undefined, this.#declaration(field));
    }
    return { asset: kind as AssetTypeName, name };
  }

  /** Paths in a prefab start from its root, which is `.` itself. */
  #entity(field: string, layer: WrittenTexts, subject: Subject): CellValue {
    const text = layer.texts[field] as string;
    const { root } = layer.origin.layer;
    const path = root === null ? text : text === "." ? root : joinPath(root, text);
    this.#rows ??= this.#names.rows();
    const row = this.#rows.get(path);
    if (row !== undefined) return row;
    const hint = didYouMean(path, this.#rows.keys());
    this.#report("PK5009", elementOfText(field, layer, subject), { path: text }, hint);
    return null;
  }

  /** Where the code says what the value must be. */
  #declaration({ owner, param }: PartField): readonly Related[] {
    return this.#names.places.ofParam(owner, param.name);
  }

  #report<C extends Code>(
    code: C,
    element: ElementPath,
    args: ArgumentsOf<C>,
    hint?: string,
    related: readonly Related[] = [],
  ): void {
    const problem = elementDiagnostic(code, this.#names.file, element, args, hint);
    this.diagnostics.push(withRelated(problem, related));
  }
}

/** Sorts the few parts of an entity in place, so that equal sets of classes are equal lists. */
function sortByClass(parts: Part[]): Part[] {
  for (let end = 1; end < parts.length; end++) {
    const part = parts[end] as Part;
    let at = end;
    for (; at > 0 && (parts[at - 1] as Part).class > part.class; at--)
      parts[at] = parts[at - 1] as Part;
    parts[at] = part;
  }
  return parts;
}

/** What the package says that scenes need not say, below all that they do say. */
function defaultsOf(
  { id, params }: BehaviorDefinition,
  { text, origin }: WrittenName,
): WrittenTexts {
  const entries = params.flatMap(({ name, default: initial }) =>
    initial === null ? [] : [[name, initial] as const],
  );
  const owner = qualify(text, origin.layer.package);
  const layer = { ...origin.layer, package: owner.slice(0, owner.indexOf(".")), shownAt: origin };
  return {
    texts: Object.fromEntries(entries),
    origin: { layer, parent: null, name: "behavior", id },
  };
}

function elementOfText(name: string, { origin }: WrittenTexts, subject: Subject): ElementPath {
  return elementOf(origin, ...subject.steps, ...subject.text(name));
}

function componentSubject(name: string): Subject {
  return {
    steps: ["components", name],
    text: (field) => [`@${field}`],
    owner: `Component \`${name}\``,
  };
}

function paramsSubject(behavior: string): Subject {
  return { steps: ["params"], text: (name) => [name, "#text"], owner: `Behaviour \`${behavior}\`` };
}

const ADD_BEHAVIOR = 'Name the behaviour\'s class: `codeBehind="pack.Class"`';

/** The class as blobs have it. */
function classOf({ name, role, fields: own }: PartType): ClassType {
  const fields = own.map(({ param }) => ({ name: param.name, type: cellType(param.type) }));
  return { name, role, fields };
}

function cellType(type: SceneType): ParameterTypeName {
  if (type.kind !== "enum") return type.kind;
  return typeof type.values[0]?.value === "string" ? "string" : "int";
}

function initialValue({ initial, type }: SceneParam): CellValue {
  return type.kind === "asset" || type.kind === "entity" ? null : initial;
}
