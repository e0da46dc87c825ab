/** A game that finds the regions of its atlas by name. */
import test from "ava";
import { writePng } from "#asset_tools/export/write_png.ts";
import { describingMain, startCarriedGame } from "./carried_game.ts";

const MAIN = describingMain(
  "import core.assets.Atlas;\n",
  `	static function describe():String {
		var atlas = Atlas.require("game.Icons");
		var names = [for (region in atlas.regions()) region.name].join(" ");
		var gem = atlas.find("gem");
		var corners = gem == null ? "none" : [gem.u0, gem.v0, gem.u1, gem.v1].join(" ");
		return names + "; " + corners + "; " + (atlas.find("ruby") == null);
	}
`,
);

const PACKAGE = `<package id="game" version="1.0.0">
    <assets>
        <texture id="Icons">
            <atlas padding="4"><region id="gem">gem.png</region><region id="coin">coin.png</region></atlas>
            <format>rgba8</format>
        </texture>
    </assets>
</package>
`;

function png(width: number, height: number): Uint8Array {
  return writePng({ width, height, depth: 8, bytes: new Uint8Array(width * height * 4) });
}

test("regions have their names and places", async (t) => {
  const { client } = await startCarriedGame(t, "interpreter", {
    "game/src/Main.hx": MAIN,
    "game/package.xml": PACKAGE,
    "game/gem.png": png(8, 24),
    "game/coin.png": png(8, 8),
  });
  // Cells of 16x32 and 16x16, one below the other: the gem starts at 4,4 of 16x48 texels.
  const corners = [4 / 16, 4 / 48, 12 / 16, 28 / 48].join(" ");
  t.is(client.state(), `state 1 coin gem; ${corners}; true`);
});
