package haxe;

import haxe.ds.IntMap;
import haxe.ds.List;
import haxe.ds.ObjectMap;
import haxe.ds.StringMap;
import haxe.internal.SerializedBytes;

/** Finds the types that a serialised text names. **/
typedef TypeResolver = {
	function resolveClass(name:String):Class<Dynamic>;
	function resolveEnum(name:String):Enum<Dynamic>;
}

/** Reads what `Serializer` writes. Throws a text where that is wrong. **/
class Unserializer {
	/** What finds the types of new readers: `Type`, unless it is replaced. **/
	public static var DEFAULT_RESOLVER:TypeResolver = new TypesOfProgram();

	final text:String;
	var at:Int = 0;

	/** Texts and objects by their numbers, see `Serializer`. **/
	final texts:Array<String> = [];

	final objects:Array<Dynamic> = [];
	var resolver:TypeResolver;

	@:intrinsic("string.charCodeAt") static function unitAt(text:String, index:Int):Int;

	public function new(buf:String) {
		text = buf;
		resolver = DEFAULT_RESOLVER ?? new TypesOfProgram();
	}

	/** The one value of a text. **/
	public static function run(v:String):Dynamic {
		return new Unserializer(v).unserialize();
	}

	/** From now on `r` finds the types; null finds none. **/
	public function setResolver(r:Null<TypeResolver>):Void {
		resolver = r ?? new NoTypes();
	}

	public function getResolver():TypeResolver {
		return resolver;
	}

	/** The next value. **/
	public function unserialize():Dynamic {
		var unit = unitAt(text, at++);
		return switch (unit) {
			case "n".code: null;
			case "t".code: true;
			case "f".code: false;
			case "z".code: 0;
			case "i".code: int();
			case "d".code: float();
			case "k".code: Math.NaN;
			case "m".code: Math.NEGATIVE_INFINITY;
			case "p".code: Math.POSITIVE_INFINITY;
			case "y".code: string();
			case "R".code: reference(texts, "Invalid string reference");
			case "r".code: reference(objects, "Invalid reference");
			case "a".code: array();
			case "l".code: list();
			case "b".code: stringMap();
			case "q".code: intMap();
			case "M".code: objectMap();
			case "o".code: fields(remembered({}));
			case "c".code: instance();
			case "C".code: customInstance();
			case "w".code: enumByName();
			case "j".code: enumByIndex();
			case "v".code: remembered(date());
			case "s".code: remembered(bytes());
			case "x".code: throw unserialize();
			case "A".code: resolveClass(name());
			case "B".code: resolveEnum(name());
			default:
				at--;
				throw "Invalid char " + text.charAt(at) + " at position " + at;
		}
	}

	/** Gives an object the next number. **/
	function remembered<T>(object:T):T {
		objects.push(object);
		return object;
	}

	function reference<T>(known:Array<T>, message:String):T {
		var number = int();
		if (number < 0 || number >= known.length) throw message;
		return known[number];
	}

	function accept(unit:Int):Bool {
		if (unitAt(text, at) != unit) return false;
		at++;
		return true;
	}

	function expect(unit:Int, message:String):Void {
		if (!accept(unit)) throw message;
	}

	/** The digits that come next, with a sign; 0 where there are none. **/
	function int():Int {
		var isNegative = accept("-".code);
		var value = 0;
		var digit = unitAt(text, at) - "0".code;
		while (digit >= 0 && digit <= 9) {
			value = value * 10 + digit;
			at++;
			digit = unitAt(text, at) - "0".code;
		}
		return isNegative ? -value : value;
	}

	function float():Float {
		var start = at;
		while (isInFloat(unitAt(text, at))) at++;
		return Std.parseFloat(text.substring(start, at));
	}

	static function isInFloat(unit:Int):Bool {
		return unit >= "0".code && unit <= "9".code || unit == "+".code || unit == "-".code || unit == ".".code || unit | 32 == "e".code;
	}

	/** The part that a number and a colon say the length of. **/
	function counted(message:String):String {
		var length = int();
		expect(":".code, message);
		if (length < 0 || text.length - at < length) throw message;
		at += length;
		return text.substr(at - length, length);
	}

	function string():String {
		var found = StringTools.urlDecode(counted("Invalid string length"));
		texts.push(found);
		return found;
	}

