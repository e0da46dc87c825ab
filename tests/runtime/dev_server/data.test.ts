/** A game that reads the files its package carries for it. */
import test, { type ExecutionContext } from "ava";
import { describingMain, startCarriedGame } from "./carried_game.ts";

/** The state is what the files say: a number and a text of the JSON, and bytes from before the first to after the last. */
const MAIN = describingMain(
  `import core.assets.DataAsset;
import haxe.Json;
`,
  `	static function describe():String {
		var waves = DataAsset.require("game.Waves");
		var read:{count:Int, names:Array<String>} = Json.parse(waves.text());
		var raw = DataAsset.require("game.Raw");
		var bytes = [for (at in -1...raw.size() + 1) raw.byteAt(at)].join(" ");
		return read.count + " " + read.names.join("+") + "; " + bytes + "; " + waves.version() + " " + raw.version() + "; " + missing();
	}

	static function missing():String {
		try {
			DataAsset.require("game.Wave");
			return "found";
		} catch (problem:String) {
			return problem;
		}
	}
`,
);

const PACKAGE = `<package id="game" version="1.0.0">
    <assets>
        <data id="Waves" keep="true"><source>waves.json</source></data>
        <data id="Raw" keep="true"><source>raw.bin</source></data>
    </assets>
</package>
`;

const WAVES = '{"count": 3, "names": ["gr\u00fcn", "\u{1F30A}"]}';
const MISSING = 'No asset "game.Wave" in the loaded packages';

async function readsData(t: ExecutionContext, mode: "interpreter" | "jit"): Promise<void> {
  const { client, save } = await startCarriedGame(t, mode, {
    "game/src/Main.hx": MAIN,
    "game/package.xml": PACKAGE,
    "game/waves.json": WAVES,
    "game/raw.bin": Uint8Array.of(0, 255, 128, 7, 200),
  });
  t.is(client.state(), `state 1 3 gr\u00fcn+\u{1F30A}; 0 0 255 128 7 200 0; 0 0; ${MISSING}`);
  await save("game/waves.json", Buffer.from('{"count": 4, "names": []}'));
  await save("game/raw.bin", Uint8Array.of());
  client.frame();
  t.is(client.state(), `state 2 4 ; 0 0; 1 1; ${MISSING}`);
}

test("data is there as text and bytes, and anew when saved, in the interpreter", async (t) => {
  t.timeout(280_000);
  await readsData(t, "interpreter");
});

test("data is there as text and bytes, and anew when saved, in the JIT", async (t) => {
  t.timeout(280_000);
  await readsData(t, "jit");
});
