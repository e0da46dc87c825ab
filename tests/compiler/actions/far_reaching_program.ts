/**
 * A program whose files reach each other without naming each other: by fields of fields, parents of parents, imports that
 * hold everywhere, texts, aliases, conversions, constants. Types are written, so that files can be typed apart.
 */
export const farReachingProgram: ReadonlyMap<string, string> = new Map([
  [
    "import.hx",
    `using text.Words;
`,
  ],
  [
    "Main.hx",
    `import battle.Army;
import text.Words.LONGEST as Longest;
import rules.*;

class Main {
	static function main():Void {
		var army:Army = Army.muster(3);
		Report.print(army);
		trace(army.leader.rank.label(), army.strength(), Longest);
		trace('\${Limits.MOST} and \${army.leader.home.x}');
		for (name in army.names()) trace(name.shout());
	}
}
`,
  ],
  [
    "Report.hx",
    `import battle.Army;

class Report {
	public static function print(army:Army):Void {
		var home = army.leader.home;
		trace(home.x + home.y, army.leader.mood);
		trace(describe(army));
	}

	static function describe(army:Army):String {
		return switch (army.leader.order) {
			case March(steps): 'march \${steps * Limits.step}';
			case Rest: "rest";
		}
	}
}
`,
  ],
  [
    "Limits.hx",
    `class Limits {
	public static inline var MOST:Int = 7;
	public static inline final step:Int = 2;
	public static inline function half(n:Int):Int {
		return n >> 1;
	}
}
`,
  ],
  [
    "battle/Army.hx",
    `package battle;

class Army {
	public final leader:Knight;
	final all:Array<Being> = [];

	public function new(leader:Knight) {
		this.leader = leader;
		all.push(leader);
	}

	public static function muster(size:Int):Army {
		var army = new Army(new Knight("Ada", size));
		for (index in 0...size) army.all.push(new Being("b" + index, index));
		return army;
	}

	public function strength():Float {
		var sum:Float = 0;
		for (one in all) sum += one.power(2);
		return sum;
	}

	public function names():Array<String> {
		return [for (one in all) one.name];
	}
}
`,
  ],
  [
    "battle/Being.hx",
    `package battle;

class Being extends Thing {
	public var mood:Mood = 3;
	var seen = 0;

	public function new(name:String, size:Int) {
		super(name);
		seen = size;
	}

	public function power(factor:Int):Float {
		return factor * (seen + 1) * weight();
	}

	function weight():Float {
		return 1.5;
	}
}
`,
  ],
  [
    "battle/Knight.hx",
    `package battle;

import rules.Rank;

class Knight extends Being {
	public var rank:Rank = Rank.High;
	public var order:Order = March(4);
	public var home:Place = {x: 1, y: 2};

	override function weight():Float {
		return Limits.half(9) + Std.int(mood.toFloat());
	}
}
`,
  ],
  [
    "battle/Thing.hx",
    `package battle;

class Thing {
	public final name:String;

	public function new(name:String) {
		this.name = name;
	}

	public function toString():String {
		return name.shout();
	}
}
`,
  ],
  [
    "battle/Mood.hx",
    `package battle;

abstract Mood(Int) from Int to Int {
	public function toFloat():Float {
		return this / 2;
	}

	public inline function improve():Void {
		this += 1;
	}
}
`,
  ],
  [
    "battle/Order.hx",
    `package battle;

enum Order {
	March(steps:Int);
	Rest;
}
`,
  ],
  [
    "battle/Place.hx",
    `package battle;

typedef Place = {
	var x:Int;
	var y:Int;
}
`,
  ],
  [
    "rules/Rank.hx",
    `package rules;

enum abstract Rank(Int) {
	var Low = 1;
	var High = 2;

	public function label():String {
		return "rank " + this;
	}
}
`,
  ],
  [
    "text/Words.hx",
    `package text;

class Words {
	public static final LONGEST:Int = 12;

	public static function shout(text:String):String {
		return text.toUpperCase() + "!";
	}
}
`,
  ],
]);
