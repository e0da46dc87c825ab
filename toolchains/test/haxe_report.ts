// Reads what the runner of packages/testing reports: a line of JSON for each test, behind a mark, among what the tests print.
import type { TestCase } from "./tap.ts";

const MARK = "##test ";

/** As the runner writes it; `message` is null where the test passed. */
interface Row {
  readonly suite: string;
  readonly name: string;
  readonly seconds: number;
  readonly message: string | null;
  readonly file: string | null;
  readonly line: number;
}

export function isReportLine(line: string): boolean {
  return line.startsWith(MARK);
}

/** The case behind a line of the report; its name says the mode. */
export function readReportLine(line: string, mode: string): TestCase {
  const {
    suite,
    name,
    seconds,
    message,
    file,
    line: at,
  } = JSON.parse(line.slice(MARK.length)) as Row;
  const found = { suite, name: `${name} [${mode}]`, seconds };
  if (message === null) return { ...found, outcome: "passed", details: "" };
  const place = file === null ? "" : `${file}:${at}: `;
  const [first = ""] = message.split("\n");
  return { ...found, outcome: "failed", message: place + first, details: place + message };
}
