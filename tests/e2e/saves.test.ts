/** How long saves take to the screen, hop by hop: many of each kind, for what one alone would say is mostly chance. */
import type { ExecutionContext } from "ava";
import sharp from "sharp";
import { lacks, missingBrowser, openBrowser, openPage } from "./browser.ts";
import { test } from "./built.ts";
import { DevServer } from "./dev_server.ts";
import { GamePage } from "./game_page.ts";
import { HOPS, hopTable, median, type SeenSave, timesOf } from "./hop_table.ts";

/** How often each kind of file is saved. */
const ROUNDS = Number(process.env["SAVES"] ?? 10);

const TEXTURE = "game/assets/textures/crate.png";
const MANIFEST = "game/package.xml";
const VEHICLES = "packages/vehicles/package.xml";

/** Saves something that is new in each round; gives when it began to. */
type Save = (server: DevServer, round: number) => Promise<number> | number;

const saves: Readonly<Record<string, Save>> = {
  texture: async (server, round) => {
    const turned = sharp(server.readBytes(TEXTURE)).modulate({ hue: 10 + round });
    return server.save(TEXTURE, await turned.png().toBuffer());
  },
  material: (server, round) =>
    server.edit(MANIFEST, /<albedo>1.0 \S+ 0.3 1.0</, `<albedo>1.0 0.${round + 40} 0.3 1.0<`),
  prefab: (server, round) =>
    server.edit(VEHICLES, /x="-0.55" y="\S+" z="-0.55"/, `x="-0.55" y="0.${round + 20}" z="-0.55"`),
  scene: (server, round) =>
    server.edit(MANIFEST, /x="1.5" y="1.4" z="\S+"/, `x="1.5" y="1.4" z="-2.${round + 10}"`),
};

test("saves are on the screen soon", async (t) => {
  t.timeout(280_000);
  if (lacks(t, missingBrowser())) return;
  const server = await DevServer.start();
  const browser = await openBrowser(320, 180, "gpu");
  try {
    const { page, errors } = await openPage(browser);
    const game = new GamePage(page);
    await game.open(server.url);
    // Someone looks at the page for a while before they change something.
    await game.pictureMilliseconds(100);
    const seen = await saveAll(server, game);
    const pictureTime = await game.pictureMilliseconds(50);
    t.log(`a picture: ${pictureTime.toFixed(1)} ms`);
    for (const line of hopTable(seen)) t.log(line);
    for (const [kind, list] of seen) soonEnough(t, kind, list, pictureTime);
    t.deepEqual(errors, []);
  } finally {
    await browser.close();
    await server.stop();
  }
});

async function saveAll(server: DevServer, game: GamePage): Promise<Map<string, SeenSave[]>> {
  const seen = new Map(Object.keys(saves).map((kind): [string, SeenSave[]] => [kind, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [kind, save] of Object.entries(saves)) {
      const { reloads } = await game.state();
      const saved = await save(server, round);
      seen.get(kind)?.push({ saved, hops: await game.drawnUpdate(reloads) });
      // Not always at the same moment of a picture.
      await game.pictureMilliseconds(8 + (round % 5));
    }
  }
  return seen;
}

/** A reserve for a machine that is busy: what a save waits for is mostly its picture. */
function soonEnough(
  t: ExecutionContext,
  kind: string,
  list: readonly SeenSave[],
  pictureTime: number,
): void {
  for (const { hops } of list) {
    const inOrder = HOPS.map((hop) => hops[hop]);
    t.deepEqual(
      inOrder,
      inOrder.toSorted((a, b) => a - b),
    );
  }
  const typical = median(timesOf(list));
  t.true(
    typical < 500 + 15 * pictureTime,
    `${kind}: ${typical} ms with pictures of ${pictureTime} ms`,
  );
}
