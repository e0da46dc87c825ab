/** Reads the JUnit report of a test. */
import { SaxesParser } from "saxes";

export interface Case {
  readonly suite: string;
  readonly name: string;
  readonly seconds: number;
  /** The failure in a line, and all of it; null where the test passed. */
  readonly message: string | null;
  readonly details: string | null;
}

/** Throws on text that is no well-formed XML. */
export function readReport(report: string): Case[] {
  const cases: Writable<Case>[] = [];
  const parser = new SaxesParser();
  let failed: Writable<Case> | undefined;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "testcase") {
      const { classname: suite = "", name: title = "", time } = attributes;
      cases.push({ suite, name: title, seconds: Number(time), message: null, details: null });
    } else if (name === "failure") {
      failed = cases.at(-1);
      if (failed !== undefined) failed.message = attributes["message"] ?? "";
    }
  });
  parser.on("text", (text) => {
    if (failed !== undefined) failed.details = (failed.details ?? "") + text;
  });
  parser.on("closetag", ({ name }) => {
    if (name === "failure") failed = undefined;
  });
  parser.write(report).close();
  return cases;
}

type Writable<Object> = { -readonly [Field in keyof Object]: Object[Field] };
