package testing;

import haxe.PosInfos;

/**
	Tests are the methods of a subclass whose names begin with `test`. Each gets an instance of its own: `setup`, the test,
	`teardown`, which also runs when the test fails. An assertion that does not hold ends the test.
**/
class TestCase {
	public function new() {}

	public function setup():Void {}

	public function teardown():Void {}

	/** Arrays, maps, enum values and structures are equal by what they hold, anything else by `==`. **/
	function assertEquals<T>(expected:T, found:T, ?what:String, ?place:PosInfos):Void {
		var difference = Difference.between(expected, found);
		if (difference == null) return;
		var isText = Std.isOfType(expected, String) && Std.isOfType(found, String);
		var lines = isText && difference.expected.indexOf("\\n") >= 0 ? textLines(cast expected, cast found) : valueLines(expected, found, difference);
		throw failure(what, lines, place);
	}

	static function textLines(expected:String, found:String):Array<String> {
		return ["the texts differ, - expected, + found:"].concat(LineDifference.between(expected, found));
	}

	static function valueLines(expected:Dynamic, found:Dynamic, difference:Difference):Array<String> {
		var lines = ['expected ${Shown.of(expected)}', 'found    ${Shown.of(found)}'];
		if (difference.path == "") return lines;
		return lines.concat(['at ${difference.path}: expected ${difference.expected}, found ${difference.found}']);
	}

	function assertNotEquals<T>(unexpected:T, found:T, ?what:String, ?place:PosInfos):Void {
		if (Difference.between(unexpected, found) == null) throw failure(what, ['expected anything but ${Shown.of(unexpected)}'], place);
	}

	/** The very same object. **/
	function assertSame<T>(expected:T, found:T, ?what:String, ?place:PosInfos):Void {
		if (expected != found) throw failure(what, ['expected the same object as ${Shown.of(expected)}', 'found ${Shown.of(found)}'], place);
	}

	/** Numbers that differ by no more than `tolerance`. **/
	function assertNear(expected:Float, found:Float, tolerance:Float, ?what:String, ?place:PosInfos):Void {
		if (Math.abs(expected - found) <= tolerance) return;
		throw failure(what, ['expected $expected within $tolerance', 'found    $found'], place);
	}

	function assertTrue(condition:Bool, ?what:String, ?place:PosInfos):Void {
		if (!condition) throw failure(what, ["expected true, found false"], place);
	}

	function assertFalse(condition:Bool, ?what:String, ?place:PosInfos):Void {
		if (condition) throw failure(what, ["expected false, found true"], place);
	}

	function assertNull(value:Null<Dynamic>, ?what:String, ?place:PosInfos):Void {
		if (value != null) throw failure(what, ['expected null, found ${Shown.of(value)}'], place);
	}

	function assertNotNull(value:Null<Dynamic>, ?what:String, ?place:PosInfos):Void {
		if (value == null) throw failure(what, ["expected a value, found null"], place);
	}

	/** That the action throws, a value of the type if one is given. Returns what was thrown. **/
	function assertRaises(action:() -> Void, ?type:Any, ?what:String, ?place:PosInfos):Dynamic {
		try {
			action();
		} catch (thrown:Dynamic) {
			if (type == null || Std.isOfType(thrown, type)) return thrown;
			throw failure(what, ['expected an exception of type ${Std.string(type)}', 'found ${Shown.of(thrown)}'], place);
		}
		throw failure(what, ["expected an exception, found none"], place);
	}

	function fail(message:String, ?place:PosInfos):Void {
		throw new AssertionFailure(message, place);
	}

	static function failure(what:Null<String>, lines:Array<String>, ?place:PosInfos):AssertionFailure {
		var message = lines.join("\n");
		return new AssertionFailure(what == null ? message : '$what\n$message', place);
	}
}
