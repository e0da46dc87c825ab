import core.App;

/** The sample game: one scene, driven by the behaviours that it names. **/
class Main {
	static function main() {
		App.start("game.DeveloperScene");
	}
}
