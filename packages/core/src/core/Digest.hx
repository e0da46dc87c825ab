package core;

import haxe.internal.Float64;
import haxe.internal.ValueKind;

/**
	Sums up a world's state in 64 bits: every entity's components and every field of its behaviour, bit for bit. Two
	32-bit sums, each step a multiplication and a rotation (after MurmurHash3's mixing), so that order matters.
**/
class Digest {
	/** Structures inside structures are followed this far. **/
	static inline final DEEPEST = 6;

	var low:Int = 0x12345678;
	var high:Int = 0x9747B28C;

	/** What is stored: a digest runs no functions, and keeps none in a program. **/
	@:intrinsic("reflect.variable") static function variable(object:Dynamic, name:String):Dynamic;

	public function new() {}

	/** The digest of a world as 16 hexadecimal digits. **/
	public static function of(world:World):String {
		var digest = new Digest();
		digest.addFloat(world.time);
		for (entity in world.entities) digest.addEntity(entity);
		return StringTools.hex(digest.high, 8) + StringTools.hex(digest.low, 8);
	}

	function addEntity(entity:Entity):Void {
		for (name in Reflect.fields(entity)) {
			addText(name);
			if (name == "behavior") addBehavior(entity.behavior) else addValue(variable(entity, name), 0);
		}
	}

	function addBehavior(behavior:Null<Behavior>):Void {
		if (behavior == null) {
			addInt(0);
			return;
		}
		addText(Type.getClassName(Type.getClass(behavior)));
		for (name in Reflect.fields(behavior)) {
			addText(name);
			addValue(variable(behavior, name), 0);
		}
	}

	function addValue(value:Dynamic, depth:Int):Void {
		var kind = ValueKind.of(value);
		switch (kind) {
			case ValueKind.INT, ValueKind.FLOAT:
				addFloat(value);
			case ValueKind.BOOL:
				addInt(value == true ? 1 : 2);
			case ValueKind.STRING:
				addText(value);
			case ValueKind.ARRAY if (depth < DEEPEST):
				var list:Array<Dynamic> = value;
				addInt(list.length);
				for (element in list) addValue(element, depth + 1);
			case ValueKind.INSTANCE if (depth < DEEPEST):
				addInstance(value, depth);
			default:
				addInt(kind);
		}
	}

	/** Another entity counts by its id: its own state is summed up in its turn. **/
	function addInstance(value:Dynamic, depth:Int):Void {
		if (Std.isOfType(value, Entity)) {
			var other:Entity = value;
			addText(other.key);
			return;
		}
		for (name in Reflect.fields(value)) {
			addText(name);
			addValue(variable(value, name), depth + 1);
		}
	}

	function addFloat(value:Float):Void {
		addInt(Float64.lowBits(value));
		addInt(Float64.highBits(value));
	}

	function addText(text:String):Void {
		addInt(text.length);
		for (i in 0...text.length) addInt(StringTools.fastCodeAt(text, i));
	}

	function addInt(value:Int):Void {
		low = rotate(low ^ value * 0xCC9E2D51) * 5 + 0xE6546B64;
		high = rotate(high ^ value * 0x1B873593 ^ low) * 9 + 0x52DCE729;
	}

	static inline function rotate(bits:Int):Int {
		return bits << 13 | bits >>> 19;
	}
}
