package testing;

import haxe.Constraints.IMap;

/** The first place where two values differ. **/
class Difference {
	/** From the value to the place, such as `.items[2].name`; empty where the values as a whole differ. **/
	public final path:String;
	/** The values at that place, as text. **/
	public final expected:String;
	public final found:String;

	function new(path:String, expected:String, found:String) {
		this.path = path;
		this.expected = expected;
		this.found = found;
	}

	/**
		Null where the values are equal: arrays, maps, enum values and structures by what they hold, anything else by
		`==`. Two numbers that are both not a number are equal.
	**/
	public static function between(expected:Null<Dynamic>, found:Null<Dynamic>):Null<Difference> {
		return compare(expected, found, "");
	}

	static function compare(expected:Null<Dynamic>, found:Null<Dynamic>, path:String):Null<Difference> {
		if (expected == found) return null;
		if (expected == null || found == null) return whole(expected, found, path);
		if (isNotANumber(expected) && isNotANumber(found)) return null;
		if (areBoth(expected, found, Array)) return arrays(expected, found, path);
		if (areBoth(expected, found, IMap)) return maps(expected, found, path);
		if (Reflect.isEnumValue(expected) && Reflect.isEnumValue(found)) return enums(expected, found, path);
		if (Shown.isStructure(expected) && Shown.isStructure(found)) return structures(expected, found, path);
		return whole(expected, found, path);
	}

	static function isNotANumber(value:Dynamic):Bool {
		return Std.isOfType(value, Float) && Math.isNaN(value);
	}

	static function areBoth(expected:Dynamic, found:Dynamic, type:Dynamic):Bool {
		return Std.isOfType(expected, type) && Std.isOfType(found, type);
	}

	static function whole(expected:Null<Dynamic>, found:Null<Dynamic>, path:String):Difference {
		return new Difference(path, Shown.of(expected), Shown.of(found));
	}

	static function arrays(expected:Array<Dynamic>, found:Array<Dynamic>, path:String):Null<Difference> {
		var shorter = expected.length < found.length ? expected.length : found.length;
		for (index in 0...shorter) {
			var difference = compare(expected[index], found[index], '$path[$index]');
			if (difference != null) return difference;
		}
		return lengths(expected.length, found.length, path);
	}

	static function lengths(expected:Int, found:Int, path:String):Null<Difference> {
		return expected == found ? null : new Difference('$path.length', '$expected', '$found');
	}

	static function maps(expected:IMap<Dynamic, Dynamic>, found:IMap<Dynamic, Dynamic>, path:String):Null<Difference> {
		for (key in expected.keys()) {
			var place = '$path[${Shown.of(key)}]';
			if (!found.exists(key)) return new Difference(place, Shown.of(expected.get(key)), "nothing");
			var difference = compare(expected.get(key), found.get(key), place);
			if (difference != null) return difference;
		}
		for (key in found.keys()) {
			if (!expected.exists(key)) return new Difference('$path[${Shown.of(key)}]', "nothing", Shown.of(found.get(key)));
		}
		return null;
	}

	static function enums(expected:EnumValue, found:EnumValue, path:String):Null<Difference> {
		var isSame = Type.getEnum(expected) == Type.getEnum(found) && Type.enumIndex(expected) == Type.enumIndex(found);
		if (!isSame) return whole(expected, found, path);
		var name = Type.enumConstructor(expected);
		return arrays(Type.enumParameters(expected), Type.enumParameters(found), '$path.$name');
	}

	static function structures(expected:Dynamic, found:Dynamic, path:String):Null<Difference> {
		for (name in Shown.sorted(Reflect.fields(expected))) {
			var value = Shown.of(Reflect.field(expected, name));
			if (!Reflect.hasField(found, name)) return new Difference('$path.$name', value, "nothing");
			var difference = compare(Reflect.field(expected, name), Reflect.field(found, name), '$path.$name');
			if (difference != null) return difference;
		}
		for (name in Shown.sorted(Reflect.fields(found))) {
			if (!Reflect.hasField(expected, name)) {
				return new Difference('$path.$name', "nothing", Shown.of(Reflect.field(found, name)));
			}
		}
		return null;
	}
}
