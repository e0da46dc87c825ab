/** The Markdown reference of `.bzl` files, from what Bazel's `starlark_doc_extract` found in them. */
import { type Message, messagesOf, textOf } from "./text_proto.ts";

/** The sections of one file: its rules, functions, module extensions and providers. */
export function describeFile(file: Message): string {
  const label = textOf(file, "file");
  return [
    `## \`${label}\``,
    textOf(file, "module_docstring"),
    ...messagesOf(file, "func_info").map(describeFunction),
    ...messagesOf(file, "rule_info").map(describeRule),
    ...messagesOf(file, "module_extension_info").map(describeExtension),
    ...messagesOf(file, "provider_info").map(describeProvider),
  ].join("\n\n");
}

function describeFunction(found: Message): string {
  return [
    `### ${textOf(found, "function_name")}`,
    textOf(found, "doc_string"),
    table("argument", messagesOf(found, "parameter"), defaultOf),
  ].join("\n\n");
}

function describeRule(found: Message): string {
  return [
    `### ${textOf(found, "rule_name")}`,
    textOf(found, "doc_string"),
    table("attribute", messagesOf(found, "attribute"), defaultOf),
  ].join("\n\n");
}

function describeExtension(found: Message): string {
  const tags = messagesOf(found, "tag_class").map((tag) =>
    [
      `#### ${textOf(found, "extension_name")}.${textOf(tag, "tag_name")}`,
      textOf(tag, "doc_string"),
      table("attribute", messagesOf(tag, "attribute"), defaultOf),
    ].join("\n\n"),
  );
  return [
    `### ${textOf(found, "extension_name")} (module extension)`,
    textOf(found, "doc_string"),
    ...tags,
  ].join("\n\n");
}

function describeProvider(found: Message): string {
  return [
    `### ${textOf(found, "provider_name")}`,
    textOf(found, "doc_string"),
    table("field", messagesOf(found, "field_info"), () => undefined),
  ].join("\n\n");
}

/** A row for each, with a column of defaults where there are any. */
function table(
  title: string,
  rows: readonly Message[],
  defaultOf: (row: Message) => string | undefined,
): string {
  const hasDefaults = rows.some((row) => defaultOf(row) !== undefined);
  const cells = rows.map((row) => [
    `\`${textOf(row, "name")}\``,
    ...(hasDefaults ? [defaultOf(row) ?? ""] : []),
    textOf(row, "doc_string").replaceAll("\n", " ").replaceAll("|", "\\|"),
  ]);
  const header = [title, ...(hasDefaults ? ["default"] : []), "meaning"];
  return [header, header.map(() => "---"), ...cells]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");
}

function defaultOf(row: Message): string {
  return textOf(row, "mandatory") === "true" ? "required" : `\`${textOf(row, "default_value")}\``;
}
