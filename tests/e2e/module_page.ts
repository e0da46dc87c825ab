/** A page that imports the repository's modules and three.js as they are, without a bundle. */
import { existsSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import { openPage } from "./browser.ts";

const ORIGIN = "http://modules.test";

/** Folders by the first part of a path. */
const folders: Readonly<Record<string, string>> = {
  asset_tools: join(import.meta.dirname, "../../asset_tools"),
  runtime: join(import.meta.dirname, "../../runtime"),
  three: join(dirname(fileURLToPath(import.meta.resolve("three"))), ".."),
};

const IMPORTS = {
  "#asset_tools/": "/asset_tools/",
  "#runtime/": "/runtime/",
  three: "/three/build/three.module.js",
  "three/addons/": "/three/examples/jsm/",
};

/** Opens a page in which `script`, a module's text, has run. */
export async function openModulePage(
  context: BrowserContext,
  script: string,
): Promise<{ readonly page: Page; readonly errors: string[] }> {
  const { page, errors } = await openPage(context);
  const importMap = JSON.stringify({ imports: IMPORTS });
  const html = `<script type="importmap">${importMap}</script><script type="module">${script}</script>`;
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/") return route.fulfill({ contentType: "text/html", body: html });
    const body = moduleText(pathname);
    if (body === null) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: "text/javascript", body });
  });
  // The event comes once the module has run.
  await page.goto(`${ORIGIN}/`, { waitUntil: "load" });
  return { page, errors };
}

function moduleText(pathname: string): string | null {
  const [, folder = "", ...rest] = pathname.split("/");
  const file = join(folders[folder] ?? "", ...rest);
  if (!Object.hasOwn(folders, folder) || !existsSync(file)) return null;
  const text = readFileSync(file, "utf8");
  return file.endsWith(".ts") ? stripTypeScriptTypes(text) : text;
}
