/** Chromium, as the machine has it, drawing with its software renderer. */

import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExecutionContext } from "ava";
import { type BrowserContext, chromium, type Page } from "playwright-core";

const EXECUTABLE = "/usr/bin/chromium";

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];

/**
 * Who puts the page's picture together. `page` is the page itself, as where there is no GPU: it stands still until a canvas is
 * drawn, and what it shows is the canvas to the bit. `gpu` is SwiftShader in the place of a GPU, which leaves the page free.
 */
export type Compositor = "page" | "gpu";

const COMPOSITOR_ARGUMENTS: Readonly<Record<Compositor, string>> = {
  page: "--disable-gpu",
  gpu: "--ignore-gpu-blocklist",
};

/** Why there is no browser to try, or null. A CI machine must have one. */
export function missingBrowser(): string | null {
  if (existsSync(EXECUTABLE) || process.env["CI"] !== undefined) return null;
  return `skipped: ${EXECUTABLE} is not installed (apt-get install chromium)`;
}

/** Is there something missing that a test needs? It says so and passes then. */
export function lacks(t: ExecutionContext, missing: string | null): boolean {
  if (missing === null) return false;
  t.log(missing);
  t.pass();
  return true;
}

/** A browser with an empty profile of its own. */
export function openBrowser(
  width: number,
  height: number,
  compositor: Compositor = "page",
): Promise<BrowserContext> {
  const scratch = mkdtempSync(join(process.env["TEST_TMPDIR"] ?? tmpdir(), "browser-"));
  return chromium.launchPersistentContext(join(scratch, "profile"), {
    executablePath: EXECUTABLE,
    headless: true,
    args: [...ARGUMENTS, COMPOSITOR_ARGUMENTS[compositor]],
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
