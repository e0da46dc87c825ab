package haxe;

import haxe.ds.IntMap;
import haxe.ds.List;
import haxe.ds.ObjectMap;
import haxe.ds.StringMap;
import haxe.internal.SerializedBytes;
import haxe.io.Bytes;

/**
	Writes values as text that `Unserializer` reads, in the format of every Haxe target: one letter for the type, then what
	belongs to it.

	An instance is written as its class's name and its variables. A class may write itself instead: where it has a method
	`hxSerialize(s:Serializer)` that is called, and `hxUnserialize(u:Unserializer)` must read the same.
**/
class Serializer {
	/** What `useCache` of new serializers is. **/
	public static var USE_CACHE:Bool = false;

	/** What `useEnumIndex` of new serializers is. **/
	public static var USE_ENUM_INDEX:Bool = false;

	/** Write an object that comes again as a reference to the first? Without, objects that hold themselves never end. **/
	public var useCache:Bool;

	/** Write enum constructors by number, which is shorter than by name? **/
	public var useEnumIndex:Bool;

	final out:StringBuf = new StringBuf();

	/** The number of each text that was written. **/
	final texts:Map<String, Int> = [];

	var textCount:Int = 0;

	/** The number of each object that was written. **/
	final objects:ObjectMap<Dynamic, Int> = new ObjectMap();

	var objectCount:Int = 0;

	@:intrinsic("reflect.variable") static function variable(o:Dynamic, field:String):Dynamic;

	public function new() {
		useCache = USE_CACHE;
		useEnumIndex = USE_ENUM_INDEX;
	}

	/** The text of one value. **/
	public static function run(v:Dynamic):String {
		var serializer = new Serializer();
		serializer.serialize(v);
		return serializer.toString();
	}

	/** All that was written. **/
	public function toString():String {
		return out.toString();
	}

	/** Appends a value. Throws a text for functions. **/
	public function serialize(v:Dynamic):Void {
		switch (Type.typeof(v)) {
			case TNull:
				out.add("n");
			case TInt:
				out.add(v == 0 ? "z" : "i" + v);
			case TFloat:
				float(v);
			case TBool:
				out.add(v ? "t" : "f");
			case TClass(String):
				text(v);
			case TClass(type):
				if (!isRepeated(v)) instance(v, type);
			case TObject:
				if (v is Class || v is Enum) type(v) else if (!isRepeated(v)) structure(v);
			case TEnum(type):
				enumValue(v, type);
			case TFunction:
				throw "Cannot serialize function";
			case TUnknown:
				throw "Cannot serialize " + Std.string(v);
		}
	}

	/** Appends an exception: reading it throws the value. **/
	public function serializeException(e:Dynamic):Void {
		out.add("x");
		serialize(e);
	}

	function float(v:Float):Void {
		if (Math.isNaN(v)) out.add("k")
		else if (!Math.isFinite(v)) out.add(v < 0 ? "m" : "p")
		else out.add("d" + v);
	}

	function text(v:String):Void {
		var known = texts[v];
		if (known != null) {
			out.add("R" + known);
			return;
		}
		texts[v] = textCount++;
		var encoded = StringTools.urlEncode(v);
		out.add("y" + encoded.length + ":" + encoded);
	}

	/** Writes a reference where the object was written before; else it has the next number from now on. **/
	function isRepeated(v:Dynamic):Bool {
		if (!useCache) return false;
		var known = objects.get(v);
		if (known == null) {
			objects.set(v, objectCount++);
			return false;
		}
		out.add("r" + known);
		return true;
	}

	function instance(v:Dynamic, type:Class<Dynamic>):Void {
		switch (type) {
			case Array:
				array(v);
			case List:
				var list:List<Dynamic> = v;
				out.add("l");
				for (item in list) serialize(item);
				out.add("h");
			case Date:
				var date:Date = v;
				out.add("v" + date.getTime());
			case StringMap:
				var map:StringMap<Dynamic> = v;
				out.add("b");
				for (key => value in map) {
					text(key);
					serialize(value);
				}
				out.add("h");
			case IntMap:
				var map:IntMap<Dynamic> = v;
				out.add("q");
				for (key => value in map) {
					out.add(":" + key);
					serialize(value);
				}
				out.add("h");
			case ObjectMap:
				var map:ObjectMap<Dynamic, Dynamic> = v;
				out.add("M");
				for (key => value in map) {
					serialize(key);
					serialize(value);
				}
				out.add("h");
			case Bytes:
				bytes(v);
			default:
				object(v, type);
		}
	}

	/** Elements up to `h`; `u` with a number stands for so many nulls. **/
	function array(elements:Array<Dynamic>):Void {
		out.add("a");
		var nulls = 0;
		for (element in elements) {
			if (element == null) {
				nulls++;
			} else {
				skipNulls(nulls);
				nulls = 0;
				serialize(element);
			}
		}
		skipNulls(nulls);
		out.add("h");
	}

	function skipNulls(count:Int):Void {
		if (count == 1) out.add("n") else if (count > 1) out.add("u" + count);
	}

	function bytes(v:Bytes):Void {
		var encoded = SerializedBytes.encode(v);
		out.add("s" + encoded.length + ":" + encoded);
	}

	function object(v:Dynamic, type:Class<Dynamic>):Void {
		var isCustom = Reflect.field(v, "hxSerialize") != null;
		out.add(isCustom ? "C" : "c");
		text(Type.getClassName(type));
		if (isCustom) {
			v.hxSerialize(this);
			out.add("g");
		} else {
			fields(v);
		}
	}

	function structure(v:Dynamic):Void {
		out.add("o");
		fields(v);
	}

	function fields(v:Dynamic):Void {
		for (name in Reflect.fields(v)) {
			text(name);
			serialize(variable(v, name));
		}
		out.add("g");
	}

	function type(v:Dynamic):Void {
		if (v is Enum) {
			out.add("B");
			text(Type.getEnumName(v));
		} else {
			out.add("A");
			text(Type.getClassName(v));
		}
	}

	/** Unlike other objects it gets its number behind its arguments, as a reader can only make it then. **/
	function enumValue(v:Dynamic, type:Enum<Dynamic>):Void {
		if (useCache && objects.exists(v)) {
			isRepeated(v);
			return;
		}
		out.add(useEnumIndex ? "j" : "w");
		text(Type.getEnumName(type));
		if (useEnumIndex) out.add(":" + Type.enumIndex(v)) else text(Type.enumConstructor(v));
		var params = Type.enumParameters(v);
		out.add(":" + params.length);
		for (param in params) serialize(param);
		if (useCache) objects.set(v, objectCount++);
	}
}
