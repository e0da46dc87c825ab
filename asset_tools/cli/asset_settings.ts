/** What `--set` gives, as the element of package.xml that would say the same. */
import { didYouMean } from "../document/suggest.ts";
import { escapeText } from "../package_xml/escape_xml.ts";
import { texturePlatforms } from "../texture/choose_format.ts";
import { textureQualities } from "../texture/encode_level.ts";
import { UsageError } from "./cli_result.ts";

/** One `--set`. */
export interface Setting {
  /** Name of a child element. */
  readonly name: string;
  /** Of that element; undefined where its content is set. */
  readonly attribute: string | undefined;
  readonly value: string;
}

/** What the settings of a build say in a build; all else stands in package.xml. */
const BUILD_SETTINGS = { platform: texturePlatforms, quality: textureQualities } as const;

/** Reads `NAME=VALUE` and `NAME.ATTRIBUTE=VALUE`. */
export function parseSetting(text: string): Setting {
  const [, name, attribute, value] = /^([A-Za-z]\w*)(?:\.([A-Za-z]\w*))?=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw new UsageError(`--set takes NAME=VALUE, got \`${text}\``);
  }
  return { name, attribute, value };
}

/** Whether a setting is one of the build's, and so a flag of the action. */
export function isBuildSetting({ name }: Setting): boolean {
  return Object.hasOwn(BUILD_SETTINGS, name);
}

/** The flags of the build's settings. */
export function buildFlags(settings: readonly Setting[]): string[] {
  return settings.filter(isBuildSetting).flatMap(({ name, value }) => {
    const known: readonly string[] = BUILD_SETTINGS[name as keyof typeof BUILD_SETTINGS];
    if (known.includes(value)) return [`--${name}`, value];
    const hint = didYouMean(value, known);
    const text = `--set ${name}= must be one of ${known.join(", ")}, got \`${value}\``;
    throw new UsageError(hint === undefined ? text : `${text}. ${hint}`);
  });
}

/** The children of the asset's element, one a line. Content that begins with `<` is elements, as it stands. */
export function settingElements(settings: readonly Setting[]): string[] {
  const own = settings.filter((setting) => !isBuildSetting(setting));
  return [...Map.groupBy(own, ({ name }) => name)].flatMap(([name, parts]) => {
    const contents = parts.filter(({ attribute }) => attribute === undefined);
    const attributes = parts
      .filter(({ attribute }) => attribute !== undefined)
      .map(
        ({ attribute, value }) => ` ${attribute}="${escapeText(value).replaceAll('"', "&quot;")}"`,
      )
      .join("");
    const whole = contents.length === 0 ? [""] : contents.map(({ value }) => contentOf(value));
    return whole.map((content) => `<${name}${attributes}>${content}</${name}>`);
  });
}

function contentOf(value: string): string {
  return value.trimStart().startsWith("<") ? value : escapeText(value);
}
