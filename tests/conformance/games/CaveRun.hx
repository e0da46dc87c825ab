import platformer.Level;
import platformer.Player;
import platformer.Walker;

/** The buttons that a player held, as runs: `R12` is right for 12 steps, `RJ5` right and jump for 5. **/
abstract Replay(Array<Buttons>) from Array<Buttons> {
	public var length(get, never):Int;

	inline function get_length():Int {
		return this.length;
	}

	@:from public static function parse(text:String):Replay {
		var steps:Array<Buttons> = [];
		for (word in text.split(" ")) {
			var letters = 0;
			while (letters < word.length && Std.parseInt(word.charAt(letters)) == null) letters++;
			var buttons = buttonsOf(word.substr(0, letters));
			var count = Std.parseInt(word.substr(letters));
			for (_ in 0...(count == null ? 1 : count)) steps.push(buttons);
		}
		return steps;
	}

	static function buttonsOf(letters:String):Buttons {
		var bits = 0;
		for (letter in letters.split("")) {
			bits |= switch (letter) {
				case "L": Left;
				case "R": Right;
				case "J": Jump;
				case "-": 0;
				case other: throw 'no button $other';
			}
		}
		return bits;
	}

	@:arrayAccess inline function at(step:Int):Buttons {
		return this[step];
	}
}

enum Ending {
	Won(step:Int);
	Lost(step:Int);
	StillRunning;
}

/** A cave, its inhabitants, and what happens to them step by step. **/
class Game {
	static inline var STEP = 1.0 / 32.0;

	public final level:Level;
	public final player:Player;
	public var coins(default, null) = 0;
	public var digest(default, null) = 5381;

	final walkers:Array<Walker>;
	final log:String->Void;

	public function new(text:String, log:String->Void) {
		level = new Level(text);
		player = new Player(level);
		walkers = level.enemies.map(cell -> new Walker(level, cell));
		this.log = log;
	}

	public function run(replay:Replay):Ending {
		var last = player.state;
		for (step in 0...replay.length) {
			player.control(replay[step], STEP);
			for (walker in walkers) walker.walk(STEP);
			meetWalkers();
			var isThere = touchTiles();
			record();
			if (!Type.enumEq(kindOf(last), kindOf(player.state))) log('$step: ${name(player.state)} at ${place()}');
			last = player.state;
			if (isThere) return Won(step);
			if (player.lives == 0) return Lost(step);
		}
		return StillRunning;
	}

	/** The state without what changes at every step. **/
	static function kindOf(state:PlayerState):PlayerState {
		return switch (state) {
			case Jumping(_): Jumping(0.0);
			case Hurt(_): Hurt(0.0);
			case other: other;
		}
	}

	static function name(state:PlayerState):String {
		return switch (state) {
			case Standing: "stands";
			case Running(-1): "runs left";
			case Running(_): "runs right";
			case Jumping(_): "jumps";
			case Falling: "falls";
			case Hurt(_): "is hurt";
		}
	}

	function place():String {
		return '${Math.round(player.box.x * 100.0)}, ${Math.round(player.box.y * 100.0)}';
	}

	/** From above it is the walker that suffers. **/
	function meetWalkers():Void {
		for (walker in walkers) {
			if (walker.isGone || !walker.box.overlaps(player.box)) continue;
			if (player.speedY > 0.0 && player.box.bottom - walker.box.y < 0.5) {
				walker.isGone = true;
				player.bounce();
				log("  a walker is gone");
			} else {
				hurt("a walker");
			}
		}
	}

	function hurt(by:String):Void {
		if (player.hurt()) log('  hurt by $by, ${player.lives} left');
	}

	function touchTiles():Bool {
		if (player.box.y > level.height + 2.0) hurt("the fall");
		for (cell in level.covered(player.box)) {
			switch (level.at(cell.column, cell.row)) {
				case Coin:
					level.set(cell.column, cell.row, Air);
					coins++;
					log('  coin $coins');
				case Spikes:
					hurt("spikes");
				case Door if (level.count(Coin) == 0):
					return true;
				case _:
			}
		}
		return false;
	}

	/** Every step counts: one bit of one position, and the digest is another. **/
	function record():Void {
		for (body in [for (walker in walkers) if (!walker.isGone) (walker : platformer.Body)].concat([player])) {
			for (number in [body.box.x, body.box.y, body.speedX, body.speedY]) {
				digest = digest * 33 ^ Std.int(number * 65536.0);
			}
		}
	}
}

/** A player's run through a cave, replayed step by step, with the package `platformer`. **/
class CaveRun {
	static final CAVE = "
		#......................#
		#......................#
		#..........o...........#
		#.........===......o...#
		#.....==..........===..#
		#.@.o........e......D..#
		########..########^#####
		########..##############
	";

	static function play(title:String, replay:Replay) {
		Sys.println('== $title');
		var game = new Game(CAVE, line -> Sys.println(line));
		Sys.println('${game.level.width} x ${game.level.height}, ${game.level.count(Coin)} coins, ${replay.length} steps');
		var ending = game.run(replay);
		Sys.println(switch (ending) {
			case Won(step): 'won in step $step';
			case Lost(step): 'lost in step $step';
			case StillRunning: "still running";
		});
		Sys.println('${game.coins} coins, ${game.player.lives} lives, digest ${StringTools.hex(game.digest, 8)}');
	}

	static function main() {
		play("stands still", "-40");
		play("into the gap", "R40 -60 R20");
		play("carelessly", "R24 RJ30 R200 -20 R24 RJ30 R200 -20 R24 RJ30 R200 -20");
		play("with care", "R20 RJ10 R10 -4 RJ10 R16 -6 RJ8 R22 -10 L4 RJ10 R14 -12 RJ10 R30 -10 RJ10 R12 -14 R20 L10 -6");
		try play("with a typing mistake", "R2 X3") catch (mistake:String) Sys.println(mistake);
		try new Game("###", _ -> {}) catch (mistake:String) Sys.println(mistake);
	}
}
