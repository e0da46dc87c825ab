/** Chromium, as the machine has it, drawing with its software renderer. */
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";

const EXECUTABLE = "/usr/bin/chromium";

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];

/** Why there is no browser to try, or null. A CI machine must have one. */
export function missingBrowser(): string | null {
  if (existsSync(EXECUTABLE) || process.env["CI"] !== undefined) return null;
  return `skipped: ${EXECUTABLE} is not installed (apt-get install chromium)`;
}

/** A browser with an empty profile of its own. */
export function openBrowser(width: number, height: number): Promise<BrowserContext> {
  const scratch = mkdtempSync(join(process.env["TEST_TMPDIR"] ?? tmpdir(), "browser-"));
  return chromium.launchPersistentContext(join(scratch, "profile"), {
    executablePath: EXECUTABLE,
    headless: true,
    args: ARGUMENTS,
    // Its crash handler and caches look for a home; a test has none.
    env: { ...process.env, HOME: scratch } as Record<string, string>,
    viewport: { width, height },
  });
}

/** A page on which errors are collected, so that a test can say that there were none. */
export async function openPage(
  context: BrowserContext,
): Promise<{ readonly page: Page; readonly errors: string[] }> {
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  return { page, errors };
}
