import tween.Ease;
import tween.Property;
import tween.Timed;
import tween.Timeline;
import tween.Tweens;

using Lambda;
using tween.Timeline.TimelineTools;

class Sprite {
	public final name:String;
	public var x = 0.0;
	public var y = 0.0;
	public var alpha(default, set) = 0.0;

	public function new(name:String) {
		this.name = name;
	}

	function set_alpha(value:Float):Float {
		return alpha = value < 0.0 ? 0.0 : value > 1.0 ? 1.0 : value;
	}

	public function toString():String {
		return '$name (${TitleScreen.fixed(x)}, ${TitleScreen.fixed(y)}) ${Math.round(alpha * 100.0)}%';
	}
}

enum Cue {
	Show(text:String);
	Sound(name:String, volume:Int);
	Done;
}

/** A title comes in, shakes, and fades. Tweens, sequences, loops and callbacks of the package `tween`. **/
class TitleScreen {
	static inline var STEP = 0.125;

	final timeline = new Timeline();
	final title = new Sprite("title");
	final subtitle = new Sprite("subtitle");
	final stars = [for (index in 0...3) new Sprite('star$index')];
	final cues:Array<Cue> = [];

	function new() {}

	/** A hundredth is fine enough, and every target prints an Int alike. **/
	public static function fixed(value:Float):String {
		var hundredths = Math.round(value * 100.0);
		var rest = Std.string(Std.int(Math.abs(hundredths % 100)));
		var sign = hundredths < 0 ? "-" : "";
		return '$sign${Std.int(Math.abs(hundredths) / 100)}.${StringTools.lpad(rest, "0", 2)}';
	}

	function cue(cue:Cue):Timed {
		return new Call(() -> {
			cues.push(cue);
			Sys.println('  ${describe(cue)} at ${fixed(timeline.time)}');
		});
	}

	static function describe(cue:Cue):String {
		return switch (cue) {
			case Show(text): '"$text"';
			case Sound(name, 100): 'loud $name';
			case Sound(name, volume): '$name at $volume%';
			case Done: "done";
		}
	}

	function intro():Timed {
		var alpha = Property.of(() -> title.alpha, value -> title.alpha = value);
		return [
			cue(Show("Welcome")),
			[
				title.tween("x", 64.0, 1.0, Ease.out(Ease.cubicIn)),
				(alpha.to(1.0, 0.5) : Timed)
			].atOnce(),
			cue(Sound("thud", 100)),
			([(title.tween("y", 2.0, 0.125) : Timed), title.tween("y", -2.0, 0.125)].inTurn() : Timed).times(3),
			title.tween("y", 0.0, 0.25, Ease.bounceOut),
			cue(Sound("chime", 40)),
			alpha.to(0.0, 1.0, Ease.inOut(Ease.quadIn)),
			cue(Done)
		].inTurn();
	}

	function starField():Array<Timed> {
		return [
			for (index => star in stars) {
				var fall:Timed = star.tween("y", 10.0 * (index + 1), 2.0, Ease.steps(4 << index));
				fall.first(() -> star.alpha = 0.25 * (index + 1)).then(() -> Sys.println('  $star has fallen'));
			}
		];
	}

	function play() {
		timeline.play(intro().then(() -> Sys.println("  the intro is over")));
		for (fall in starField()) timeline.play(fall);
		timeline.play(subtitle.tween("x", 100.0, 10.0), "subtitle");
		for (step in 1...41) {
			switch (step) {
				case 9: timeline.play(subtitle.tween("x", 0.0, 1.0, Ease.backIn), "subtitle");
				case 20: timeline.speed = 0.5;
				case 28: timeline.speed = 2.0;
				case _:
			}
			timeline.step(STEP);
			if (step % 4 == 0) Sys.println('$step: ${timeline.count} running; $title; $subtitle');
		}
		Sys.println(stars.map(star -> star.toString()).join("; "));
		Sys.println('${cues.length} cues, ${cues.count(cue -> cue.match(Sound(_, _)))} sounds');
		Sys.println(timeline.stop("subtitle") ? "stopped" : "nothing to stop");
	}

	static function easings() {
		var named = [
			"linear" => Ease.linear,
			"quad in" => Ease.quadIn,
			"quad out" => Ease.out(Ease.quadIn),
			"cubic in and out" => Ease.inOut(Ease.cubicIn),
			"back in" => Ease.backIn,
			"bounce out" => Ease.bounceOut,
			"three steps" => Ease.steps(3),
			"half bounce" => Ease.mix(Ease.linear, Ease.bounceOut, 0.5)
		];
		var names = [for (name in named.keys()) name];
		names.sort(Reflect.compare);
		for (name in names) {
			var easing = named[name];
			Sys.println('$name: ${[for (part in 0...9) fixed(easing(part / 8.0))].join(" ")}');
		}
	}

	static function main() {
		easings();
		new TitleScreen().play();
	}
}
