import type { TestCase } from "./tap.ts";

/** Writes the outcomes of a run as a JUnit report. */
export function formatJunit(suite: string, cases: readonly TestCase[]): string {
  const failures = cases.filter((found) => found.outcome === "failed").length;
  const skipped = cases.filter((found) => found.outcome === "skipped").length;
  const counts = `tests="${cases.length}" failures="${failures}" skipped="${skipped}"`;
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<testsuites>`,
    `<testsuite name="${escapeXml(suite)}" ${counts}>`,
    ...cases.map((found) => formatCase(suite, found)),
    `</testsuite>`,
    `</testsuites>`,
    "",
  ].join("\n");
}

function formatCase(suite: string, found: TestCase): string {
  const time = found.seconds === undefined ? "" : ` time="${found.seconds.toFixed(3)}"`;
  const className = escapeXml(found.suite ?? suite);
  const name = `<testcase classname="${className}" name="${escapeXml(found.name)}"${time}>`;
  switch (found.outcome) {
    case "passed":
      return `${name}</testcase>`;
    case "skipped":
      return `${name}<skipped/></testcase>`;
    case "failed":
      return `${name}<failure message="${escapeXml(found.message ?? "failed")}">${escapeXml(found.details)}</failure></testcase>`;
  }
}

/** Control characters cannot be written in XML 1.0 at all, so they become what shows them. */
function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
}