	/** A text, as a name. **/
	function name():String {
		var found:Dynamic = unserialize();
		if (!(found is String)) throw "Invalid type name";
		return found;
	}

	function resolveClass(name:String):Class<Dynamic> {
		var found = resolver.resolveClass(name);
		if (found == null) throw "Class not found " + name;
		return found;
	}

	function resolveEnum(name:String):Enum<Dynamic> {
		var found = resolver.resolveEnum(name);
		if (found == null) throw "Enum not found " + name;
		return found;
	}

	function array():Array<Dynamic> {
		var result:Array<Dynamic> = remembered([]);
		while (!accept("h".code)) {
			if (accept("u".code)) result.resize(result.length + int()) else result.push(unserialize());
		}
		return result;
	}

	function list():List<Dynamic> {
		var result = remembered(new List<Dynamic>());
		while (!accept("h".code)) result.add(unserialize());
		return result;
	}

	function stringMap():StringMap<Dynamic> {
		var result = remembered(new StringMap<Dynamic>());
		while (!accept("h".code)) {
			var key:Dynamic = unserialize();
			result.set(key, unserialize());
		}
		return result;
	}

	function intMap():IntMap<Dynamic> {
		var result = remembered(new IntMap<Dynamic>());
		while (!accept("h".code)) {
			expect(":".code, "Invalid IntMap format");
			var key = int();
			result.set(key, unserialize());
		}
		return result;
	}

	function objectMap():ObjectMap<Dynamic, Dynamic> {
		var result = remembered(new ObjectMap<Dynamic, Dynamic>());
		while (!accept("h".code)) {
			var key:Dynamic = unserialize();
			result.set(key, unserialize());
		}
		return result;
	}

	/** Names and values up to `g`. **/
	function fields(object:Dynamic):Dynamic {
		while (!accept("g".code)) {
			if (at >= text.length) throw "Invalid object";
			var key:Dynamic = unserialize();
			if (!(key is String)) throw "Invalid object key";
			Reflect.setField(object, key, unserialize());
		}
		return object;
	}

	function instance():Dynamic {
		return fields(remembered(Type.createEmptyInstance(resolveClass(name()))));
	}

	function customInstance():Dynamic {
		var className = name();
		var object:Dynamic = remembered(Type.createEmptyInstance(resolveClass(className)));
		if (Reflect.field(object, "hxUnserialize") == null) throw className + " has no method hxUnserialize";
		object.hxUnserialize(this);
		expect("g".code, "Invalid custom data");
		return object;
	}

	function enumByName():Dynamic {
		var type = resolveEnum(name());
		var constructor = name();
		return remembered(Type.createEnum(type, constructor, params()));
	}

	function enumByIndex():Dynamic {
		var typeName = name();
		var type = resolveEnum(typeName);
		expect(":".code, "Invalid enum format");
		var index = int();
		var constructor = Type.getEnumConstructs(type)[index];
		if (constructor == null) throw "Unknown enum index " + typeName + "@" + index;
		return remembered(Type.createEnum(type, constructor, params()));
	}

	/** The arguments of an enum value behind their number, null where there are none. **/
	function params():Null<Array<Dynamic>> {
		expect(":".code, "Invalid enum format");
		var count = int();
		return count == 0 ? null : [for (i in 0...count) unserialize()];
	}

	/** A number, or in texts of old `YYYY-MM-DD hh:mm:ss`. **/
	function date():Date {
		var isText = unitAt(text, at + 4) == "-".code && unitAt(text, at + 7) == "-".code && unitAt(text, at + 10) == " ".code;
		if (!isText) return Date.fromTime(float());
		at += 19;
		return Date.fromString(text.substr(at - 19, 19));
	}

	function bytes():haxe.io.Bytes {
		return SerializedBytes.decode(counted("Invalid bytes length"));
	}
}

private class TypesOfProgram {
	public function new() {}

	public function resolveClass(name:String):Class<Dynamic> {
		return Type.resolveClass(name);
	}

	public function resolveEnum(name:String):Enum<Dynamic> {
		return Type.resolveEnum(name);
	}
}

private class NoTypes {
	public function new() {}

	public function resolveClass(name:String):Class<Dynamic> {
		return null;
	}

	public function resolveEnum(name:String):Enum<Dynamic> {
		return null;
	}
}
