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
		end(what, lines, place);
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
		if (Difference.between(unexpected, found) == null) end(what, ['expected anything but ${Shown.of(unexpected)}'], place);
	}

	/** The very same object. **/
	function assertSame<T>(expected:T, found:T, ?what:String, ?place:PosInfos):Void {
		if (expected != found) end(what, ['expected the same object as ${Shown.of(expected)}', 'found ${Shown.of(found)}'], place);
	}

	/** Numbers that differ by no more than `tolerance`. **/
	function assertNear(expected:Float, found:Float, tolerance:Float, ?what:String, ?place:PosInfos):Void {
		if (Math.abs(expected - found) <= tolerance) return;
		end(what, ['expected $expected within $tolerance', 'found    $found'], place);
	}

	function assertTrue(condition:Bool, ?what:String, ?place:PosInfos):Void {
		if (!condition) end(what, ["expected true, found false"], place);
	}

	function assertFalse(condition:Bool, ?what:String, ?place:PosInfos):Void {
		if (condition) end(what, ["expected false, found true"], place);
	}

	function assertNull(value:Dynamic, ?what:String, ?place:PosInfos):Void {
		if (value != null) end(what, ['expected null, found ${Shown.of(value)}'], place);
	}

	function assertNotNull(value:Dynamic, ?what:String, ?place:PosInfos):Void {
		if (value == null) end(what, ["expected a value, found null"], place);
	}

	/** That the action throws, a value of the type if one is given. Returns what was thrown. **/
	function assertRaises(action:() -> Void, ?type:Any, ?what:String, ?place:PosInfos):Dynamic {
		var thrown:Dynamic = null;
		var isThrown = false;
		try {
			action();
		} catch (value:Dynamic) {
			thrown = value;
			isThrown = true;
		}
		if (!isThrown) end(what, ["expected an exception, found none"], place);
		if (type != null && !Std.isOfType(thrown, type)) {
			end(what, ['expected an exception of type ${Std.string(type)}', 'found ${Shown.of(thrown)}'], place);
		}
		return thrown;
	}

	function fail(message:String, ?place:PosInfos):Void {
		throw new AssertionFailure(message, place);
	}

	function end(what:Null<String>, lines:Array<String>, place:PosInfos):Void {
		throw new AssertionFailure((what == null ? lines : [what].concat(lines)).join("\n"), place);
	}
}
