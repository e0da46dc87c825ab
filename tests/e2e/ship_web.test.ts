/** The folder for the web draws the game, with every file that it needs. */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { lacks, missingBrowser, openBrowser, openPage } from "./browser.ts";
import { built, test } from "./built.ts";
import { keepOutput } from "./game_page.ts";
import { heardSound, noteSounds } from "./heard_sounds.ts";
import { isCarbon, isCrate, isRotor, readPicture, shareOf } from "./picture.ts";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html",
  js: "text/javascript",
  wasm: "application/wasm",
  fpkg: "application/octet-stream",
};

/** The files that the page asked for, in order. */
interface FolderServer {
  readonly server: Server;
  readonly url: string;
  readonly asked: readonly string[];
}

function serveFolder(folder: string): Promise<FolderServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const name = request.url === "/" ? "index.html" : (request.url ?? "").slice(1);
    if (name === "favicon.ico") {
      response.writeHead(204).end();
      return;
    }
    const type = TYPES[name.slice(name.lastIndexOf(".") + 1)];
    if (type === undefined || !/^[a-z.]+$/.test(name)) {
      response.writeHead(404).end();
      return;
    }
    asked.push(name);
    response.writeHead(200, { "content-type": type }).end(readFileSync(join(folder, name)));
  });
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      resolve({ server, url, asked });
    }),
  );
}

test("the folder for the web draws crate, rotors and the body that Draco packs, and plays its music", async (t) => {
  t.timeout(120_000);
  if (lacks(t, missingBrowser())) return;
  const { server, url, asked } = await serveFolder(built("GAME_WEB"));
  const browser = await openBrowser(1280, 720);
  try {
    const { page, errors } = await openPage(browser);
    await noteSounds(page);
    await page.goto(url);
    const whole = { left: 0, top: 0, right: 1, bottom: 1 };
    let shares = { crate: 0, rotor: 0, carbon: 0 };
    // Until the game is loaded the picture is black, which is no carbon's colour beside a crate.
    while (shares.crate < 0.005 && errors.length === 0) {
      const png = await page.screenshot();
      const picture = await readPicture(png);
      keepOutput("web.png", png);
      shares = {
        crate: shareOf(picture, whole, isCrate),
        rotor: shareOf(picture, whole, isRotor),
        carbon: shareOf(picture, whole, isCarbon),
      };
    }
    t.log(shares, asked.join(" "));
    t.true((await heardSound(page, 22)).peak > 0.3, "its music is heard");
    t.deepEqual(errors, []);
    t.true(shares.rotor > 0.0001);
    t.true(shares.carbon > 0.002 && shares.carbon < 0.1);
    t.deepEqual([...asked].sort(), ["draco.js", "game.fpkg", "game.js", "game.wasm", "index.html"]);
  } finally {
    await browser.close();
    server.close();
  }
});
